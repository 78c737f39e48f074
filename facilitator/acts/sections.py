"""A section of the report in hand: taken over as the workshop gives it, and its paragraphs kept in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.acts.registry import Work
from facilitator.acts.report import drafted, views_of
from facilitator.domain.attribution import Level
from facilitator.domain.notes import NoteId, RecommendationId
from facilitator.domain.paragraphs import (
    Paragraph,
    ParagraphId,
    SectionKey,
    in_section,
    place_before,
)
from facilitator.domain.refusals import UnknownReference
from facilitator.domain.renderings import Rendering
from facilitator.domain.report import Stated, Statement
from facilitator.store.paragraph_rows import from_paragraph, from_renderings


def in_hand(work: Work, section: SectionKey) -> list[Paragraph]:
    return in_section(work.reading.paragraphs(), section)


def rests_on(paragraph: Paragraph, notes: Sequence[NoteId], recommendation: RecommendationId | None) -> bool:
    if recommendation is not None:
        return paragraph.recommendation == recommendation
    return bool(notes) and set(notes) <= set(paragraph.notes)


def take_over(work: Work, section: SectionKey) -> list[Paragraph]:
    """What the report says in the section by itself is in hand, each paragraph with its sources."""
    report = drafted(work.reading, views_of(work.reading), Level.QUANTITY, work.now)
    found = next((each for each in report.sections if each.key == section), None)
    language = work.reading.workshop().language
    taken = [
        _made_of(work, section, item, place, language)
        for place, item in enumerate(() if found is None else found.stated, 1)
    ]
    for paragraph in taken:
        insert(work, paragraph)
    return taken


def _texts(work: Work, item: Stated) -> dict[str, Rendering]:
    """Return what was written, and its translations: those that are not older are of that original."""
    older = {item.original, *item.older}
    return {
        code: Rendering(text, work.event, "" if code in older else work.event)
        for code, text in item.texts.items()
    }


def _made_of(work: Work, section: SectionKey, item: Stated, place: int, language: str) -> Paragraph:
    points = [*item.parts, *([item.point] if item.point else [])]
    written = item.statement is Statement.WRITTEN
    return Paragraph(
        ParagraphId(work.new_id()),
        section,
        float(place),
        original=item.original or language,
        texts=_texts(work, item) if written else {},
        statement="" if written else item.statement.value,
        kind=item.kind,
        notes=tuple(dict.fromkeys(note for point in points for note in point.notes)),
        recommendation=item.recommendation.id if item.recommendation else None,
    )


def place_among(work: Work, order: Sequence[Paragraph], before: ParagraphId | None) -> float:
    """Return a place among the paragraphs; all are counted anew where none is left between two."""
    if before is not None and before not in [paragraph.id for paragraph in order]:
        raise UnknownReference(kind="paragraph", id=before)
    place = place_before(order, before)
    if place is not None:
        return place
    fresh = [replace(paragraph, place=float(number)) for number, paragraph in enumerate(order, 1)]
    for was, now in zip(order, fresh, strict=True):
        update(work, was, now)
    return place_before(fresh, before) or 0.0


def insert(work: Work, paragraph: Paragraph) -> None:
    work.insert("paragraph", from_paragraph(paragraph))
    work.keep_rows("rendering", {}, from_renderings(paragraph))


def update(work: Work, before: Paragraph, after: Paragraph) -> None:
    work.update("paragraph", before.id, from_paragraph(before), from_paragraph(after))
    work.keep_rows("rendering", from_renderings(before), from_renderings(after))


def remove(work: Work, paragraph: Paragraph) -> None:
    work.keep_rows("rendering", from_renderings(paragraph), {})
    work.delete("paragraph", from_paragraph(paragraph))
