"""The report to the Council as one structure: headings and numbered paragraphs, equal in every language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from facilitator.domain.attribution import Attribution, Level
from facilitator.domain.folding import folded
from facilitator.domain.hearing import Figures
from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import NoteId, NoteKind
from facilitator.domain.paragraphs import Paragraph, SectionKey
from facilitator.domain.people import Category, Participant
from facilitator.domain.programme import Panel, PanelState, Question, Workshop
from facilitator.domain.renderings import InLanguages

BUDGET = 8_500
"""The words a report of the Secretariat may have, notes and headings among them."""


class Title(StrEnum):
    """The headings that every report has."""

    SUMMARY = "summary"
    INTRODUCTION = "introduction"
    ORGANIZATION = "organization"
    OUTCOME = "outcome"
    CONCLUSIONS = "conclusions"
    RECOMMENDATIONS = "recommendations"
    OTHER_POINTS = "other_points"


class Statement(StrEnum):
    """What a paragraph states; its words are made of `facts` in each language."""

    WRITTEN = "written"
    ACCOUNT = "account"
    AIM = "aim"
    MANDATE = "mandate"
    EARLIER = "earlier"
    OBJECTIVES = "objectives"
    PANELS = "panels"
    PARTICIPANTS = "participants"
    CONSULTATIONS = "consultations"
    ATTRIBUTION = "attribution"
    PANEL = "panel"
    POINT = "point"
    POINTS = "points"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of the report's own, of a panel, a question or an addressee."""

    level: int
    numeral: int
    title: Title | Panel | Question | str


@dataclass(frozen=True, slots=True)
class Point:
    """What was noted, with whoever may be named for it, and how many voices said it."""

    text: str
    attribution: Attribution | None = None
    voices: int = 0
    notes: tuple[NoteId, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A panel as it was held, or is planned; the categories are those that took the floor."""

    panel: Panel
    state: PanelState
    begins: int
    ends: int
    figures: Figures
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A numbered paragraph: `names` stand in its sentence, `sources` in its footnote, `parts` below it.

    In a language of the `texts` it reads as they say. `in_hand` is what the secretariat made of it, if it
    did; what stands in the Summary has the number 0. `voices` are those that its own text rests on. A line of
    a field has its `original` language; in the languages `older` the field has been changed since.
    """

    number: int
    statement: Statement
    text: str = ""
    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    parts: tuple[Point, ...] = ()
    point: Point | None = None
    kind: NoteKind | None = None
    held: Held | None = None
    recommendation: Recommended | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    in_hand: Paragraph | None = None
    voices: int | None = None
    original: str = ""
    older: Collection[str] = ()

    @property
    def own_text(self) -> str:
        """Return how it reads in the language it was first written in; empty if nobody wrote it."""
        return self.texts.get(self.in_hand.original, "") if self.in_hand is not None else ""

    def behind(self, language: str) -> bool:
        """Say whether its text in the language was made of an original that has been changed since."""
        if self.in_hand is not None and language in self.in_hand.texts:
            return self.in_hand.behind(language)
        row, there = self.recommendation, language in self.texts
        return there and (language in self.older or (row is not None and row.behind(language)))


def of_recommendation(row: Recommended) -> Stated:
    """Return the paragraph that a recommendation of the ledger is, in each language that it was put into."""
    return Stated(
        0, Statement.RECOMMENDATION, row.text, recommendation=row, voices=row.voices, texts=row.texts
    )


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report that paragraphs can be put into, whether it has any by now or not."""

    key: SectionKey
    title: Title | Panel | Question | str
    level: int
    stated: tuple[Stated, ...] = ()

    @property
    def in_hand(self) -> bool:
        """Say whether the secretariat took it over: then it says what its paragraphs say, and no more."""
        return any(item.in_hand is not None for item in self.stated)


@dataclass(frozen=True, slots=True)
class Background:
    """What the workshop knows besides its panels: texts and symbols, in their order."""

    objectives: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    consultations: tuple[str, ...] = ()
    resolutions: tuple[str, ...] = ()
    earlier: tuple[tuple[str, str], ...] = ()
    """The year and the report's symbol of each earlier workshop."""
    meaning: Callable[[str], str] = folded
    """What two have in common that are one addressee in other words."""


@dataclass(frozen=True, slots=True)
class Report:
    """`written` are the fields that the secretariat fills in; an empty one is not there."""

    workshop: Workshop
    level: Level
    written: Mapping[str, InLanguages]
    begins: int
    ends: int
    items: tuple[Head | Stated, ...]
    panels: tuple[Panel, ...]
    categories: tuple[Category, ...]
    people: tuple[Participant, ...]
    documents: tuple[str, ...]
    held_back: int
    sections: tuple[Section, ...] = ()
    """Every part there can be, in the order of the report; the Summary is the first."""
    left_out: tuple[Recommended, ...] = ()
    """Recommendations of the ledger that no paragraph of the report has."""
    titles: Mapping[str, InLanguages] = field(default_factory=dict)
    """What documents are called, by their symbols."""
    unagreed: frozenset[NoteId] = frozenset()
    """Quotations that nobody agreed to have published."""

    def field_in(self, name: str, language: str) -> str:
        """Return a field as it reads in a language, or in its own where nobody put it into that one."""
        return self.written.get(name, InLanguages()).text_in(language)

    @property
    def summary(self) -> tuple[Stated, ...]:
        return self.sections[0].stated if self.sections else ()

    @property
    def stated(self) -> tuple[Stated, ...]:
        """Return every paragraph, those of the Summary first."""
        return (*self.summary, *(item for item in self.items if isinstance(item, Stated)))


FIELDS = (
    "symbol",
    "date",
    "original",
    "session",
    "session_dates",
    "items",
    "agenda",
    "author",
    "job_number",
    "note",
    "summary",
    "introduction",
    "organization",
    "conclusions",
)
"""The fields of the masthead, then the texts: each line of a text is a paragraph."""
TEXTS = frozenset({"summary", "introduction", "organization", "conclusions"})
IN_WORDS = TEXTS | {"session", "session_dates", "agenda", "author", "note"}
"""The fields that read otherwise in each language; symbols and numbers are the same in all."""


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
