"""How the lines of the timeline are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.domain.notes import NoteId, NoteKind
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.ui.context import Context
from facilitator.ui.icons import draw_icon
from facilitator.ui.notes.kinds import ICONS
from facilitator.ui.notes.lines import Line
from facilitator.ui.notes.underlines import underline
from facilitator.ui.painting import Pencil, Side, draw_tag, faces, tag_width, width_of
from facilitator.ui.type import Role
from facilitator.ui.wrapping import draw_lines, height_of

_Index = QModelIndex | QPersistentModelIndex
_HEADER, _NOTE, _TEXT_AT, _KIND_AT, _GAP, _EDGE, _PAD = 36, 32, 224, 80, 8, 16, 6
_ICON = 24  # with the space after it
_KEPT, _TALL = 24, 120  # notes kept as they were drawn, and how high one may be
_LETTER, _LINE = 7, 20  # about as wide is a letter of a note, and as high a line


class Lines(Protocol):
    """Where the lines come from."""

    @property
    def lines(self) -> Sequence[Line]: ...

    def lengths(self, rows: range) -> Sequence[int | None]:
        """Return how many letters each note has; None for whoever spoke."""


class TimelineDelegate(QStyledItemDelegate):
    """Speakers as quiet bands, notes below them: offset, kind, text, tags."""

    def __init__(self, context: Context, source: Lines) -> None:
        super().__init__()
        self._context, self._source = context, source
        self.editing: NoteId | None = None
        self._pictures: dict[str, tuple[Line, tuple[object, ...], QPixmap]] = {}
        words = [context.language.say(word) for word in NOTE_KINDS.values()]
        widest = max(width_of(word, context.font(Role.SMALL_STRONG)) for word in words)
        self._text_at = max(_TEXT_AT, round(_KIND_AT + _ICON + widest + 12))  # a column takes its widest word

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line, view = self._source.lines[index.row()], option.widget
        if line.note is None:
            return QSize(200, _HEADER + (_GAP if index.row() else 0))
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 900
        text = height_of(
            line.text, self._context.font(Role.BODY), self._room(line, width), page_rtl=self._context.rtl
        )
        last = index.row() == len(self._source.lines) - 1
        return QSize(200, max(_NOTE, text + 2 * _PAD) + (_PAD if last else 0))

    def guess(self, rows: range, width: int) -> list[int]:
        """Return about how high lines are, without measuring their words."""
        room = max(_LETTER, width - self._text_at - _EDGE)
        lengths = self._source.lengths(rows)
        heights = {  # of many thousand lines few differ in length
            letters: _HEADER + _GAP
            if letters is None
            else max(_NOTE, (1 + letters * _LETTER // room) * _LINE + 2 * _PAD)
            for letters in set(lengths)
        }
        return [heights[letters] for letters in lengths]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = self._source.lines[index.row()]
        if line.note is not None and option.rect.height() <= _TALL:
            ratio = painter.device().devicePixelRatioF()
            if ratio == int(ratio):  # between two pixels a copy would blur
                painter.drawPixmap(option.rect.topLeft(), self._picture(line, option.rect.size(), ratio))
                return
        painter.save()
        bounds = QRectF(option.rect)
        if line.note is None and index.row():
            bounds.setTop(bounds.top() + _GAP)
        pencil = Pencil(painter, bounds, rtl=self._context.rtl)
        if line.note is None:
            self._draw_header(pencil, line)
        else:
            self._draw_note(pencil, line)
        painter.restore()

    def _picture(self, line: Line, size: QSize, ratio: float) -> QPixmap:
        """Return a note as it is drawn: once, as long as it tells the same, wherever it is scrolled to."""
        told, kept = (size, ratio, line.note == self.editing, faces()), self._pictures.pop(line.key, None)
        if kept is None or kept[0] is not line or kept[1] != told:
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            self._draw_note(
                Pencil(painter, QRectF(0, 0, size.width(), size.height()), rtl=self._context.rtl), line
            )
            painter.end()
            kept = line, told, picture
        self._pictures[line.key] = kept
        if len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        return kept[2]

    def _draw_header(self, pencil: Pencil, line: Line) -> None:
        context, tokens = self._context, self._context.tokens
        pencil.fill(pencil.bounds, tokens.bg)
        pencil.fill(pencil.box(0, 0, pencil.width, 1), tokens.line)
        if line.live:
            pencil.fill(pencil.box(0, 0, 4, _HEADER), tokens.accent)
        small, strong, name = (context.font(role) for role in (Role.SMALL, Role.SMALL_STRONG, Role.ROW))
        pencil.text(pencil.box(_EDGE, 0, 60, _HEADER), line.time, small, tokens.text2)
        end = width_of(line.end, strong) + 4
        width = min(width_of(line.title, name) + 2, pencil.width - _KIND_AT - end - 60)
        pencil.text(pencil.box(_KIND_AT, 0, width, _HEADER), line.title, name, tokens.text)
        rest = pencil.width - _KIND_AT - width - 8 - end - 32
        pencil.text(pencil.box(_KIND_AT + width + 8, 0, rest, _HEADER), line.text, small, tokens.text2)
        font, ink = (strong, tokens.text) if line.live else (small, tokens.text2)
        pencil.text(pencil.box(pencil.width - _EDGE - end, 0, end, _HEADER), line.end, font, ink, Side.END)

    def _draw_note(self, pencil: Pencil, line: Line) -> None:
        context, tokens = self._context, self._context.tokens
        proposes, edited = line.kind is NoteKind.RECOMMENDATION, line.note == self.editing
        pencil.fill(pencil.bounds, tokens.accent_soft if proposes or edited else tokens.surface)
        if edited:
            pencil.frame(pencil.bounds, tokens.accent, 2)
        ink = tokens.danger if line.closed else tokens.accent if proposes else tokens.text
        pencil.text(pencil.box(_EDGE, 0, 60, _NOTE), line.time, context.font(Role.SMALL), tokens.text3)
        if line.kind is not None:
            draw_icon(pencil.painter, ICONS[line.kind], pencil.box(_KIND_AT, 8, 16, 16), ink, rtl=context.rtl)
        kind = pencil.box(_KIND_AT + _ICON, 0, self._text_at - _KIND_AT - _ICON, _NOTE)
        pencil.text(kind, line.title, context.font(Role.SMALL_STRONG), ink)
        room = self._room(line, pencil.width)
        box = pencil.box(self._text_at, _PAD, room, pencil.bounds.height() - 2 * _PAD)
        body = context.font(Role.BODY)
        draw_lines(pencil, box, line.text, body, tokens.text2 if line.closed else tokens.text)
        underline(pencil, box, line.text, body, line.spans, tokens.accent)
        self._draw_tags(pencil, line)

    def _draw_tags(self, pencil: Pencil, line: Line) -> None:
        tokens, font = self._context.tokens, self._context.font(Role.CAPTION)
        x = pencil.width - _EDGE - self._tags_width(line)
        for tag in line.tags:
            x += draw_tag(pencil, x, _NOTE / 2, tag, font, (tokens.edge, tokens.text2)) + 4

    def _room(self, line: Line, width: float) -> int:
        """Return the width that a note's text has before its tags."""
        return int(width - self._text_at - _EDGE - self._tags_width(line) - (12 if line.tags else 0))

    def _tags_width(self, line: Line) -> float:
        font = self._context.font(Role.CAPTION)
        return sum(tag_width(tag, font) + 4 for tag in line.tags) - (4 if line.tags else 0)
