"""The parts of the capture block: the frame with the field in it, and the line of kinds below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.notes import NoteKind
from facilitator.language.direction import ltr
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.ui.buttons import draw_cap
from facilitator.ui.context import Context
from facilitator.ui.notes.capture_field import CaptureField
from facilitator.ui.notes.kinds import BY_NUMBER, SHORT
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.type import Role


class KindTag(QWidget):
    """The kind of the note being written, before the field."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._text = ""
        self.setFixedHeight(36)

    def tell(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self.setFixedWidth(round(width_of(text, self._context.font(Role.SMALL_STRONG))) + 18)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        tokens = self._context.tokens
        box = pencil.box(0, 4, pencil.width, 28)
        pencil.rounded(box, tokens.accent, 3)
        pencil.text(box, self._text, self._context.font(Role.SMALL_STRONG), tokens.accent_ink, Side.MIDDLE)
        painter.end()


class StoreHint(QWidget):
    """What Enter does, at the end of the field."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._text = context.language.say("store")
        self._cap = round(width_of("Enter", context.font(Role.CAP))) + 10
        self._word = round(width_of(self._text, context.font(Role.SMALL))) + 2
        self.setFixedSize(self._word + 6 + self._cap, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        context, tokens = self._context, self._context.tokens
        pencil = Pencil(painter, QRectF(self.rect()), rtl=context.rtl)
        pencil.text(pencil.box(0, 0, self._word, 36), self._text, context.font(Role.SMALL), tokens.text2)
        draw_cap(pencil, self._word + 6, "Enter", context.font(Role.CAP), tokens.text2)
        painter.end()


class CaptureFrame(QWidget):
    """Kind, field and what Enter does, in one border."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.tag, self.field, self._hint = KindTag(context), CaptureField(context), StoreHint(context)
        self.setFixedHeight(40)
        self.field.grown.connect(lambda height: self.setFixedHeight(height + 4))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(8)
        row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.field, 1)
        row.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignBottom)

    def tell(self, kind: str) -> None:
        self.tag.tell(kind)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.field.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        pencil.rounded(pencil.bounds, self._context.tokens.surface, 4)
        pencil.frame(pencil.bounds, self._context.tokens.accent, 2, 4)
        painter.end()


@dataclass(frozen=True, slots=True)
class _Air:
    edge: int
    between: int


_WIDE, _CLOSE = _Air(6, 4), _Air(4, 2)


@dataclass(frozen=True, slots=True)
class _Chip:
    key: str
    word: str
    kind: NoteKind | None
    x: float
    width: float


class KindsLine(QWidget):
    """The nine kinds of Ctrl+1 to Ctrl+9 and the way to all.

    Where there is little room they move closer together; words go where that is not enough.
    """

    chosen = Signal(object)
    all_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._kind = NoteKind.POINT
        self._air = _WIDE
        self.setFixedHeight(24)

    def tell(self, kind: NoteKind) -> None:
        if kind is not self._kind:
            self._kind = kind
            self.update()

    def chips(self) -> tuple[_Chip, ...]:
        """Return the kinds with their places; the last words are the first to go."""
        say = self._context.language.say
        words = [say(SHORT.get(kind, NOTE_KINDS[kind])) for kind in BY_NUMBER]
        entries = [
            (str(n), word, kind) for n, (word, kind) in enumerate(zip(words, BY_NUMBER, strict=True), 1)
        ]
        all_of_them: list[tuple[str, str, NoteKind | None]] = [*entries, ("K", say("more"), None)]
        whole, chips = len(all_of_them), list[_Chip]()
        for spoken, self._air in ((whole, _WIDE), *((words, _CLOSE) for words in range(whole, -1, -1))):
            chips = self._placed(all_of_them, spoken)
            if chips[-1].x + chips[-1].width <= self.width():
                break
        return tuple(chips)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        x = self.width() - x if self._context.rtl else x
        for chip in self.chips():
            if chip.x <= x < chip.x + chip.width:
                self.all_wanted.emit() if chip.kind is None else self.chosen.emit(chip.kind)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        strong = self._context.font(Role.CAPTION_STRONG)
        pencil.text(pencil.box(0, 0, 44, 24), ltr("Ctrl +"), strong, self._context.tokens.text)
        for chip in self.chips():
            self._draw(pencil, chip)
        painter.end()

    def _placed(self, entries: list[tuple[str, str, NoteKind | None]], spoken: int) -> list[_Chip]:
        """Return the chips if the first `spoken` of them and the chosen one have their words."""
        chips, x = [], 44.0
        for number, (key, word, kind) in enumerate(entries):
            shown = word if number < spoken or kind is self._kind else ""
            width = self._width(key, shown)
            chips.append(_Chip(key, shown, kind, x, width))
            x += width + self._air.between
        return chips

    def _width(self, key: str, word: str) -> float:
        context = self._context
        width = 2 * self._air.edge + 2 + width_of(key, context.font(Role.CAPTION_STRONG))
        return width + self._air.edge + width_of(word, context.font(Role.CAPTION)) if word else width

    def _draw(self, pencil: Pencil, chip: _Chip) -> None:
        context, tokens = self._context, self._context.tokens
        strong, on = context.font(Role.CAPTION_STRONG), chip.kind is self._kind
        box = pencil.box(chip.x, 0, chip.width, 24)
        pencil.frame(box, tokens.accent if on else tokens.line, 1, 3)
        if on:
            pencil.fill(pencil.box(chip.x + 1, 21, chip.width - 2, 3), tokens.accent)
        key = width_of(chip.key, strong)
        edge = self._air.edge
        pencil.text(pencil.box(chip.x + edge, 0, key + 1, 24), chip.key, strong, tokens.text)
        word = pencil.box(chip.x + 2 * edge + key, 0, chip.width - 2 * edge - key, 24)
        pencil.text(word, chip.word, context.font(Role.CAPTION), tokens.text if on else tokens.text2)
