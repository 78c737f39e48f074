"""An intervention: one taking of the floor, what it is charged, and what was agreed for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from facilitator.domain.people import CategoryKey, ParticipantId
from facilitator.domain.requests import Capacity, Kind, Request, RequestId
from facilitator.domain.timing import Clock

InterventionId = NewType("InterventionId", str)


@dataclass(frozen=True, slots=True)
class Intervention:
    """One taking of the floor, with the hat worn for it; `request` is None if it was recorded afterwards.

    `interrupts` is the intervention whose clock stands still meanwhile. `suggested` is the request that
    would have been next when the floor was given to another, `motive` the key of the moderator's reason.
    """

    id: InterventionId
    participant: ParticipantId
    category: CategoryKey
    clock: Clock
    request: RequestId | None = None
    kind: Kind = Kind.STATEMENT
    capacity: Capacity = Capacity.FLOOR
    on_behalf_of: str = ""
    interrupts: InterventionId | None = None
    clock_off: bool = False
    interpreted: bool = False
    counted: bool = True
    organisations: int = 1
    words: int | None = None
    suggested: RequestId | None = None
    motive: str = ""

    @property
    def under_way(self) -> bool:
        return self.clock.ended is None

    @property
    def counts(self) -> bool:
        """It is charged to its groups: neither procedural nor the chair's, nor left out on purpose."""
        chair = self.capacity is Capacity.CHAIR
        return self.counted and not self.clock_off and not chair and not self.kind.procedural

    def charged_ms(self, now: int) -> int:
        """Return the time charged until `now`: without accommodation, half if interpreted."""
        if not self.counts:
            return 0
        spoken, extra = self.clock.elapsed(now), self.clock.extra_ms
        charged = spoken - min(extra, max(0, spoken - (self.clock.limit_ms - extra)))
        return charged // 2 if self.interpreted else charged


def taken(new: InterventionId, request: Request, category: CategoryKey, clock: Clock) -> Intervention:
    """Return the intervention of a request that is given the floor, on its own terms."""
    terms = request.terms
    return Intervention(
        new,
        request.participant,
        category,
        clock,
        request.id,
        request.kind,
        request.capacity,
        request.on_behalf_of,
        clock_off=terms.clock_off,
        interpreted=terms.interpreted,
        counted=terms.counted,
        organisations=request.organisations,
        words=terms.words,
    )
