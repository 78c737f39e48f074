"""Who is in the room: participants and the stakeholder categories they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

ParticipantId = NewType("ParticipantId", str)
CategoryKey = NewType("CategoryKey", str)


class Attendance(StrEnum):
    """Whether somebody is at a panel: in the room, from afar, or not."""

    PRESENT = "present"
    REMOTE = "remote"
    ABSENT = "absent"

    @property
    def there(self) -> bool:
        """May be given the floor, wherever from."""
        return self is not Attendance.ABSENT


@dataclass(frozen=True, slots=True)
class Category:
    """A stakeholder category; shares are fractions of the speaking time planned for it.

    `warning_ms` and `danger_ms` are the times left at which its speakers are warned, if not the usual ones;
    `one` names a single member ("State"), `tiny` heads a narrow column.
    """

    key: CategoryKey
    label: str
    position: int = 0
    short: str = ""
    allotment_ms: int | None = None
    target_share: float | None = None
    one: str = ""
    tiny: str = ""
    warning_ms: int | None = None
    danger_ms: int | None = None

    @property
    def brief(self) -> str:
        return self.short or self.label

    @property
    def singular(self) -> str:
        return self.one or self.brief

    @property
    def heading(self) -> str:
        return self.tiny or self.brief


HIGHEST_NUMBER = 99_999
"""No badge could bear a longer short number."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who may take the floor; an unknown attribute is the empty string, an unknown name too.

    `number` is the short number on the badge or name plate, `origin` the list that told of them first,
    `pronounced` says how to speak the name. Whoever is not `registered` is invited and has not answered yet.
    """

    id: ParticipantId
    name: str
    category: CategoryKey
    delegation: str = ""
    region: str = ""
    gender: str = ""
    language: str = ""
    present: bool = True
    second_name: str = ""
    number: int | None = None
    origin: str = ""
    pronounced: str = ""
    registered: bool = True

    @property
    def unnamed(self) -> bool:
        """A place was kept for somebody who will be named later."""
        return not self.name
