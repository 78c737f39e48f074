"""Who is named beside what was said: a ladder from the full name down to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.balance import without_chair
from facilitator.domain.intervention import Intervention
from facilitator.domain.people import CategoryKey, Participant, ParticipantId

FEWEST_IN_A_CELL = 3
_SEVERAL = 3


class Level(StrEnum):
    """How much of a speaker a document shows; the later the letter's number, the less."""

    NAME = "A0"
    BODY = "A1"
    CATEGORY = "A2"
    QUANTITY = "A3"
    IMPERSONAL = "A4"
    SUPPRESSED = "A5"

    @property
    def names_anyone(self) -> bool:
        """Somebody who was there may still be recognised: not so under the Chatham House Rule."""
        return self not in (Level.IMPERSONAL, Level.SUPPRESSED)

    @property
    def tells_the_moment(self) -> bool:
        """The clock and the part stand beside what was said: below A2 they would point to the speaker."""
        return self in (Level.NAME, Level.BODY, Level.CATEGORY)


class Quantity(StrEnum):
    """How many voices said the same, in words."""

    ONE = "one"
    SOME = "some"
    SEVERAL = "several"
    MANY = "many"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Named:
    """Bodies, in the order in which they spoke; at A0 with the name of whoever spoke for them."""

    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A category and a region: who shares both cannot be told apart at A2."""

    category: CategoryKey
    region: str


@dataclass(frozen=True, slots=True)
class Grouped:
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Distinct voices, and the categories they belong to."""

    quantity: Quantity
    voices: int
    categories: int


Attribution = Named | Grouped | Counted


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who said something, with the body spoken for beyond their own, shown at `ceiling` at most."""

    participant: Participant
    on_behalf_of: str = ""
    ceiling: Level = Level.NAME

    @property
    def cell(self) -> Cell:
        return Cell(self.participant.category, self.participant.region)


@dataclass(frozen=True, slots=True)
class Audience:
    """Who spoke in a panel: what a quantity is measured against, and whether a cell is large enough."""

    speakers: int
    cells: Mapping[Cell, int]

    def hides(self, cell: Cell) -> bool:
        """Say whether at least three of a category and region spoke, so that none is recognised."""
        return self.cells.get(cell, 0) >= FEWEST_IN_A_CELL


def audience(interventions: Iterable[Intervention], people: Mapping[ParticipantId, Participant]) -> Audience:
    """Return who spoke in a panel, its chair not counted."""
    speakers = {i.participant for i in without_chair(interventions)}
    cells: dict[Cell, int] = {}
    for speaker in speakers:
        cell = Voice(people[speaker]).cell
        cells[cell] = cells.get(cell, 0) + 1
    return Audience(len(speakers), cells)


def applied(level: Level, voices: Sequence[Voice], heard: Audience) -> Level:
    """Return the level, lowered where it would say too much.

    A1 becomes A2 for somebody who speaks for no body, A2 becomes A3 where fewer than three of a category
    and region spoke. Nobody is shown beyond the own ceiling.
    """
    level = max([level, *(voice.ceiling for voice in voices)])
    if level is Level.BODY and not all(body(voice) for voice in voices):
        level = Level.CATEGORY
    if level is Level.CATEGORY and not all(heard.hides(voice.cell) for voice in voices):
        return Level.QUANTITY
    return level


def attribute(level: Level, voices: Sequence[Voice], heard: Audience) -> Attribution | None:
    """Return what the document says of these voices at a level that `applied` gave; None is nothing."""
    if not voices or not level.names_anyone:
        return None
    if level is Level.CATEGORY:
        return Grouped(tuple(dict.fromkeys(voice.cell for voice in voices)))
    if level is Level.QUANTITY:
        speakers = {voice.participant.id for voice in voices}
        categories = {voice.participant.category for voice in voices}
        return Counted(quantity(len(speakers), heard.speakers), len(speakers), len(categories))
    name = full_name if level is Level.NAME else body
    return Named(tuple(dict.fromkeys(filter(None, (name(voice) for voice in voices)))))


def body(voice: Voice) -> str:
    """Return the body a voice spoke for; empty for somebody who speaks for none."""
    return voice.on_behalf_of or voice.participant.delegation


def full_name(voice: Voice) -> str:
    """Return the name, and the body in brackets where it says something else."""
    spoken_for = body(voice)
    name = voice.participant.name
    return f"{name} ({spoken_for})" if spoken_for and spoken_for != name else name


def quantity(voices: int, of: int) -> Quantity:
    """Return the strongest word that is true: most is over half of those who spoke, many a quarter."""
    if voices < _SEVERAL:
        return Quantity.ONE if voices <= 1 else Quantity.SOME
    if 2 * voices > of:
        return Quantity.MOST
    return Quantity.MANY if 4 * voices >= of else Quantity.SEVERAL
