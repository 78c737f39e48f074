"""The window of the room: the whole of a second screen, or a small window where there is only one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.room.display import RoomDisplay

_SMALL = (640, 360)
Screens = Callable[[], Sequence[QScreen]]


class RoomWindow(QWidget):
    """Never covers the console: full screen only on another screen, and back to it when it returns."""

    lost = Signal()

    def __init__(
        self, context: Context, console: QWidget, screens: Screens = QGuiApplication.screens
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._console, self._screens = console, screens
        self._wanted = ""
        self.display = RoomDisplay(context, self)
        self.setWindowTitle(context.language.say("Room screen"))
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if context.rtl else Qt.LayoutDirection.LeftToRight
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.display)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_removed)
            application.screenAdded.connect(self._screen_added)

    def other_screen(self) -> QScreen | None:
        """Return the first screen that is not the console's, if there is one."""
        return next((screen for screen in self._screens() if screen is not self._console.screen()), None)

    def place(self) -> str:
        """The window stands on the other screen, or small on the only one; returns that screen's name."""
        screen = self.other_screen()
        if screen is None:
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)  # the console fills the screen it shares
            self.resize(*_SMALL)
            self.showNormal()
            return ""
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, False)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())  # before it is shown: some platforms ignore it later
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.showFullScreen()
        self._wanted = screen.name()
        return screen.name()

    def show_view(self, view: View, now: int) -> None:
        self.display.show_view(view, now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # its keys are the console's

    def closeEvent(self, event: QCloseEvent) -> None:
        self._wanted = ""
        super().closeEvent(event)

    def _screen_removed(self, screen: QScreen) -> None:
        if self.isVisible() and screen.name() == self._wanted:
            self.hide()
            self.lost.emit()

    def _screen_added(self, screen: QScreen) -> None:
        if self._wanted and screen.name() == self._wanted:
            self.place()
