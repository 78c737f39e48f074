"""Tables: what all of them say of their columns."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QTableView


def turn_order(table: QTableView) -> None:
    """The table is sorted by the column the keys are in, and the other way round if it was already.

    What is chosen stays chosen, and the row the keys are in stays in sight.
    """
    head, column = table.horizontalHeader(), table.currentIndex().column()
    by = head.sortIndicatorSection() if column < 0 else column
    turned = by == head.sortIndicatorSection() and head.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
    order = Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder
    table.sortByColumn(by, order)
    table.scrollTo(table.currentIndex())


def edit_by_enter(table: QTableView) -> None:
    """Enter on a cell opens it with the words it has; a letter begins it anew."""
    table.activated.connect(partial(_edit, table))


def _edit(table: QTableView, index: QModelIndex) -> None:
    if index.flags() & Qt.ItemFlag.ItemIsEditable:
        table.edit(index)


class HeadedTable(QAbstractTableModel):
    """Each column has its head, which begins at the side where reading begins."""

    def __init__(self, heads: Sequence[str] = ()) -> None:
        super().__init__()
        self.heads = heads

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        return None

    def _replace(self, was: Sequence[Hashable], now: Sequence[Hashable], put: Callable[[], object]) -> None:
        """`put` gives other rows; the same ones in another order stay chosen, and the keys stay in theirs.

        Each row has a name of its own, in `was` and in `now`.
        """
        if was == now:
            put()
            if now:
                self.dataChanged.emit(self.index(0, 0), self.index(len(now) - 1, self.columnCount() - 1))
        elif len(was) == len(now) and set(was) == set(now):
            self.layoutAboutToBeChanged.emit()
            held, places = self.persistentIndexList(), {name: row for row, name in enumerate(now)}
            put()
            moved = [self.index(places[was[index.row()]], index.column()) for index in held]
            self.changePersistentIndexList(held, moved)
            self.layoutChanged.emit()
        else:
            self.beginResetModel()
            put()
            self.endResetModel()
