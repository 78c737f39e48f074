"""The rest of the panel against its hard stop: when the last of those who wait will have spoken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.domain.floor import Floor
from facilitator.domain.people import Participant, ParticipantId
from facilitator.domain.requests import RequestId
from facilitator.domain.timing import SECOND

CHANGEOVER_MS = 15 * SECOND


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
    """`ends` is exact: everyone who waits takes exactly the allotment, every change takes `changeover_ms`."""

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


def forecast(
    floor: Floor,
    people: Mapping[ParticipantId, Participant],
    hard_stop: int,
    now: int,
    *,
    each_ms: int | None = None,
    changeover_ms: int = CHANGEOVER_MS,
) -> Forecast:
    """Return the forecast at `now`; with `each_ms` as if everyone who waits were given that much at most."""
    moment = _floor_is_free(floor, now, changeover_ms)
    slots = []
    for request in floor.waiting:
        allotment = floor.allotment_for(people[request.participant].category)
        length = allotment if each_ms is None else min(allotment, each_ms)
        slots.append(Slot(request.id, moment, moment + length))
        moment += length + changeover_ms
    ends = slots[-1].ends if slots else _speaker_ends(floor, now)
    return Forecast(ends, hard_stop, changeover_ms, tuple(slots))


def _speaker_ends(floor: Floor, now: int) -> int:
    speaker = floor.speaking
    return now if speaker is None else now + max(0, speaker.clock.remaining(now))


def _floor_is_free(floor: Floor, now: int, changeover_ms: int) -> int:
    """Return when the next speaker can begin: a change that has begun already counts from its beginning."""
    if floor.speaking is not None:
        return _speaker_ends(floor, now) + changeover_ms
    last = max((i.clock.ended or 0 for i in floor.spoken), default=None)
    return now if last is None else max(now, last + changeover_ms)
