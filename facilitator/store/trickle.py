"""Writing much without making others wait: what is written goes to the disk in small pieces, as it comes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

_PIECE = 1 << 20
_EVERY_S = 0.01


def trickle(source: Path, target: Path) -> None:
    """The target is a copy of the source; a sync of another file never waits for more than a piece of it."""
    with source.open("rb") as read, target.open("wb", buffering=0) as write:
        while piece := read.read(_PIECE):
            write.write(piece)
            os.fsync(write.fileno())


@contextmanager
def trickling(target: Path) -> Iterator[None]:
    """What somebody else writes to the target in the meantime goes to the disk as it comes."""
    done = Event()
    syncing = Thread(target=_sync, args=(target, done), daemon=True)
    syncing.start()
    try:
        yield
    finally:
        done.set()
        syncing.join()


def _sync(target: Path, done: Event) -> None:
    while not done.wait(_EVERY_S):
        if not target.exists():
            continue
        descriptor = os.open(target, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
