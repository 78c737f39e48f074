"""Who is in the room: participants and the stakeholder categories they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

ParticipantId = NewType("ParticipantId", str)
CategoryKey = NewType("CategoryKey", str)


@dataclass(frozen=True, slots=True)
class Category:
    """A stakeholder category; shares are fractions of the speaking time planned for it.

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

    @property
    def brief(self) -> str:
        return self.short or self.label

    @property
    def singular(self) -> str:
        return self.one or self.brief

    @property
    def heading(self) -> str:
        return self.tiny or self.brief


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who may take the floor; an unknown attribute is the empty string."""

    id: ParticipantId
    name: str
    category: CategoryKey
    delegation: str = ""
    region: str = ""
    gender: str = ""
    language: str = ""
    present: bool = True
    second_name: str = ""
