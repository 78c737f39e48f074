"""The people of a workshop as rows: those the typed words mean, each cell to be edited in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from facilitator.domain.grouping import EVERYBODY, Group
from facilitator.domain.people import Attendance, Participant, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.turnout import heard
from facilitator.domain.view import View
from facilitator.language.groups import group_name
from facilitator.language.speech import mark
from facilitator.ui.alphabet import Alphabet
from facilitator.ui.context import Context
from facilitator.ui.floor.entries import Directory
from facilitator.ui.tables import HeadedTable

COLUMNS = (
    ("number", mark("No.")),
    ("name", mark("Name")),
    ("delegation", mark("Delegation")),
    ("category", mark("Category")),
    ("region", mark("Region")),
    ("language", mark("Language")),
    ("pronounced", mark("Pronounced")),
    ("registered", mark("Registered")),
    ("heard", mark("Heard")),
    ("present", mark("In the room")),
)
"""The fields of a participant that have a column, and what stands over it."""

_FIELDS = [field for field, _ in COLUMNS]
_AT_ONCE = 3_000
_A_TURN = 9_000  # people that are read at a time before they are shown first
_MARKED = ("registered", "present")
_GROUPED = ("region", "language")
_USUAL = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_FLAGS = [
    _USUAL | Qt.ItemFlag.ItemIsUserCheckable
    if field in _MARKED
    else _USUAL
    if field in {"category", "heard"}
    else _USUAL | Qt.ItemFlag.ItemIsEditable
    for field in _FIELDS
]
"""Of each column; a table asks for them at each cell it paints."""
_Index = QModelIndex | QPersistentModelIndex


class PeopleModel(HeadedTable):
    """An edited cell becomes an act; what stands in it is always what the file says."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments
    caught_up = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__([context.language.say(head) for _, head, *_ in COLUMNS])
        self._context = context
        self._directory = Directory()
        self._view: View | None = None
        self._typed = ""
        self._panel: PanelId | None = None
        self._told: Mapping[ParticipantId, Attendance] = {}
        self._heard: Mapping[ParticipantId, int] = {}
        self._group = EVERYBODY
        self._column, self._falling = -1, False
        self._alphabet = Alphabet(context.language.code)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.caught_up)
        self.rows: Sequence[Participant] = ()

    @property
    def people(self) -> int:
        """The number of people of the workshop."""
        return 0 if self._view is None else len(self._view.people)

    def coming(self, view: View) -> Iterator[None]:
        """Yield while people that were not shown before are read, before a view of them is."""
        yield from self._directory.coming(view.invited, _A_TURN)
        if self._view is None:
            self._directory.read(view.invited)
            yield

    def show_view(self, view: View, panel: PanelId | None = None) -> None:
        """The rows are those of the workshop, or as at a panel; the same people stay where they are.

        Where many more have come, `caught_up` tells when it can show them: no press waits for that.
        """
        if self._view is not None and self._directory.look_ahead(self._asked(view, panel), _AT_ONCE):
            self._later.start()
            return
        changed = self._panel != panel or self._told != view.attendance
        self._view, self._panel, self._told = view, panel, view.attendance
        spoken = heard(view, panel)
        changed, self._heard = changed or spoken != self._heard, spoken
        self._directory.read(self._asked(view, panel))
        rows = self._meant()
        if rows is self.rows and not changed:
            return
        if len(rows) != len(self.rows) or any(a.id != b.id for a, b in zip(rows, self.rows, strict=True)):
            self._put(rows)
        elif rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))

    @staticmethod
    def _asked(view: View, panel: PanelId | None) -> Mapping[ParticipantId, Participant]:
        return view.invited if panel is None else view.people

    def narrow(self, typed: str) -> None:
        """Only those whom the words may mean are left."""
        self._typed = typed
        self._put(self._meant())

    def narrow_to(self, group: Group) -> None:
        """Only those of a group are left."""
        if group != self._group:
            self._group = group
            self._put(self._meant())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """The rows stand by a column, words in the order of the language; without one by name."""
        if column != self._column:
            self._alphabet = Alphabet(self._context.language.code)
        self._column, self._falling = column, order is Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        held = [(index, self.rows[index.row()].id) for index in self.persistentIndexList()]
        self.rows = self._meant()
        places = {who.id: place for place, who in enumerate(self.rows)} if held else {}
        for index, id_ in held:
            self.changePersistentIndex(index, self.index(places.get(id_, -1), index.column()))
        self.layoutChanged.emit()

    def attendance(self, id_: ParticipantId) -> Attendance:
        """Return whether somebody is at the panel, or in the room at all."""
        who = next((who for who in self.rows if who.id == id_), None)
        told = None if self._panel is None else self._told.get(id_)
        return told or (Attendance.PRESENT if who is not None and who.present else Attendance.ABSENT)

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
        return _FLAGS[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def drawn(self, row: int, column: int) -> tuple[str, bool | None]:
        """Return the words of a cell, and whether it has its mark: None in a column of words."""
        who, field = self.rows[row], _FIELDS[column]
        if field in _MARKED:
            return self._from_afar(who, field), bool(getattr(who, field))
        return self._shown(who, field), None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        who, field = self.rows[index.row()], _FIELDS[index.column()]
        if field in _MARKED:
            return self._mark(who, field, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown(who, field)
        if role == Qt.ItemDataRole.EditRole:
            told = getattr(who, field, None)
            return "" if told is None else str(told)
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """The cell is as typed once the file says so; what is refused stays as it was."""
        who, field = self.rows[index.row()], _FIELDS[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and field in _MARKED:
            self._turn(who, field)
            return True
        typed = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or typed == self.data(index, role):
            return False
        told: object = (
            (int(typed) if typed.isdecimal() else 0 if typed else None) if field == "number" else typed
        )
        self.act_wanted.emit("edit_participant", {"participant": who.id, field: told})
        return True

    def _turn(self, who: Participant, field: str) -> None:
        """The mark of one person is the other one from now on."""
        if field == "registered":
            told = {"participant": who.id, "registered": not who.registered}
            self.act_wanted.emit("edit_participant", told)
        elif self._panel is None:
            self.act_wanted.emit("set_present", {"participant": who.id, "present": not who.present})
        else:
            there = Attendance.ABSENT if self.attendance(who.id).there else Attendance.PRESENT
            arguments = {"participants": (who.id,), "attendance": there, "panel": self._panel}
            self.act_wanted.emit("set_attendance", arguments)

    def _mark(self, who: Participant, field: str, role: int) -> object:
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if getattr(who, field) else Qt.CheckState.Unchecked
        return self._from_afar(who, field) or None if role == Qt.ItemDataRole.DisplayRole else None

    def _from_afar(self, who: Participant, field: str) -> str:
        afar = field == "present" and self._panel is not None and self._told.get(who.id) is Attendance.REMOTE
        return self._context.language.say("From afar") if afar else ""

    def _meant(self) -> Sequence[Participant]:
        """Return whom the words and the group mean, in the order that is wanted."""
        rows = self._directory.meant(self._typed)
        if self._group != EVERYBODY:
            rows = [who for who in rows if self._group.holds(who)]
        return self._sorted(rows)

    def _sorted(self, rows: Sequence[Participant]) -> Sequence[Participant]:
        """Return the rows by the column that was pressed; without one they stand by name already."""
        if not 0 <= self._column < len(_FIELDS):
            return rows
        field = _FIELDS[self._column]
        if field in {"number", "heard", *_MARKED}:
            return sorted(rows, key=lambda who: self._figure(who, field), reverse=self._falling)
        words = [self._shown(who, field) for who in rows]
        places = self._alphabet.places(words)
        told = list(zip(words, rows, strict=True))
        there = [each for each in told if each[0]]
        there.sort(key=lambda each: places[each[0]], reverse=self._falling)
        return [who for _, who in (*there, *(each for each in told if not each[0]))]

    def _figure(self, who: Participant, field: str) -> int:
        if field == "registered":
            return who.registered
        if field == "present":
            return 2 * who.present - (self._told.get(who.id) is Attendance.REMOTE)
        return (who.number or 0) if field == "number" else self._heard.get(who.id, 0)

    def _shown(self, who: Participant, field: str) -> str:
        if field == "heard":
            turns = self._heard.get(who.id, 0)
            return self._context.language.number(turns) if turns else ""
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
