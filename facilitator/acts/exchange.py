"""Telling other laptops what this one knows, and taking in what they tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facilitator.acts.desk import Desk, open_desk
from facilitator.exchange.merging import Merged, merge, new_replica, package_bytes
from facilitator.exchange.packing import packed, write_package
from facilitator.store.keys import FileKey
from facilitator.store.snapshots import Why


def pack(desk: Desk, target: Path, *, for_secretariat: bool = False) -> None:
    """The target is a package of all this laptop knows and may tell; raises a fault."""
    write_package(packed(desk.file, desk.now(), for_secretariat=for_secretariat), target)


def take_in(desk: Desk, package: Path) -> Merged:
    """The workshop knows what the package tells, and a snapshot what it was before; raises a fault."""
    content = package_bytes(package)
    desk.keep_snapshot(Why.MERGE)
    merged = merge(desk.file, content, desk.now(), package.name)
    desk.changed()
    return merged


def take_in_all(
    path: Path, packages: list[Path], clock: Callable[[], int], key: FileKey | None, laptop: str
) -> list[Merged]:
    """Return what each package brought; a path that is not there yet becomes a new laptop's workshop."""
    found: list[Merged] = []
    rest = packages
    if not path.exists():
        content = package_bytes(packages[0])
        found.append(new_replica(path, content, clock(), name=packages[0].name, laptop=laptop or path.stem))
        rest = packages[1:]
    if rest:
        desk = open_desk(path, clock, key)
        try:
            found += [take_in(desk, package) for package in rest]
        finally:
            desk.close()
    return found
