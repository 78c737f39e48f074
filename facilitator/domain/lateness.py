"""How far a panel is behind the plan of its phases."""

from __future__ import annotations

from facilitator.domain.choreography import phases_ahead
from facilitator.domain.floor import Floor


def behind_plan_ms(floor: Floor, begins: int, now: int) -> int | None:
    """Return how much later than planned the present phase ends; below zero if earlier, None without a plan.

    `begins` is when the first phase should have begun: the panel's start, or, if a late start is not to be
    held against anybody, its opening. A phase that lasts too long and a break make it grow while they last.
    """
    ahead = phases_ahead(floor, now)
    if not ahead or floor.step is None:
        return None
    planned = begins + sum(phase.ms for phase in floor.plan[: floor.step + 1])
    return ahead[0].ends - planned
