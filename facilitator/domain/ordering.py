"""The order of those who wait: each kind has its place, and a move changes one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.domain.people import ParticipantId
from facilitator.domain.refusals import AlreadyWaiting, NotWaiting, OrderIncomplete, UnknownReference
from facilitator.domain.requests import Kind, Request, RequestId, RequestState

_RANK = {Kind.POINT_OF_ORDER: 0, Kind.INTERPOSED_QUESTION: 1}


def rank(kind: Kind) -> int:
    """Return how early a kind is heard: points of order first, then interposed questions, then all others."""
    return _RANK.get(kind, 2)


def place_between(before: float | None, after: float | None) -> float:
    """Return a place after `before` and before `after`; None stands for no neighbour."""
    if before is None:
        return 0.0 if after is None else after - 1.0
    return before + 1.0 if after is None else (before + after) / 2.0


def place_for(kind: Kind, waiting: Sequence[Request]) -> float:
    """Return the place of a new request: behind the leading ones that are heard before or with its kind.

    One that somebody dragged further down does not count as the border.
    """
    if rank(kind) == rank(Kind.STATEMENT):
        return place_between(waiting[-1].place if waiting else None, None)
    leading = 0
    while leading < len(waiting) and rank(waiting[leading].kind) <= rank(kind):
        leading += 1
    before = waiting[leading - 1].place if leading else None
    after = waiting[leading].place if leading < len(waiting) else None
    return place_between(before, after)


@dataclass(frozen=True, slots=True)
class Queue:
    """All requests of a panel; every method returns the queue as it becomes, or raises a refusal."""

    requests: tuple[Request, ...] = ()

    @property
    def waiting(self) -> tuple[Request, ...]:
        """Those who wait, in the order in which they will be called."""
        return tuple(sorted((r for r in self.requests if r.waits), key=lambda r: (r.place, r.asked_at, r.id)))

    def request(self, id_: RequestId) -> Request:
        for request in self.requests:
            if request.id == id_:
                return request
        raise UnknownReference(kind="request", id=id_)

    def waiting_request(self, id_: RequestId) -> Request:
        request = self.request(id_)
        if not request.waits:
            raise NotWaiting
        return request

    def refuse_second(self, participant: ParticipantId, kind: Kind, name: str) -> None:
        """Refuse a participant who waits already with a request of the same kind."""
        if any(r.participant == participant and r.kind is kind for r in self.waiting):
            raise AlreadyWaiting(name=name)

    def join(self, request: Request) -> Queue:
        """The request waits at the place of its kind; its own `place` is ignored."""
        placed = replace(request, place=place_for(request.kind, self.waiting))
        return Queue((*self.requests, placed))

    def settle(self, id_: RequestId, state: RequestState, at: int) -> Queue:
        return self.put(replace(self.waiting_request(id_), state=state, settled_at=at))

    def restore(self, request: Request) -> Queue:
        """The request waits again, before all others."""
        first = self.waiting[0].place if self.waiting else None
        return self.put(
            replace(request, state=RequestState.WAITING, place=place_between(None, first), settled_at=None)
        )

    def move(self, id_: RequestId, before: RequestId | None) -> Queue:
        """The request waits right before another, or last if `before` is None."""
        moved = self.waiting_request(id_)
        if before == id_:
            return self
        others = [r for r in self.waiting if r.id != id_]
        index = len(others) if before is None else others.index(self.waiting_request(before))
        previous = others[index - 1].place if index else None
        following = others[index].place if index < len(others) else None
        place = place_between(previous, following)
        if place in (previous, following):  # the gap is too narrow for a float: number all afresh
            return self.order([r.id for r in (*others[:index], moved, *others[index:])])
        return self.put(replace(moved, place=place))

    def order(self, ids: Sequence[RequestId]) -> Queue:
        """Those who wait are called in this order; it must name each of them exactly once."""
        if sorted(ids) != sorted(r.id for r in self.waiting):
            raise OrderIncomplete
        places = {id_: float(place) for place, id_ in enumerate(ids)}
        return Queue(tuple(replace(r, place=places.get(r.id, r.place)) for r in self.requests))

    def put(self, new: Request) -> Queue:
        return Queue(tuple(new if r.id == new.id else r for r in self.requests))
