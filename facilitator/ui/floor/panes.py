"""How the desk's panes are framed and stacked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, ground
from facilitator.ui.room.display import RoomDisplay


class Framed(QWidget):
    """The mirror of the room, in a frame that no one takes for a part of the console."""

    def __init__(self, context: Context, mirror: RoomDisplay, width: int) -> None:
        super().__init__()
        self._context, self._mirror = context, mirror
        inner = QVBoxLayout(self)
        inner.setContentsMargins(18, 2, 18, 10)
        inner.addWidget(mirror)
        mirror.setFixedHeight((width - 36) * 9 // 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        place = QRectF(self._mirror.geometry()).adjusted(-2, -2, 2, 2)
        pencil.frame(place, self._context.tokens.accent, 2)
        painter.end()


class PopOver(QWidget):
    """Floats over the desk in an accent frame, and holds up no key."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        ground(self, context.tokens.surface)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        pencil.frame(pencil.bounds, self.context.tokens.accent, 2)
        painter.end()


def column(*parts: QWidget | tuple[QWidget, int]) -> QWidget:
    """Return a pane with these parts one under the other; a number after a part lets it stretch."""
    pane = QWidget()
    rows = QVBoxLayout(pane)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    for part in parts:
        widget, stretch = part if isinstance(part, tuple) else (part, 0)
        rows.addWidget(widget, stretch)
    return pane


def clipped(part: QWidget) -> QScrollArea:
    """Return a place where a part keeps its height, however low the window is; the wheel moves it."""
    area = QScrollArea()
    area.setWidget(part)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    part.setAutoFillBackground(False)
    area.setMinimumHeight(0)
    return area
