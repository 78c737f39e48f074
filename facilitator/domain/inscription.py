"""Asking for the floor: who may ask and until when, and behind whom the request waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.once import counted
from facilitator.domain.ordering import LAST, index_for, leading, past_replies, rank
from facilitator.domain.people import Participant, ParticipantId
from facilitator.domain.programme import Panel, PanelState, SeatRole
from facilitator.domain.refusals import (
    AlreadySpoken,
    BadTime,
    ListAlreadyClosed,
    ListAlreadyOpen,
    ListClosed,
    NotAnswerable,
    NotPresent,
    NotUnderstood,
    PanelNotOpen,
    QueueFull,
)
from facilitator.domain.requests import Capacity, Kind, Request, RequestId, RequestState

_REPLIES = (Kind.REPLY, Kind.RIGHT_OF_REPLY)
_ANSWERABLE = (RequestState.WAITING, RequestState.CALLED)
MOST_ORGANISATIONS, _MOST_RANKS = 9_999, 99


def usual_capacity(panel: Panel, participant: ParticipantId | None) -> Capacity:
    """Return in which capacity somebody speaks of whom nothing else is said: as they sit at the table."""
    seat = None if participant is None else panel.seat_of(participant)
    if seat is None:
        return Capacity.FLOOR
    return Capacity.CHAIR if seat.role is SeatRole.MODERATOR else Capacity.PANELLIST


def asked(floor: Floor, request: Request, who: Participant, at: int) -> Floor:
    """The request waits at the place of its kind; its own `place` is ignored.

    Before the panel sits nobody needs to be in the room: inscription in advance.
    """
    if floor.state is PanelState.CLOSED:
        raise PanelNotOpen
    _must_be_sound(floor, request)
    if floor.rules.only_present and floor.state is not PanelState.PLANNED and not who.present:
        raise NotPresent(name=who.name)
    _must_be_admitted(floor, request, at)
    must_be_free(floor, who, request.kind)
    return replace(floor, queue=floor.queue.join(request, _index(floor, request)))


def list_open_at(floor: Floor, at: int) -> bool:
    """Say whether the floor can be asked for: nobody closed the list, and its time is not over."""
    return floor.list_open and (floor.list_closes_at is None or at < floor.list_closes_at)


def list_closed(floor: Floor, at: int) -> Floor:
    """Nobody can ask for the floor any more, except on a point of order."""
    floor.must_be_open()
    if not list_open_at(floor, at):
        raise ListAlreadyClosed
    return replace(floor, list_open=False, list_closes_at=None)


def list_reopened(floor: Floor, at: int) -> Floor:
    """The floor can be asked for again, and the list does not close by itself."""
    floor.must_be_open()
    if list_open_at(floor, at):
        raise ListAlreadyOpen
    return replace(floor, list_open=True, list_closes_at=None)


def list_closing(floor: Floor, closes: int | None, at: int) -> Floor:
    """The list closes by itself at an instant, or not by itself if None."""
    if not list_open_at(floor, at):
        raise ListAlreadyClosed
    if closes is not None and closes < at:
        raise BadTime(field="closes")
    return replace(floor, list_closes_at=closes)


def list_timed(floor: Floor, at: int) -> Floor:
    """A panel that opens for the first time at `at` closes its list when the rule says, if one does."""
    after = floor.rules.list_closes_after_ms
    if floor.opened_at is not None or after is None or floor.list_closes_at is not None:
        return floor
    return replace(floor, list_closes_at=at + after)


def heard(floor: Floor) -> frozenset[ParticipantId]:
    """Return who has spoken in this panel: on a point of order or a question does not count."""
    return frozenset(counted(floor.panel, _speaker, floor.interventions))


def turns_heard(floor: Floor) -> int:
    """Return how many interventions have ended: points of order and questions do not count."""
    turns = counted(floor.panel, _speaker, floor.interventions)
    return sum(turns.values()) - sum(not i.kind.procedural for i in floor.under_way)


def _speaker(turn: Intervention) -> ParticipantId | None:
    return None if turn.kind.procedural else turn.participant


def settled(floor: Floor) -> Mapping[RequestState, int]:
    """Return how many requests of this panel are in each state."""
    return counted(floor.panel, _state, floor.queue.requests)


def _state(request: Request) -> RequestState:
    return request.state


def active(floor: Floor) -> frozenset[ParticipantId]:
    """Return who has asked for the floor in this panel or has had it."""
    asked = counted(floor.panel, _who_asks, floor.queue.requests)
    return frozenset((*asked, *counted(floor.panel, _who_has_it, floor.interventions)))


def _who_asks(request: Request) -> ParticipantId:
    return request.participant


def _who_has_it(turn: Intervention) -> ParticipantId:
    return turn.participant


def must_be_free(floor: Floor, who: Participant, kind: Kind) -> None:
    """Refuse whoever waits already with such a request, or has spoken where each speaks once."""
    if not floor.rules.several:
        floor.queue.refuse_second(who.id, kind, who.name)
    if floor.rules.once and kind is Kind.STATEMENT and who.id in heard(floor):
        raise AlreadySpoken(name=who.name)


def _must_be_admitted(floor: Floor, request: Request, at: int) -> None:
    """A point of order is admitted to a full list, and to a closed one unless the rules say otherwise."""
    most, point = floor.rules.most_waiting, request.kind is Kind.POINT_OF_ORDER
    if not list_open_at(floor, at) and not (point and floor.rules.points_when_closed):
        raise ListClosed
    if most is not None and not point and len(floor.waiting) >= most:
        raise QueueFull(most=most)


def _must_be_sound(floor: Floor, request: Request) -> None:
    """Refuse what cannot be: a rank there is not, a reply to a reply or to what was never said."""
    named = len(floor.rules.points_of_order) or _MOST_RANKS
    if not 0 <= request.rank <= (named if request.kind is Kind.POINT_OF_ORDER else 0):
        raise NotUnderstood(field="rank")
    if not 1 <= request.organisations <= MOST_ORGANISATIONS:
        raise NotUnderstood(field="organisations")
    if request.answers is None:
        return
    answered = floor.queue.request(request.answers)
    if request.kind not in _REPLIES or answered.answers or answered.state not in _ANSWERABLE:
        raise NotAnswerable


def _index(floor: Floor, request: Request) -> int:
    """Return the place of a new request; one who speaks for the first time may come before repeaters.

    First-time speakers stay in the order in which they asked, also where one was dragged further down, and
    nobody is put in before the protected next places.
    """
    waiting, current = floor.waiting, current_requests(floor)
    index = index_for(request, waiting, current)
    if not floor.rules.first_timers_first or index < len(waiting):
        return index
    spoken = heard(floor)
    if request.participant in spoken or rank(request, waiting, current) != LAST:
        return index
    earlier = max(leading(waiting, (LAST[0] - 1, 0), current), floor.rules.protected)
    for place, other in enumerate(waiting, 1):
        if other.participant not in spoken and rank(other, waiting, current) == LAST:
            earlier = max(earlier, place)
    return min(index, past_replies(earlier, waiting))


def current_requests(floor: Floor) -> tuple[RequestId, ...]:
    """Return the requests of those who have the floor."""
    return tuple(i.request for i in floor.under_way if i.request is not None)
