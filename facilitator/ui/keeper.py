"""A snapshot now and then while a workshop is open, made by another process: no clock waits for it."""

from __future__ import annotations

import json
from threading import Event, Thread

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
_AGAIN_S = 0.05


class KeeperBroke(Exception):
    """The process ended by a bug; it holds what the process said."""


class Keeper(QObject):
    """Every twenty minutes what has changed is kept; `failed` says in one sentence why it could not be."""

    kept = Signal(str)  # the path of the snapshot
    failed = Signal(str)
    _settled = Signal(object)

    def __init__(self, desk: Desk, language: Language, parent: QObject, every_ms: int = EVERY_MS) -> None:
        super().__init__(parent)
        self._desk, self._language = desk, language
        self._newest = ""
        self._settling: Thread | None = None
        self._ends = Event()
        self._settled.connect(self._make)
        self._process = QProcess(self)
        self._process.setProcessEnvironment(surroundings())
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_started)
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        self._indexing = Indexing(desk, self)

    @property
    def at_work(self) -> bool:
        return self._settling is not None or self._process.state() is not QProcess.ProcessState.NotRunning

    def keep(self) -> None:
        """A snapshot of what stands now is being made, unless the last one holds it or is being made.

        The disk takes its time until all is in the file itself: another thread waits for that.
        """
        if self.at_work or self._desk.file.at_work or not self._desk.to_keep():
            return
        self._newest = self._desk.newest_event()
        self._settling = Thread(target=self._settle, daemon=True)
        self._settling.start()

    def _settle(self) -> None:
        why: Explained | None = None
        try:
            while not self._desk.file.settle():
                if self._ends.wait(_AGAIN_S):
                    return
        except Explained as told:
            why = told
        self._settled.emit(why)

    def _make(self, why: Explained | None) -> None:
        """Another process copies what is in the file now."""
        if self._settling is None:  # it was ended in the meantime
            return
        self._settling = None
        if why is not None:
            self.failed.emit(sentence(self._language, why))
            return
        asked = {"file": str(self._desk.path), "at": self._desk.now(), "why": "regular"} | key_told(
            self._desk
        )
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
        self._indexing.end()
        self.blockSignals(True)
        self._process.blockSignals(True)
        if self._settling is not None:
            self._ends.set()
            self._settling.join()
            self._settling = None
            self._desk.file.go_on()
        if self.at_work:
            self._process.kill()
            self._process.waitForFinished(_END_MS)
            self._desk.file.go_on()

    def _ended(self) -> None:
        self._desk.file.go_on()
        answer = bytes(self._process.readAllStandardOutput().data())
        told = json.loads(answer or b"{}")
        if "kept" in told:
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
