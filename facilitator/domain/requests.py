"""Asking for the floor: the kinds of request and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from facilitator.domain.people import ParticipantId

RequestId = NewType("RequestId", str)


class Kind(StrEnum):
    STATEMENT = "statement"
    REPLY = "reply"
    RIGHT_OF_REPLY = "right_of_reply"
    POINT_OF_ORDER = "point_of_order"
    INTERPOSED_QUESTION = "interposed_question"


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


@dataclass(frozen=True, slots=True)
class Request:
    """An entry in the queue; `place` orders those who wait, `settled_at` is when it stopped waiting."""

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

    @property
    def waits(self) -> bool:
        return self.state is RequestState.WAITING
