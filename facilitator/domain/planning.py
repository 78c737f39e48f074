"""The rest of the panel against its hard stop: when the last of those who wait will have spoken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.once import Same
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import Phase
from facilitator.domain.requests import Kind, Request, RequestId, Terms
from facilitator.domain.timing import SECOND

CHANGEOVER_MS = 15 * SECOND
_BEFORE_THE_LIST = (Phase.OPENING, Phase.PRESENTATIONS)
People = Mapping[ParticipantId, Participant]


@dataclass(frozen=True, slots=True)
class Slot:
    """When somebody who waits is expected to speak; instants in UTC milliseconds."""

    request: RequestId
    starts: int
    ends: int

    @property
    def length_ms(self) -> int:
        return self.ends - self.starts


@dataclass(frozen=True, slots=True)
class Forecast:
    """`ends` is exact: everyone who waits takes exactly the allotment, every change takes `changeover_ms`.

    `hard_stop` is when the list must be through: interpretation ends, less what is kept for what follows it.
    """

    ends: int
    hard_stop: int
    changeover_ms: int
    slots: tuple[Slot, ...]

    @property
    def behind_ms(self) -> int:
        """How long after the hard stop the last one ends; below zero while there is time in hand."""
        return self.ends - self.hard_stop

    @property
    def unheard(self) -> tuple[RequestId, ...]:
        """Those who would not have finished at the hard stop."""
        return tuple(s.request for s in self.slots if s.ends > self.hard_stop)

    def room_for(self, allotment_ms: int) -> int:
        """Return how many more speakers would fit before the hard stop."""
        return max(0, -self.behind_ms) // (allotment_ms + self.changeover_ms)

    def last_call(self, allotment_ms: int) -> int | None:
        """Return the last instant at which one more could ask and still be heard; None if it has passed."""
        return self.hard_stop - allotment_ms if self.room_for(allotment_ms) else None


def forecast(floor: Floor, people: People, hard_stop: int, now: int) -> Forecast:
    """Return the forecast at `now`, for those who wait in their order and on their own terms."""
    return _forecast(Same(floor), Same(people), hard_stop, now)


@lru_cache(maxsize=8)
def _forecast(same_floor: Same[Floor], same_people: Same[People], hard_stop: int, now: int) -> Forecast:
    floor, people = same_floor.value, same_people.value
    changeover = floor.rules.changeover_ms
    moment = _floor_is_free(floor, now, changeover)
    slots = []
    for request, length in zip(floor.waiting, _lengths(floor, people), strict=True):
        slots.append(Slot(request.id, moment, moment + length))
        moment += length + changeover
    ends = slots[-1].ends if slots else _speaker_ends(floor, now)
    return Forecast(ends, through_by(floor, hard_stop), changeover, tuple(slots))


def through_by(floor: Floor, hard_stop: int) -> int:
    """Return when the list must be through, so that what follows it has its time before the hard stop.

    What follows is what the plan has after the phase in which the list is heard, or what the rules keep for
    replies if that is more.
    """
    plan, step = floor.plan, floor.step
    if step is None:
        step = 0 if floor.opened_at is None else len(plan)
    while step < len(plan) and plan[step].phase in _BEFORE_THE_LIST:
        step += 1
    return hard_stop - max(floor.rules.reserve_ms, sum(phase.ms for phase in plan[step + 1 :]))


def last_ends(floor: Floor, people: People, now: int) -> int:
    """Return when the last of those who wait will have spoken, without the places of the others."""
    changeover, lengths = floor.rules.changeover_ms, _lengths(floor, people)
    if not lengths:
        return _speaker_ends(floor, now)
    return _floor_is_free(floor, now, changeover) + sum(lengths) + changeover * (len(lengths) - 1)


@dataclass(frozen=True, slots=True)
class _Alike:
    """Those who wait, told apart only by what decides how long they are given: a few of many.

    `each` says for all of them, in their order, which of `kinds` of request it is.
    """

    kinds: tuple[tuple[CategoryKey, Request], ...]
    each: tuple[int, ...]


def _lengths(floor: Floor, people: People) -> list[int]:
    """Return what each that waits will be given, its accommodation included."""
    alike = _alike(Same(floor.waiting), Same(people))
    lengths = [
        floor.allotment_of(request, category) + request.terms.accommodation_ms
        for category, request in alike.kinds
    ]
    return [lengths[kind] for kind in alike.each]


@lru_cache(maxsize=8)
def _alike(waiting: Same[tuple[Request, ...]], people: Same[People]) -> _Alike:
    kinds: dict[tuple[CategoryKey, Kind, Terms], tuple[int, Request]] = {}
    each = []
    for request in waiting.value:
        category = request.category or people.value[request.participant].category
        kind, _ = kinds.setdefault((category, request.kind, request.terms), (len(kinds), request))
        each.append(kind)
    return _Alike(tuple((key[0], request) for key, (_, request) in kinds.items()), tuple(each))


def capped(floor: Floor, people: People, most_ms: int | None) -> Mapping[CategoryKey, int]:
    """Return the allotments of those categories that wait, each at most `most_ms`; None: as they are."""
    waiting = sorted({category for category, _ in _alike(Same(floor.waiting), Same(people)).kinds})
    allotments = {category: floor.allotment_for(category) for category in waiting}
    return {key: ms if most_ms is None else min(ms, most_ms) for key, ms in allotments.items()}


def given(floor: Floor, allotments: Mapping[CategoryKey, int]) -> Floor:
    """Return the floor as it would be with these allotments."""
    return replace(floor, allotments={**floor.allotments, **allotments})


def _speaker_ends(floor: Floor, now: int) -> int:
    """Return when all who are under way are through: whoever is interrupted speaks on afterwards."""
    return now + sum(max(0, i.clock.remaining(now)) for i in floor.under_way)


def _floor_is_free(floor: Floor, now: int, changeover_ms: int) -> int:
    """Return when the next speaker can begin: a change that has begun already counts from its beginning."""
    if floor.under_way:
        return _speaker_ends(floor, now) + changeover_ms
    last = _last_end(Same(floor.interventions))
    if last is None or last > now:  # the computer's clock was put back since
        return now
    return max(now, last + changeover_ms)


@lru_cache(maxsize=8)
def _last_end(known: Same[tuple[Intervention, ...]]) -> int | None:
    return max((i.clock.ended or 0 for i in known.value), default=None)
