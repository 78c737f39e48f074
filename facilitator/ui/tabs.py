"""Tabs: one of several things the window can show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, ground, width_of
from facilitator.ui.type import Role


class Tab(QAbstractButton):
    """Underlined while its page is the one shown; only one of its row is."""

    def __init__(self, context: Context, text: str, height: int = 44) -> None:
        super().__init__()
        self._context = context
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self.text(), self._context.font(Role.FIGURE))) + 26, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        tokens, on, height = self._context.tokens, self.isChecked(), self.height()
        font = self._context.font(Role.FIGURE if on else Role.BODY)
        ink = tokens.text if on else tokens.text2
        pencil.text(pencil.box(12, 0, pencil.width - 12, height), self.text(), font, ink)
        if on:
            pencil.fill(pencil.box(12, height - 3, pencil.width - 26, 3), tokens.accent)
        if self.hasFocus():
            pencil.frame(pencil.bounds.adjusted(2, 4, -2, -4), tokens.accent, 2, 3)
        painter.end()


def tab_row(
    context: Context, titles: Sequence[str], choose: Callable[[int], object]
) -> tuple[QWidget, QHBoxLayout, list[Tab]]:
    """Return a row of tabs, the first chosen, its layout for what stands beside them, and the tabs."""
    bar = QWidget()
    ground(bar, context.tokens.bg)
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)  # margins do not turn round, spacings do
    row.setSpacing(0)
    row.addSpacing(4)
    tabs = [Tab(context, title, 40) for title in titles]
    for number, tab in enumerate(tabs):
        tab.setChecked(number == 0)
        tab.clicked.connect(lambda _on=False, number=number: choose(number))
        row.addWidget(tab)
    row.addStretch(1)
    return bar, row, tabs
