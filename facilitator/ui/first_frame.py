"""The first frame of the window, there at once, and the moment it has been painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.ui.shapes import draw_mark
from facilitator.ui.tokens import INSTRUMENT


class Opening(QWidget):
    """The quiet frame that is there at once, while the workshop is opened behind it."""

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), INSTRUMENT.bg)
        box = QRectF(self.width() / 2 - 40, self.height() / 2 - 40, 80, 80)
        draw_mark(painter, box, INSTRUMENT.text, INSTRUMENT.running, mirrored=self.isRightToLeft())
        painter.end()


class FirstFrame(QObject):
    """Calls `then` once, right after anything of the window has been painted for the first time."""

    def __init__(self, application: QApplication, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._application, self._window, self._then = application, window, then
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Paint
            and isinstance(watched, QWidget)
            and watched.window() is self._window
        ):
            self._application.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False
