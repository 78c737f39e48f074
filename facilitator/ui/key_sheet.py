"""The keys and what they do, over the console and out of the way of every act."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.language.direction import ltr
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.ui.commands import GESTURES, NOTE_KEYS, offered
from facilitator.ui.context import Context
from facilitator.ui.key_rows import KeyRow, in_columns
from facilitator.ui.ledger.gestures import LEDGER_KEYS
from facilitator.ui.live_keys import Foremost
from facilitator.ui.painting import Pencil, width_of
from facilitator.ui.report.draft_bar import DRAFT_KEYS
from facilitator.ui.roles import FLOOR, LEDGER, NOTES, REPORT
from facilitator.ui.type import Role, font_of
from facilitator.ui.wrapping import draw_lines, line_height

OF_PAGE = {FLOOR: GESTURES, NOTES: NOTE_KEYS, REPORT: DRAFT_KEYS, LEDGER: LEDGER_KEYS}
"""The keys that mean something on one page of the console only, by the number of the page."""

_HEAD, _COLUMNS, _EDGE, _MOST, _BELOW_CLOCK = 52, 2, 20, 1120, 180
_KINDS_BESIDE, _KIND_KEY = 4, 26
_SETTINGS = ((13, 9), (13, 4), (13, 1), (12, 1), (11, 1), (10, 0), (9, 0))
"""The size of the words and the room between two rows: the first that fits is taken, in Arabic, too."""


class KeySheet(QWidget):
    """Floats in the middle of the console; F1, Esc, a click, and the focus going elsewhere take it away."""

    def __init__(self, context: Context, parent: QWidget, shown: Collection[int]) -> None:
        """`shown` are the desks of this computer: a key of another desk does nothing here."""
        super().__init__(parent)
        self._context, self._commands = context, offered(shown)
        self._placed: list[KeyRow] = []
        self._words = self._cap = context.font(Role.SMALL)
        self.rows: tuple[tuple[str, str], ...] = ()
        self.kinds: tuple[tuple[str, str], ...] = ()
        self.setAccessibleName(context.language.say("Keys"))
        self.be_about(min(shown))
        self._esc = Foremost(parent, self.hide)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self.hide()

    def be_about(self, page: int) -> None:
        """The sheet tells the keys that work everywhere, and those of a page; with the notes, their kinds."""
        context, say = self._context, self._context.language.say
        everywhere = ((command.keys, command.name) for command in self._commands)
        self.rows = tuple(
            (context.keys.of(k), say(what)) for k, what in (*everywhere, *OF_PAGE.get(page, ()))
        )
        kinds = NOTE_KINDS.items() if page == NOTES else ()
        self.kinds = tuple((context.typing.kinds.of(kind.value), say(name)) for kind, name in kinds)
        words = (f"{keys}: {what}" for keys, what in (*self.rows, *self.kinds))
        self.setAccessibleDescription("\n".join(words))

    def toggle(self, page: int = 0) -> None:
        parent = self.parentWidget()
        self.be_about(page)
        if self.isVisible() or parent is None:
            self.hide()
            return
        width = min(parent.width() - 16, _MOST)
        room = parent.height() - 16 - _HEAD - _EDGE
        settings = ((15, 9), *_SETTINGS) if self._context.large else _SETTINGS
        heights = (self._lay_out(width - 2 * _EDGE, *setting) for setting in settings)
        down = next((height for height in heights if height <= room), room)
        height = round(down) + _HEAD + _EDGE
        top = max(8, min(_BELOW_CLOCK, parent.height() - height - 8))
        self.setGeometry((parent.width() - width) // 2, top, width, height)
        self.raise_()
        self.show()

    def _lay_out(self, width: float, px: int, gap: int) -> float:
        """Return how high all rows are in letters of this size."""
        context = self._context
        self._words, self._cap = font_of(px, 400), font_of(px, 600)
        first = max(width_of(keys, self._cap) for keys, _ in self.rows) + 14
        shape = (_COLUMNS, width / _COLUMNS, first)
        self._placed, down = in_columns(self.rows, self._words, shape, gap, rtl=context.rtl)
        if self.kinds:
            shape = (_KINDS_BESIDE, width / _KINDS_BESIDE, float(_KIND_KEY))
            kinds, under = in_columns(self.kinds, self._words, shape, gap, rtl=context.rtl)
            self._placed += [replace(row, y=row.y + down + 4) for row in kinds]
            down += under + 4
        return down

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self.window():
            self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Esc is the sheet's as long as it is seen."""
        super().showEvent(event)
        self._esc.heard(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._esc.heard(on=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        context, tokens = self._context, self._context.tokens
        pencil = Pencil(painter, QRectF(self.rect()), rtl=context.rtl)
        pencil.fill(pencil.bounds, tokens.surface)
        pencil.frame(pencil.bounds, tokens.edge, 2)
        title = context.language.say("Keys")
        pencil.text(pencil.box(_EDGE, 8, 400, 40), title, context.font(Role.VERDICT), tokens.text)
        for row in self._placed:
            x, y, first = _EDGE + row.x, _HEAD + row.y, row.first
            line = line_height(self._words, rtl=context.rtl)
            pencil.text(pencil.box(x, y, first, line), ltr(row.keys), self._cap, tokens.accent)
            box = pencil.box(x + first, y, row.width, row.height)
            draw_lines(pencil, box, row.what, self._words, tokens.text)
        painter.end()
