"""The queue: asking for the floor, leaving it, being called in vain, changing places."""

from __future__ import annotations

from collections.abc import Collection

from facilitator.acts.attendance import as_there
from facilitator.acts.panels import panel_or_sitting, panel_that_sits, sitting
from facilitator.acts.people import called, must_be_category, must_be_short
from facilitator.acts.registry import Work, act
from facilitator.domain import calling
from facilitator.domain.floor import Floor
from facilitator.domain.inscription import asked
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import (
    AlreadyCalledTwice,
    AlreadySpoken,
    AlreadyWaiting,
    ListClosed,
    NobodySpeaking,
    NoPanelOpen,
    NotAnswerable,
    NothingToRestore,
    NotPresent,
    NotUnderstood,
    NotWaiting,
    OrderIncomplete,
    PanelNotOpen,
    Protected,
    QueueFull,
    TextTooLong,
    UnknownReference,
)
from facilitator.domain.requests import Capacity, Kind, Request, RequestId

MAY_REFUSE = (
    NoPanelOpen,
    PanelNotOpen,
    NotPresent,
    ListClosed,
    QueueFull,
    AlreadyWaiting,
    AlreadySpoken,
    TextTooLong,
    UnknownReference,
)
"""What asking for the floor may be refused with."""


def name_of_request(work: Work, floor: Floor, request: RequestId) -> str:
    return called(work, floor.queue.request(request).participant)


@act("floor", *MAY_REFUSE, NotAnswerable)
def request_floor(
    work: Work,
    participant: ParticipantId,
    kind: Kind = Kind.STATEMENT,
    on_behalf_of: str = "",
    note: str = "",
    capacity: Capacity = Capacity.FLOOR,
    category: CategoryKey | None = None,
    organisations: int = 1,
    rank: int = 0,
    answers: RequestId | None = None,
    panel: PanelId | int | None = None,
) -> str:
    """The participant waits at the place of the request's kind."""
    who = work.reading.participant(participant)
    must_be_category(work, category)
    must_be_short("on_behalf_of", on_behalf_of)
    must_be_short("note", note)
    request = Request(
        RequestId(work.new_id()),
        who.id,
        work.now,
        0.0,
        kind,
        capacity,
        on_behalf_of=on_behalf_of,
        note=note,
        category=category,
        organisations=organisations,
        rank=rank,
        answers=answers,
    )
    return ask(work, panel_or_sitting(work, panel), request, who)


def ask(work: Work, floor: Floor, request: Request, who: Participant) -> str:
    """The request waits, and its id is the act's."""
    work.keep(asked(floor, request, as_there(work, floor.panel, who), work.now))
    work.subject = who.name
    return request.id


@act("floor", NotWaiting, UnknownReference)
def withdraw(work: Work, request: RequestId) -> None:
    """The request is off the list."""
    floor = floor_of(work, request)
    work.keep(calling.withdrawn(floor, request, work.now))
    work.subject = name_of_request(work, floor, request)


@act("floor", NoPanelOpen, NotWaiting, UnknownReference)
def mark_absent(work: Work, request: RequestId) -> None:
    """The speaker was called and was not in the room; the place is lost."""
    floor = sitting(work)
    work.keep(calling.absent(floor, request, work.now))
    work.subject = name_of_request(work, floor, request)


@act("floor", NoPanelOpen, PanelNotOpen, NotWaiting, AlreadyCalledTwice, UnknownReference)
def skip(work: Work, request: RequestId) -> None:
    """The speaker was called and was not in the room; there is a second call after all others."""
    floor = sitting(work)
    who = work.reading.participant(floor.queue.request(request).participant)
    work.keep(calling.skipped(floor, request, who))
    work.subject = called(work, who.id)


@act("floor", NotWaiting, UnknownReference, NotUnderstood)
def receive_statement(work: Work, request: RequestId, words: int | None = None) -> None:
    """The statement was not delivered but received, if known with its number of words."""
    floor = floor_of(work, request)
    work.keep(calling.received(floor, request, words, work.now))
    work.subject = name_of_request(work, floor, request)


@act("floor", NotWaiting, NotPresent, AlreadyWaiting, AlreadySpoken, UnknownReference)
def substitute(work: Work, request: RequestId, participant: ParticipantId) -> None:
    """Another speaks in the place of the one who asked."""
    floor, who = floor_of(work, request), work.reading.participant(participant)
    work.keep(calling.substituted(floor, request, as_there(work, floor.panel, who)))
    work.subject = who.name


@act("floor", NoPanelOpen, PanelNotOpen, NothingToRestore, NobodySpeaking, AlreadyWaiting)
def re_add_last(work: Work) -> str:
    """The one who spoke last waits again at the head; the time spoken is not charged."""
    floor = sitting(work)
    again = calling.put_back(floor, work.reading.people())
    gone = {i.id for i in floor.interventions} - {i.id for i in again.interventions}
    detach_notes(work, gone)
    work.keep(again)
    head = again.waiting[0]
    work.subject = called(work, head.participant)
    return head.id


def detach_notes(work: Work, interventions: Collection[str]) -> None:
    """Notes of interventions that will be no more keep their speaker and clock, and lose the link."""
    for panel in work.reading.panels():
        for note in work.reading.notes(panel.id):
            if note.intervention in interventions:
                work.update("note", note.id, {"intervention": note.intervention}, {"intervention": None})


@act("floor", NotWaiting, Protected, UnknownReference)
def move(work: Work, request: RequestId, before: RequestId | None = None) -> None:
    """The request waits right before another one, or last."""
    floor = floor_of(work, request)
    work.keep(calling.moved(floor, request, before))
    work.subject = name_of_request(work, floor, request)


@act("floor", NotWaiting, UnknownReference)
def swap(work: Work, request: RequestId, other: RequestId) -> None:
    """Two who wait have exchanged their places by agreement."""
    floor = floor_of(work, request)
    work.keep(calling.swapped(floor, request, other))
    work.subject = f"{name_of_request(work, floor, request)} ↔ {name_of_request(work, floor, other)}"


@act("floor", NoPanelOpen, OrderIncomplete, Protected)
def order(work: Work, requests: tuple[RequestId, ...]) -> None:
    """Those who wait are called in this order."""
    work.keep(calling.ordered(sitting(work), requests))


def floor_of(work: Work, request: RequestId) -> Floor:
    """Return the floor that a request is on, whether its panel sits, is planned or is over."""
    sits = panel_that_sits(work.reading)
    for panel in sorted((panel.id for panel in work.reading.panels()), key=lambda id_: id_ != sits):
        floor = work.floor(panel)
        if any(r.id == request for r in floor.queue.requests):
            return floor
    raise UnknownReference(kind="request", id=request)
