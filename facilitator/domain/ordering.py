"""The order of those who wait: each kind has its place, and a move changes one row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain

from facilitator.domain.once import Same
from facilitator.domain.people import ParticipantId
from facilitator.domain.refusals import AlreadyWaiting, NotWaiting, OrderIncomplete, UnknownReference
from facilitator.domain.requests import Kind, Request, RequestId, RequestState

Rank = tuple[int, int]

LAST: Rank = (3, 0)
"""Statements, and replies to what is over: whoever asked first is heard first."""

_UNRANKED = 1 << 30


def rank(request: Request, waiting: Sequence[Request], current: Collection[RequestId] = ()) -> Rank:
    """Return how early a request is heard, the least first.

    Points of order come first, by their own ranks and those without one after them; then interposed
    questions; then replies to those who have the floor, `current`; then all others. A reply to somebody who
    waits belongs to that request.
    """
    if request.kind is Kind.POINT_OF_ORDER:
        return (0, request.rank or _UNRANKED)
    if request.kind is Kind.INTERPOSED_QUESTION:
        return (1, 0)
    if request.answers is None:
        return LAST
    if request.answers in current:
        return (2, 0)
    answered = next((r for r in waiting if r.id == request.answers), None)
    return LAST if answered is None else rank(answered, (), current)


def place_between(before: float | None, after: float | None) -> float:
    """Return a place after `before` and before `after`; None stands for no neighbour."""
    if before is None:
        return 0.0 if after is None else after - 1.0
    return before + 1.0 if after is None else (before + after) / 2.0


def leading(waiting: Sequence[Request], most: Rank, current: Collection[RequestId] = ()) -> int:
    """Return how many at the head are heard no later than `most`.

    One that somebody dragged further down does not count as the border.
    """
    ranks = (rank(r, waiting, current) for r in waiting)
    return next((place for place, one in enumerate(ranks) if one > most), len(waiting))


def index_for(new: Request, waiting: Sequence[Request], current: Collection[RequestId] = ()) -> int:
    """Return before how many a new request is put in: behind all that are heard before or with it.

    A reply to somebody who waits comes right under that request, after earlier replies to it.
    """
    under = answered_until(new.answers, waiting)
    if under is not None:
        return under
    own = rank(new, waiting, current)
    return len(waiting) if own == LAST else leading(waiting, own, current)


def answered_until(request: RequestId | None, waiting: Sequence[Request]) -> int | None:
    """Return the place behind a request and the replies right under it; None if it does not wait."""
    place = next((place for place, r in enumerate(waiting) if r.id == request), None)
    return None if place is None else place + past_replies(1, waiting[place:])


def past_replies(place: int, waiting: Sequence[Request]) -> int:
    """Return the first place from this one on that parts no request before it from replies under that."""
    above = {r.id for r in waiting[:place]}
    while place < len(waiting) and waiting[place].answers in above:
        place += 1
    return place


@dataclass(frozen=True, slots=True)
class Queue:
    """All requests of a panel; every method returns the queue as it becomes, or raises a refusal.

    `known` are those who wait in their order, where they need not be looked for among thousands.
    """

    requests: tuple[Request, ...] = ()
    known: tuple[Request, ...] | None = field(default=None, repr=False, compare=False)

    @property
    def waiting(self) -> tuple[Request, ...]:
        """Those who wait, in the order in which they will be called."""
        return _waiting(Same(self.requests)) if self.known is None else self.known

    def request(self, id_: RequestId) -> Request:
        for request in chain(self.waiting, self.requests):
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

    def join(self, request: Request, index: int) -> Queue:
        """The request waits behind the first `index` of those who wait; its own `place` is ignored."""
        return Queue((*self.requests, request), (*self.waiting, request)).placed(request, index)

    def settle(self, id_: RequestId, state: RequestState, at: int) -> Queue:
        return self.put(replace(self.waiting_request(id_), state=state, settled_at=at))

    def restore(self, request: Request) -> Queue:
        """The request waits again, before all others."""
        return self.placed(replace(request, state=RequestState.WAITING, settled_at=None), 0)

    def move(self, id_: RequestId, before: RequestId | None) -> Queue:
        """The request waits right before another, or last if `before` is None."""
        moved = self.waiting_request(id_)
        if before == id_:
            return self
        others = [r.id for r in self.waiting if r.id != id_]
        index = len(others) if before is None else others.index(self.waiting_request(before).id)
        return self.placed(moved, index)

    def placed(self, request: Request, index: int) -> Queue:
        """The request waits behind the first `index` of the others; theirs are the places they had."""
        others = [r for r in self.waiting if r.id != request.id]
        previous = others[index - 1].place if index else None
        following = others[index].place if index < len(others) else None
        place = place_between(previous, following)
        queue = self.put(replace(request, place=place))
        if place in (previous, following):  # the gap is too narrow for a float: number all afresh
            return queue.order([r.id for r in (*others[:index], request, *others[index:])])
        return queue

    def swap(self, id_: RequestId, other: RequestId) -> Queue:
        """Two requests exchange their places."""
        one, two = self.waiting_request(id_), self.waiting_request(other)
        return self.put(replace(one, place=two.place)).put(replace(two, place=one.place))

    def order(self, ids: Sequence[RequestId]) -> Queue:
        """Those who wait are called in this order; it must name each of them exactly once."""
        if sorted(ids) != sorted(r.id for r in self.waiting):
            raise OrderIncomplete
        places = {id_: float(place) for place, id_ in enumerate(ids)}
        return Queue(tuple(replace(r, place=places[r.id]) if r.id in places else r for r in self.requests))

    def put(self, new: Request) -> Queue:
        """The request of this id is as `new` says."""
        all_ = self.requests
        at = next(
            (n for n in range(len(all_) - 1, -1, -1) if all_[n].id == new.id), None
        )  # mostly a late one
        if at is None:
            return self
        waiting = [r for r in self.waiting if r.id != new.id]
        return Queue((*all_[:at], new, *all_[at + 1 :]), _in_order([*waiting, new] if new.waits else waiting))


@lru_cache(maxsize=32)
def _waiting(known: Same[tuple[Request, ...]]) -> tuple[Request, ...]:
    return _in_order(r for r in known.value if r.state is RequestState.WAITING)


def _in_order(waiting: Iterable[Request]) -> tuple[Request, ...]:
    return tuple(sorted(waiting, key=lambda r: (r.place, r.asked_at, r.id)))
