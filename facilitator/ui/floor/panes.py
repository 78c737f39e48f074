"""How the desk's panes are framed and stacked."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
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


class Fitting(Protocol):
    """A part that knows what to leave out where there is little room."""

    def fit(self, height: int) -> None: ...


class Clipped(QScrollArea):
    """Keeps a part at its height, however low the window is; what does not fit is reached by the bar."""

    def __init__(self, part: QWidget, fitting: Fitting) -> None:
        super().__init__()
        self._fitting = fitting
        self.setWidget(part)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        part.setAutoFillBackground(False)
        self.setMinimumHeight(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.fit(self.viewport().height())
