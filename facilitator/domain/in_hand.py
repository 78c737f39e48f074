"""The paragraphs in hand as the report states them: each in its section, nothing protected among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitator.domain.attribution import Level
from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import RecommendationId
from facilitator.domain.paragraphs import Paragraph, SectionKey, in_section
from facilitator.domain.points import Said, protected
from facilitator.domain.report import Point, Stated, Statement, of_recommendation
from facilitator.domain.view import View


class InHand:
    """Answers for each section with what the secretariat made of it."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        views: Sequence[View],
        rows: Sequence[Recommended],
        level: Level,
    ) -> None:
        self._paragraphs = paragraphs
        self._level = level
        self._said = [Said(view, level) for view in views]
        self._rows = {row.id: row for row in rows}
        self._protected = protected(views)
        self.notes = frozenset(note for p in paragraphs for note in p.notes)
        """The notes that a paragraph in hand was made from: nothing else repeats them."""
        self.recommendations = frozenset(p.recommendation for p in paragraphs if p.recommendation)

    @property
    def held_back(self) -> int:
        """Return how many paragraphs rest on something protected and are in no document."""
        return sum(self._holds_back(paragraph) for paragraph in self._paragraphs)

    def has(self, section: SectionKey) -> bool:
        return any(paragraph.section == section for paragraph in self._paragraphs)

    def sections(self, prefix: str) -> list[SectionKey]:
        """Return the sections in hand whose keys begin so."""
        return list(dict.fromkeys(p.section for p in self._paragraphs if p.section.startswith(prefix)))

    def stated(self, section: SectionKey, made: Mapping[str, Stated]) -> tuple[Stated, ...]:
        """Return what a section states; `made` is what the program itself can say, by its name."""
        found = (self._stated(p, made) for p in in_section(self._paragraphs, section))
        return tuple(item for item in found if item is not None)

    def _stated(self, paragraph: Paragraph, made: Mapping[str, Stated]) -> Stated | None:
        if self._holds_back(paragraph):
            return None
        texts = {language: rendering.text for language, rendering in paragraph.texts.items()}
        if paragraph.recommendation is not None:
            base = self._recommended(paragraph.recommendation)
        elif paragraph.notes:
            base = None if self._level is Level.SUPPRESSED else self._points(paragraph)
        else:
            base = made.get(paragraph.statement)
            if base is None and texts:
                base = Stated(0, Statement.WRITTEN, texts.get(paragraph.original, ""))
        if base is None:
            return None
        given = {} if paragraph.original in texts else base.texts  # they render what was written before
        return replace(base, texts={**given, **texts}, in_hand=paragraph)

    def _recommended(self, id_: RecommendationId) -> Stated | None:
        row = self._rows.get(id_)
        if row is None:
            return None
        return of_recommendation(row)

    def _points(self, paragraph: Paragraph) -> Stated | None:
        points = [point for said in self._said for point in said.of(paragraph.notes)]
        if not points and not paragraph.texts:
            return None
        voices = sum(point.voices for point in points)
        if paragraph.statement == Statement.POINTS and len(points) > 1:
            stated = Stated(0, Statement.POINTS, parts=tuple(points), kind=paragraph.kind)
        elif len(points) > 1:
            stated = Stated(0, Statement.WRITTEN, points[0].text, parts=tuple(points[1:]))
        else:
            stated = Stated(0, Statement.POINT, point=(points or [Point("")])[0], kind=paragraph.kind)
        return replace(stated, voices=voices)

    def _holds_back(self, paragraph: Paragraph) -> bool:
        return not self._protected.isdisjoint(paragraph.notes)
