"""What is the case, read from the tables once and kept until an act changes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, select

from facilitator.domain.floor import Floor
from facilitator.domain.notes import Note
from facilitator.domain.paragraphs import Paragraph
from facilitator.domain.people import Category, Participant, ParticipantId
from facilitator.domain.programme import Anomaly, Day, Named, Panel, PanelId, PanelState, Workshop
from facilitator.domain.recommendation import Recommendation
from facilitator.domain.refusals import UnknownReference
from facilitator.domain.rules import CODED, Rules, rules_from
from facilitator.store import duties, floor_rows, paragraph_rows
from facilitator.store import rows as as_
from facilitator.store.attendance_reading import AttendanceReading
from facilitator.store.journal import Change
from facilitator.store.ledger_reading import LedgerReading
from facilitator.store.note_reading import NoteReading
from facilitator.store.people_reading import PeopleReading
from facilitator.store.tables import STATE

Row = Mapping[str, Any]
T = TypeVar("T")


class Reading:
    """The workshop as the tables tell it. One process holds the file: what was read stays true."""

    def __init__(self, connection: Connection, turn: AbstractContextManager[Any]) -> None:
        self._connection, self._turn = connection, turn
        self._kept: dict[str, Any] = {}
        self.noted = NoteReading(self._all, self._made)
        self.ledger = LedgerReading(self._all)
        self.everybody = PeopleReading(self._all, self._values)
        self.attendance = AttendanceReading(self._all, self.people)
        self._floors: dict[str, Floor] = {}

    def forget(
        self, changes: Iterable[Change], floors: Mapping[str, Floor], came: Mapping[str, Iterable[str]]
    ) -> None:
        """What these changes touched is read again when it is asked for; `floors` are known already.

        So is what `came` from elsewhere: the ids of rows, by their tables.
        """
        touched = {table: list(ids) for table, ids in came.items() if table != "participant"}
        people = [Change("participant", id_, None, None) for id_ in came.get("participant", ())]
        for change in changes:
            if change.table == "participant":
                people.append(change)
            else:
                touched.setdefault(change.table, []).append(change.id)
        self.everybody.forget(people)
        self.noted.forget(touched)
        self.ledger.forget(touched)
        self.attendance.forget(touched)
        if touched.keys() & _FLOOR_TABLES and not floors:
            self._floors.clear()
        self._floors.update(floors)
        for name, tables in _KEPT_FROM.items():
            if touched.keys() & tables:
                self._kept = {key: value for key, value in self._kept.items() if not key.startswith(name)}

    def workshop(self) -> Workshop:
        return self._keep("workshop", lambda: as_.to_workshop(self._all(select(STATE["workshop"]))[0]))

    def categories(self) -> tuple[Category, ...]:
        table = STATE["category"]
        query = select(table).order_by(table.c.number, table.c.id)
        return self._keep("categories", lambda: tuple(as_.to_category(row) for row in self._all(query)))

    def people(self) -> Mapping[ParticipantId, Participant]:
        return self.everybody.everybody()

    def touched_people(self) -> frozenset[ParticipantId]:
        """Return of whom something is told: who asked, spoke or is noted."""
        found = (self._all(select(column.label("id")).distinct()) for column in _OF_PEOPLE)
        return frozenset(ParticipantId(row["id"]) for rows in found for row in rows if row["id"])

    def told_of(self, participant: str, but: Container[str] = ()) -> Sequence[tuple[str, str, str]]:
        """Return where somebody is named: table, column and id of each row, but not of some tables."""
        return [
            (column.table.name, column.name, row["id"])
            for column in _OF_PEOPLE
            if column.table.name not in but
            for row in self._all(select(column.table.c.id).where(column == participant))
        ]

    def apart(self) -> frozenset[frozenset[ParticipantId]]:
        """Return the pairs of people that are known to be two."""
        rows = self._all(select(STATE["apart"]))
        return frozenset(frozenset((ParticipantId(r["one"]), ParticipantId(r["other"]))) for r in rows)

    def origins(self) -> Sequence[Row]:
        """Return the lists that people and panels came from, the oldest first."""
        table = STATE["origin"]
        return self._keep("origins", lambda: self._all(select(table).order_by(table.c.id)))

    def participant(self, id_: str) -> Participant:
        found = self.people().get(ParticipantId(id_))
        if found is None:
            raise UnknownReference(kind="participant", id=id_)
        return found

    def floor_elsewhere(self, me: str) -> str:
        """Return the name of the laptop that holds the floor, the empty text if it is this one."""
        (found,) = self._keep("holder", lambda: self._asked(partial(duties.elsewhere, self._connection, me)))
        return found

    def panels(self) -> tuple[Panel, ...]:
        return self._keep("panels", self._read_panels)

    def panel(self, id_: str) -> Panel:
        for panel in self.panels():
            if panel.id == id_:
                return panel
        raise UnknownReference(kind="panel", id=id_)

    def states(self) -> Mapping[PanelId, PanelState]:
        table = STATE["panel"]
        query = select(table.c.id, table.c.state)
        return self._keep(
            "states", lambda: {PanelId(r["id"]): PanelState(r["state"]) for r in self._all(query)}
        )

    def floor(self, panel: str) -> Floor:
        if panel not in self._floors:
            self._floors[panel] = self._read_floor(panel)
        return self._floors[panel]

    def rules(self, panel: str | None = None) -> Rules:
        """Return the rules of a panel: its own before those of the workshop."""
        mine = {} if panel is None else self.settings(panel)
        return rules_from(self.settings(None), mine)

    def settings(self, panel: str | None) -> Mapping[str, Any]:
        """Return what a panel, or the workshop, has set for itself, by the rule's name."""
        table = STATE["rule"]
        query = select(table).where(table.c.panel.is_(panel))
        return self._keep(
            f"rules {panel}", lambda: {r["key"]: json.loads(r["value"]) for r in self._all(query)}
        )

    def short_codes(self) -> Mapping[str, str]:
        """Return the phrases of the workshop's own short codes, in the order of the codes."""
        kept = self.settings(None).items()
        return dict(sorted((key.removeprefix(CODED), told) for key, told in kept if key.startswith(CODED)))

    def notes(self, panel: str) -> tuple[Note, ...]:
        return self.noted.of(panel)

    def note(self, id_: str) -> Note:
        return self.noted.note(id_)

    def revisions(self, note: str) -> tuple[Row, ...]:
        """Return every text a note has had, oldest first."""
        return self.noted.revisions(note)

    def recommendations(self, panel: str) -> tuple[Recommendation, ...]:
        return self.ledger.of_panel(panel)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the report's paragraphs that are in hand, section by section in no order of sections."""
        return self._keep("paragraphs", self._read_paragraphs)

    def days(self) -> tuple[Row, ...]:
        """Return the days of the workshop; `sittings` are pairs of clock times, in JSON."""
        table = STATE["day"]
        query = select(table).order_by(table.c.number, table.c.id)
        return self._keep("days", lambda: tuple(self._all(query)))

    def background(self, kind: str) -> tuple[Row, ...]:
        """Return the workshop's list of a kind: objectives, groups, resolutions and the like."""
        table = STATE["background"]
        query = select(table).where(table.c.kind == kind).order_by(table.c.number, table.c.id)
        return self._keep(f"background {kind}", lambda: tuple(self._all(query)))

    def named(self, kind: str) -> tuple[Named, ...]:
        """Return what the workshop's list of a kind holds, in its order."""
        return tuple(Named(row["id"], row["label"]) for row in self.background(kind))

    def anomalies(self) -> tuple[Anomaly, ...]:
        """Return what a person has to decide, and what was decided."""
        return tuple(map(as_.to_anomaly, self.background("attention")))

    def planned_days(self) -> tuple[Day, ...]:
        return tuple(as_.to_day(row) for row in self.days())

    def _read_panels(self) -> tuple[Panel, ...]:
        panel, question = STATE["panel"], STATE["question"]
        questions: dict[str, list[Row]] = {}
        for row in self._all(select(question).order_by(question.c.number)):
            questions.setdefault(row["panel"], []).append(row)
        seat, seats = STATE["seat"], dict[str, list[Row]]()
        for row in self._all(select(seat).order_by(seat.c.number, seat.c.id)):
            seats.setdefault(row["panel"], []).append(row)
        found = self._all(select(panel).order_by(panel.c.number, panel.c.id))
        return tuple(as_.to_panel(r, questions.get(r["id"], ()), seats.get(r["id"], ())) for r in found)

    def _read_floor(self, panel: str) -> Floor:
        table = STATE["panel"]
        found = self._all(select(table).where(table.c.id == panel))
        if not found:
            raise UnknownReference(kind="panel", id=panel)
        pause, intervention = STATE["pause"], STATE["intervention"]
        pauses = select(pause).join(intervention, pause.c.intervention == intervention.c.id)
        rows = floor_rows.FloorRows(
            found[0],
            self._of_panel("request", panel),
            self._of_panel("intervention", panel),
            self._all(pauses.where(intervention.c.panel == panel).order_by(pause.c.number)),
            self._of_panel("allotment", panel),
            self._of_panel("budget", panel),
            sorted(self._of_panel("planned_phase", panel), key=lambda row: row["number"]),
        )
        return floor_rows.to_floor(rows, self.categories(), self.rules(panel))

    def _of_panel(self, name: str, panel: str) -> Sequence[Row]:
        table = STATE[name]
        return self._all(select(table).where(table.c.panel == panel).order_by(table.c.id))

    def _read_paragraphs(self) -> tuple[Paragraph, ...]:
        paragraph, rendering = STATE["paragraph"], STATE["rendering"]
        renderings: dict[str, list[Row]] = {}
        for row in self._all(select(rendering).order_by(rendering.c.language)):
            renderings.setdefault(row["paragraph"], []).append(row)
        query = select(paragraph).order_by(paragraph.c.section, paragraph.c.place, paragraph.c.id)
        return tuple(
            paragraph_rows.to_paragraph(row, renderings.get(row["id"], ())) for row in self._all(query)
        )

    def _all(self, query: Select[Any]) -> Sequence[Row]:
        return self._made(query, lambda row: row)

    def _made(self, query: Select[Any], make: Callable[[Row], T]) -> Sequence[T]:
        return self._asked(lambda: as_.made(self._connection.execute(query), make))

    def _values(self, query: Select[Any]) -> Sequence[tuple[Any, ...]]:
        """Return rows as the driver gives them: of thousands, in half the time."""
        told = str(query.compile(self._connection.engine))

        def ask() -> Sequence[tuple[Any, ...]]:
            return self._connection.exec_driver_sql(told).cursor.fetchall()

        return self._asked(ask)

    def _asked(self, ask: Callable[[], Sequence[T]]) -> Sequence[T]:
        if self._connection.in_transaction():
            return ask()
        with self._turn:
            found = ask()
            self._connection.rollback()  # a look holds no transaction open
        return found

    def _keep(self, key: str, read: Callable[[], T]) -> T:
        if key not in self._kept:
            self._kept[key] = read()
        return cast("T", self._kept[key])


_OF_PEOPLE = [
    column
    for table in STATE.values()
    for column in table.columns
    if any(key.column.table.name == "participant" for key in column.foreign_keys)
]
"""The columns that name a participant."""

_FLOOR_TABLES = frozenset(
    {
        "category",
        "panel",
        "request",
        "intervention",
        "pause",
        "allotment",
        "budget",
        "planned_phase",
        "rule",
    }
)
_KEPT_FROM = {
    "workshop": {"workshop"},
    "holder": {"workshop", "duty"},
    "categories": {"category"},
    "panels": {"panel", "question", "seat"},
    "days": {"day"},
    "origins": {"origin"},
    "background": {"background"},
    "states": {"panel"},
    "rules": {"rule"},
    "paragraphs": {"paragraph", "rendering"},
}
