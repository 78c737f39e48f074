"""Files that are handed over: whole under their name, or not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator.domain.refusals import Explained
from facilitator.store.header import is_workshop


class NotWritten(Explained):
    """`file` could not be written to `folder`; what was there is as it was."""


class TargetHeld(NotWritten):
    """`file` is there and cannot be replaced: another program has it open, or nobody may change it."""


class WorkshopThere(Explained):
    """`file` is a workshop, whose place nothing else takes."""


def part_of(target: Path) -> Path:
    """Return where the target is being written; a writer that was killed leaves it there."""
    return target.with_name(f".{target.name}.part")


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Give a path to write to, which takes the target's place once it is whole.

    Raises NotWritten, TargetHeld and WorkshopThere, before there is any work where that is known.
    """
    making = part_of(target)
    try:
        if is_workshop(target):
            raise WorkshopThere(file=target.name)
        if target.is_dir():
            raise IsADirectoryError
        making.touch()
        yield making
        with making.open("rb+") as file:
            os.fsync(file.fileno())
        _replace(target, making)
    except OSError as error:
        raise NotWritten(file=target.name, folder=str(target.absolute().parent)) from error
    finally:
        with suppress(OSError):  # where there is no folder, nothing is left in it
            making.unlink(missing_ok=True)


def _replace(target: Path, making: Path) -> None:
    """Where what another program has open is not replaced, the system speaks of a lack of permission."""
    try:
        making.replace(target)
    except PermissionError as error:
        if not target.is_file():
            raise
        raise TargetHeld(file=target.name, folder=str(target.absolute().parent)) from error
