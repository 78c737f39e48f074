"""The model of the list: its lines, changed one by one, and what dragging a line asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.floor.rows import Lines, Row, Stage, lines, moment
from facilitator.ui.reading import plain

Index = QModelIndex | QPersistentModelIndex
_MIME = "application/x-facilitator-request"


class QueueModel(QAbstractListModel):
    """The rows of the list; a drop asks for a move and changes nothing by itself.

    With `past` it also holds those who were heard, have the floor, or left.
    """

    move_wanted = Signal(str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.past = False
        self.rows = Lines()
        self._known: tuple[View, bool, object, object] | None = None

    def show_view(self, view: View, now: int) -> None:
        """Only what has changed is painted again; a row that moved is still the same row."""
        language, past = self._context.language, self.past
        seen = moment(view, now, language, past=past)
        known = None if seen is None else (view, past, seen.starts, seen.clock)
        if (
            known is not None
            and self._known is not None
            and known[0] is self._known[0]
            and known == self._known
        ):
            return
        self._known = known
        new = Lines() if seen is None else lines(view, now, language, seen.rest, past=past)
        before = self.rows
        self._rearrange(new)
        looked_at = {before.ids[place]: row for place, row in before.written.items()}
        changed = [n for n, id_ in enumerate(new.ids) if id_ in looked_at and looked_at[id_] != new[n]]
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))

    def row_of(self, id_: object) -> int | None:
        """Return the line of a request, or of an intervention that had none."""
        return next((number for number, each in enumerate(self.rows.ids) if each == id_), None)

    def _rearrange(self, new: Lines) -> None:
        old_ids, new_ids = self.rows.ids, new.ids
        if old_ids == new_ids:
            self.rows = new
            return
        top = QModelIndex()
        gone, come, moved = _removed(old_ids, new_ids), _removed(new_ids, old_ids), _moved(old_ids, new_ids)
        if gone is not None:
            self.beginRemoveRows(top, gone, gone)
            self.rows = new
            self.endRemoveRows()
        elif come is not None:
            self.beginInsertRows(top, come, come)
            self.rows = new
            self.endInsertRows()
        elif moved is not None and self.beginMoveRows(top, moved[0], moved[0], top, moved[1]):
            self.rows = new
            self.endMoveRows()
        else:
            self.beginResetModel()
            self.rows = new
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows.ids)  # Qt asks some hundred times a change

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (_SHOWN, _SPOKEN, _TIP):
            return None
        row = self.rows[index.row()]
        if role == _TIP:
            return plain("\n".join(filter(None, (row.name, row.line, " · ".join(row.tags), self._why(row)))))
        place = f"{row.place}." if row.place else ""
        spoken = ", ".join(filter(None, (f"{place} {row.name}".strip(), row.line, *row.tags, row.starts)))
        return plain(spoken)

    def flags(self, index: Index) -> Qt.ItemFlag:
        drop = Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return drop
        waits = self.rows[index.row()].stage is Stage.WAITING
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if waits else Qt.ItemFlag.NoItemFlags)

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override] # Qt passes a list
        data = QMimeData()
        data.setData(_MIME, (self.rows[indexes[0].row()].request or "").encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
        below = (each.request for each in self.rows[target:] if each.stage is Stage.WAITING)
        self.move_wanted.emit(bytes(data.data(_MIME).data()).decode(), next(below, None))
        return False  # the desk moves, and everybody looks again

    def _why(self, row: Row) -> str:
        return self._context.language.say("Nobody is put in before this place.") if row.protected else ""


_SHOWN, _TIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each unbroken stretch of numbers that rise."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _removed(long: Sequence[str], short: Sequence[str]) -> int | None:
    """Return which one of `long` is missing from `short`, if that is all that differs."""
    if len(long) != len(short) + 1:
        return None
    place = next((n for n, (a, b) in enumerate(zip(long, short, strict=False)) if a != b), len(short))
    return place if long[place + 1 :] == short[place:] else None


def _moved(old: Sequence[str], new: Sequence[str]) -> tuple[int, int] | None:
    """Return which row moved, and before which of the old rows, if that is all that differs."""
    if len(old) != len(new):
        return None
    wrong = [n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    if not wrong:
        return None
    first, last = wrong[0], wrong[-1]
    if old[first + 1 : last + 1] == new[first:last] and old[first] == new[last]:
        return first, last + 1
    if old[first:last] == new[first + 1 : last + 1] and old[last] == new[first]:
        return last, first
    return None
