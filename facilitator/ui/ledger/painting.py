"""How a row of the ledger is drawn: text in two lines, status with its pips, voices and what they lack."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from facilitator.domain.ledger import Recommended
from facilitator.domain.recommendation import Recommendation, Status
from facilitator.domain.sifting import Column, Flag, flags
from facilitator.ui.context import Context
from facilitator.ui.field import Field
from facilitator.ui.ledger.rows import LedgerModel
from facilitator.ui.ledger.words import FLAGS, addressee_word, status_word
from facilitator.ui.painting import Pencil
from facilitator.ui.type import Role
from facilitator.ui.wrapping import draw_lines, line_height, shortened

ROW = 60
_COLUMNS, _PAD = tuple(Column), 8
_TEXT = _COLUMNS.index(Column.TEXT)
_WAY = tuple(Status)[:8]
_Index = QModelIndex | QPersistentModelIndex


class LedgerDelegate(QStyledItemDelegate):
    """Draws only the rows in sight."""

    def __init__(self, context: Context, model: LedgerModel, of: QTableView) -> None:
        super().__init__(of)
        self._context, self._model, self._table = context, model, of

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(60, ROW)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """One line that runs as its first letter says."""
        line = Field(rtl=self._context.rtl)
        line.setParent(parent)
        line.setFont(self._context.font(Role.BODY))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        box = option.rect
        editor.setGeometry(box.x(), box.y() + (box.height() - 32) // 2, box.width(), 32)
        if isinstance(editor, QLineEdit):
            editor.setCursorPosition(0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = self._context.tokens
        painter.save()
        pencil = Pencil(painter, QRectF(option.rect), rtl=self._context.rtl)
        entry, column = self._model.entries[index.row()], _COLUMNS[index.column()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pencil.fill(pencil.bounds, tokens.accent_soft if chosen else tokens.surface)
        if isinstance(entry, str):
            self._draw_head(pencil, entry, index)
        else:
            self._draw_cell(pencil, entry, column)
        pencil.fill(pencil.box(0, pencil.bounds.height() - 1, pencil.width, 1), tokens.sunken)
        if chosen and column is Column.NUMBER:
            pencil.fill(pencil.box(0, 0, 4, pencil.bounds.height()), tokens.accent)
        if option.state & QStyle.StateFlag.State_HasFocus:
            pencil.frame(pencil.bounds, tokens.accent, 2)
        painter.restore()

    def _draw_head(self, pencil: Pencil, code: str, index: _Index) -> None:
        """The words begin where the texts do and go on over the columns that follow, each draws its part."""
        context = self._context
        pencil.fill(pencil.bounds, context.tokens.bg)
        first, last = (
            self._table.visualRect(index.sibling(index.row(), column))
            for column in (_TEXT, len(_COLUMNS) - 1)
        )
        pencil.painter.setClipRect(pencil.bounds)
        line = Pencil(pencil.painter, QRectF(first.united(last)), rtl=context.rtl)
        box = line.box(_PAD, 0, line.width - 2 * _PAD, ROW)
        words = addressee_word(code, context.language)
        line.text(box, words, context.font(Role.HEADING), context.tokens.text)
        pencil.painter.setClipping(False)

    def _draw_cell(self, pencil: Pencil, row: Recommended, column: Column) -> None:
        context, tokens, held = self._context, self._context.tokens, row.held
        if held is None:
            return
        ink = tokens.text if held.status.stands else tokens.text3
        if column is Column.NUMBER:
            box = pencil.box(2 * _PAD, 10, pencil.width - 2 * _PAD, 20)
            pencil.text(box, row.number, context.font(Role.SMALL_STRONG), ink)
        elif column is Column.STATUS:
            self._draw_status(pencil, held)
        elif column is Column.VOICES:
            self._draw_voices(pencil, row)
        else:
            role = Role.BODY if column is Column.TEXT else Role.SMALL
            words = self._model.said(row, column)
            self._draw_text(pencil, words, role, struck=not held.status.stands)

    def _draw_text(self, pencil: Pencil, words: str, role: Role, *, struck: bool) -> None:
        context, tokens = self._context, self._context.tokens
        face, width = context.font(role), int(pencil.width - 2 * _PAD)
        face.setStrikeOut(struck)
        text = shortened(words, face, width, 2, rtl=context.rtl)
        lines = 2 * line_height(face, rtl=context.rtl)
        box = pencil.box(_PAD, max(0, (ROW - lines) / 2), width, ROW)
        draw_lines(pencil, box, text, face, tokens.text3 if struck else tokens.text)

    def _draw_status(self, pencil: Pencil, held: Recommendation) -> None:
        context, tokens = self._context, self._context.tokens
        box = pencil.box(_PAD, 8, pencil.width - 2 * _PAD, 22)
        pencil.text(box, status_word(held.status, context.language), context.font(Role.SMALL), tokens.text)
        if held.status not in tuple(Status)[:11]:
            return
        reached = min(len(_WAY) - 1, tuple(Status).index(held.status))
        for place in range(len(_WAY)):
            ink = tokens.text2 if place <= reached else tokens.hatch
            pencil.fill(pencil.box(_PAD + place * 11, 38, 8, 4), ink)

    def _draw_voices(self, pencil: Pencil, row: Recommended) -> None:
        context, tokens = self._context, self._context.tokens
        found, width = flags(row), pencil.width - 2 * _PAD
        box = pencil.box(_PAD, 8, width, 22)
        pencil.text(box, str(row.voices), context.font(Role.SMALL_STRONG), tokens.text)
        if found:
            ink = tokens.danger if found[0] is Flag.SENSITIVE else tokens.warn
            words = context.language.say(FLAGS[found[0]])
            pencil.text(pencil.box(_PAD, 30, width, 20), words, context.font(Role.CAPTION), ink)
