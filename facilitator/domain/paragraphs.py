"""The paragraphs of the report that the secretariat has in hand: where each stands, and how it reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from facilitator.domain.notes import NoteId, NoteKind, RecommendationId
from facilitator.domain.programme import PanelId, QuestionId
from facilitator.domain.renderings import Rendering, is_behind

ParagraphId = NewType("ParagraphId", str)
SectionKey = NewType("SectionKey", str)

SUMMARY, INTRODUCTION = SectionKey("summary"), SectionKey("introduction")
ORGANIZATION, CONCLUSIONS = SectionKey("organization"), SectionKey("conclusions")
_PANEL, _ADDRESSEE = "panel", "recommendations"
_OTHER = "other"


class Progress(StrEnum):
    """How far a paragraph has come; a final one is not touched any more."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """It reads as its texts say, and in the words of its sources where it has none.

    `original` is the language in which it was first written. `statement` names what the program itself
    can say of the workshop in every language.
    """

    id: ParagraphId
    section: SectionKey
    place: float
    progress: Progress = Progress.DRAFT
    original: str = ""
    texts: Mapping[str, Rendering] = field(default_factory=dict)
    statement: str = ""
    kind: NoteKind | None = None
    notes: tuple[NoteId, ...] = ()
    recommendation: RecommendationId | None = None

    @property
    def has_source(self) -> bool:
        """Say whether it reads as something else does where it has no text of its own."""
        return bool(self.notes or self.recommendation or self.statement)

    def behind(self, language: str) -> bool:
        """Say whether the original has been changed since it was translated into the language."""
        return is_behind(self.texts, self.original, language)


def section_of_panel(panel: PanelId, question: QuestionId | None = None) -> SectionKey:
    """Return the opening of a panel's chapter or, with a question, what was said under it."""
    return SectionKey("/".join(filter(None, (_PANEL, panel, question))))


def section_of_other_points(panel: PanelId) -> SectionKey:
    return SectionKey(f"{_PANEL}/{panel}/{_OTHER}")


def section_of_addressee(name: str) -> SectionKey:
    return SectionKey(f"{_ADDRESSEE}/{name}")


def addressee_of(section: SectionKey) -> str | None:
    """Return to whom the recommendations of a section go; None for any other section."""
    kind, _, name = section.partition("/")
    return name if kind == _ADDRESSEE else None


def is_section(section: str, panels: Iterable[tuple[PanelId, Sequence[QuestionId]]]) -> bool:
    """Say whether the report of these panels can have such a section."""
    known = {SUMMARY, INTRODUCTION, ORGANIZATION, CONCLUSIONS}
    for panel, questions in panels:
        known |= {section_of_panel(panel), section_of_other_points(panel)}
        known |= {section_of_panel(panel, question) for question in questions}
    return section in known or addressee_of(SectionKey(section)) is not None


def in_section(paragraphs: Iterable[Paragraph], section: SectionKey) -> list[Paragraph]:
    """Return the paragraphs of a section in their order."""
    return sorted((p for p in paragraphs if p.section == section), key=lambda p: (p.place, p.id))


def place_before(order: Sequence[Paragraph], before: ParagraphId | None) -> float | None:
    """Return a place in a section before a paragraph, or at its end; None where no room is left between."""
    ids = [paragraph.id for paragraph in order]
    if before is None or before not in ids:
        return (order[-1].place if order else 0.0) + 1.0
    at = ids.index(before)
    after = order[at].place
    lower = order[at - 1].place if at else after - 2.0
    middle = (lower + after) / 2
    return middle if lower < middle < after else None
