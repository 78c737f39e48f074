"""A point of order that is heard at once: asked for and given in one act, so that one undo takes it back."""

from __future__ import annotations

from facilitator.acts.attendance import as_there
from facilitator.acts.floor import Current, believed
from facilitator.acts.panels import sitting
from facilitator.acts.people import must_be_short
from facilitator.acts.queue import MAY_REFUSE
from facilitator.acts.registry import UNSAID, Work, act
from facilitator.domain.inscription import asked
from facilitator.domain.intervention import InterventionId
from facilitator.domain.people import ParticipantId
from facilitator.domain.refusals import FloorTaken, NotUnderstood, StalePress
from facilitator.domain.requests import Kind, Request, RequestId


@act("floor", *MAY_REFUSE, NotUnderstood, FloorTaken, StalePress)
def raise_point_of_order(
    work: Work, participant: ParticipantId, note: str = "", rank: int = 0, current: Current = UNSAID
) -> str:
    """The participant has the floor on a point of order at once; whoever speaks stands still meanwhile."""
    floor, who = sitting(work), work.reading.participant(participant)
    must_be_short("note", note)
    raised = Request(
        RequestId(work.new_id()), who.id, work.now, 0.0, Kind.POINT_OF_ORDER, note=note, rank=rank
    )
    new = InterventionId(work.new_id())
    work.keep(
        asked(floor, raised, as_there(work, floor.panel, who), work.now).give(
            new, work.reading.people(), work.now, request=raised.id, believed=believed(current)
        )
    )
    work.subject = who.name
    return new
