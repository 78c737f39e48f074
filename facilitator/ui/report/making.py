"""A document in the making, in a process of its own: the clock of the window never waits for it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from facilitator.acts.instants import instant
from facilitator.acts.output import part_of
from facilitator.domain.refusals import Explained
from facilitator.language.places import own_program
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from facilitator.ui.beside import beside
from facilitator.ui.context import Desk
from facilitator.ui.report.wish import Wish

_IN_ROWS = (".xlsx", ".csv", ".json")
_END_MS = 30_000  # a killed process is gone at once, but not where the machine stands still


class WriterBroke(Exception):
    """The process ended by a bug; it holds what the process said."""


class Making(QObject):
    """Works on a copy of the workshop as it stood at the start; the target is whole, or as it was.

    One of three signals ends it. The copy is gone by then, and so is what a stopped writer had begun. One
    that `stays` keeps its process ready for the next document, which is then made at once.
    """

    made = Signal(object)  # the path of the document
    failed = Signal(str)  # one sentence
    stopped = Signal()
    went_on = Signal(int, int)  # the page that is reached, and of how many; 0 while nobody knows

    def __init__(self, desk: Desk, language: Language, parent: QObject, *, stays: bool = False) -> None:
        super().__init__(parent)
        self._desk, self._language, self._stays = desk, language, stays
        self._process = QProcess(self)
        self._folder: TemporaryDirectory[str] | None = None
        self._target = Path()
        self._stopping = self._over = False
        self._leaving, self._next = False, b""  # whether the process is to end, and what the next is asked
        self.newest, self.began = "", 0
        self.page, self.pages = 0, 0
        self.told: dict[str, object] = {}
        """What is to be told of the document that was made last: its words, and what to look at."""
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_started)
        self._process.readyReadStandardOutput.connect(self._read)

    @property
    def target(self) -> Path:
        return self._target

    @property
    def names(self) -> Sequence[str] | None:
        """Return whom the document that was made last names; None before one was."""
        return list(self.told["names"]) if self.told else None  # type: ignore[call-overload] # as the process promises

    @property
    def at_work(self) -> bool:
        return self._folder is not None

    def progress(self, now: int, language: Language) -> str:
        """Return how far the document has come."""
        say, suffix = language.say, self.target.suffix
        time = language.duration(max(0, now - self.began), down=False)
        told = {"file": self.target.name, "n": self.page, "of": self.pages, "time": time}
        if self.pages and suffix in _IN_ROWS:
            return say("{file} is being made: row {n} of {of}, {time}", **told)
        if self.pages:
            return say("{file} is being made: page {n} of {of}, {time}", **told)
        if self.page:
            return say("{file} is being made: page {n}, {time}", **told)
        return say("{file} is being made, {time}", **told)

    def warm_up(self) -> None:
        """The process is there, and has loaded all it needs before anything is asked of it."""
        if not self._over and self._process.state() is QProcess.ProcessState.NotRunning:
            self._process.setProcessEnvironment(surroundings())
            program, *before = own_program()
            self._process.start(program, [*before, "documents"])

    def start(self, wish: Wish, target: Path) -> bool:
        """Say whether the document is being made, of the workshop as it stands now."""
        self._target, self._stopping = target, False
        self.newest, self.began = self._desk.newest_event(), self._desk.now()
        self.page, self.pages, self.told = 0, 0, {}
        self._folder = TemporaryDirectory(prefix="facilitator-")
        try:
            copy = beside(partial(self._desk.copied, Path(self._folder.name)))  # a long one takes seconds
        except Explained as told:
            self._clean()
            self.failed.emit(sentence(self._language, told))
            return False
        asked = (
            wish.asked(copy, target, instant(self.began))
            | {"speaks": self._language.code}
            | key_told(self._desk)
        )
        order = json.dumps(asked).encode() + b"\n"
        if self._leaving:
            self._next = order  # the process of the document before hears nothing any more
        else:
            self._ask(order)
        return True

    def _ask(self, order: bytes) -> None:
        self.warm_up()
        self._process.write(order)
        if not self._stays:
            self._process.closeWriteChannel()
            self._leaving = True

    def stop(self) -> None:
        """The process ends at once; `stopped` tells when nothing of it is left."""
        if self.at_work:
            self._stopping = True
            self._process.kill()

    def leave(self) -> None:
        """Nobody of here hears how it ends: it works for whoever takes it."""
        for signal in (self.made, self.failed, self.stopped, self.went_on):
            signal.disconnect()
        self.setParent(None)

    def end(self) -> None:
        """Nothing of it is left when this returns, no signal tells of it, and no process comes again."""
        self.blockSignals(True)
        self._stopping = self._over = True
        self._process.kill()
        self._process.waitForFinished(_END_MS)

    def _read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            if self.at_work and not self._stopping:
                self._hear(json.loads(line))

    def _hear(self, told: dict[str, object]) -> None:
        if "made" in told:
            self.told = dict(told["made"])  # type: ignore[call-overload] # as the process promises
            self._clean()
            self.made.emit(self._target)
        elif "refused" in told:
            self._clean()
            self.failed.emit(str(told["refused"]))
        else:
            self.page, self.pages = int(str(told["page"])), int(str(told["of"]))
            self.went_on.emit(self.page, self.pages)

    def _ended(self) -> None:
        """The process is gone: as it was told to, after its last document, or by a bug."""
        self._read()
        self._leaving = False
        order, self._next = self._next, b""
        if not self.at_work:
            return
        if order and not self._stopping:
            self._ask(order)
            return
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        self._clean()
        if self._stopping:
            self.stopped.emit()
        else:
            self.failed.emit(self._broken())
            raise WriterBroke(said)  # a bug there is written down as one of here

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self.at_work:
            self._leaving = False
            self._clean()
            self.failed.emit(self._broken())

    def _broken(self) -> str:
        return self._language.say(
            "{file} could not be made. Nothing was written; try again, or choose another kind of file.",
            file=self._target.name,
        )

    def _clean(self) -> None:
        part_of(self._target).unlink(missing_ok=True)
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def key_told(desk: Desk) -> dict[str, str]:
    """Return what another process needs to read a copy; it goes through a pipe and is written nowhere."""
    return {"key": desk.key.told() if desk.key is not None else ""}


def surroundings() -> QProcessEnvironment:
    """Return what the process finds around it: text goes both ways in UTF-8."""
    found = QProcessEnvironment.systemEnvironment()
    found.insert("PYTHONUTF8", "1")
    return found
