"""The course of a panel: opened, taken through the phases of its plan, suspended, closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.domain.floor import Floor
from facilitator.domain.programme import PanelState, Phase, PlannedPhase
from facilitator.domain.refusals import BadTime, PanelNotOpen
from facilitator.domain.requests import Capacity


@dataclass(frozen=True, slots=True)
class PhaseAhead:
    """A planned phase that lasts or is still to come, and when it ends if all go as planned from now on."""

    phase: Phase
    starts: int
    ends: int


def opened(floor: Floor, at: int) -> Floor:
    """The panel sits, for the first time or again; a break is not time of the phase it fell in."""
    if floor.opened_at is None:
        step = _step(floor.plan, floor.phase, None)
        floor = replace(floor, opened_at=at, phase_since=at, step=step)
    else:
        rested = _rested(floor, at)
        since = None if floor.phase_since is None else floor.phase_since + rested
        floor = replace(floor, phase_since=since, rested_ms=floor.rested_ms + rested)
    return replace(floor, state=PanelState.OPEN, closed_at=None, suspended_at=None, resumes_at=None)


def planned(floor: Floor, phases: Sequence[PlannedPhase]) -> Floor:
    """The panel's plan is these phases; the one under way keeps its beginning."""
    if any(phase.ms <= 0 for phase in phases):
        raise BadTime(field="phases")
    plan = tuple(phases)
    step = None if floor.opened_at is None else _step(plan, floor.phase, None)
    return replace(floor, plan=plan, step=step)


def entered(floor: Floor, phase: Phase, at: int) -> Floor:
    """The panel is in this phase: in the next one of its plan that is called so, or else the first."""
    floor.must_be_open()
    return replace(floor, phase=phase, phase_since=at, step=_step(floor.plan, phase, floor.step))


def phase_left(floor: Floor, now: int) -> int | None:
    """Return what the plan leaves of the present phase, below zero once over; None if it is not planned."""
    if floor.step is None or floor.phase_since is None:
        return None
    stands = floor.suspended_at if floor.state is PanelState.SUSPENDED else floor.closed_at
    until = now if stands is None else stands
    return floor.plan[floor.step].ms - (until - floor.phase_since)


def phases_ahead(floor: Floor, now: int) -> tuple[PhaseAhead, ...]:
    """Return the present phase and those after it, each beginning when the one before can end."""
    left = phase_left(floor, now)
    if left is None or floor.step is None or floor.phase_since is None:
        return ()
    ahead = [PhaseAhead(floor.plan[floor.step].phase, floor.phase_since, now + max(0, left))]
    for step in floor.plan[floor.step + 1 :]:
        ahead.append(PhaseAhead(step.phase, ahead[-1].ends, ahead[-1].ends + step.ms))
    return tuple(ahead)


def batch_asked(floor: Floor) -> int:
    """Return how many have spoken from the floor since the phase began and since a panellist answered."""
    asked = 0
    for intervention in reversed(floor.interventions):
        before = floor.phase_since is not None and intervention.clock.began < floor.phase_since
        if before or intervention.capacity is Capacity.PANELLIST:
            break
        asked += intervention.capacity is Capacity.FLOOR and not intervention.kind.procedural
    return asked


def batch_full(floor: Floor) -> bool:
    """Say whether so many have asked that the turn is the panel's now; never without a rule for it."""
    return 0 < floor.rules.batch <= batch_asked(floor)


def suspended(floor: Floor, at: int, until: int | None = None) -> Floor:
    """The panel takes a break; the clock of whoever speaks stands still meanwhile."""
    floor.must_be_open()
    if until is not None and until < at:
        raise BadTime(field="until")
    speaker = floor.speaking
    running = speaker is not None and not speaker.clock.paused
    stands = floor.pause(at) if running else floor
    return replace(stands, state=PanelState.SUSPENDED, suspended_at=at, resumes_at=until)


def closed(floor: Floor, at: int) -> Floor:
    """The panel is over; an intervention under way ends with it, those who wait stay unheard."""
    if floor.state not in (PanelState.OPEN, PanelState.SUSPENDED):
        raise PanelNotOpen
    rested = _rested(floor, at)
    return replace(
        floor.ended(at),
        state=PanelState.CLOSED,
        closed_at=at,
        phase_since=None if floor.phase_since is None else floor.phase_since + rested,
        rested_ms=floor.rested_ms + rested,
        suspended_at=None,
        resumes_at=None,
    )


def sat_ms(floor: Floor, now: int) -> int:
    """Return how long the panel has sat until `now`: a break is no sitting, nor is what follows its close."""
    if floor.opened_at is None:
        return 0
    return max(0, now - floor.opened_at - floor.rested_ms - _rested(floor, now))


def _rested(floor: Floor, now: int) -> int:
    """Return how long the panel has not sat by `now` since it was suspended or closed last."""
    stands = [since for since in (floor.suspended_at, floor.closed_at) if since is not None]
    return max(0, now - min(stands, default=now))


def _step(plan: Sequence[PlannedPhase], phase: Phase, after: int | None) -> int | None:
    steps = [step for step, planned_phase in enumerate(plan) if planned_phase.phase is phase]
    later = (step for step in steps if after is None or step > after)
    return next(later, steps[0] if steps else None)
