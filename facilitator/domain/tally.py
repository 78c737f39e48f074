"""What groups were charged and how often they spoke; what has ended is counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.once import Same
from facilitator.domain.people import Participant, ParticipantId
from facilitator.domain.requests import Capacity, Request

People = Mapping[ParticipantId, Participant]
CATEGORY = "category"


class Side(StrEnum):
    """Where somebody spoke from."""

    PODIUM = "podium"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Tally:
    """A group's part: milliseconds charged, interventions, and who made them."""

    ms: int = 0
    turns: int = 0
    speakers: frozenset[ParticipantId] = frozenset()

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.ms + other.ms, self.turns + other.turns, self.speakers | other.speakers)


def group_of(turn: Intervention | Request, people: People, dimension: str) -> str:
    """Return the group of a turn: its hat's for the category, else the speaker's; "" if unknown."""
    if dimension == CATEGORY and turn.category is not None:
        return str(turn.category)
    return str(getattr(people[turn.participant], dimension))


def tallies(
    floors: Iterable[Floor], people: People, dimension: str, now: int, side: Side | None = None
) -> Mapping[str, Tally]:
    """Return the part of each group that has spoken until `now`, of one side or of both."""
    found: dict[str, Tally] = {}
    for floor in floors:
        for group, tally in _settled(Same(floor.interventions), Same(people), dimension, side).items():
            found[group] = found.get(group, Tally()) + tally
        for intervention in floor.under_way:
            if _is_of(intervention, side):
                group = group_of(intervention, people, dimension)
                found[group] = found.get(group, Tally()) + _turn(intervention, now)
    return found


@lru_cache(maxsize=64)
def _settled(
    known: Same[tuple[Intervention, ...]], people: Same[People], dimension: str, side: Side | None
) -> Mapping[str, Tally]:
    spoken: dict[str, list[Intervention]] = {}
    for intervention in known.value:
        if not intervention.under_way and _is_of(intervention, side):
            spoken.setdefault(group_of(intervention, people.value, dimension), []).append(intervention)
    return {group: _sum(theirs) for group, theirs in spoken.items()}


def _sum(ended: Sequence[Intervention]) -> Tally:
    return Tally(
        sum(i.charged_ms(0) for i in ended), len(ended), frozenset(i.participant for i in ended)
    )  # what has ended was charged the same at any instant


def _turn(intervention: Intervention, now: int) -> Tally:
    return Tally(intervention.charged_ms(now), 1, frozenset({intervention.participant}))


def _is_of(intervention: Intervention, side: Side | None) -> bool:
    if not intervention.counts:
        return False
    podium = intervention.capacity is Capacity.PANELLIST
    return side is None or podium is (side is Side.PODIUM)


def invited(people: People, dimension: str) -> Mapping[str, int]:
    """Return how many of each group are on the list of participants."""
    return _headcount(Same(people), dimension, present=False)


def present(people: People, dimension: str) -> Mapping[str, int]:
    """Return how many of each group are in the room."""
    return _headcount(Same(people), dimension, present=True)


@lru_cache(maxsize=32)
def _headcount(people: Same[People], dimension: str, *, present: bool) -> Mapping[str, int]:
    group: Callable[[Participant], str] = lambda who: str(getattr(who, dimension))  # noqa: E731 - its type says more
    return Counter(group(who) for who in people.value.values() if who.present or not present)


def waiting(floors: Iterable[Floor], people: People, dimension: str) -> Mapping[str, int]:
    """Return how many of each group have asked for the floor and wait."""
    return Counter(group_of(r, people, dimension) for floor in floors for r in floor.waiting)
