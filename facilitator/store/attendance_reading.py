"""Who is at a panel, read once and kept until an act changes it."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, select

from facilitator.domain.people import Attendance, Participant, ParticipantId
from facilitator.store.tables import STATE

Row = Mapping[str, Any]
People = Mapping[ParticipantId, Participant]
Told = Mapping[ParticipantId, Attendance]


class AttendanceReading:
    """Of whom nothing is told at a panel, it is as for the whole workshop."""

    def __init__(self, all_: Callable[[Select[Any]], Sequence[Row]], people: Callable[[], People]) -> None:
        self._all, self._people = all_, people
        self._told: dict[str, dict[ParticipantId, Attendance]] | None = None
        self._here: dict[str, tuple[People, Told, People]] = {}

    def forget(self, tables: Container[str]) -> None:
        """What these tables tell is read again when it is asked for."""
        if "attendance" in tables:
            self._told = None

    def of(self, panel: str) -> Told:
        """Return what is told of a panel."""
        if self._told is None:
            self._told = {}
            for row in self._all(select(STATE["attendance"])):
                here = self._told.setdefault(row["panel"], {})
                here[ParticipantId(row["participant"])] = Attendance(row["state"])
        return self._told.get(panel, {})

    def rows_of(self, participant: str) -> Sequence[Row]:
        """Return the rows that tell of somebody."""
        table = STATE["attendance"]
        told = select(table.c.id, table.c.panel, table.c.participant, table.c.state)
        return self._all(told.where(table.c.participant == participant).order_by(table.c.id))

    def rows_at(self, panel: str) -> Sequence[Row]:
        """Return the rows that tell of a panel."""
        table = STATE["attendance"]
        told = select(table.c.id, table.c.panel, table.c.participant, table.c.state)
        return self._all(told.where(table.c.panel == panel).order_by(table.c.id))

    def people(self, panel: str) -> People:
        """Return the people of the workshop, each in the room or not as it is at the panel."""
        people, told = self._people(), self.of(panel)
        if not told:
            return people
        known = self._here.get(panel)
        if known is None or known[0] is not people or known[1] != told:
            before = {} if known is None else known[2]
            changed = {id_: _at(people[id_], told[id_], before) for id_ in told if id_ in people}
            known = self._here[panel] = (people, dict(told), {**people, **changed})
        return known[2]

    def participant(self, id_: str, panel: str) -> Participant | None:
        """Return somebody as at a panel, None if there is nobody of this id."""
        return self.people(panel).get(ParticipantId(id_))


def _at(who: Participant, told: Attendance, before: People) -> Participant:
    """Return somebody as at a panel; whoever is as before is the very same, so that nobody looks twice."""
    here = who if who.present is told.there else replace(who, present=told.there)
    kept = before.get(who.id)
    return kept if kept is not None and kept == here else here
