"""Tables: what all of them say of their columns."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from facilitator.ui.live_keys import hear


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


def choose_ends(table: QTableView) -> None:
    """Ctrl with Home or End chooses the first or the last row, and the keys stay in their column."""
    for keys, last in (("Ctrl+Home", False), ("Ctrl+End", True)):
        hear(keys, table, partial(_to_end, table, last=last))


def _to_end(table: QTableView, *, last: bool) -> None:
    model, column = table.model(), max(0, table.currentIndex().column())
    rows = range(model.rowCount())
    places = (model.index(row, column) for row in (reversed(rows) if last else rows))
    found = next((place for place in places if place.flags() & Qt.ItemFlag.ItemIsSelectable), None)
    if found is not None:
        how = QItemSelectionModel.SelectionFlag
        table.selectionModel().setCurrentIndex(found, how.ClearAndSelect | how.Rows)


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
