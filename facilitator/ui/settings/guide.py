"""The guide is made by a process of its own, once while the program runs, and opened by a reader of PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from facilitator.language.places import own_program
from facilitator.language.speech import Language


class Guide(QObject):
    """`told` says what goes on, or, with True, what went wrong."""

    told = Signal(str, bool)

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._made = folder, set[Path]()
        self._target = folder
        self._language: Language | None = None
        self._process = QProcess(self)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._broken)

    def open(self, language: Language) -> None:
        """The guide in this language is read as soon as there is one."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            return
        self._language, self._target = language, self._folder / f"guide-{language.code}.pdf"
        if self._target in self._made and self._target.is_file():
            self._read()
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        surroundings = QProcessEnvironment.systemEnvironment()
        surroundings.insert("QT_QPA_PLATFORM", "offscreen")
        self._process.setProcessEnvironment(surroundings)
        program, *before = own_program()
        self._process.start(program, [*before, "guide", "-o", str(self._target), "--lang", language.code])
        self.told.emit(language.say("The guide is being made; it opens in a moment."), False)

    def forget(self) -> None:
        """What a guide says may have changed: it is made anew when it is wanted."""
        self._made.clear()

    def stop(self) -> None:
        """No guide is being made any more."""
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished()

    def _ended(self, code: int) -> None:
        if code != 0:
            self._broken()
            return
        self._made.add(self._target)
        self._read()

    def _read(self) -> None:
        if self._language is None or QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target))):
            return
        say = self._language.say
        self.told.emit(say("No program here opens a PDF. The guide is {file}.", file=str(self._target)), True)

    def _broken(self) -> None:
        if self._language is not None:
            say = self._language.say
            self.told.emit(say("The guide could not be written to {file}.", file=str(self._target)), True)
