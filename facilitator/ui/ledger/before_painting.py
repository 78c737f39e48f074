"""How a row of what came before is drawn: words in two lines, each text in its own direction."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.domain.before import Column
from facilitator.language.direction import first_strong_rtl
from facilitator.ui.context import Context
from facilitator.ui.ledger.before_rows import BeforeModel
from facilitator.ui.ledger.painting import ROW
from facilitator.ui.painting import Pencil
from facilitator.ui.type import Role
from facilitator.ui.wrapping import draw_lines, line_height, shortened

_COLUMNS, _PAD = tuple(Column), 8
_NEVER_APART = "-\u2060"  # the number of a recommendation stands on one line
_Index = QModelIndex | QPersistentModelIndex


class BeforeDelegate(QStyledItemDelegate):
    """Draws only the rows in sight; a row of which nobody has said anything yet is marked at its start."""

    def __init__(self, context: Context, model: BeforeModel, of: QWidget) -> None:
        super().__init__(of)
        self._context, self._model = context, model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = self._context.tokens
        painter.save()
        pencil = Pencil(painter, QRectF(option.rect), rtl=self._context.rtl)
        row, column = self._model.rows[index.row()], _COLUMNS[index.column()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pencil.fill(pencil.bounds, tokens.accent_soft if chosen else tokens.surface)
        words = self._model.said(row, column)
        self._draw(pencil, words.replace("-", _NEVER_APART) if column is Column.USED else words, column)
        pencil.fill(pencil.box(0, pencil.bounds.height() - 1, pencil.width, 1), tokens.sunken)
        if column is Column.SOURCE and (chosen or row.awaited):
            ink = tokens.accent if chosen else tokens.hatch
            pencil.fill(pencil.box(0, 0, 4, pencil.bounds.height() - 1), ink)
        painter.restore()

    def _draw(self, pencil: Pencil, words: str, column: Column) -> None:
        context, tokens = self._context, self._context.tokens
        face = context.font(Role.BODY if column is Column.TEXT else Role.SMALL)
        width = int(pencil.width - 2 * _PAD)
        rtl = context.rtl if column is Column.PLACE else first_strong_rtl(words, otherwise=context.rtl)
        text = shortened(words, face, width, 2, rtl=rtl)
        lines = 2 * line_height(face, rtl=rtl)
        box = pencil.box(_PAD, max(0, (ROW - lines) / 2), width, ROW)
        draw_lines(pencil, box, text, face, tokens.text if column is Column.TEXT else tokens.text2)
