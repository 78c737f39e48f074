"""Whether a file was left as it should be: a mark in it while it is in use, and its last act beside it.

A copy of an open file, or one whose companion is gone or was cut, opens like any other and lacks what was
done last. The mark tells the first: it is in the file itself from the first act to the close. The tail tells
the second: it is written after each act, and gone once the file is closed.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from facilitator.store.engine import connect
from facilitator.store.faults import ActsLost, CopiedWhileOpen
from facilitator.store.keys import FileKey

IN_USE = "in_use"
TAIL = "-tail"
_MARK = "INSERT OR REPLACE INTO meta (key, value) VALUES ('in_use', '1')"
_UNMARK = "DELETE FROM meta WHERE key = 'in_use'"
_MARKED = "SELECT count(*) FROM meta WHERE key = 'in_use'"
_LAST = "SELECT coalesce(max(seq), 0) FROM event WHERE replica = ?"
_OWN = "SELECT value FROM meta WHERE key = 'replica'"


class Tail:
    """The number of a laptop's last act, beside the file for as long as acts are done."""

    def __init__(self, path: Path, replica: str) -> None:
        self._path, self._replica = tail_of(path), replica
        self._descriptor: int | None = None

    def note(self, seq: int) -> None:
        """The act is known beside the file; where there is no room for that, it is still in the file."""
        told = json.dumps({"replica": self._replica, "seq": seq}).encode()
        with suppress(OSError):
            if self._descriptor is None:
                self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, told)

    def end(self) -> None:
        """Nothing lies beside the file any more."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
        self._path.unlink(missing_ok=True)


def tail_of(path: Path) -> Path:
    return path.with_name(path.name + TAIL)


def mark(raw: Any) -> None:  # noqa: ANN401 - the driver's own connection
    """The file itself says that it is in use."""
    say_in_use(raw)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def say_in_use(raw: Any) -> None:  # noqa: ANN401 - as above
    """The file, or what lies beside it, says that it is in use."""
    raw.execute(_MARK)


def unmark(raw: Any) -> None:  # noqa: ANN401 - as above
    """The file was left as it should be."""
    raw.execute(_UNMARK)


def unmark_copy(path: Path, key: FileKey | None) -> None:
    """A copy that is whole does not say that it is in use."""
    connection = connect(path, key)
    try:
        connection.execute(_UNMARK)
    finally:
        connection.close()


def must_be_whole(path: Path, connection: driver.Connection, *, companion: bool) -> None:
    """Raise CopiedWhileOpen or ActsLost for a file that lacks what was done last.

    `companion` says whether what was written last lay beside the file before it was opened. A file that was
    left by a crash is whole, and its mark goes; so is one that was never closed by a program that ended in
    order, which leaves nothing beside it but the tail.
    """
    (marked,) = connection.execute(_MARKED).fetchone()
    lost = acts_lost(path, connection)
    if lost:
        raise ActsLost(path, n=lost)
    if marked and not companion and lost is None:
        raise CopiedWhileOpen(path)
    if marked:
        connection.execute(_UNMARK)


def acts_lost(path: Path, connection: driver.Connection) -> int | None:
    """Return how many acts the tail beside a file knows of that the file does not; None without a tail."""
    try:
        told = json.loads(tail_of(path).read_bytes())
        replica, seq = str(told["replica"]), int(told["seq"])
    except (OSError, ValueError, KeyError, TypeError):
        return None  # nothing was left there, or what was is cut itself
    own = connection.execute(_OWN).fetchone()
    if own is None or own[0] != replica:
        return None
    (last,) = connection.execute(_LAST, (replica,)).fetchone()
    return max(0, seq - int(last))
