"""Panes: a heading in one line, and the lines between them."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, width_of
from facilitator.ui.type import Role


class PaneHeader(QWidget):
    """A heading, what it counts beside it, and room for a control at the end."""

    def __init__(self, context: Context, title: str, *, ruled: bool = False) -> None:
        super().__init__()
        self._context, self._title, self._told, self._ruled = context, title, "", ruled
        self.setFixedHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self._controls: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 16, 4)
        self._row.addStretch(1)

    def add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
        self._controls.append(widget)

    def rename(self, title: str) -> None:
        if title != self._title:
            self._title = title
            self.setAccessibleName(title)
            self.update()

    def tell(self, told: str) -> None:
        if told != self._told:
            self._told = told
            self.setAccessibleDescription(told)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        tokens = self._context.tokens
        heading, small = self._context.font(Role.HEADING), self._context.font(Role.CAPTION)
        width = width_of(self._title, heading) + 2
        pencil.text(pencil.box(16, 0, width, self.height()), self._title, heading, tokens.text)
        taken = sum(widget.width() + 6 for widget in self._controls)
        rest = pencil.width - 16 - width - 8 - taken - 24
        box = pencil.box(16 + width + 8, 1, rest, self.height())
        shown = self._fitting(rest, small)
        pencil.text(box, shown, small, tokens.text2)
        self.setToolTip("" if shown == self._told else self._told)
        if self._ruled:
            pencil.fill(pencil.box(0, self.height() - 1, pencil.width, 1), tokens.line)
        painter.end()

    def _fitting(self, room: float, face: QFont) -> str:
        """Return as many whole parts of what is told as there is room for."""
        parts = self._told.split(_JOINT)
        while parts and width_of(_JOINT.join(parts), face) > room:
            parts.pop()
        return _JOINT.join(parts)


_JOINT = " · "


def rule(context: Context, *, upright: bool = False) -> QFrame:
    """Return a line of one pixel between panes."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.NoFrame)
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    palette = line.palette()
    palette.setColor(line.backgroundRole(), context.tokens.line)
    line.setPalette(palette)
    return line
