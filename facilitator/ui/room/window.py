"""The window of the room: the whole of a second screen, or a small window where there is only one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui.context import Context
from facilitator.ui.room.display import RoomDisplay
from facilitator.ui.room.screens import ScreenKey, key_of, known, pick

_SMALL = (640, 360)
_GAP, _KEYS, _TITLE = 16, 80, 32  # from the edge, over the keys, under the title the system draws
Screens = Callable[[], Sequence[QScreen]]


class RoomWindow(QWidget):
    """Never covers the console: full screen only on another screen, and back to it when it returns."""

    lost = Signal()
    returned = Signal()
    closed = Signal()

    def __init__(
        self, context: Context, console: QWidget, screens: Screens = QGuiApplication.screens
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.screens = screens
        self.shown_on: ScreenKey | None = None  # kept while it is unplugged
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.display = RoomDisplay(context, self)
        self._column.addWidget(self.display)
        self.serve(context, console)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_removed)
            application.screenAdded.connect(self._screen_added)

    def serve(self, context: Context, console: QWidget) -> None:
        """The window is that of this console, in its language; where it stands does not change."""
        self._console = console
        before, self.display = self.display, RoomDisplay(context, self)
        self._column.replaceWidget(before, self.display)
        self.display.show()
        before.hide()
        before.deleteLater()
        self.setWindowTitle(context.language.say("Room screen"))
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if context.rtl else Qt.LayoutDirection.LeftToRight
        )

    def own(self) -> ScreenKey:
        """Return the console's screen, which the room never covers."""
        return key_of(self._console.screen())

    def place(self, wanted: ScreenKey | None = None) -> str:
        """The window stands on the other screen, or small on the only one; returns that screen's name."""
        screen = pick(self.screens(), self._console.screen(), wanted)
        if screen is None:
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)  # the console fills the screen it shares
            self.setGeometry(QRect(self._corner(), QSize(*_SMALL)))
            self.showNormal()
            return ""
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, False)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())  # before it is shown: some platforms ignore it later
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.showFullScreen()
        self.shown_on = key_of(screen)
        return screen.name()

    def _corner(self) -> QPoint:
        """Where the small window hides neither the clock nor the keys nor who is next."""
        console = self._console.window().geometry()
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = console.left() + _GAP if rtl else console.right() - _SMALL[0] - _GAP
        return QPoint(max(0, x), max(_TITLE, console.bottom() - _SMALL[1] - _KEYS))

    def keep_clear(self) -> None:
        """The console was moved to the room's screen: the room leaves it."""
        if self.isFullScreen() and self.shown_on == self.own():
            self.showNormal()
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # its keys are the console's

    def closeEvent(self, event: QCloseEvent) -> None:
        self.shown_on = None
        super().closeEvent(event)
        self.closed.emit()

    def _screen_removed(self, screen: QScreen) -> None:
        """The system would move the window over the console: it goes, and the mirror goes on."""
        if self.isVisible() and self.shown_on is not None and key_of(screen).device == self.shown_on.device:
            self.hide()
            self.lost.emit()

    def _screen_added(self, screen: QScreen) -> None:
        if known([screen], self.shown_on) is not None:
            self.place(self.shown_on)
            self.returned.emit()
