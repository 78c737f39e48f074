"""A choice of one among few: what it is about and what is chosen stand on the button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from facilitator.ui.buttons import pressed_by
from facilitator.ui.context import Context
from facilitator.ui.dropping import drop
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, width_of
from facilitator.ui.type import Role

_HEIGHT, _MOST = 28, 260


class Chooser(QAbstractButton):
    """A press opens the choices; the arrows go through them without opening anything.

    One that `shrinks` gives up room first: its choices are words of the workshop, not of the program.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, about: str, *, shrinks: bool = False) -> None:
        super().__init__()
        self._shrinks = shrinks
        self._context, self._about = context, about
        self._choices: Sequence[tuple[object, str]] = ()
        self._now: object = None
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    @property
    def now(self) -> object:
        return self._now

    def offer(self, choices: Sequence[tuple[object, str]], now: object) -> None:
        """These can be chosen, and this one is."""
        self._choices, self._now = choices, now
        text = next((words for value, words in choices if value == now), "")
        self.setText(text)
        self.setAccessibleName(f"{self._about}: {text}")
        self.setToolTip(self.accessibleName())
        self.setEnabled(len(choices) > 0)
        self.updateGeometry()
        self.update()

    def menu(self) -> QMenu:
        """Return the choices as a menu, the one chosen marked."""
        menu = QMenu(self)
        menu.setFont(self._context.font(Role.BODY))
        side = Qt.LayoutDirection.RightToLeft if self._context.rtl else Qt.LayoutDirection.LeftToRight
        menu.setLayoutDirection(side)
        for value, words in self._choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == self._now)
            action.triggered.connect(lambda _=False, value=value: self.chosen.emit(value))
        return menu

    def sizeHint(self) -> QSize:
        width = width_of(self.text(), self._context.font(Role.SMALL_STRONG)) + 44
        return QSize(round(min(width, _MOST)), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, _HEIGHT) if self._shrinks else self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        values = [value for value, _ in self._choices]
        if step and self._now in values:
            at = values.index(self._now) + step
            if 0 <= at < len(values):
                self.chosen.emit(values[at])
        elif pressed_by(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        context, tokens = self._context, self._context.tokens
        pencil = Pencil(painter, QRectF(self.rect()), rtl=context.rtl)
        if self.underMouse() or self.isDown():
            pencil.rounded(pencil.bounds, tokens.sunken, 4)
        line = tokens.accent if self.hasFocus() else tokens.line
        pencil.frame(pencil.bounds, line, 2 if self.hasFocus() else 1, 4)
        box = pencil.box(11, 0, pencil.width - 40, _HEIGHT)
        pencil.text(box, self.text(), context.font(Role.SMALL_STRONG), tokens.text)
        draw_icon(painter, "chevron-down", pencil.box(pencil.width - 26, 6, 16, 16), tokens.text2)
        painter.end()

    def _open(self) -> None:
        menu = self.menu()
        drop(menu, self, rtl=self._context.rtl)
        if chosen := [action for action in menu.actions() if action.isChecked()]:
            menu.setActiveAction(chosen[0])  # the arrows go on from there
