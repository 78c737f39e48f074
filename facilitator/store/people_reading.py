"""Everybody of the workshop: read once, and brought up to date by what an act says of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, select

from facilitator.domain.people import Participant, ParticipantId
from facilitator.store import rows as as_
from facilitator.store.journal import Change, Values, from_json, usual
from facilitator.store.steps import Pause, in_steps
from facilitator.store.tables import STATE, event

_TABLE = STATE["participant"]
PUT_TOGETHER = "merge_participants"
"""The act by which two are found to be one."""
_FEW = 200  # up to so many changed people are read again one by one, beyond it all of them
_Ask = Callable[[Select[Any]], Sequence[Mapping[str, Any]]]
_AskForValues = Callable[[Select[Any]], Sequence[tuple[Any, ...]]]


class PeopleReading:
    """`everybody` is the same mapping until somebody changes."""

    def __init__(self, ask: _Ask, ask_for_values: _AskForValues) -> None:
        self._ask, self._ask_for_values = ask, ask_for_values
        self._people: dict[ParticipantId, Participant] | None = None
        self._arrived: list[Values] = []

    def everybody(self) -> Mapping[ParticipantId, Participant]:
        if self._people is None:
            told = select(*(_TABLE.c[name] for name in Participant.__dataclass_fields__))
            self._people = _by_id(as_.participants(self._ask_for_values(told)))
        elif self._arrived:
            self._people = {**self._people, **_made(self._arrived)}
        self._arrived = []
        return self._people

    def put_together(self) -> Sequence[tuple[Participant, ParticipantId]]:
        """Return who was found to be somebody else, each as they were, and who that is now.

        Who was given a delegation thereby is among them as they were without it.
        """
        acts = select(event.c.id, event.c.arguments, event.c.changes).where(event.c.act == PUT_TOGETHER)
        told = self._ask(acts.order_by(event.c.id))
        if not told:
            return ()
        undone = self._undone()
        people = self.everybody()
        parts = [part for row in told if row["id"] not in undone for part in _people_in(row)]
        gone = {ParticipantId(was.id): keep for keep, was in parts if was.after is None}
        rows = {was.id: was.before or {} for _, was in parts if was.after is None}
        found = [(_as_it_was(was, rows, people), _followed(keep, gone, people)) for keep, was in parts]
        return tuple((who, now) for who, now in found if who is not None and now in people)

    def _undone(self) -> set[str]:
        """Return the ids of the events that were taken back and are not in effect."""
        undone: set[str] = set()
        told = select(event.c.id, event.c.undoes).where(event.c.undoes.is_not(None))
        for row in self._ask(told.order_by(event.c.id.desc())):
            undone |= set() if row["id"] in undone else {row["undoes"]}
        return undone

    def catch_up(self, pause: Pause) -> None:
        """Those who came many at once are known, some of them between one pause and the next."""
        arrived, made = self._arrived, dict(self._people or {})
        for some in in_steps(arrived, pause):
            made |= _made(some)
        if self._people is not None and self._arrived is arrived:  # nobody asked for them meanwhile
            self._people, self._arrived = made, []

    def forget(self, changes: Sequence[Change]) -> None:
        """Of many who join more their rows tell all; after any other many everybody is read again."""
        if not changes or self._people is None:
            return
        if len(changes) > _FEW:
            new = [change.after for change in changes if change.before is None and change.after is not None]
            self._arrived = [*self._arrived, *new]
            if len(new) < len(changes):
                self._people = None
            return
        ids = {change.id for change in changes}
        self._people = {key: who for key, who in self.everybody().items() if key not in ids}
        for row in self._ask(select(_TABLE).where(_TABLE.c.id.in_(ids))):
            self._people[ParticipantId(row["id"])] = as_.to_participant(row)


def _people_in(row: Mapping[str, Any]) -> Iterator[tuple[ParticipantId, Change]]:
    """Yield what putting two together changed of either, with the one who was kept; nothing if withheld."""
    keep = ParticipantId(json.loads(row["arguments"]).get("keep", ""))
    for change in from_json(row["changes"]):
        if change.table == "participant" and change.before:
            yield keep, change


def _as_it_was(
    was: Change, gone: Mapping[str, Values], people: Mapping[ParticipantId, Participant]
) -> Participant | None:
    """Return somebody who is no more, or has another delegation now, as they were; else nobody."""
    there = people.get(ParticipantId(was.id))
    before = was.before or {}
    if was.after is not None and "delegation" not in before:
        return None
    if there is not None:
        return None if was.after is None else replace(there, delegation=before["delegation"])
    return as_.to_participant({**usual("participant"), **gone.get(was.id, {}), **before})


def _followed(
    keep: ParticipantId,
    gone: Mapping[ParticipantId, ParticipantId],
    people: Mapping[ParticipantId, Participant],
) -> ParticipantId:
    """Return who somebody is now, who was found in turn to be another."""
    met: set[ParticipantId] = set()
    while keep not in people and keep in gone and keep not in met:  # on two laptops each may be the other
        met.add(keep)
        keep = gone[keep]
    return keep


def _made(rows: Sequence[Values]) -> dict[ParticipantId, Participant]:
    """Return the people of rows as the journal tells them: an older program did not know of each column."""
    try:
        told = list(map(as_.FIELDS_OF_ONE, rows))
    except KeyError:
        told = [as_.FIELDS_OF_ONE({**usual("participant"), **row}) for row in rows]
    return _by_id(as_.participants(told))


def _by_id(people: Sequence[Participant]) -> dict[ParticipantId, Participant]:
    return {who.id: who for who in people}
