"""A small window on top of all programs: the clock, who speaks, who is next, and the main keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.view import View
from facilitator.ui.buttons import KeyButton
from facilitator.ui.clock_face import draw_bar, draw_clock, draw_ground, draw_phase
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, ground
from facilitator.ui.reading import digits_width, look
from facilitator.ui.room.card import Card, card
from facilitator.ui.type import Role, font_of

_WIDTH, _FACE, _KEYS = 460, 116, 52
_ORDER = ("F5", "F7", "F8", "F9")


class _Face(QWidget):
    """What the room reads, in the size of a hand."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.shown = Card()
        self.setFixedHeight(_FACE)

    def tell(self, made: Card) -> None:
        self.shown = made
        self.setAccessibleName(" ".join(filter(None, (made.name, made.label, made.last))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        context, made = self._context, self.shown
        pencil, seen = Pencil(painter, QRectF(self.rect()), rtl=context.rtl), look(made.clock)
        draw_ground(pencil, made.clock, seen, 3)
        digits = font_of(64, 600)
        room = digits_width(made.clock.digits, digits)
        cell = pencil.box(pencil.width - 16 - room, 8, room, 60)
        draw_clock(pencil, cell, made.clock, digits, seen.text if made.beside else seen.ink)
        width = pencil.width - room - 48
        pencil.text(pencil.box(16, 8, width, 34), made.name, context.font(Role.NAME, 22), seen.text)
        if made.tells_phase:
            font = context.font(Role.SMALL_STRONG)
            draw_phase(pencil, 16, 56, (font, 13), made.clock, context.language, seen.ink)
        else:
            words = made.beside or made.detail
            pencil.text(pencil.box(16, 46, width, 20), words, context.font(Role.SMALL), seen.text2)
        draw_bar(pencil, (16, 76, pencil.width - 32, 6), made.clock, seen)
        last = " ".join(filter(None, (made.label, made.last)))
        pencil.text(pencil.box(16, 88, pencil.width - 32, 22), last, context.font(Role.SMALL), seen.text2)
        painter.end()


class CompactStrip(QWidget):
    """Hears the console's heartbeat and sees its view; its keys do what the console's do."""

    def __init__(self, context: Context, console: QWidget) -> None:
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self._context, self._console = context, console
        self._view: View | None = None
        self._twins: Mapping[str, KeyButton] = {}
        self.setWindowTitle(context.language.say("Floor"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        ground(self, context.tokens.bg)
        self.face = _Face(context)
        self.keys = {name: KeyButton(context, name, filled=name == "F9") for name in _ORDER}
        row = QWidget()
        row.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a picture of the keyboard
        keys = QHBoxLayout(row)
        keys.setContentsMargins(16, 6, 16, 6)
        keys.setSpacing(4)
        for name, key in self.keys.items():
            keys.addWidget(key, 1 if name == "F9" else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.face)
        column.addWidget(row)
        self.setFixedSize(_WIDTH, _FACE + _KEYS)

    def toggle(self) -> None:
        """It stands in the lower corner of the console's screen, or is gone."""
        if self.isVisible():
            self.close()
            return
        screen = self._console.screen().availableGeometry()
        x = screen.left() + 16 if self._context.rtl else screen.right() - _WIDTH - 16
        self.move(x, screen.bottom() - self.height() - 48)
        self.show()

    def follow(self, keys: Mapping[str, KeyButton]) -> None:
        """A press here is a press on the console's key."""
        self._twins = keys
        for name, key in self.keys.items():
            key.clicked.connect(keys[name].click)

    def show_view(self, view: View, now: int) -> None:
        """The keys say what the console's say."""
        self._view = view
        for name, key in self.keys.items():
            twin = self._twins[name]
            key.say(twin.text(), enabled=twin.isEnabled(), reason=twin.toolTip())
        self.tick(now)

    def tick(self, now: int) -> None:
        if self._view is not None and self.isVisible():
            self.face.tell(card(self._view, now, self._context.language))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            event.ignore()
