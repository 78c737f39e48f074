"""Every window in both directions, painted where nobody sees it."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from facilitator.acts.desk import open_desk
from facilitator.acts.sample import build
from facilitator.language.speech import language_for
from facilitator.selftest.trial import Failed, must
from facilitator.ui.console import Console
from facilitator.ui.context import Context
from facilitator.ui.desks import Desks
from facilitator.ui.room.display import HEIGHT, WIDTH, RoomDisplay
from facilitator.ui.start.first_run import FirstRun
from facilitator.ui.start.screen import StartScreen
from facilitator.ui.theme import dress, tokens

_SIZE = (1366, 768)
_FEWEST = 8  # colours of a screen that is drawn: ground, letters and their edges


def every_window_is_drawn(folder: Path) -> str:
    """Start, first run, each desk and the room have something on them, in English and in Arabic."""
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise Failed("no window system")
    number = sum(_drawn_in(code, folder, application) for code in ("en", "ar"))
    return f"{number} windows on the platform {QApplication.platformName()}"


def _drawn_in(code: str, folder: Path, application: QApplication) -> int:
    path = folder / f"{code}.facilitator"
    moment = build(path, code)
    desk = open_desk(path, lambda: moment)
    try:
        language = language_for(code, desk.view().workshop.zone)
        dress(application, tokens(None), language)
        context = Context(desk, language, tokens(None), large=False)
        _look(StartScreen(language, tokens(None), (), interrupted=None, now=moment), "start", _SIZE)
        _look(FirstRun(tokens(None), code), "first run", _SIZE)
        room = RoomDisplay(context)
        room.show_view(desk.view(), moment)
        _look(room, "room", (WIDTH, HEIGHT))
        console = Console(context, _SIZE)
        pages = next(desks.count() for desks in console.findChildren(Desks))
        for page in range(pages):
            console.open_page(page)
            _look(console, f"desk {page + 1}", _SIZE)
        console.close_room()
        return pages + 3
    finally:
        desk.close()


def _look(widget: QWidget, name: str, size: tuple[int, int]) -> None:
    """Raise Failed if the widget is a blank sheet."""
    widget.resize(*size)
    widget.show()
    QApplication.processEvents()
    picture = widget.grab().toImage()
    seen = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    widget.hide()
    must(be=len(seen) >= _FEWEST, told=f"the window “{name}” is blank")
