"""What the question about the floor tells of time: who speaks, budgets, the small clock, the plan."""

from __future__ import annotations

from typing import Any

from facilitator.acts.instants import instant, seconds
from facilitator.domain.budgets import left_ms
from facilitator.domain.choreography import batch_asked, batch_full, phase_left, phases_ahead
from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.lateness import behind_plan_ms
from facilitator.domain.pace import Pace, pace
from facilitator.domain.people import CategoryKey
from facilitator.domain.requests import Request

Json = dict[str, Any]


def time_told(floor: Floor, starts: int, now: int) -> Json:
    """Return all that is told of the time of a panel that was to start at `starts`."""
    speaker = floor.speaking
    return {
        "floor": None if speaker is None else _under_way(speaker, now),
        "interrupted": [_under_way(i, now) for i in floor.interrupted],
        "budgets": _budgets(floor, now),
        "side_clock": _side_clock(floor, now),
        "phase_left_s": _seconds_or_none(phase_left(floor, now)),
        "behind_plan_s": _seconds_or_none(behind_plan_ms(floor, starts, now)),
        "behind_since_opening_s": _seconds_or_none(behind_plan_ms(floor, floor.opened_at or starts, now)),
        "plan": [{"phase": p.phase.value, "minutes": p.ms / 60_000} for p in floor.plan],
        "phases_ahead": [
            {"phase": p.phase.value, "starts": instant(p.starts), "ends": instant(p.ends)}
            for p in phases_ahead(floor, now)
        ],
        "batch": {"asked": batch_asked(floor), "of": floor.rules.batch, "full": batch_full(floor)},
        "resumes_at": None if floor.resumes_at is None else instant(floor.resumes_at),
    }


def terms_told(floor: Floor, request: Request, category: CategoryKey) -> Json:
    """Return what a request will be given, and whether its text can be spoken in that time."""
    terms = request.terms
    allotment = floor.allotment_of(request, category)
    spoken = pace(terms.words, allotment + terms.accommodation_ms, interpreted=terms.interpreted)
    return {
        "allotment_s": seconds(allotment),
        "accommodation_s": seconds(terms.accommodation_ms),
        "clock_off": terms.clock_off,
        "interpreted": terms.interpreted,
        "counted": terms.counted,
        "words": terms.words,
        **_pace_told(spoken),
    }


def _pace_told(spoken: Pace | None) -> Json:
    return {
        "words_per_minute": None if spoken is None else spoken.words_per_minute,
        "too_fast": spoken is not None and spoken.too_fast,
    }


def _under_way(intervention: Intervention, now: int) -> Json:
    clock = intervention.clock
    spoken = pace(intervention.words, clock.limit_ms, interpreted=intervention.interpreted)
    return {
        "intervention": intervention.id,
        "request": intervention.request,
        "participant": intervention.participant,
        "category": intervention.category,
        "kind": intervention.kind.value,
        "allotment_s": seconds(clock.limit_ms),
        "elapsed_s": seconds(clock.elapsed(now)),
        "remaining_s": seconds(clock.remaining(now)),
        "state": clock.state(now).value,
        "paused": clock.paused,
        "interrupts": intervention.interrupts,
        "charged_s": seconds(intervention.charged_ms(now)),
        "clock_off": intervention.clock_off,
        "interpreted": intervention.interpreted,
        "counted": intervention.counted,
        **_pace_told(spoken),
    }


def _budgets(floor: Floor, now: int) -> list[Json]:
    return [
        {
            "category": category,
            "granted_s": seconds(floor.budgets[category].granted_ms),
            "left_s": seconds(left),
        }
        for category, left in left_ms(floor, now).items()
    ]


def _side_clock(floor: Floor, now: int) -> Json | None:
    clock = floor.side_clock
    if clock is None:
        return None
    return {
        "set_s": seconds(clock.set_ms),
        "shown_s": seconds(clock.reading(now)),
        "running": clock.since is not None,
        "up": clock.up,
    }


def _seconds_or_none(ms: int | None) -> float | None:
    return None if ms is None else seconds(ms)
