"""Pictures of the screens on the sample workshop, painted where nobody sees it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.plugin=false")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.acts.desk import open_desk
from facilitator.acts.sample import build
from facilitator.language.speech import language_for
from facilitator.ui.console import Console
from facilitator.ui.context import Context
from facilitator.ui.room.display import HEIGHT, WIDTH, RoomDisplay
from facilitator.ui.start.screen import StartScreen
from facilitator.ui.theme import dress, tokens

_SIZE = (1366, 768)
_NOTES, _REPORT = 1, 2
_PATIENCE_S, _STEP_MS = 60, 50


@dataclass(frozen=True, slots=True)
class Shown:
    """The files of the screens, and when they were painted by the sample's clock, in UTC milliseconds."""

    start: Path
    floor: Path
    room: Path
    notes: Path
    report: Path
    moment: int


def pictures(folder: Path, code: str) -> Shown:
    """Return the screens in one language, in which the sample's own words are, too."""
    application = QApplication.instance() or QApplication([])
    path = folder / "sample.facilitator"
    moment = build(path, code)
    desk = open_desk(path, lambda: moment)
    try:
        language, colours = language_for(code, desk.view().workshop.zone), tokens("light")
        if isinstance(application, QApplication):
            dress(application, colours, language)
        context = Context(desk, language, colours)
        room = RoomDisplay(context)
        room.show_view(desk.view(), moment)
        console = Console(context, _SIZE)
        made = Shown(
            _picture(StartScreen(language, colours), folder / "start.png"),
            _desk(console, 0, folder / "floor.png"),
            _picture(room, folder / "room.png", (WIDTH, HEIGHT)),
            _desk(console, _NOTES, folder / "notes.png"),
            _desk(console, _REPORT, folder / "report.png"),
            moment,
        )
        console.close_room()
        return made
    finally:
        desk.close()


def _desk(console: Console, page: int, file: Path) -> Path:
    console.resize(*_SIZE)
    console.open_page(page)
    if page == _REPORT:
        console.show()
        _wait(lambda: bool(console.report.preview.painted()))
    return _picture(console, file)


def _wait(come: Callable[[], bool]) -> None:
    """The pages of the preview are made elsewhere: they are waited for, but not for ever."""
    end = time.monotonic() + _PATIENCE_S
    while not come() and time.monotonic() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _STEP_MS)


def _picture(widget: QWidget, file: Path, size: tuple[int, int] = _SIZE) -> Path:
    widget.resize(*size)
    widget.show()
    QApplication.processEvents()
    widget.grab().save(str(file))
    widget.hide()
    return file
