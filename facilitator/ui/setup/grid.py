"""Tables of the setup desk: how they look, and one of plain texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from facilitator.language.direction import isolate
from facilitator.ui.context import Context
from facilitator.ui.tables import HeadedTable, choose_ends
from facilitator.ui.type import Role

ROW = 30
_Index = QModelIndex | QPersistentModelIndex

_SHEET = """
QTableView {{ background: {surface}; selection-background-color: {accent_soft}; selection-color: {text}; }}
QTableView::item {{ padding: 0 5px; border: 0; border-bottom: 1px solid {sunken}; }}
QTableView::item:selected {{ background: {accent_soft}; color: {text}; }}
QTableView::indicator:unchecked {{ width: 12px; height: 12px; border: 1px solid {text2};
  border-radius: 2px; }}
QHeaderView {{ background: {surface}; border: 0; }}
QHeaderView::section {{ background: {surface}; color: {text2}; border: 0; padding: 0 8px;
  border-bottom: 1px solid {line}; }}
QScrollBar:horizontal {{ background: {surface}; height: 10px; margin: 0; border: 0; }}
QScrollBar::handle:horizontal {{ background: {hatch}; min-width: 24px; border-radius: 3px; margin: 2px; }}
QAbstractScrollArea::corner {{ background: {surface}; border: 0; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: none; width: 0; height: 0; }}
"""


def dress_grid(table: QTableView, context: Context, name: str) -> None:
    """The table wears the theme: rows of one height, no lines between columns, no frame."""
    tokens = ("surface", "accent_soft", "text", "text2", "sunken", "line", "hatch")
    table.setStyleSheet(_SHEET.format(**{each: getattr(context.tokens, each).name() for each in tokens}))
    table.setAccessibleName(name)
    table.setFont(context.font(Role.BODY))
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(ROW)
    choose_ends(table)
    head = table.horizontalHeader()
    head.setFont(context.font(Role.CAPTION_STRONG))
    head.setHighlightSections(False)
    head.setFixedHeight(ROW)


class TextRows(HeadedTable):
    """Rows of texts under their heads, each in its own direction; a row that is short is empty at its end."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Sequence[str]] = ()

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self.heads, self.rows = heads, rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.rows[index.row()]
        return isolate(row[index.column()]) if index.column() < len(row) else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        told = super().headerData(section, orientation, role)
        return isolate(told) if isinstance(told, str) else told
