"""Everybody of the workshop: read once, and brought up to date by what an act says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select

from facilitator.domain.people import Participant, ParticipantId
from facilitator.store import rows as as_
from facilitator.store.journal import Change, Values, usual
from facilitator.store.steps import Pause, in_steps
from facilitator.store.tables import STATE

_TABLE = STATE["participant"]
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


def _made(rows: Sequence[Values]) -> dict[ParticipantId, Participant]:
    """Return the people of rows as the journal tells them: an older program did not know of each column."""
    try:
        told = list(map(as_.FIELDS_OF_ONE, rows))
    except KeyError:
        told = [as_.FIELDS_OF_ONE({**usual("participant"), **row}) for row in rows]
    return _by_id(as_.participants(told))


def _by_id(people: Sequence[Participant]) -> dict[ParticipantId, Participant]:
    return {who.id: who for who in people}
