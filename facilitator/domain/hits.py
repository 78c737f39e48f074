"""What is looked for by words, and what is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.domain.people import CategoryKey, ParticipantId
from facilitator.domain.programme import PanelId

ALL = 1_000_000
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Found:
    """Something in which the words stand: the table it is in, and what is said there."""

    of: str
    id: str
    text: str
    panel: str | None
    kind: str
    restricted: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; `kind` is a key of a kind of note, or names a thing: note, participant, panel.

    `restricted` is for those who may read protection concerns and private memos.
    """

    words: str
    panel: PanelId | int | None = None
    kind: str = ""
    speaker: ParticipantId | None = None
    category: CategoryKey | None = None
    restricted: bool = False
    unfinished: bool = False
    most: int = SHOWN


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, and how closely it says what was typed."""

    found: Found
    score: float


@dataclass(frozen=True, slots=True)
class Hits:
    """The likeliest of what was found, and how much there is in all.

    While somebody types it is counted up to a thousand, of words in a row up to a hundred; `more` says that
    there may be more.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False
    panels: Mapping[str, int] = field(default_factory=dict)
