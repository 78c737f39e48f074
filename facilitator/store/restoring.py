"""Putting a snapshot in the place of a workshop: what was there is set aside whole."""

from __future__ import annotations

import os
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from facilitator.store.engine import connect
from facilitator.store.examining import examine
from facilitator.store.faults import FileLocked, FileMissing, FolderReadOnly, SnapshotDamaged, WriteFailed
from facilitator.store.ids import new_id
from facilitator.store.keys import FileKey
from facilitator.store.opening import is_held, is_in_use
from facilitator.store.snapshots import put, stamp, vacuumed
from facilitator.store.standing import TAIL
from facilitator.store.syncing import on_disk

_SUCCESSOR = (
    "INSERT INTO replica (id, name, created, succeeds) SELECT ?, name, ?, id FROM replica WHERE id = ?"
)
COMPANIONS = ("-wal", "-shm", "-journal", TAIL)


def restore(snapshot: Path, target: Path, at: int, key: FileKey | None = None) -> Path | None:
    """The target holds what the snapshot does, as a new laptop that goes on from there.

    Returns where the file that was there before lies now, with its companions, None if there was none.
    """
    if not snapshot.is_file():
        raise FileMissing(snapshot)
    if not examine(snapshot, key).readable:
        raise SnapshotDamaged(snapshot)
    if not os.access(target.parent, os.W_OK):
        raise FolderReadOnly(target)
    if target.exists() and (is_in_use(target) or is_held(target)):
        raise FileLocked(target)
    ready = target.with_name(f".{target.name}.{new_id()}")
    try:
        put(ready, lambda making: vacuumed(snapshot, making, key), key)
        succeed(ready, at, key)
        aside = set_aside(target, at)
        ready.rename(target)
        on_disk(target.parent)
    except (OSError, driver.Error) as error:
        raise WriteFailed(target) from error
    finally:
        ready.unlink(missing_ok=True)
    return aside


def set_aside(path: Path, at: int) -> Path | None:
    """The name is free: the file and its companions lie beside it as one whole under another name."""
    parts = [path.with_name(path.name + suffix) for suffix in ("", *COMPANIONS)]
    there = [part for part in parts if part.exists()]
    if not there:
        return None
    aside = _free(path, f"{path.stem}.set-aside-{stamp(at)}", path.suffix)
    for part in reversed(there):  # a file never stands without what was written beside it last
        part.rename(aside.with_name(aside.name + part.name.removeprefix(path.name)))
    on_disk(path.parent)
    return aside


def succeed(path: Path, at: int, key: FileKey | None = None) -> None:
    """A copy that goes on by itself is a laptop of its own, so that its acts are told from the old one's."""
    connection = connect(path, key)
    try:
        connection.execute("BEGIN IMMEDIATE")
        (old,) = connection.execute("SELECT value FROM meta WHERE key = 'replica'").fetchone()
        new = new_id()
        connection.execute(_SUCCESSOR, (new, at, old))
        connection.execute("UPDATE meta SET value = ? WHERE key = 'replica'", (new,))
        connection.execute("COMMIT")
    finally:
        connection.close()


def _free(path: Path, stem: str, suffix: str) -> Path:
    """Return a name that nothing has yet."""
    names = (path.with_name(f"{stem}{n}{suffix}") for n in ("", *(f"-{n}" for n in range(2, 1_000))))
    return next(name for name in names if not name.exists())
