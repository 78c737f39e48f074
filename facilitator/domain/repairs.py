"""What was pressed too late, not at all or for somebody else, put right afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.people import Participant
from facilitator.domain.refusals import (
    BadTime,
    BeforeOpening,
    EndsBeforeBeginning,
    NothingLeft,
    OutsideInterrupted,
)
from facilitator.domain.timing import DAY, YEAR, Clock, Pause


def retimed(floor: Floor, id_: InterventionId, began: int | None, ended: int | None, now: int) -> Floor:
    """The intervention began or ended at other instants than were pressed.

    One speaks at a time: whoever it meets now, and did not before, ended or began there. What interrupts it
    must lie within it still, and the clock that stood still for it did so for as long as it lasted.
    """
    spoken = floor.intervention(id_)
    new_began = spoken.clock.began if began is None else began
    new_ended = spoken.clock.ended if ended is None else ended
    earliest = new_began if floor.opened_at is None else floor.opened_at - DAY
    if new_began < earliest:
        raise BeforeOpening
    if max(new_began, new_ended or 0) > now:
        raise BadTime(field="begin" if new_began > now else "end")
    if new_ended is not None and new_ended < new_began:
        raise EndsBeforeBeginning
    changed = [_moved(spoken, new_began, new_ended), *_giving_way(floor, spoken, new_began, new_ended)]
    for other in changed:
        floor = _with_interrupted(floor.put(other), floor.intervention(other.id), other)
    for other in changed:
        _must_nest(floor, other)
    return floor


def reattributed(floor: Floor, id_: InterventionId, who: Participant) -> Floor:
    """The intervention was somebody else's."""
    return floor.put(replace(floor.intervention(id_), participant=who.id, category=who.category))


def clocks_moved(floor: Floor, by: int, now: int) -> Floor:
    """The computer's clock leapt by `by`, or went back if below zero: no speaker's clock has leapt with it.

    Forward, nobody spoke meanwhile: a pause says so. If it went back, all that is known of the panel was
    written down too late by as much.
    """
    if abs(by) > YEAR or (floor.opened_at or 0) + by < 0:
        raise BadTime(field="seconds")
    side = floor.side_clock
    if side is not None and side.since is not None:
        side = replace(side, since=side.since + by)
    if by >= 0:
        interventions = tuple(_rested(i, by, now) for i in floor.interventions)
        return replace(floor, interventions=interventions, side_clock=side)
    return replace(
        floor,
        interventions=tuple(replace(i, clock=_shifted(i.clock, by)) for i in floor.interventions),
        side_clock=side,
        opened_at=_plus(floor.opened_at, by),
        phase_since=_plus(floor.phase_since, by),
        suspended_at=_plus(floor.suspended_at, by),
    )


def _rested(intervention: Intervention, ms: int, now: int) -> Intervention:
    clock = intervention.clock
    if clock.ended is not None or clock.paused:
        return intervention
    pause = Pause(max(clock.latest, now - ms), now)
    return replace(intervention, clock=replace(clock, pauses=(*clock.pauses, pause)))


def _plus(instant: int | None, by: int) -> int | None:
    return None if instant is None else instant + by


def _shifted(clock: Clock, by: int) -> Clock:
    pauses = tuple(replace(p, begin=p.begin + by, end=_plus(p.end, by)) for p in clock.pauses)
    return replace(clock, began=clock.began + by, ended=_plus(clock.ended, by), pauses=pauses)


def _moved(intervention: Intervention, began: int, ended: int | None) -> Intervention:
    return replace(intervention, clock=intervention.clock.moved(began, ended))


def _giving_way(floor: Floor, spoken: Intervention, began: int, ended: int | None) -> Iterator[Intervention]:
    """Yield those that the new time meets and the old one did not, with the time that is left to them."""
    for other in floor.interventions:
        if other.id == spoken.id or other.interrupts != spoken.interrupts:
            continue
        clock = other.clock
        met = _meet(clock.began, clock.ended, spoken.clock.began, spoken.clock.ended)
        if met or not _meet(clock.began, clock.ended, began, ended):
            continue
        if clock.began < began:
            yield _moved(other, clock.began, began)
        elif ended is not None and (clock.ended is None or clock.ended > ended):
            yield _moved(other, ended, clock.ended)
        else:
            raise NothingLeft


def _meet(one: int, one_ended: int | None, other: int, other_ended: int | None) -> bool:
    return (other_ended is None or one < other_ended) and (one_ended is None or other < one_ended)


def _with_interrupted(floor: Floor, before: Intervention, after: Intervention) -> Floor:
    """Whoever stood still for it, or had stopped before it, does so for the time that it lasts now."""
    changed = floor
    for other in floor.interventions:
        pauses = tuple(_as_long(p, other, before, after) for p in other.clock.pauses)
        if pauses != other.clock.pauses:
            changed = changed.put(replace(other, clock=replace(other.clock, pauses=pauses)))
    return changed


def _as_long(pause: Pause, other: Intervention, before: Intervention, after: Intervention) -> Pause:
    """Return a pause of another as it is after the intervention was moved."""
    began, ended = after.clock.began, after.clock.ended
    if pause.interruption == after.id:
        return replace(pause, begin=began, end=pause.end if pause.end != before.clock.ended else ended)
    own = other.id == after.interrupts and pause.interruption is None
    if not own or not _meet(pause.begin, pause.end, before.clock.began, before.clock.began + 1):
        return pause
    end = pause.end if pause.end is None or ended is None else max(pause.end, ended)
    return replace(pause, begin=min(pause.begin, began), end=end)


def _must_nest(floor: Floor, changed: Intervention) -> None:
    """Raise OutsideInterrupted unless what interrupts lies within what it interrupts, one after another."""
    for one in floor.interventions:
        if one.interrupts is None or changed.id not in (one.id, one.interrupts):
            continue
        outer = next((i for i in floor.interventions if i.id == one.interrupts), one)
        if one.clock.began < outer.clock.began or (
            outer.clock.ended is not None and not (one.clock.ended or one.clock.began) <= outer.clock.ended
        ):
            raise OutsideInterrupted
        if any(
            b.begin < (a.end or a.begin)
            for a, b in zip(outer.clock.pauses, outer.clock.pauses[1:], strict=False)
        ):
            raise OutsideInterrupted
