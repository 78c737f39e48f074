"""What was pressed too late, not at all or for somebody else, put right afterwards."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import InterventionId
from facilitator.domain.people import Participant
from facilitator.domain.refusals import BadTime


def retimed(floor: Floor, id_: InterventionId, began: int | None, ended: int | None, now: int) -> Floor:
    """The intervention began or ended at other instants than were pressed."""
    intervention = floor.intervention(id_)
    clock = intervention.clock
    new_began = clock.began if began is None else began
    new_ended = clock.ended if ended is None else ended
    if new_began > now:
        raise BadTime(field="begin")
    if new_ended is not None and not new_began <= new_ended <= now:
        raise BadTime(field="end")
    return floor.put(replace(intervention, clock=clock.moved(new_began, new_ended)))


def reattributed(floor: Floor, id_: InterventionId, who: Participant) -> Floor:
    """The intervention was somebody else's."""
    return floor.put(replace(floor.intervention(id_), participant=who.id, category=who.category))
