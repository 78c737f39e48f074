"""The people of a workshop as rows: those the typed words mean, each cell to be edited in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from facilitator.domain.people import Participant, ParticipantId
from facilitator.domain.view import View
from facilitator.language.groups import group_name
from facilitator.language.speech import mark
from facilitator.ui.context import Context
from facilitator.ui.floor.entries import Directory

COLUMNS = (
    ("number", mark("No.")),
    ("name", mark("Name")),
    ("delegation", mark("Delegation")),
    ("category", mark("Category")),
    ("region", mark("Region")),
    ("language", mark("Language")),
    ("present", mark("In the room")),
)
"""The fields of a participant that have a column, and what stands over it."""

_FIELDS = [field for field, _ in COLUMNS]
_GROUPED = ("region", "language")
_Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractTableModel):
    """An edited cell becomes an act; what stands in it is always what the file says."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._directory = Directory()
        self._view: View | None = None
        self._typed = ""
        self.rows: Sequence[Participant] = ()

    @property
    def people(self) -> int:
        """The number of people of the workshop."""
        return 0 if self._view is None else len(self._view.people)

    def show_view(self, view: View) -> None:
        """The rows are those of the workshop as it is; the same people stay where they are."""
        self._view = view
        self._directory.read(view.people)
        rows = self._directory.meant(self._typed)
        if rows is self.rows:
            return
        if [who.id for who in rows] != [who.id for who in self.rows]:
            self._put(rows)
        elif rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))

    def narrow(self, typed: str) -> None:
        """Only those whom the words may mean are left."""
        self._typed = typed
        self._put(self._directory.meant(self._typed))

    def ids(self, places: Sequence[int]) -> tuple[ParticipantId, ...]:
        return tuple(self.rows[place].id for place in places if place < len(self.rows))

    def places(self, ids: Sequence[ParticipantId]) -> list[int]:
        """Return where these people stand, of those who are shown."""
        wanted = set(ids)
        return [place for place, who in enumerate(self.rows) if who.id in wanted] if wanted else []

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usual, field = super().flags(index), _FIELDS[index.column()]
        if field == "present":
            return usual | Qt.ItemFlag.ItemIsUserCheckable
        return usual if field == "category" else usual | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        who, field = self.rows[index.row()], _FIELDS[index.column()]
        if field == "present":
            state = Qt.CheckState.Checked if who.present else Qt.CheckState.Unchecked
            return state if role == Qt.ItemDataRole.CheckStateRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown(who, field)
        if role == Qt.ItemDataRole.EditRole:
            told = getattr(who, field)
            return "" if told is None else str(told)
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """The cell is as typed once the file says so; what is refused stays as it was."""
        who, field = self.rows[index.row()], _FIELDS[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and field == "present":
            self.act_wanted.emit("set_present", {"participant": who.id, "present": not who.present})
            return True
        typed = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or typed == self.data(index, role):
            return False
        told: object = (
            (int(typed) if typed.isdecimal() else 0 if typed else None) if field == "number" else typed
        )
        self.act_wanted.emit("edit_participant", {"participant": who.id, field: told})
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._context.language.say(COLUMNS[section][1])
        return None

    def _shown(self, who: Participant, field: str) -> str:
        told = getattr(who, field)
        if field == "category" and self._view is not None:
            return self._view.category(told).brief
        if field in _GROUPED and told:
            return group_name(told, self._context.language)
        return "" if told is None else str(told)

    def _put(self, rows: Sequence[Participant]) -> None:
        """Other people stand in the rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
