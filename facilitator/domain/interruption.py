"""One interrupts another: the clocks of those under way, of which one at most runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.once import Same
from facilitator.domain.timing import Clock

Interventions = tuple[Intervention, ...]


def under_way(interventions: Interventions) -> Interventions:
    """Return who has the floor and who interrupts, each interrupting the one before it."""
    return _under_way(Same(interventions))


@lru_cache(maxsize=32)
def _under_way(known: Same[Interventions]) -> Interventions:
    found: list[Intervention] = []
    for intervention in reversed(known.value):
        if intervention.under_way:
            found.append(intervention)
            if intervention.interrupts is None:
                break
    return tuple(reversed(found))


def spoken(interventions: Interventions) -> Interventions:
    """Return those that have ended, in the order of their beginning."""
    return _spoken(Same(interventions))


@lru_cache(maxsize=8)
def _spoken(known: Same[Interventions]) -> Interventions:
    return tuple(sorted((i for i in known.value if not i.under_way), key=lambda i: i.clock.began))


def speaking(interventions: Interventions) -> Intervention | None:
    """Return whose clock runs; if none does, the one that stands still since the latest instant."""
    those = under_way(interventions)
    running = (i for i in those if not i.clock.paused)
    latest = max(
        reversed(those), key=lambda i: i.clock.pauses[-1].begin if i.clock.paused else 0, default=None
    )
    return next(running, latest)


def stilled(interventions: Interventions, at: int, by: InterventionId) -> Interventions:
    """Whose clock runs stands still for the interruption `by`."""
    return _changed(
        interventions, lambda i, _: i.clock.pause(at, by) if i.under_way and not i.clock.paused else i.clock
    )


def ended(
    interventions: Interventions, id_: InterventionId, at: int, *, returns: bool = True
) -> Interventions:
    """The intervention and all that interrupt it have ended; whoever stood still for them goes on.

    In a break nobody does: `returns` is False.
    """
    those = [i.id for i in under_way(interventions)]
    over = those[those.index(id_) :]

    def clock(intervention: Intervention, _: int) -> Clock:
        if intervention.id in over:
            return intervention.clock.stop(at)
        stood = intervention.clock.paused and intervention.clock.pauses[-1].interruption in over
        return intervention.clock.resume(at) if stood and returns else intervention.clock

    return _changed(interventions, clock)


def resumed(interventions: Interventions, id_: InterventionId, at: int) -> Interventions:
    """The intervention's clock runs and no other; it returns the floor only to one that it interrupts."""
    those = [i.id for i in under_way(interventions)]
    chosen = those.index(id_)

    def clock(intervention: Intervention, place: int) -> Clock:
        if place == chosen:
            return intervention.clock.resume(at)
        if not intervention.clock.paused:
            return intervention.clock.pause(at, id_ if place < chosen else None)
        return intervention.clock if place < chosen else _for_good(intervention.clock)

    return _changed(interventions, clock)


def _for_good(clock: Clock) -> Clock:
    *before, last = clock.pauses
    return (
        clock
        if last.interruption is None
        else replace(clock, pauses=(*before, replace(last, interruption=None)))
    )


def _changed(interventions: Interventions, clock: Callable[[Intervention, int], Clock]) -> Interventions:
    """Return the interventions with new clocks for those under way, which are told their place."""
    those, new = under_way(interventions), list(interventions)
    at = len(new)
    for place in reversed(range(len(those))):  # they are among the last of thousands
        at = next(n for n in range(at - 1, -1, -1) if new[n] is those[place])
        changed = clock(those[place], place)
        if changed is not those[place].clock:
            new[at] = replace(those[place], clock=changed)
    return tuple(new)
