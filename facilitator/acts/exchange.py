"""Telling other laptops what this one knows, and taking in what they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from facilitator.acts.desk import Desk, open_desk
from facilitator.acts.erasure import delete_copies
from facilitator.acts.importing.order import ImportStopped, Progress, quiet
from facilitator.acts.importing.writing import undisturbed
from facilitator.acts.safety import Beside, at_once
from facilitator.domain.clocks import Ahead
from facilitator.domain.refusals import Explained
from facilitator.exchange.merging import (
    Merged,
    Understood,
    merge_all,
    new_replica,
    package_bytes,
    understood,
)
from facilitator.exchange.packing import packed, write_package
from facilitator.store.clocks import clocks
from facilitator.store.keys import FileKey
from facilitator.store.snapshots import Why
from facilitator.store.steps import AT_ONCE, Pause, no_pause

T = TypeVar("T")
_READ, _WRITTEN = 20, 99
_STEPS_OF_EVENT = 7  # each is compared, written and understood, and so are the rows it touched


@dataclass(frozen=True, slots=True)
class Waiting:
    """Whoever waits for a merge: is told its `progress`, may stop it at a `pause`, and lives `beside` it."""

    progress: Progress = quiet
    pause: Pause = no_pause
    beside: Beside = at_once


ALONE = Waiting()


def pack(desk: Desk, target: Path, *, for_secretariat: bool = False) -> None:
    """The target is a package of all this laptop knows and may tell; raises a fault."""
    write_package(packed(desk.file, desk.now(), for_secretariat=for_secretariat), target)


def clocks_now(desk: Desk) -> dict[str, Ahead]:
    """Return by each laptop's name how far its clock is ahead of this one's, as far as anything tells."""
    return desk.file.look(partial(clocks, me=desk.file.replica))


def take_in(desk: Desk, package: Path) -> Merged:
    """The workshop knows what the package tells, and a snapshot what it was before; raises a fault."""
    (told,) = take_in_each(desk, [package])
    if isinstance(told, Explained):
        raise told
    return told


def take_in_each(desk: Desk, packages: Sequence[Path], waiting: Waiting = ALONE) -> list[Merged | Explained]:
    """Return what each package brought, or why nothing of it came; what is sound comes at once.

    A snapshot holds what the workshop was before. Raises ImportStopped if whoever waits stops it, and then
    nothing has come in.
    """
    way = _Way(waiting)
    with undisturbed():
        told = [_outcome(partial(_understood, desk, path)) for path in way.reads(packages)]
        sound = [each for each in told if isinstance(each, Understood)]
        if sound:
            desk.keep_snapshot(Why.MERGE, waiting.beside)
        way.expect(sound)
        merged = iter(_merged(desk, sound, way.step))
        found = [next(merged) if isinstance(each, Understood) else each for each in told]
        if any(isinstance(each, Merged) and each.erased for each in found):
            delete_copies(desk.path)
            desk.file.compact()
            desk.keep_snapshot(Why.ASKED)
    desk.changed()
    return found


def _merged(desk: Desk, sound: list[Understood], pause: Pause) -> list[Merged | Explained]:
    """Return what each package brought: all of them at once, or each by itself if one does not fit."""
    if not sound:
        return []
    together = _outcome(lambda: merge_all(desk.file, sound, desk.now(), pause))
    if not isinstance(together, Explained):
        return [*together]
    if len(sound) == 1:
        return [together]
    return [_outcome(lambda each=each: merge_all(desk.file, [each], desk.now())[0]) for each in sound]  # type: ignore[misc] # bound at once


class _Way:
    """How far a merge is, in hundredths: packages are read in the first fifth, rows written in the rest."""

    def __init__(self, waiting: Waiting) -> None:
        self._waiting, self._steps, self._expected = waiting, 0, 1

    def reads(self, packages: Sequence[Path]) -> Iterator[Path]:
        """Yield each package as it is its turn to be read."""
        for number, package in enumerate(packages):
            self._reached(_READ * number // len(packages))
            yield package

    def expect(self, sound: Sequence[Understood]) -> None:
        """So many rows are to come."""
        events = sum(len(run.events) for each in sound for run in each.package.runs)
        self._expected = max(1, _STEPS_OF_EVENT * events // AT_ONCE)

    def step(self) -> None:
        """A step is done; raises ImportStopped if whoever waits wants no more."""
        self._steps += 1
        self._reached(min(_WRITTEN, _READ + (_WRITTEN - _READ) * self._steps // self._expected))

    def _reached(self, hundredths: int) -> None:
        self._waiting.progress(hundredths, 100)
        self._waiting.pause()


def _understood(desk: Desk, path: Path) -> Understood:
    return understood(desk.file, package_bytes(path), path.name)


def _outcome(attempt: Callable[[], T]) -> T | Explained:
    try:
        return attempt()
    except ImportStopped:
        raise
    except Explained as told:
        return told


def take_in_all(
    path: Path,
    packages: list[Path],
    clock: Callable[[], int],
    key: FileKey | None,
    laptop: str,
    waiting: Waiting = ALONE,
) -> list[Merged]:
    """Return what each package brought; a path that is not there yet becomes a new laptop's workshop.

    Raises the first fault, after all that is sound has come in.
    """
    found: list[Merged | Explained] = []
    rest = packages
    if not path.exists():
        content = package_bytes(packages[0])
        found.append(new_replica(path, content, clock(), name=packages[0].name, laptop=laptop or path.stem))
        rest = packages[1:]
    if rest:
        desk = open_desk(path, clock, key)
        try:
            found += take_in_each(desk, rest, waiting)
        finally:
            desk.close()
    for each in found:
        if isinstance(each, Explained):
            raise each
    return [each for each in found if isinstance(each, Merged)]
