"""The keys and what they do, over the console and out of the way of every act."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.language.speech import mark
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil
from facilitator.ui.type import Role

_KEYS = (
    ("F9", mark("Open the panel; give the floor to the one selected, or to the next")),
    ("Shift F9", mark("End the intervention; the floor is empty")),
    ("F5", mark("Stop the speaker’s clock, and let it run again")),
    ("Shift F5", mark("The speaker began 30 seconds earlier")),
    ("F7 F8", mark("Take 15 seconds, add 15 seconds (with Shift: 60)")),
    ("F2", mark("“Please conclude” on the room screen")),
    ("F3", mark("Add a speaker")),
    ("Alt ↑ ↓", mark("Move the selected speaker")),
    ("Delete", mark("Withdraw the selected speaker; with Shift: not in the room")),
    ("Ctrl+Z Ctrl+Y", mark("Take back, bring back")),
    ("F11 F12", mark("Show the room screen; make it black")),
    ("Ctrl+Shift+F N", mark("To the floor, to the notes")),
    ("F1", mark("This sheet")),
)
_ROW, _WIDTH = 34, 620


class KeySheet(QWidget):
    """Floats in the middle of the console; F1 or a click takes it away, and no key waits for it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        self.setAccessibleName(context.language.say("Keys"))
        self.hide()

    def toggle(self) -> None:
        parent = self.parentWidget()
        if self.isVisible() or parent is None:
            self.hide()
            return
        height = _ROW * len(_KEYS) + 64
        self.setGeometry(
            (parent.width() - _WIDTH) // 2, max(8, (parent.height() - height) // 2), _WIDTH, height
        )
        self.raise_()
        self.show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        context, tokens = self._context, self._context.tokens
        pencil = Pencil(painter, QRectF(self.rect()), rtl=context.rtl)
        pencil.fill(pencil.bounds, tokens.surface)
        pencil.frame(pencil.bounds, tokens.edge, 2)
        say = context.language.say
        pencil.text(pencil.box(24, 8, 400, 40), say("Keys"), context.font(Role.VERDICT), tokens.text)
        for number, (key, what) in enumerate(_KEYS):
            top = 52 + number * _ROW
            pencil.text(pencil.box(24, top, 130, _ROW), key, context.font(Role.SMALL_STRONG), tokens.accent)
            pencil.text(
                pencil.box(160, top, _WIDTH - 180, _ROW), say(what), context.font(Role.BODY), tokens.text
            )
        painter.end()
