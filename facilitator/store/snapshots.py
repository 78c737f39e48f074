"""Snapshots: whole copies of a workshop beside it, each verified before an older one goes."""

from __future__ import annotations

import math
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from facilitator.domain.retention import kept
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.store.engine import connect_to_check
from facilitator.store.examining import Examination, examine
from facilitator.store.faults import FileExists, FolderReadOnly, SnapshotUnsound, WriteFailed
from facilitator.store.ids import new_id
from facilitator.store.keys import FileKey
from facilitator.store.standing import unmark_copy
from facilitator.store.syncing import on_disk
from facilitator.store.trickle import trickle, trickling

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OLD_MS = 60 * MINUTE
_STAMP = "%Y%m%dT%H%M%S"
_NAME = re.compile(r"(\d{8}T\d{6})(\d{3})Z-(\w+)\.facilitator")


class Why(StrEnum):
    """What a snapshot was made for."""

    REGULAR = "regular"
    CLOSE = "close"
    IMPORT = "import"
    MERGE = "merge"
    RESTORE = "restore"
    ASKED = "asked"


RISKY = frozenset({Why.IMPORT, Why.MERGE, Why.RESTORE, Why.ASKED})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy that can be restored; `sound` unless its journal is not what it should be."""

    path: Path
    at: int
    why: Why
    size: int
    sound: bool = True


def folder_of(workshop: Path) -> Path:
    """Return where the snapshots of a workshop lie."""
    return workshop.with_name(f"{workshop.stem}.snapshots")


def stamp(at: int) -> str:
    """Return an instant in UTC as file names hold it, so that they sort by it."""
    return f"{_EPOCH + timedelta(milliseconds=at):{_STAMP}}{at % SECOND:03}Z"


def snapshots(workshop: Path) -> tuple[Snapshot, ...]:
    """Return the snapshots of a workshop, the newest first."""
    folder = folder_of(workshop)
    found = [_read(path) for path in folder.iterdir()] if folder.is_dir() else []
    return tuple(sorted((each for each in found if each), key=lambda each: each.path.name, reverse=True))


class NotWanted(Exception):
    """Whoever had a snapshot made needs none after all."""


def always() -> bool:
    return True


def keep(
    workshop: Path,
    at: int,
    why: Why,
    copy: Callable[[Path], None],
    key: FileKey | None = None,
    wanted: Callable[[], bool] = always,
) -> Snapshot:
    """Return a new snapshot, made by `copy` and found sound; those that have aged out are gone.

    Raises a fault, and then no earlier one has gone. Once it is made it is asked whether it is still
    `wanted`; raises NotWanted if not, and it is as if none had been made. What a maker that was killed left
    is gone.
    """
    folder = folder_of(workshop)
    try:
        folder.mkdir(exist_ok=True)
        clear(workshop, at - _OLD_MS)
        taken = {each.at for each in snapshots(workshop)}
        while at in taken:
            at += 1
        path = folder / f"{stamp(at)}-{why}.facilitator"
        sound = put(path, copy, key, wanted).sound
        if sound:
            age_out(workshop, at)
        return Snapshot(path, at, why, path.stat().st_size, sound)
    except OSError as error:
        raise FolderReadOnly(folder) from error


def put(
    target: Path,
    copy: Callable[[Path], None],
    key: FileKey | None = None,
    wanted: Callable[[], bool] = always,
) -> Examination:
    """The target, which was not there, is a copy on the disk that can be read; returns what it is like.

    Raises a fault or NotWanted, and then there is no target.
    """
    if target.exists():
        raise FileExists(target)
    if not target.parent.is_dir() or not os.access(target.parent, os.W_OK):
        raise FolderReadOnly(target)
    with made_whole(target) as making:
        copy(making)
        found = examine(making, key)
        if not found.readable:
            raise SnapshotUnsound(target)
        if not wanted():
            raise NotWanted
    return found


@contextmanager
def made_whole(target: Path) -> Iterator[Path]:
    """What is made at the path this gives stands in the target's place, whole and on the disk, or nowhere.

    Raises WriteFailed.
    """
    making = target.with_name(f".{new_id()}.part")
    try:
        yield making
        on_disk(making)
        making.replace(target)
        on_disk(target.parent)
    except (OSError, driver.Error) as error:
        raise WriteFailed(target) from error
    finally:
        making.unlink(missing_ok=True)


def age_out(workshop: Path, now: int) -> None:
    """Of snapshots that grow old, those of a day, a week and a month thin out."""
    there = snapshots(workshop)
    stays = kept((each.at for each in there), now)
    for each in there:
        if each.at not in stays:
            each.path.unlink(missing_ok=True)


def copy_settled(workshop: Path, target: Path, key: FileKey | None = None, newest: str = "") -> None:
    """The target is what a settled file holds, which another process may have open: it is read as it lies.

    What lies beside it is read after it, up to the last whole act. Raises SnapshotUnsound if the `newest`
    event is not among what could be read.
    """
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".") as folder:
        raw = Path(folder) / "raw"
        trickle(workshop, raw)
        beside = workshop.with_name(f"{workshop.name}-wal")
        if beside.exists():
            trickle(beside, raw.with_name("raw-wal"))
        with trickling(target):
            vacuumed(raw, target, key, newest)


def keep_shape(raw: Any, workshop: Path, version: int, key: FileKey | None) -> None:  # noqa: ANN401 - the driver's own
    """A verified copy of a file in its old shape lies beside it; one that is there already is kept."""
    copy = workshop.with_name(f"{workshop.stem}.shape-{version}{workshop.suffix}")
    if not copy.exists():
        put(copy, lambda making: _vacuum(raw, making, key), key)


def _vacuum(raw: Any, target: Path, key: FileKey | None) -> None:  # noqa: ANN401 - as above
    raw.execute("VACUUM INTO ?", (str(target),))
    if key is not None:
        key.mark(target)


def vacuumed(source: Path, target: Path, key: FileKey | None = None, newest: str = "") -> None:
    """The target is a compact copy of a file that nobody has open, under the same key.

    Raises SnapshotUnsound if the `newest` event is not in it.
    """
    connection = connect_to_check(source, key)
    try:
        if newest and connection.execute("SELECT 1 FROM event WHERE id = ?", (newest,)).fetchone() is None:
            raise SnapshotUnsound(target)
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()
    unmark_copy(target, key)
    if key is not None:
        key.mark(target)


def clear(workshop: Path, before: float = math.inf) -> None:
    """What makers of snapshots left behind that were killed is gone: all that, or what is older.

    What is younger may be another's work of this moment.
    """
    for left in folder_of(workshop).glob(".*"):
        with suppress(FileNotFoundError):  # its maker has ended
            if left.stat().st_mtime * SECOND > before:
                continue
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink()


def _read(path: Path) -> Snapshot | None:
    told = _NAME.fullmatch(path.name)
    if told is None or told[3] not in set(Why):
        return None
    whole = datetime.strptime(told[1], _STAMP).replace(tzinfo=UTC)
    at = round(whole.timestamp()) * SECOND + int(told[2])
    return Snapshot(path, at, Why(told[3]), path.stat().st_size)
