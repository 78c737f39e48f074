"""The floor: given, ended, paused, and its clock put right."""

from __future__ import annotations

from facilitator.acts.panels import sitting
from facilitator.acts.people import called
from facilitator.acts.registry import UNSAID, Instant, Seconds, Unsaid, Work, act, ms
from facilitator.domain.floor import Believed, Floor
from facilitator.domain.intervention import InterventionId
from facilitator.domain.overrides import noted
from facilitator.domain.people import ParticipantId
from facilitator.domain.refusals import (
    AlreadyPaused,
    BadTime,
    BeforeOpening,
    EndsBeforeBeginning,
    FloorTaken,
    NobodySpeaking,
    NobodyWaiting,
    NoPanelOpen,
    NothingLeft,
    NotPaused,
    NotWaiting,
    OutsideInterrupted,
    PanelNotOpen,
    StalePress,
    UnknownReference,
)
from facilitator.domain.repairs import clocks_moved, reattributed, retimed
from facilitator.domain.requests import RequestId
from facilitator.domain.suggestion import Suggestion, suggestion

Current = InterventionId | Unsaid | None


def believed(current: Current) -> Believed | None:
    return None if isinstance(current, Unsaid) else Believed(current)


def speaker_name(work: Work, floor: Floor, current: Current = UNSAID) -> str:
    """Return who speaks, or who has the intervention that is named if it is under way."""
    named = next((i for i in floor.under_way if i.id == current), floor.speaking)
    return "" if named is None else called(work, named.participant)


@act("floor", NoPanelOpen, PanelNotOpen, FloorTaken, StalePress, NobodyWaiting, NotWaiting, UnknownReference)
def give_floor(work: Work, request: RequestId | None = None, current: Current = UNSAID) -> str:
    """The request, or the next one, has the floor; whoever had it has ended, or stands still for a while.

    A point of order and an interposed question interrupt; all others end whoever had the floor.
    """
    new = InterventionId(work.new_id())
    floor = sitting(work)
    given = floor.give(new, work.reading.people(), work.now, request=request, believed=believed(current))
    given = noted(floor, given, suggested(work, floor))
    work.keep(given)
    work.subject = speaker_name(work, given)
    return new


@act("floor", NoPanelOpen, NobodySpeaking, StalePress, FloorTaken)
def end_intervention(work: Work, current: Current = UNSAID) -> None:
    """The intervention is over, and all that interrupt it; one that it interrupted has the floor again."""
    floor = sitting(work)
    work.subject = speaker_name(work, floor, current)
    work.keep(floor.end(work.now, believed(current)))


@act("floor", NoPanelOpen, NobodySpeaking, AlreadyPaused, StalePress, FloorTaken)
def pause(work: Work, current: Current = UNSAID) -> None:
    """The speaker's clock stands still."""
    floor = sitting(work)
    work.subject = speaker_name(work, floor, current)
    work.keep(floor.pause(work.now, believed(current)))


@act("floor", NoPanelOpen, PanelNotOpen, NobodySpeaking, NotPaused, StalePress, FloorTaken)
def resume(work: Work, current: Current = UNSAID) -> None:
    """The speaker's clock runs again, and no other."""
    floor = sitting(work)
    work.subject = speaker_name(work, floor, current)
    work.keep(floor.resume(work.now, believed(current)))


@act("floor", NoPanelOpen, NobodySpeaking, StalePress, FloorTaken)
def add_time(work: Work, seconds: Seconds, current: Current = UNSAID) -> None:
    """The speaker has more time, or less if `seconds` is below zero."""
    floor = sitting(work)
    work.subject = speaker_name(work, floor, current)
    work.keep(floor.add_time(ms(seconds), believed(current)))


@act(
    "floor",
    NoPanelOpen,
    UnknownReference,
    BadTime,
    BeforeOpening,
    EndsBeforeBeginning,
    NothingLeft,
    OutsideInterrupted,
)
def repair(
    work: Work,
    intervention: InterventionId,
    begin: Instant | None = None,
    end: Instant | None = None,
    participant: ParticipantId | None = None,
) -> None:
    """The intervention began or ended at another instant than was pressed, or was somebody else's."""
    floor = floor_of(work, intervention)
    if begin is not None or end is not None:
        floor = retimed(floor, intervention, begin, end, work.now)
    if participant is not None:
        floor = reattributed(floor, intervention, work.reading.participant(participant))
    work.keep(floor)
    work.subject = called(work, floor.intervention(intervention).participant)


@act("floor", NoPanelOpen, BadTime)
def move_clocks(work: Work, seconds: Seconds) -> None:
    """The computer's clock leapt by so much: what is under way runs on as if it had not."""
    work.keep(clocks_moved(sitting(work), ms(seconds), work.now))


def suggested(work: Work, floor: Floor) -> Suggestion | None:
    """Return what the balance suggests at the instant of the act."""
    return suggestion(floor, work.reading.categories(), work.reading.attendance.people(floor.panel), work.now)


def floor_of(work: Work, intervention: InterventionId) -> Floor:
    """Return the floor of the panel in which an intervention was made."""
    for panel in work.reading.panels():
        floor = work.floor(panel.id)
        if any(i.id == intervention for i in floor.interventions):
            return floor
    raise UnknownReference(kind="intervention", id=intervention)
