"""A file while this process has it: it says so from the first act on, and its last act is known beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from facilitator.store.faults import WriteFailed
from facilitator.store.keys import FileKey
from facilitator.store.opening import let_go, must_be_there, take
from facilitator.store.standing import Tail, mark, tail_of, unmark, unmark_copy
from facilitator.store.syncing import on_disk


class Hold:
    """From `take` to `let_go`, nobody else has the file."""

    def __init__(self, path: Path, raw: Any) -> None:  # noqa: ANN401 - the driver's own connection
        take(path)
        self._path, self._raw = path, raw
        self._tail: Tail | None = None
        self._left = False

    @contextmanager
    def act(self, replica: str, seq: int) -> Iterator[None]:
        """What is done in here is the act after `seq`; raises FileGone where it would be lost."""
        must_be_there(self._path)
        tail = self.begin(replica, seq)
        yield
        tail.note(seq + 1)

    def begin(self, replica: str, seq: int) -> Tail:
        """The file says that it is in use."""
        if self._tail is None:
            try:
                mark(self._raw)
            except driver.Error as error:
                raise WriteFailed(self._path) from error
            self._tail = Tail(self._path, replica)
            self._tail.note(seq)
        return self._tail

    def leave(self) -> None:
        """The file says that it was left as it should be; it is still ours."""
        if self._tail is not None and not self._left:
            unmark(self._raw)
        self._left = True

    def let_go(self) -> None:
        """Nothing lies beside the file any more, and others can have it."""
        if self._tail is not None:
            self._tail.end()
        tail_of(self._path).unlink(missing_ok=True)  # of a crash before this
        let_go(self._path)


def copied_out(raw: Any, target: Path, key: FileKey | None) -> None:  # noqa: ANN401 - as above
    """The target is a compact copy of an open file, and is in no use; raises the driver's errors."""
    raw.execute("VACUUM INTO ?", (str(target),))
    unmark_copy(target, key)
    if key is not None:
        key.mark(target)


def put_in_place(made: Path, path: Path) -> None:
    """The file that was made is at the path; one that is there raises OSError."""
    os.link(made, path)  # unlike a rename, a link never replaces a file that came meanwhile
    on_disk(path.parent)
