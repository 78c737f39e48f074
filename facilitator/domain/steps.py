"""Less time for each so that everybody is heard: by steps, as the Human Rights Council announces them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitator.domain.floor import Floor
from facilitator.domain.people import CategoryKey
from facilitator.domain.planning import Forecast, People, capped, forecast, given, last_ends, through_by
from facilitator.domain.timing import SECOND

CAPS_MS = tuple(s * SECOND for s in (900, 720, 600, 480, 420, 360, 300, 240, 180, 150, 120, 90, 60, 45, 30))
"""Limits a chair can announce; of 3 and 2 minutes 2 for all and then 1:30 for all are the Council's own."""
_ROUND_MS = 5 * SECOND


@dataclass(frozen=True, slots=True)
class Step:
    """Nobody has more than `most_ms`: what each category has then, and what comes of it."""

    most_ms: int
    allotments: Mapping[CategoryKey, int]
    then: Forecast


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rest of the panel comes to as it is, and what could be done about it.

    `all_heard_at_ms` is the longest common limit, in whole 5 seconds, at which nobody stays unheard; None if
    even the least the rules allow is too long. `proposal` is the mildest step that lets everybody be heard,
    or the last one if none does; None while everybody is. `last_call` is the last instant at which one more
    could ask for the floor and be heard.
    """

    now: Forecast
    steps: tuple[Step, ...]
    all_heard_at_ms: int | None
    proposal: Step | None
    last_call: int | None


def verdict(floor: Floor, people: People, hard_stop: int, now: int) -> Verdict:
    """Return the verdict at `now`."""
    rest = forecast(floor, people, hard_stop, now)
    steps = tuple(steps_down(floor, people, hard_stop, now))
    usual = floor.allotment_for(CategoryKey(""))
    return Verdict(
        rest,
        steps,
        _all_heard_at(floor, people, hard_stop, now),
        _mildest(steps) if rest.unheard else None,
        rest.last_call(usual),
    )


def steps_down(floor: Floor, people: People, hard_stop: int, now: int) -> Iterator[Step]:
    """Yield the steps below what the categories that wait have now, the mildest first."""
    before = capped(floor, people, None)
    for most in CAPS_MS:
        allotments = capped(floor, people, most)
        if most >= floor.rules.least_allotment_ms and allotments != before:
            yield Step(most, allotments, forecast(given(floor, allotments), people, hard_stop, now))
            before = allotments


def _mildest(steps: tuple[Step, ...]) -> Step | None:
    return next((step for step in steps if not step.then.unheard), steps[-1] if steps else None)


def _all_heard_at(floor: Floor, people: People, hard_stop: int, now: int) -> int | None:
    """Return the longest limit, found by halving: with less time for each nobody ends later."""

    def fits(steps: int) -> bool:
        shorter = given(floor, capped(floor, people, steps * _ROUND_MS))
        return last_ends(shorter, people, now) <= through_by(floor, hard_stop)

    longest = max(capped(floor, people, None).values(), default=0)
    low = -(-floor.rules.least_allotment_ms // _ROUND_MS)
    high = max(low, longest // _ROUND_MS)
    if not longest or not fits(low):
        return None
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low * _ROUND_MS
