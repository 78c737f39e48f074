"""Those who wait: called, called in vain, moved, exchanged, replaced, and put back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitator.domain.floor import Floor
from facilitator.domain.inscription import must_be_free
from facilitator.domain.intervention import Intervention
from facilitator.domain.ordering import Queue
from facilitator.domain.people import Participant, ParticipantId
from facilitator.domain.refusals import (
    AlreadyCalledTwice,
    NobodySpeaking,
    NothingToRestore,
    NotPresent,
    NotUnderstood,
    Protected,
)
from facilitator.domain.requests import Kind, RequestId, RequestState

_MOST_WORDS = 1_000_000


def withdrawn(floor: Floor, id_: RequestId, at: int) -> Floor:
    """The request is off the list."""
    return replace(floor, queue=floor.queue.settle(id_, RequestState.WITHDRAWN, at))


def absent(floor: Floor, id_: RequestId, at: int) -> Floor:
    """The speaker was called and not in the room: the place is lost."""
    return replace(floor, queue=floor.queue.settle(id_, RequestState.ABSENT, at))


def skipped(floor: Floor, id_: RequestId, who: Participant) -> Floor:
    """The speaker was called and not in the room: there is a second call after all others, and no third."""
    floor.must_be_open()
    called = floor.queue.waiting_request(id_)
    if called.calls:
        raise AlreadyCalledTwice(name=who.name)
    queue = floor.queue.placed(replace(called, calls=1), len(floor.waiting) - 1)
    return replace(floor, queue=queue)


def received(floor: Floor, id_: RequestId, words: int | None, at: int) -> Floor:
    """The statement was not delivered but handed in, also after the panel; it stands in the record."""
    if words is not None and not 1 <= words <= _MOST_WORDS:
        raise NotUnderstood(field="words")
    queue = floor.queue.settle(id_, RequestState.RECEIVED, at)
    request = queue.request(id_)
    return replace(floor, queue=queue.put(replace(request, terms=replace(request.terms, words=words))))


def moved(floor: Floor, id_: RequestId, before: RequestId | None) -> Floor:
    """The request waits right before another one, or last.

    Nobody from behind comes into the protected next places; those in them may change places.
    """
    ids = [r.id for r in floor.waiting]
    place = ids.index(floor.queue.waiting_request(id_).id)
    wanted = len(ids) if before is None else ids.index(floor.queue.waiting_request(before).id)
    if wanted < floor.rules.protected <= place:
        raise Protected(places=floor.rules.protected)
    return replace(floor, queue=floor.queue.move(id_, before))


def ordered(floor: Floor, ids: Sequence[RequestId]) -> Floor:
    """Those who wait are called in this order, which names each of them; the protected next stay next."""
    queue = floor.queue.order(ids)
    near = floor.rules.protected
    if {r.id for r in queue.waiting[:near]} != {r.id for r in floor.waiting[:near]}:
        raise Protected(places=near)
    return replace(floor, queue=queue)


def swapped(floor: Floor, id_: RequestId, other: RequestId) -> Floor:
    """Two who wait have exchanged their places by agreement: nobody else is overtaken by it."""
    return replace(floor, queue=floor.queue.swap(id_, other))


def substituted(floor: Floor, id_: RequestId, who: Participant) -> Floor:
    """Another speaks in the place of the one who asked; whom the place was is remembered."""
    request = floor.queue.waiting_request(id_)
    if who.id == request.participant:
        return floor
    if floor.rules.only_present and not who.present:
        raise NotPresent(name=who.name)
    must_be_free(floor, who, request.kind)
    first = request.instead_of or request.participant
    new = replace(request, participant=who.id, instead_of=None if who.id == first else first)
    return replace(floor, queue=floor.queue.put(new))


def put_back(floor: Floor, people: Mapping[ParticipantId, Participant]) -> Floor:
    """The one who spoke last waits again at the head, as if never called: nothing is charged or remembered.

    Of those who ended at the same instant it is the one whom the others interrupted. An interposed question
    goes back only while somebody speaks to whom it can be put.
    """
    floor.must_be_open()
    last = _last(floor)
    if not floor.rules.several:
        floor.queue.refuse_second(last.participant, last.kind, people[last.participant].name)
    if last.kind is Kind.INTERPOSED_QUESTION and floor.speaking is None:
        raise NobodySpeaking
    queue = floor.queue.restore(floor.queue.request(RequestId(str(last.request))))
    kept = (i for i in floor.interventions if i.id != last.id)
    freed = (replace(i, interrupts=None) if i.interrupts == last.id else i for i in kept)
    return replace(floor, queue=queue, interventions=tuple(freed))


def _last(floor: Floor) -> Intervention:
    """Return who ended last; of several, who began last, and of those who interrupt who began first."""
    ended = [i for i in floor.spoken if i.request is not None]
    if not ended:
        raise NothingToRestore
    return max(ended, key=_when_over)


def _when_over(intervention: Intervention) -> tuple[int, bool, int]:
    clock, alone = intervention.clock, intervention.interrupts is None
    return clock.ended or 0, alone, clock.began if alone else -clock.began


def handed_over(floor: Floor, place: ParticipantId, who: ParticipantId) -> Floor:
    """What was asked and said in a place that was kept is somebody's; what was charged stays so."""
    requests = tuple(
        replace(
            r,
            participant=who if r.participant == place else r.participant,
            instead_of=who if r.instead_of == place else r.instead_of,
        )
        if place in (r.participant, r.instead_of)
        else r
        for r in floor.queue.requests
    )
    said = tuple(replace(i, participant=who) if i.participant == place else i for i in floor.interventions)
    if requests == floor.queue.requests and said == floor.interventions:
        return floor
    return replace(floor, queue=Queue(requests), interventions=said)
