"""The window's composition root: its first frame comes before anything heavy is loaded, then the workshop."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from facilitator.language.places import doorbell, resource, settings_folder
from facilitator.language.speech import READY, language_for
from facilitator.ui.bug_log import noted
from facilitator.ui.first_frame import FirstFrame, Opening
from facilitator.ui.fitting import TITLE_BAR, fitted_application
from facilitator.ui.main_window import SIZE, Clock, MainWindow
from facilitator.ui.start.recents import Settings
from facilitator.ui.theme import dress, prefer, tokens


def system_clock() -> int:
    """Return the time of day in UTC milliseconds."""
    return time.time_ns() // 1_000_000


def run(path: Path | None, *, language: str | None = None, clock: Clock | None = None) -> int:
    """Return the exit code once the window is closed; 1 if the file it was asked to open cannot be used."""
    folder = settings_folder()
    if clock is None and _comes_forward(folder, path):
        return 0
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = fitted_application()
    application.setApplicationName("facilitator")
    application.setApplicationDisplayName("Facilitator")
    application.setDesktopFileName("facilitator")
    sys.excepthook = noted(folder)
    settings = Settings(folder / "settings.json")
    spoken = language_for(language or settings.language or _system_language(), eastern=settings.eastern)
    prefer(settings.theme, still=settings.still)
    dress(application, tokens(settings.theme, strong=settings.strong), spoken)
    window = MainWindow(settings, spoken, system_clock, monotonic)
    room = application.primaryScreen().availableSize()
    window.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height() - TITLE_BAR))
    window.put(Opening())
    first = window.show_start if language or settings.language else window.show_first_run
    begin = first if path is None else lambda: window.open(path, clock)
    quick = os.environ.get("FACILITATOR_QUIT_AFTER_FIRST_FRAME") == "1"

    def start() -> None:
        begin()
        application.setWindowIcon(QIcon(str(resource("app", "facilitator.svg"))))
        if clock is None:
            _attend(window, folder)

    FirstFrame(application, window, application.quit if quick else start)
    window.show()
    application.exec()
    window.close()
    return window.exit_code


def _comes_forward(folder: Path, path: Path | None) -> bool:
    """Say whether a window that is open already does what this start was for."""
    where = doorbell(folder)
    if where is None or not (sys.platform == "win32" or Path(where).exists()):
        return False
    from facilitator.ui.doorbell import answered  # noqa: PLC0415 - only where a window may be open

    return answered(where, path)


def _attend(window: MainWindow, folder: Path) -> None:
    """Further starts ring at this window."""
    where = doorbell(folder)
    if where is None:
        return
    from facilitator.ui.doorbell import Doorbell  # noqa: PLC0415 - not needed for the first frame

    bell = Doorbell(where, window.holds, window)
    bell.rung.connect(window.come_forward)
    bell.hang()
    if sys.platform == "darwin" and (application := QApplication.instance()):
        application.installEventFilter(bell)
    window.destroyed.connect(bell.take_down)


def _system_language() -> str:
    code = QLocale.system().name()[:2]
    return code if code in READY else "en"
