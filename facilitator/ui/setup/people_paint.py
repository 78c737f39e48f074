"""How the people's rows are drawn: each cell its words or its mark, so that a page of them is one frame."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from facilitator.language.direction import isolate, runs_against
from facilitator.language.speech import Language
from facilitator.ui.context import Context
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil
from facilitator.ui.setup.people import PeopleModel
from facilitator.ui.tables import edit_by_enter
from facilitator.ui.type import Role

_PAD, _BOX, _FRAME = 8, 14, 2
_MOST = 8192
_NARROW, _NAMES = 1000, {1: 216, 2: 176}
_CHOSEN = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
_LEFT, _RIGHT = ((_LINE | side).value for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight))
_Index = QModelIndex | QPersistentModelIndex


class PeopleTable(QTableView):
    """Names and delegations share what is left; where little is, they keep theirs and the rest scrolls."""

    def __init__(self) -> None:
        super().__init__()
        edit_by_enter(self)

    def tell(self, language: Language, shown: int, people: int) -> None:
        """Where no row is, it is said why, and what there is to do."""
        nobody = language.say("Nobody is listed yet. Import a list, or type a name above and add it.")
        nothing = language.say("Nothing passes. Clear the words and the filters.")
        self.setAccessibleDescription("" if shown else nothing if people else nobody)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        words = self.accessibleDescription()
        if words:
            painter = QPainter(self.viewport())
            flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(self.viewport().rect().adjusted(_PAD, 0, -_PAD, 0), flags, words)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        head, narrow = self.horizontalHeader(), self.width() < _NARROW
        mode = QHeaderView.ResizeMode.Interactive if narrow else QHeaderView.ResizeMode.Stretch
        for column, width in _NAMES.items():
            if head.count() > column and head.sectionResizeMode(column) is not mode:
                head.setSectionResizeMode(column, mode)
                head.resizeSection(column, width)


class PeopleDelegate(QStyledItemDelegate):
    """Two hundred cells take a third of a frame; a style sheet, asked anew for each, takes all of it."""

    def __init__(self, context: Context, model: PeopleModel, table: QTableView) -> None:
        super().__init__(table)
        self._context, self._model, self._table = context, model, table
        self._font = context.font(Role.BODY)
        self._metrics = QFontMetrics(self._font)
        self._side = _RIGHT if context.rtl else _LEFT
        self._cut: dict[int, dict[str, str]] = {}
        self._squares: dict[int, QRect] = {}
        self._marks: dict[tuple[bool, float], QPixmap] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens, state = self._context.tokens, option.state.value
        cell = option.rect
        left, top, width, height = cell.x(), cell.y(), cell.width(), cell.height()
        if state & _CHOSEN:
            painter.fillRect(left, top, width, height, tokens.accent_soft)
        painter.fillRect(left, top + height - 1, width, 1, tokens.sunken)
        words, marked = self._model.drawn(index.row(), index.column())
        before = _PAD
        if marked is not None:
            self._draw_mark(painter, option, index, told=marked)
            before += _BOX + _PAD
        if words:
            space = max(0, width - before - _PAD)
            start = left + (_PAD if self._context.rtl else before)
            painter.setFont(self._font)
            painter.setPen(tokens.text)
            painter.drawText(start, top, space, height - 1, self._side, self._fitted(words, space))
        if state & _FOCUSED:
            box = QRectF(cell)
            Pencil(painter, box, rtl=self._context.rtl).frame(box, tokens.accent, _FRAME)

    def _fitted(self, words: str, width: int) -> str:
        """Return what a column has room for: the same words are measured once."""
        known = self._cut.setdefault(width, {})
        if words not in known:
            if len(known) > _MOST:
                known.clear()
            alone = isolate(words) if runs_against(words, rtl=self._context.rtl) else words
            known[words] = self._metrics.elidedText(alone, Qt.TextElideMode.ElideRight, width)
        return known[words]

    def _draw_mark(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, *, told: bool
    ) -> None:
        cell, which = option.rect, (told, self._table.devicePixelRatioF())
        if which not in self._marks:
            self._marks[which] = self._mark(*which)
        if cell.width() not in self._squares:
            self._squares[cell.width()] = self._square(option, index)
        painter.drawPixmap(self._squares[cell.width()].topLeft() + cell.topLeft(), self._marks[which])

    def _square(self, option: QStyleOptionViewItem, index: _Index) -> QRect:
        """Return where in a cell the mark is pressed, which the style says."""
        told = QStyleOptionViewItem(option)
        self.initStyleOption(told, index)
        told.rect = QRect(0, 0, option.rect.width(), option.rect.height())
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        return self._table.style().subElementRect(part, told, self._table)

    def _mark(self, told: bool, ratio: float) -> QPixmap:  # noqa: FBT001 - the key of what is kept
        tokens = self._context.tokens
        made = QPixmap(round(_BOX * ratio), round(_BOX * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter, box = QPainter(made), QRectF(0, 0, _BOX, _BOX)
        Pencil(painter, box, rtl=False).frame(box, tokens.text2 if told else tokens.edge, 1, 2)
        if told:
            draw_icon(painter, "check", box.adjusted(1, 1, -1, -1), tokens.text)
        painter.end()
        return made
