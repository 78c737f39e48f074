"""Snapshots, checks, restoring and rescuing: what keeps a workshop when its file is lost or damaged."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Event
from typing import Any

from facilitator.domain.refusals import Explained
from facilitator.language.speech import Language
from facilitator.store.examining import Examination, Finding, Flaw, examine
from facilitator.store.faults import FileCutShort, FileEmpty, FileLocked, FileMissing, NotAWorkshop
from facilitator.store.journal import BIRTH
from facilitator.store.keys import FileKey
from facilitator.store.opening import check_header, is_held, is_in_use, lacking, written_beside
from facilitator.store.rescue import Rescued, rescue
from facilitator.store.restoring import COMPANIONS, restore
from facilitator.store.snapshots import Snapshot, Why, copy_settled, keep, put, snapshots
from facilitator.store.workshop_file import WorkshopFile
from facilitator.store.write_ahead import Beside, directly

_TURN_S = 0.001
"""So long a thread computes before another one may: each step of a copy and its verification waits for it."""


class WorkshopFlawed(Explained):
    """The check of `file` found something."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, and the snapshots there are to go back to, the newest first."""

    path: Path
    found: Examination
    snapshots: tuple[Snapshot, ...]

    def as_json(self) -> Mapping[str, Any]:
        findings = [{**asdict(each), "flaw": each.flaw.value} for each in self.found.findings]
        return {
            "sound": self.found.sound,
            "events": self.found.events,
            "rows": self.found.rows,
            "findings": findings,
            "snapshots": [str(each.path) for each in self.snapshots],
        }


def check(path: Path, key: FileKey | None = None) -> Checked:
    """Return what is wrong with a file that nobody has open; it is looked at on a copy and stays as it is."""
    if not path.is_file():
        raise FileMissing(path)
    if is_in_use(path) or is_held(path):
        raise FileLocked(path)
    return Checked(path, _found(path, key), snapshots(path))


def _found(path: Path, key: FileKey | None) -> Examination:
    try:
        check_header(path)
    except (FileEmpty, FileCutShort, NotAWorkshop):
        return Examination(0, 0, (Finding(Flaw.PAGES),))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        for suffix in ("", *COMPANIONS):
            part = path.with_name(path.name + suffix)
            if part.exists():
                shutil.copyfile(part, copy.with_name(part.name))
        companion = bool(written_beside(copy))
        found = examine(copy, key)
        if found.readable and (lost := lacking(copy, key, companion=companion)) is not None:
            return replace(found, findings=(*found.findings, Finding(Flaw.LAST_ACTS, lost)))
        return found


def repair(path: Path, target: Path, at: int, key: FileKey | None = None) -> Rescued:
    """The target is a sound workshop of what can be read of a file, which stays as it is."""
    if not path.is_file():
        raise FileMissing(path)
    return rescue(path, target, at, key)


def rescued_told(rescued: Rescued, target: Path, language: Language) -> Iterator[str]:
    """Yield what is to be told of a rescue, a sentence a line."""
    yield language.say(
        "Rows rescued: {n}; of these, given back by the journal: {journal}",
        n=language.number(rescued.rows),
        journal=language.number(rescued.from_journal),
    )
    if rescued.dropped:
        lost = language.number(rescued.dropped)
        yield language.say("Rows left out, because what they belong to is lost: {n}", n=lost)
    yield language.say("They are in {file}. The damaged file is as it was.", file=target.name)


def restore_snapshot(snapshot: Path, target: Path, at: int, key: FileKey | None = None) -> Path | None:
    """The workshop is what the snapshot holds; returns where the file lies that was there before, if any.

    What is there and can be read is kept as a snapshot, too.
    """
    if target.is_file() and snapshot.is_file() and not (is_in_use(target) or is_held(target)):
        _keep_what_is_there(target, at, key)
    return restore(snapshot, target, at, key)


def _keep_what_is_there(target: Path, at: int, key: FileKey | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / target.name
        for part in (target, *written_beside(target)):
            shutil.copyfile(part, copy.with_name(part.name))
        if examine(copy, key).readable:
            keep(target, at, Why.RESTORE, lambda making: copy_settled(copy, making, key), key)


def snapshot_to(file: WorkshopFile, target: Path) -> None:
    """The target is the workshop as it stands, verified; a file that is there is never replaced."""
    put(target, file.copy_to, file.key)


def keep_snapshot(file: WorkshopFile, at: int, why: Why, beside: Beside = directly) -> Snapshot | None:
    """Return a snapshot of what stands now; unasked, none of a workshop in which nothing was done yet.

    What takes long of it can be done `beside` something else, which leaves the file alone.
    """
    if why is not Why.ASKED and is_new(file):
        return None
    return beside(lambda: keep(file.path, at, why, file.copy_to, file.key))


def is_new(file: WorkshopFile) -> bool:
    """Say whether nothing was done yet in a workshop."""
    newest = next(file.events(), None)
    return newest is None or newest.act == BIRTH


class Meanwhile:
    """A snapshot that another thread makes of what stands now: it is there once it is wanted, or never.

    Copying and much of the verification need nothing of this thread, which can do something else.
    """

    def __init__(self, file: WorkshopFile, at: int, why: Why) -> None:
        self._wanted: Future[bool] = Future()
        self._copied, self._file = Event(), file
        self._usual_turn = sys.getswitchinterval()
        sys.setswitchinterval(_TURN_S)
        self._pool = ThreadPoolExecutor(1)
        self._making = self._pool.submit(keep, file.path, at, why, self._copy, file.key, self._wanted.result)
        self._making.add_done_callback(lambda _: self._copied.set())

    def _copy(self, target: Path) -> None:
        self._file.copy_to(target)
        self._copied.set()

    def copied(self, beside: Beside) -> None:
        """It is copied, or could not be: the file answers again, while the copy is verified."""
        beside(self._copied.wait)

    def wanted(self, beside: Beside) -> Snapshot:
        """Return the snapshot when it lies there, verified; raises what its maker raised."""
        self._wanted.set_result(True)
        return beside(self._making.result)

    def close(self) -> None:
        """Nothing is being made any more, and there is nothing if it was not wanted."""
        if not self._wanted.done():
            self._wanted.set_result(False)
        self._pool.shutdown()
        sys.setswitchinterval(self._usual_turn)


def keep_settled(workshop: Path, at: int, why: Why, key: FileKey | None = None, newest: str = "") -> Snapshot:
    """Return a snapshot of a settled file that another process goes on writing to.

    It holds what stands at one moment of its making, the `newest` event of its beginning included.
    """
    return keep(workshop, at, why, lambda making: copy_settled(workshop, making, key, newest), key)
