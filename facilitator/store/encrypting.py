"""Giving a file a key, another one or none: it is made anew under it, and then takes its place."""

from __future__ import annotations

from pathlib import Path

from facilitator.store.engine import CIPHER, as_integer, connect
from facilitator.store.examining import examine
from facilitator.store.faults import FileDamaged, FileLocked, WriteFailed
from facilitator.store.keys import FileKey, block_of
from facilitator.store.opening import is_held, is_in_use, opens
from facilitator.store.snapshots import made_whole, snapshots
from facilitator.store.standing import IN_USE


def remake(path: Path, old: FileKey | None, new: FileKey | None) -> None:
    """The file, which nobody has open, is under the new key; raises a fault and leaves it as it was."""
    with made_whole(path) as making:
        _export(path, old, making, new)
        if new is not None:
            new.mark(making)
        if examine(path, old) != examine(making, new):
            raise FileDamaged(path)


def remake_all(workshop: Path, old: FileKey | None, new: FileKey | None) -> tuple[Path, ...]:
    """The workshop and all copies of it beside it are under the new key; returns those that could not be.

    What cannot be read under the old key stays as it is: somebody has to decide about it.
    """
    if is_in_use(workshop) or is_held(workshop):
        raise FileLocked(workshop)
    remake(workshop, old, new)
    left = []
    for copy in copies_of(workshop):
        try:
            if _is_under(copy, old):
                remake(copy, old, new)
            else:
                left.append(copy)
        except (WriteFailed, FileDamaged):
            left.append(copy)
    return tuple(left)


def copies_of(workshop: Path) -> tuple[Path, ...]:
    """Return the snapshots, what was set aside, and what an upgrade kept."""
    beside = [
        path
        for kind in ("set-aside", "shape")
        for path in workshop.parent.glob(f"*.{kind}-*")
        if path.name.startswith(f"{workshop.stem}.{kind}-") and path.suffix == workshop.suffix
    ]
    return (*(each.path for each in snapshots(workshop)), *sorted(beside))


def _is_under(path: Path, key: FileKey | None) -> bool:
    if key is None:
        return block_of(path) is None
    return block_of(path) is not None and opens(path, key)


def _export(path: Path, old: FileKey | None, making: Path, new: FileKey | None) -> None:
    connection = connect(path, old)
    try:
        for pragma in CIPHER:
            connection.execute(pragma)
        shape = [(name, as_integer(connection, name)) for name in ("user_version", "application_id")]
        named = "''" if new is None else new.quoted
        connection.execute(f"ATTACH ? AS anew KEY {named}", (str(making),))
        connection.execute("SELECT sqlcipher_export('anew')")
        for name, number in shape:
            connection.execute(f"PRAGMA anew.{name}={number}")
        connection.execute("DELETE FROM anew.meta WHERE key = ?", (IN_USE,))
        connection.execute("DETACH anew")
    finally:
        connection.close()
