"""What was written last lies beside the file for a while: when it goes into it, while no act waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock
from typing import Any, ParamSpec, Protocol, TypeVar

import sqlcipher3.dbapi2 as driver

from facilitator.store.engine import WRITE_BACK
from facilitator.store.standing import say_in_use

T = TypeVar("T")
P = ParamSpec("P")
_BULK_KB, _USUAL_KB = 96 << 10, 2_000


class Beside(Protocol):
    """Does something, and returns what comes of it; whoever waits for it may live meanwhile."""

    def __call__(self, work: Callable[[], T], /) -> T: ...


def directly(work: Callable[[], T]) -> T:
    return work()


class WriteAhead:
    """The pages that wait beside an open file; `raw` is the driver's connection to it."""

    def __init__(self, raw: Any) -> None:  # noqa: ANN401 - the driver's own
        self._raw, self._settled, self.in_bulk = raw, False, False
        self._straight = False  # pages go into the file itself, and what they held before lies beside it
        self._undisturbed = True
        self.turn = Lock()
        """Whoever holds it has the connection to himself: an act, or a thread that makes a copy by it."""
        self.beside: Beside = directly

    def settle(self) -> bool:
        """The file stays as it is until `go_on`, and what lies beside it grows at its end only.

        Both together are the workshop, for whoever reads them in the meantime. Say whether no act was in the
        way. Where all pages are in the file, the next act would begin what lies beside it anew, over what is
        being read: it is begun here, and goes on from there.
        """
        if self._straight and not self.in_bulk:
            self._write_by("WAL")
        if self._straight or self._raw.in_transaction:
            return False
        self._settled, self._undisturbed = True, True
        try:
            self._raw.execute("PRAGMA wal_autocheckpoint=0")
            say_in_use(self._raw)
        except driver.Error:
            self.go_on()
            raise
        return True

    def go_on(self) -> bool:
        """Pages may go into the file again; say whether it has stayed as it was."""
        self._settled = False
        self._raw.execute(WRITE_BACK)
        return self._undisturbed

    def write_back(self) -> None:
        """The pages that wait are in the file, unless it is to stay as it is, or the disk does not take them.

        They lie beside the file then as before, and of a full disk the next act tells.
        """
        if not self._settled:
            with suppress(driver.Error):
                self._raw.execute("PRAGMA wal_checkpoint(PASSIVE)")

    @contextmanager
    def bulk(self, beside: Beside) -> Iterator[None]:
        """Very much is written in here: with more memory, and once, straight into the file.

        What stood on its pages before lies beside it until then, and is there again after a crash. While the
        file is copied nothing changes in it: what is new lies beside it then, and is in it at the end.
        """
        self._raw.execute(f"PRAGMA cache_size=-{_BULK_KB}")
        self.beside, self.in_bulk, self._straight = beside, True, True
        self._write_by("WAL" if self._settled else "TRUNCATE")
        if not self._straight:
            self._raw.execute("PRAGMA wal_autocheckpoint=0")
        try:
            yield
            if not (self._settled or self._straight):
                beside(lambda: self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
        finally:
            self._write_by("WAL")
            self.beside, self.in_bulk = directly, False
            self._raw.execute(f"PRAGMA cache_size=-{_USUAL_KB}")
            self._raw.execute("PRAGMA shrink_memory")
            if not self._settled:
                self.go_on()

    def _write_by(self, journal_mode: str) -> None:
        """Pages are written in this way, or go on as they were: of a full disk the next act tells."""
        with suppress(driver.Error):
            self.beside(lambda: self._raw.execute(f"PRAGMA journal_mode={journal_mode}").fetchone())
        (found,) = self._raw.execute("PRAGMA journal_mode").fetchone()
        self._straight = found != "wal"

    def alone(self, work: Callable[P, object], *arguments: P.args, **named: P.kwargs) -> None:
        """What would be done now and then beside acts is not done meanwhile: another thread may do this."""
        before, self.in_bulk = self.in_bulk, True
        try:
            with self.turn:
                work(*arguments, **named)
        finally:
            self.in_bulk = before

    def roll_back(self) -> None:
        """Nothing is begun, also after a commit that failed: only the driver knows that it is still open."""
        if self._raw.in_transaction:
            self._raw.rollback()

    def compact(self) -> None:
        """No page holds what was taken out of the file; whoever copies it now has to begin again."""
        self._undisturbed = False
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
