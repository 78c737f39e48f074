"""A snapshot now and then while a workshop is open, made by another process: no clock waits for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from facilitator.acts.desk import Desk
from facilitator.domain.refusals import Explained
from facilitator.domain.timing import MINUTE
from facilitator.language.places import own_program
from facilitator.language.refusals import SENTENCES, sentence
from facilitator.language.speech import Language
from facilitator.store.snapshots import Why
from facilitator.ui.indexing import Indexing
from facilitator.ui.report.making import key_told, surroundings

EVERY_MS = 20 * MINUTE
_END_MS = 5_000
_AGAIN_MS = 50


class KeeperBroke(Exception):
    """The process ended by a bug; it holds what the process said."""


class Keeper(QObject):
    """Every twenty minutes what has changed is kept; `failed` says in one sentence why it could not be."""

    kept = Signal(str)  # the path of the snapshot
    failed = Signal(str)

    def __init__(self, desk: Desk, language: Language, parent: QObject, every_ms: int = EVERY_MS) -> None:
        super().__init__(parent)
        self._desk, self._language = desk, language
        self._newest = ""
        self._process = QProcess(self)
        self._process.setProcessEnvironment(surroundings())
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_started)
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.keep)
        self._indexing = Indexing(desk, self)

    @property
    def at_work(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def keep(self) -> None:
        """A snapshot of what stands now is being made, unless the last one holds it or is being made."""
        if self.at_work or self._desk.file.at_work or not self._desk.to_keep():
            return
        try:
            settled = self._desk.file.settle()
        except Explained as told:
            self.failed.emit(sentence(self._language, told))
            return
        if settled:
            self._make()
        else:
            self._again.start()

    def _make(self) -> None:
        """Another process copies what is in the file now, and beside it."""
        self._newest = self._desk.newest_event()
        asked = {"file": str(self._desk.path), "at": self._desk.now(), "why": "regular"}
        asked |= {"newest": self._newest, **key_told(self._desk)}
        program, *before = own_program()
        self._process.start(program, [*before, "snapshots"])
        self._process.write(json.dumps(asked).encode() + b"\n")
        self._process.closeWriteChannel()

    def close(self) -> None:
        """What has changed is kept at once; a fault of the disk keeps nobody from closing a workshop."""
        self.end()
        try:
            self._desk.keep_snapshot(Why.CLOSE)
        except Explained as told:
            self.failed.emit(sentence(self._language, told))

    def end(self) -> None:
        """Nothing is being made any more when this returns, and no signal tells of it."""
        self._timer.stop()
        self._again.stop()
        self._indexing.end()
        self.blockSignals(True)
        self._process.blockSignals(True)
        if self.at_work:
            self._process.kill()
            self._process.waitForFinished(_END_MS)
            self._desk.file.go_on()

    def _ended(self) -> None:
        undisturbed = self._desk.file.go_on()
        answer = bytes(self._process.readAllStandardOutput().data())
        told = json.loads(answer or b"{}")
        if not undisturbed:
            _drop(told)
        elif "kept" in told:
            self._desk.kept(self._newest)
            self.kept.emit(told["kept"])
        elif "refused" in told:
            self.failed.emit(self._language.say(SENTENCES[told["refused"]], **told["details"]))
        else:
            said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            self._say_broken()
            raise KeeperBroke(said)  # a bug there is written down as one of here

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._desk.file.go_on()
            self._say_broken()

    def _say_broken(self) -> None:
        self.failed.emit(self._language.say("No snapshot could be made. Copy the workshop to another disk."))


def _drop(told: Mapping[str, str]) -> None:
    """Somebody was erased while this copy was made: it knows of whom no copy is to know."""
    if "kept" in told:
        Path(told["kept"]).unlink(missing_ok=True)
