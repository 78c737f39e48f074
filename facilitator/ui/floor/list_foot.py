"""The foot of the list: whether it is open, for how many there is room, and who was heard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from facilitator.ui.context import Context
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, ground, width_of
from facilitator.ui.type import Role

_HEIGHT = 28


class FootButton(QAbstractButton):
    """Quiet words in a foot that can be pressed; underlined while what they stand for is shown."""

    def __init__(self, context: Context, icon: str = "") -> None:
        super().__init__()
        self._context, self._icon = context, icon
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, text: str, what: str, icon: str = "") -> None:
        """These are its words; `what` says what a press does."""
        if (text, icon) != (self.text(), self._icon):
            self._icon = icon
            self.setText(text)
            self.updateGeometry()
        self.setAccessibleName(text)
        self.setAccessibleDescription(what)
        self.setToolTip(what)

    def sizeHint(self) -> QSize:
        icon = 24 if self._icon else 0
        return QSize(round(width_of(self.text(), self._context.font(Role.SMALL))) + 18 + icon, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil, tokens = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl), self._context.tokens
        if self.isDown() or (self.underMouse() and self.isEnabled()):
            pencil.fill(pencil.box(0, 1, pencil.width, _HEIGHT), tokens.sunken)
        x = 8.0
        if self._icon:
            draw_icon(painter, self._icon, pencil.box(x, 6, 16, 16), tokens.text2, rtl=self._context.rtl)
            x += 24
        box = pencil.box(x, 0, pencil.width - x, _HEIGHT)
        pencil.text(box, self.text(), self._context.font(Role.SMALL), tokens.text2)
        if self.isChecked():
            pencil.fill(pencil.box(8, _HEIGHT - 4, pencil.width - 16, 2), tokens.accent)
        if self.hasFocus():
            pencil.frame(pencil.bounds.adjusted(1, 2, -1, -1), tokens.accent, 2, 3)
        painter.end()


class ListFoot(QWidget):
    """The state of the list opens what can be done with it; who was heard are shown and hidden."""

    menu_wanted = Signal()
    past_wanted = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._spare = context, ""
        self.setFixedHeight(_HEIGHT)
        ground(self, context.tokens.bg)
        self.state, self.past = FootButton(context), FootButton(context)
        self.past.setCheckable(True)
        self.state.clicked.connect(self.menu_wanted)
        self.past.toggled.connect(self.past_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(8)
        row.addWidget(self.state)
        row.addStretch(1)
        row.addWidget(self.past)
        row.addSpacing(8)

    def say(self, state: tuple[str, str], spare: str, past: str) -> None:
        """`state` is an icon and words; `spare` for how many there is room; `past` who was heard."""
        say, self._spare = self._context.language.say, spare
        self.state.say(state[1], say("Order, rules and course of the list (Shift+F3)"), state[0])
        self.past.say(past, say("Show who was heard or left"))
        self.setAccessibleName("   ".join(filter(None, (state[1], spare, past))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil, tokens = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl), self._context.tokens
        pencil.fill(pencil.box(0, 0, pencil.width, 1), tokens.line)
        x, font = 8 + self.state.width() + 8, self._context.font(Role.SMALL)
        room = pencil.width - x - self.past.width() - 16
        fits = pencil.text(pencil.box(x, 0, room, _HEIGHT), self._spare, font, tokens.text2)
        self.setToolTip("" if fits else self._spare)
        painter.end()
