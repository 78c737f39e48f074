"""What groups were charged and how often they spoke; what has ended is counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter, is_

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.once import Same, difference
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
        for group, tally in _follower(floor.panel, dimension, side).look(floor.interventions, people).items():
            found[group] = found[group] + tally if group in found else tally
        for intervention in floor.under_way:
            if _is_of(intervention, side):
                group = group_of(intervention, people, dimension)
                found[group] = found.get(group, Tally()) + _turn(intervention, now)
    return found


@dataclass(frozen=True, slots=True)
class _Settled:
    """What the ended of some interventions come to by group: milliseconds, and who spoke how often."""

    of: tuple[Intervention, ...] = ()
    people: People = field(default_factory=dict)
    ms: Mapping[str, int] = field(default_factory=dict)
    turns: Mapping[str, Counter[ParticipantId]] = field(default_factory=dict)

    def by_group(self) -> Mapping[str, Tally]:
        return {
            group: Tally(self.ms[group], turns.total(), frozenset(turns))
            for group, turns in self.turns.items()
            if turns
        }


class _Follower:
    """Follows one panel: what changed since the last look is added or taken off, not all summed again."""

    def __init__(self, dimension: str, side: Side | None) -> None:
        self._dimension, self._side = dimension, side
        self._last = _Settled()
        self._tallies: Mapping[str, Tally] = {}

    def look(self, interventions: tuple[Intervention, ...], people: People) -> Mapping[str, Tally]:
        last = self._last
        if last.of is interventions and last.people is people:
            return self._tallies
        gone, come = difference(last.of, interventions)
        if _are_among(last.people, people) and len(gone) + len(come) < len(interventions):
            new = self._changed(last, gone, come)
        else:
            new = self._changed(_Settled(people=people), (), interventions)
        self._tallies = new.by_group()
        self._last = replace(new, of=interventions, people=people)
        return self._tallies

    def _changed(
        self, last: _Settled, gone: Iterable[Intervention], come: Iterable[Intervention]
    ) -> _Settled:
        ms, turns = Counter(last.ms), dict(last.turns)
        copied: set[str] = set()
        for sign, those in ((-1, gone), (1, come)):
            for one in those:
                if not one.under_way and _is_of(one, self._side):
                    group = group_of(one, last.people, self._dimension)
                    if group not in copied:
                        copied.add(group)
                        turns[group] = Counter(turns.get(group))
                    ms[group] += sign * one.charged_ms(
                        0
                    )  # what has ended was charged the same at any instant
                    turns[group][one.participant] += sign
        return _Settled((), last.people, ms, {**turns, **{group: +turns[group] for group in copied}})


@lru_cache(maxsize=128)
def _follower(panel: str, dimension: str, side: Side | None) -> _Follower:  # noqa: ARG001 - each panel its own
    return _Follower(dimension, side)


def _are_among(old: People, new: People) -> bool:
    """Say whether everybody is who they were; there may be more of them by now."""
    return old is new or all(map(is_, old.values(), map(new.get, old)))


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


_IS_PRESENT = attrgetter("present")


@lru_cache(maxsize=32)
def _headcount(people: Same[People], dimension: str, *, present: bool) -> Mapping[str, int]:
    counted: Iterable[Participant] = people.value.values()
    if present:
        counted = filter(_IS_PRESENT, counted)
    found = Counter(map(attrgetter(dimension), counted))  # of thousands, at once
    return Counter({str(group): often for group, often in found.items()})


def waiting(floors: Iterable[Floor], people: People, dimension: str) -> Mapping[str, int]:
    """Return how many of each group have asked for the floor and wait."""
    found: Counter[str] = Counter()
    for floor in floors:
        found.update(_waiting(Same(floor.waiting), Same(people), dimension))
    return found


@lru_cache(maxsize=32)
def _waiting(waiting: Same[tuple[Request, ...]], people: Same[People], dimension: str) -> Mapping[str, int]:
    return Counter(group_of(request, people.value, dimension) for request in waiting.value)
