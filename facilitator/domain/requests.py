"""Asking for the floor: the kinds of request and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from facilitator.domain.people import CategoryKey, ParticipantId

RequestId = NewType("RequestId", str)


class Kind(StrEnum):
    """What the floor is asked for; procedural kinds interrupt and are charged to nobody."""

    STATEMENT = "statement"
    REPLY = "reply"
    RIGHT_OF_REPLY = "right_of_reply"
    POINT_OF_ORDER = "point_of_order"
    INTERPOSED_QUESTION = "interposed_question"

    @property
    def procedural(self) -> bool:
        return self in PROCEDURAL


PROCEDURAL = frozenset({Kind.POINT_OF_ORDER, Kind.INTERPOSED_QUESTION})


class Capacity(StrEnum):
    """The hat worn for one intervention."""

    PANELLIST = "panellist"
    FLOOR = "floor"
    CHAIR = "chair"


class RequestState(StrEnum):
    WAITING = "waiting"
    CALLED = "called"
    WITHDRAWN = "withdrawn"
    ABSENT = "absent"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for one intervention, agreed before or while it lasts; lengths in milliseconds.

    `allotment_ms` stands instead of the usual one. `accommodation_ms` is extra time that is not charged and
    not shown to the room; with `clock_off` no clock is shown and nothing is charged. `interpreted`: every
    sentence is spoken twice. `counted` is False for a keynote and the like.
    """

    allotment_ms: int | None = None
    accommodation_ms: int = 0
    clock_off: bool = False
    interpreted: bool = False
    counted: bool = True
    words: int | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """An entry in the queue; `place` orders those who wait, `settled_at` is when it stopped waiting.

    `category` is set if the hat is another than the participant's own. `organisations` are those it speaks
    for, `rank` the place of a point of order among the ranked ones, `answers` the request it replies to.
    `calls` counts how often it was called in vain, `overtaken` how often somebody behind it went first.
    `instead_of` is the participant a substitute stands in for.
    """

    id: RequestId
    participant: ParticipantId
    asked_at: int
    place: float
    kind: Kind = Kind.STATEMENT
    capacity: Capacity = Capacity.FLOOR
    state: RequestState = RequestState.WAITING
    on_behalf_of: str = ""
    note: str = ""
    settled_at: int | None = None
    category: CategoryKey | None = None
    organisations: int = 1
    rank: int = 0
    answers: RequestId | None = None
    calls: int = 0
    overtaken: int = 0
    instead_of: ParticipantId | None = None
    terms: Terms = Terms()

    @property
    def waits(self) -> bool:
        return self.state is RequestState.WAITING
