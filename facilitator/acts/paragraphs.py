"""The report in hand: its paragraphs are taken over, written, moved, translated and found good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.acts.note_links import short
from facilitator.acts.registry import Work, act
from facilitator.acts.report_texts import language_meant
from facilitator.acts.sections import in_hand, insert, place_among, remove, rests_on, take_over, update
from facilitator.domain.notes import NoteId, NoteKind, RecommendationId
from facilitator.domain.paragraphs import (
    Paragraph,
    ParagraphId,
    Progress,
    SectionKey,
    is_section,
)
from facilitator.domain.recommendation import stays_with_the_team
from facilitator.domain.refusals import (
    NotUnderstood,
    ParagraphFinal,
    SectionInHand,
    SourceInSection,
    SourceProtected,
    StaleText,
    UnknownReference,
)
from facilitator.domain.renderings import Rendering
from facilitator.domain.report import Statement


@act("secretariat", UnknownReference, SectionInHand)
def draft_section(work: Work, section: SectionKey) -> None:
    """What the workshop gives for the section is in hand now, paragraph by paragraph, to be worked on."""
    _must_be_section(work, section)
    if in_hand(work, section):
        raise SectionInHand
    take_over(work, section)
    work.subject = section


@act("secretariat", UnknownReference, ParagraphFinal)
def release_section(work: Work, section: SectionKey) -> None:
    """No paragraph of the section is in hand any more: it says again what the workshop gives for it."""
    _must_be_section(work, section)
    for paragraph in in_hand(work, section):
        _must_be_open(paragraph)
        remove(work, paragraph)
    work.subject = section


@act("secretariat", UnknownReference, NotUnderstood, SourceProtected, SourceInSection)
def add_paragraph(
    work: Work,
    section: SectionKey,
    text: str = "",
    language: str | None = None,
    notes: tuple[NoteId, ...] = (),
    recommendation: RecommendationId | None = None,
    before: ParagraphId | None = None,
) -> str:
    """The section has one more paragraph, of a text, of notes or of a recommendation, where it is wanted.

    The section is taken in hand with all it says. What has a source reads as the source does until a text
    is written.
    """
    _must_be_section(work, section)
    if not text.strip() and not notes and recommendation is None:
        raise NotUnderstood(field="text")
    _must_be_public(work, notes, recommendation)
    order = in_hand(work, section) or take_over(work, section)
    if any(rests_on(each, notes, recommendation) for each in order):
        raise SourceInSection
    code = language_meant(work, language)
    texts = {code: Rendering(text, work.event)} if text.strip() else {}
    made = Paragraph(
        ParagraphId(work.new_id()),
        section,
        place_among(work, order, before),
        original=code,
        texts=texts,
        statement=_statement(work, notes, recommendation),
        kind=_kind(work, notes),
        notes=notes,
        recommendation=recommendation,
    )
    insert(work, made)
    work.subject = short(text)
    return made.id


@act("secretariat", UnknownReference, NotUnderstood, ParagraphFinal, StaleText)
def revise_paragraph(
    work: Work, paragraph: ParagraphId, text: str, language: str | None = None, base: str | None = None
) -> str:
    """The paragraph reads so in the language, and is a draft again.

    Without a text it reads there as its sources do. `base` is the revision that was seen, as the question
    `report` tells it.
    """
    before = find_paragraph(work, paragraph)
    _must_be_open(before)
    code = language_meant(work, language)
    there = before.texts.get(code)
    if base is not None and base != (there.revision if there else ""):
        raise StaleText(text=there.text if there else "")
    texts = {each: rendering for each, rendering in before.texts.items() if each != code}
    original = before.original
    if text.strip():
        seen = texts.get(original)
        texts[code] = Rendering(text, work.event, "" if seen is None else seen.revision)
    if not before.has_source:
        if not texts:
            raise NotUnderstood(field="text")
        original = original if original in texts else next(iter(texts))
    update(work, before, replace(before, texts=texts, original=original, progress=Progress.DRAFT))
    work.subject = short(text)
    return paragraph


@act("secretariat", UnknownReference, ParagraphFinal)
def move_paragraph(
    work: Work,
    paragraph: ParagraphId,
    section: SectionKey | None = None,
    before: ParagraphId | None = None,
) -> str:
    """The paragraph stands before another one, or at the end of its section or of another."""
    moved = find_paragraph(work, paragraph)
    _must_be_open(moved)
    where = moved.section if section is None else section
    _must_be_section(work, where)
    order = in_hand(work, where) or take_over(work, where)
    others = [each for each in order if each.id != paragraph]
    update(work, moved, replace(moved, section=where, place=place_among(work, others, before)))
    work.subject = where
    return paragraph


@act("secretariat", UnknownReference, ParagraphFinal)
def remove_paragraph(work: Work, paragraph: ParagraphId) -> None:
    """The report has the paragraph no more; an undo brings it back with all its texts."""
    gone = find_paragraph(work, paragraph)
    _must_be_open(gone)
    remove(work, gone)
    work.subject = short(next((r.text for r in gone.texts.values()), ""))


@act("secretariat", UnknownReference)
def mark_paragraph(work: Work, paragraph: ParagraphId, progress: Progress) -> str:
    """The paragraph is a draft, reviewed or final; a final one is not touched until it is a draft again."""
    before = find_paragraph(work, paragraph)
    update(work, before, replace(before, progress=progress))
    work.subject = progress.value
    return paragraph


@act("secretariat", UnknownReference, NotUnderstood, ParagraphFinal, SourceProtected)
def source_paragraph(work: Work, paragraph: ParagraphId, notes: tuple[NoteId, ...]) -> str:
    """The paragraph rests on these notes: their voices are those that its quantities are held against.

    What reads only as its notes do keeps one of them.
    """
    before = find_paragraph(work, paragraph)
    _must_be_open(before)
    _must_be_public(work, notes, None)
    notes, statement = tuple(dict.fromkeys(notes)), before.statement
    if statement in _OF_NOTES:
        statement = _statement(work, notes, None)
    if not (notes or statement or before.texts or before.recommendation):
        raise NotUnderstood(field="notes")
    update(work, before, replace(before, notes=notes, kind=_kind(work, notes), statement=statement))
    work.subject = str(len(notes))
    return paragraph


def find_paragraph(work: Work, id_: ParagraphId) -> Paragraph:
    for paragraph in work.reading.paragraphs():
        if paragraph.id == id_:
            return paragraph
    raise UnknownReference(kind="paragraph", id=id_)


def _must_be_section(work: Work, section: str) -> None:
    panels = ((panel.id, [question.id for question in panel.questions]) for panel in work.reading.panels())
    if not is_section(section, panels):
        raise UnknownReference(kind="section", id=section)


def _must_be_open(paragraph: Paragraph) -> None:
    if paragraph.progress is Progress.FINAL:
        raise ParagraphFinal


def _must_be_public(work: Work, notes: Sequence[NoteId], recommendation: RecommendationId | None) -> None:
    for note in notes:
        if not work.reading.note(note).kind.leaves_the_team:
            raise SourceProtected
    if recommendation is None:
        return
    for panel in work.reading.panels():
        for found in work.reading.recommendations(panel.id):
            if found.id == recommendation:
                if stays_with_the_team(found, work.reading.notes(panel.id)):
                    raise SourceProtected
                return
    raise UnknownReference(kind="recommendation", id=recommendation)


def _kind(work: Work, notes: Sequence[NoteId]) -> NoteKind | None:
    return work.reading.note(notes[0]).kind if notes else None


_OF_NOTES = (Statement.POINT.value, Statement.POINTS.value)


def _statement(work: Work, notes: Sequence[NoteId], recommendation: RecommendationId | None) -> str:
    """Notes of one kind are listed below a sentence that says what they are."""
    if recommendation is not None:
        return Statement.RECOMMENDATION.value
    if not notes:
        return ""
    alike = len(notes) > 1 and len({work.reading.note(note).kind for note in notes}) == 1
    return Statement.POINTS.value if alike else Statement.POINT.value
