"""A document in the making, in a process of its own: the clock of the window never waits for it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from facilitator.acts.instants import instant
from facilitator.acts.output import part_of
from facilitator.domain.refusals import Explained
from facilitator.language.places import own_program
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from facilitator.ui.context import Desk
from facilitator.ui.report.wish import Wish

_END_MS = 5_000


class WriterBroke(Exception):
    """The process ended by a bug; it holds what the process said."""


class Making(QObject):
    """Works on a copy of the workshop as it stood at the start; the target is whole, or as it was.

    One of three signals ends it. The copy is gone by then, and so is what a stopped writer had begun.
    """

    made = Signal(object)  # the path of the document
    failed = Signal(str)  # one sentence
    stopped = Signal()

    def __init__(self, desk: Desk, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._language = desk, language
        self._process = QProcess(self)
        self._folder: TemporaryDirectory[str] | None = None
        self._target = Path()
        self._stopping = False
        self.newest, self.began = "", 0
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_started)

    @property
    def target(self) -> Path:
        return self._target

    @property
    def at_work(self) -> bool:
        return self._folder is not None

    def start(self, wish: Wish, target: Path) -> bool:
        """Say whether the document is being made, of the workshop as it stands now."""
        self._target, self._stopping = target, False
        self.newest, self.began = self._desk.newest_event(), self._desk.now()
        self._folder = TemporaryDirectory(prefix="facilitator-")
        try:
            copy = self._desk.copied(Path(self._folder.name))
        except Explained as told:
            self._clean()
            self.failed.emit(sentence(self._language, told))
            return False
        self._process.setProcessEnvironment(_surroundings(self._language.code))
        words = wish.words(copy, target, instant(self.began))
        program, *before = own_program()
        self._process.start(program, [*before, *words])
        return True

    def stop(self) -> None:
        """The process ends at once; `stopped` tells when nothing of it is left."""
        if self.at_work:
            self._stopping = True
            self._process.kill()

    def end(self) -> None:
        """Nothing of it is left when this returns, and no signal tells of it."""
        self.blockSignals(True)
        self.stop()
        self._process.waitForFinished(_END_MS)

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        self._clean()
        if self._stopping:
            self.stopped.emit()
        elif status is QProcess.ExitStatus.NormalExit and code == 0:
            self.made.emit(self._target)
        elif code == 1 and said and "\n" not in said:
            self.failed.emit(said)
        else:
            self.failed.emit(self._broken())
            raise WriterBroke(said)  # a bug there is written down as one of here

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
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


def _surroundings(language: str) -> QProcessEnvironment:
    """Return what the process finds around it: it refuses in the language of the screen, in UTF-8."""
    found = QProcessEnvironment.systemEnvironment()
    found.insert("LC_ALL", language)
    found.insert("PYTHONUTF8", "1")
    return found
