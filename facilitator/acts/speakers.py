"""Speakers who are not in the file yet: added on the spot, or a place kept for one who is named later."""

from __future__ import annotations

from dataclasses import replace

from facilitator.acts.attendance import hand_over_attendance
from facilitator.acts.panels import panel_or_sitting
from facilitator.acts.people import must_be_short, name_given, newcomer, put_participant
from facilitator.acts.queue import MAY_REFUSE, ask
from facilitator.acts.registry import Work, act
from facilitator.domain.calling import handed_over
from facilitator.domain.floor import Floor
from facilitator.domain.inscription import must_be_free
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import (
    AlreadyNamed,
    AlreadySpoken,
    AlreadyWaiting,
    NotUnderstood,
    UnknownReference,
)
from facilitator.domain.requests import Capacity, Kind, Request, RequestId
from facilitator.store.rows import from_participant


@act("floor", *MAY_REFUSE, NotUnderstood)
def add_speaker(
    work: Work,
    name: str,
    category: CategoryKey,
    delegation: str = "",
    kind: Kind = Kind.STATEMENT,
    capacity: Capacity = Capacity.FLOOR,
    panel: PanelId | int | None = None,
    on_behalf_of: str = "",
    organisations: int = 1,
    note: str = "",
    rank: int = 0,
) -> str:
    """Somebody who was not in the file is, and waits; the id is that of the request."""
    who = newcomer(work, name_given(name), category, delegation)
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
        organisations=organisations,
        rank=rank,
    )
    return _ask(work, who, request, panel)


@act("floor", *MAY_REFUSE)
def keep_place(
    work: Work,
    category: CategoryKey,
    delegation: str = "",
    kind: Kind = Kind.STATEMENT,
    panel: PanelId | int | None = None,
) -> str:
    """Somebody of a category waits who will be named later; the id is that of the request."""
    who = newcomer(work, "", category, delegation)
    kept = _ask(work, who, Request(RequestId(work.new_id()), who.id, work.now, 0.0, kind), panel)
    work.subject = delegation or next(c.singular for c in work.reading.categories() if c.key == category)
    return kept


def _ask(work: Work, who: Participant, request: Request, panel: PanelId | int | None) -> str:
    floor = panel_or_sitting(work, panel)
    put_participant(work, who)
    return ask(work, floor, request, who)


@act("floor", AlreadyNamed, AlreadyWaiting, AlreadySpoken, NotUnderstood, UnknownReference)
def name_speaker(
    work: Work, participant: ParticipantId, name: str | None = None, known: ParticipantId | None = None
) -> None:
    """Whoever a place was kept for has a name, or is somebody known: before, during or after speaking."""
    who = work.reading.participant(participant)
    if not who.unnamed:
        raise AlreadyNamed(name=who.name)
    if (name is None) is (known is None):
        raise NotUnderstood(field="name")
    if known is not None:
        hand_over(work, who, work.reading.participant(known))
    elif name is not None:
        named = replace(who, name=name_given(name))
        work.update("participant", who.id, from_participant(who), from_participant(named))
        work.subject = named.name


def hand_over(work: Work, who: Participant, known: Participant) -> None:
    """Whatever was told of one is told of the known one, and the one is no more."""
    if known.unnamed:
        raise NotUnderstood(field="known")
    for panel in work.reading.panels():
        floor = work.floor(panel.id)
        _must_be_free(floor, who, known)
        work.keep(handed_over(floor, who.id, known.id))
    for table, column, id_ in work.reading.told_of(who.id, but=("request", "intervention")):
        work.update(table, id_, {column: who.id}, {column: known.id})
    hand_over_attendance(work, who, known)
    work.delete("participant", from_participant(who))
    work.subject = known.name


def _must_be_free(floor: Floor, who: Participant, known: Participant) -> None:
    for request in floor.waiting:
        if request.participant == who.id:
            must_be_free(floor, known, request.kind)
