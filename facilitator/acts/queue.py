"""The queue: asking for the floor, leaving it, changing places."""

from __future__ import annotations

from collections.abc import Collection

from facilitator.acts.panels import sitting
from facilitator.acts.registry import Work, act
from facilitator.domain.floor import Floor
from facilitator.domain.people import ParticipantId
from facilitator.domain.refusals import (
    AlreadyWaiting,
    ListClosed,
    NoPanelOpen,
    NothingToRestore,
    NotPresent,
    NotWaiting,
    OrderIncomplete,
    PanelNotOpen,
    UnknownReference,
)
from facilitator.domain.requests import Capacity, Kind, Request, RequestId


def name_of_request(work: Work, floor: Floor, request: RequestId) -> str:
    return work.reading.participant(floor.queue.request(request).participant).name


@act("floor", NoPanelOpen, NotPresent, ListClosed, AlreadyWaiting, UnknownReference)
def request_floor(
    work: Work,
    participant: ParticipantId,
    kind: Kind = Kind.STATEMENT,
    on_behalf_of: str = "",
    note: str = "",
    capacity: Capacity = Capacity.FLOOR,
) -> str:
    """The participant waits at the place of the request's kind."""
    who = work.reading.participant(participant)
    id_ = RequestId(work.new_id())
    asked = Request(id_, who.id, work.now, 0.0, kind, capacity, on_behalf_of=on_behalf_of, note=note)
    work.keep(sitting(work).ask(asked, who))
    work.subject = who.name
    return id_


@act("floor", NoPanelOpen, NotWaiting, UnknownReference)
def withdraw(work: Work, request: RequestId) -> None:
    """The request is off the list."""
    floor = sitting(work)
    work.keep(floor.withdraw(request, work.now))
    work.subject = name_of_request(work, floor, request)


@act("floor", NoPanelOpen, NotWaiting, UnknownReference)
def mark_absent(work: Work, request: RequestId) -> None:
    """The speaker was called and was not in the room; the place is lost."""
    floor = sitting(work)
    work.keep(floor.mark_absent(request, work.now))
    work.subject = name_of_request(work, floor, request)


@act("floor", NoPanelOpen, PanelNotOpen, NothingToRestore, AlreadyWaiting)
def re_add_last(work: Work) -> str:
    """The one who spoke last waits again at the head; the time spoken is not charged."""
    floor = sitting(work)
    again = floor.re_add_last(work.reading.people())
    gone = {i.id for i in floor.interventions} - {i.id for i in again.interventions}
    detach_notes(work, gone)
    work.keep(again)
    head = again.waiting[0]
    work.subject = work.reading.participant(head.participant).name
    return head.id


def detach_notes(work: Work, interventions: Collection[str]) -> None:
    """Notes of interventions that will be no more keep their speaker and clock, and lose the link."""
    for panel in work.reading.panels():
        for note in work.reading.notes(panel.id):
            if note.intervention in interventions:
                work.update("note", note.id, {"intervention": note.intervention}, {"intervention": None})


@act("floor", NoPanelOpen, NotWaiting, UnknownReference)
def move(work: Work, request: RequestId, before: RequestId | None = None) -> None:
    """The request waits right before another one, or last."""
    floor = sitting(work)
    work.keep(floor.move(request, before))
    work.subject = name_of_request(work, floor, request)


@act("floor", NoPanelOpen, OrderIncomplete)
def order(work: Work, requests: tuple[RequestId, ...]) -> None:
    """Those who wait are called in this order."""
    work.keep(sitting(work).order(requests))
