"""Telling other laptops what this one knows, and taking in what they tell."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from facilitator.acts.desk import Desk, open_desk
from facilitator.acts.erasure import delete_copies
from facilitator.acts.importing.order import ImportStopped, Progress, quiet
from facilitator.acts.importing.writing import undisturbed
from facilitator.acts.output import written_whole
from facilitator.domain.clocks import Ahead
from facilitator.domain.refusals import Explained
from facilitator.exchange.keys import opening_key
from facilitator.exchange.merging import Merged, merge_all, new_replica
from facilitator.exchange.packing import packed
from facilitator.exchange.reading import ReadingBroke, outcome, read_by_two
from facilitator.exchange.understanding import Understood, package_bytes
from facilitator.store.clocks import clocks
from facilitator.store.coming import Coming, Event
from facilitator.store.keys import FileKey
from facilitator.store.privacy import concerns
from facilitator.store.snapshots import Why
from facilitator.store.steps import Pause, no_pause
from facilitator.store.write_ahead import Beside, directly

_FINISHED = 99
_FEW_BYTES = 200_000
"""So little is read as fast as another process starts."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Whoever waits for a merge: is told its `progress`, may stop it at a `pause`, and lives `beside` it."""

    progress: Progress = quiet
    pause: Pause = no_pause
    beside: Beside = directly


ALONE = Waiting()


def pack(desk: Desk, target: Path, *, for_secretariat: bool = False) -> None:
    """The target is a package of all this laptop knows and may tell; raises NotWritten or a fault."""
    with written_whole(target) as making:
        making.write_bytes(packed(desk.file, desk.now(), for_secretariat=for_secretariat))


def concerns_here(desk: Desk) -> int:
    """Return how many protection concerns an open package leaves out."""
    return desk.file.look(concerns)


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
    with undisturbed(), desk.file.in_bulk(waiting.beside):
        found = _Taking(desk, waiting).all(packages)
        if any(isinstance(each, Merged) and each.erased for each in found):
            delete_copies(desk.path)
            desk.file.compact()
            desk.keep_snapshot(Why.ASKED)
        waiting.beside(desk.read_ahead)
    desk.changed()
    return found


class _Taking:
    """Packages are taken in: all sound ones at once, or each by itself if one of them does not fit."""

    def __init__(self, desk: Desk, waiting: Waiting) -> None:
        self._desk, self._waiting = desk, waiting
        self._is_kept, self._reads_beside = False, True

    def all(self, packages: Sequence[Path]) -> list[Merged | Explained]:
        """Return what each brought, or why nothing of it came."""
        try:
            return self._together(packages, _Way(self._waiting, len(packages)))
        except ImportStopped:
            raise
        except ReadingBroke:  # whatever ended the other process: this one reads as well
            self._reads_beside = False
            return self.all(packages)
        except Explained as why:
            if len(packages) == 1:
                return [why]
        return [self._alone(package, number, len(packages)) for number, package in enumerate(packages)]

    def _alone(self, package: Path, number: int, of: int) -> Merged | Explained:
        """Return what a package by itself brought; once it was stopped, that is told of all that follow."""
        try:
            (found,) = self._together([package], _Way(self._waiting, 1, (number, of)))
        except Explained as why:
            return why
        return found

    def _together(self, packages: Sequence[Path], way: _Way) -> list[Merged | Explained]:
        """Return what each brought, or why it cannot be read; raises why one does not fit: nothing came."""
        told: list[Explained | None] = []
        with closing(self._readings(packages, way.breathe)) as readings:
            sound = self._sound(readings, told, way)
            first = next(sound, None)
            merged = iter(() if first is None else self._merged(chain([first], sound), way.breathe))
        return [next(merged) if why is None else why for why in told]

    def _readings(self, packages: Sequence[Path], pause: Pause) -> Generator[Understood | Explained]:
        """Yield what each package holds, or why it cannot be used; of many a process beside reads most."""
        key = self._desk.file.look(opening_key)
        if self._reads_beside and sum(map(_size, packages)) > _FEW_BYTES:
            yield from read_by_two(packages, key, pause, self._waiting.beside)
            return
        for path in packages:
            yield outcome(path, key)
            pause()

    def _sound(
        self, readings: Iterable[Understood | Explained], told: list[Explained | None], way: _Way
    ) -> Iterator[Understood]:
        """Yield what can be read; `told` is why each of the others cannot be."""
        for reading in readings:
            way.next_package()
            told.append(reading if isinstance(reading, Explained) else None)
            if isinstance(reading, Understood):
                yield replace(reading, runs=[way.along(run, reading.runs) for run in reading.runs])

    def _merged(self, sound: Iterable[Understood], pause: Pause) -> list[Merged]:
        if not self._is_kept:
            self._desk.keep_snapshot(Why.MERGE, self._waiting.beside)
            self._is_kept = True
        return merge_all(self._desk.file, sound, self._desk.now(), pause)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


class _Way:
    """How far a merge is, in hundredths, by the packages that are in and the events of the one at work."""

    def __init__(self, waiting: Waiting, packages: int, part: tuple[int, int] = (0, 1)) -> None:
        self._waiting, self._packages = waiting, packages
        self._part, self._parts = part
        self._number, self._done, self._of = -1, 0, 1

    def next_package(self) -> None:
        """All that is told from now on is of the next package."""
        self._number, self._done = self._number + 1, 0

    def along(self, run: Coming, runs: Sequence[Coming]) -> Coming:
        """Return a run; how far it is read is how far the merge is."""
        self._of = sum(1 + each.last - each.first for each in runs)
        return run._replace(pieces=self._counted(run.pieces))

    def _counted(self, pieces: Iterable[Sequence[Event]]) -> Iterator[Sequence[Event]]:
        for piece in pieces:
            yield piece
            self._done += len(piece)

    def breathe(self) -> None:
        """Whoever waits is told how far it is; raises ImportStopped if they want no more."""
        of_all = (max(0, self._number) + self._done / self._of) / self._packages
        self._waiting.progress(int(_FINISHED * (self._part + min(1, of_all)) / self._parts), 100)
        self._waiting.pause()


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
