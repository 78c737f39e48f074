"""What was written last lies beside the file for a while: when it goes into it, while no act waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from facilitator.store.engine import WRITE_BACK


class WriteAhead:
    """The pages that wait beside an open file; `raw` is the driver's connection to it."""

    def __init__(self, raw: Any) -> None:  # noqa: ANN401 - the driver's own
        self._raw, self._settled = raw, False

    def settle(self) -> None:
        """All pages are in the file, and none go there before `go_on`."""
        self._settled = True
        self._raw.execute("PRAGMA wal_autocheckpoint=0")
        self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def go_on(self) -> None:
        """Pages may go into the file again."""
        self._settled = False
        self._raw.execute(WRITE_BACK)

    def write_back(self) -> None:
        """The pages that wait are in the file, unless it is to stay as it is."""
        if not self._settled:
            self._raw.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def compact(self) -> None:
        """No page holds what was taken out of the file."""
        for pragma in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            self._raw.execute(pragma)

    @contextmanager
    def unhurried(self) -> Iterator[None]:
        """What is done in here tells nobody anything: it is on the disk with the next act, not before."""
        self._raw.execute("PRAGMA synchronous=NORMAL")
        try:
            yield
        finally:
            self._raw.execute("PRAGMA synchronous=FULL")
