"""Files that are handed over: whole under their name, or not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.domain.refusals import Explained


class NotWritten(Explained):
    """`file` could not be written to `folder`; what was there is as it was."""


def part_of(target: Path) -> Path:
    """Return where the target is being written; a writer that was killed leaves it there."""
    return target.with_name(f".{target.name}.part")


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Give a path to write to, which takes the target's place once it is whole; raises NotWritten."""
    making = part_of(target)
    try:
        making.touch()  # where nothing can be written, that is told before there is any work
        yield making
        with making.open("rb+") as file:
            os.fsync(file.fileno())
        making.replace(target)
    except OSError as error:
        raise NotWritten(file=target.name, folder=str(target.absolute().parent)) from error
    finally:
        making.unlink(missing_ok=True)
