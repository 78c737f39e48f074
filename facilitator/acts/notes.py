"""The rapporteur's notes."""

from __future__ import annotations

from dataclasses import replace

from facilitator.acts.note_codes import must_be_code
from facilitator.acts.note_links import (
    intervention_for,
    linked,
    must_be_languages,
    note_as_seen,
    put_revision,
    question_for,
    short,
)
from facilitator.acts.panels import panel_at_hand
from facilitator.acts.people import must_be_short
from facilitator.acts.recommendations import marked, put_recommendation, update
from facilitator.acts.registry import UNSAID, Instant, Unsaid, Work, act
from facilitator.domain.intervention import InterventionId
from facilitator.domain.notes import (
    About,
    Coding,
    Note,
    NoteId,
    NoteKind,
    RevisionId,
    strictest,
)
from facilitator.domain.programme import PanelId, QuestionId
from facilitator.domain.refusals import NoPanelOpen, NotUnderstood, StaleText, TextTooLong, UnknownReference
from facilitator.domain.spans import followed
from facilitator.store.note_rows import from_coding, from_note


@act("notes", NoPanelOpen, NotUnderstood, UnknownReference, TextTooLong)
def write_note(
    work: Work,
    text: str,
    kind: NoteKind = NoteKind.POINT,
    intervention: InterventionId | Unsaid | None = UNSAID,
    question: QuestionId | int | None = None,
    begun: Instant | None = None,
    panel: PanelId | int | None = None,
    about: About | None = None,
    languages: tuple[str, ...] = (),
    heard: str = "",
    interpreted: bool = False,
    codes: tuple[str, ...] = (),
    charge: str = "",
) -> str:
    """The note is linked to panel, speaker, category and clock; a proposed recommendation opens one.

    `begun` is the instant at which the writer began to type, `question` an id or a number in the panel.
    `about` says that it is for the panel as a whole or for nobody; `heard` and `interpreted` tell of a
    quotation what came from the floor; `codes` are tags such as `groups:AFR`; `charge` says who follows
    it up, `moderator` that it is a sign for the moderator.
    """
    if not text.strip():
        raise NotUnderstood(field="text")
    where = panel_at_hand(work, panel)
    asked = replace(
        _begun(work, where.id, kind, text, begun),
        question=question_for(where, question),
        languages=languages,
        heard=heard,
        interpreted=interpreted,
        nobody=about is About.NOBODY,
        charge=charge.strip(),
    )
    apart = about in (About.PANEL, About.NOBODY)
    note = linked(asked, None if apart else intervention_for(work, where, intervention))
    _put(work, note, codes)
    return note.id


@act("notes", UnknownReference, StaleText, NotUnderstood)
def revise_note(
    work: Work,
    note: NoteId,
    text: str,
    base: RevisionId,
    kind: NoteKind | None = None,
    question: QuestionId | int | Unsaid | None = UNSAID,
) -> str:
    """The note reads otherwise and its earlier text is kept; `base` is the event that wrote what was seen.

    What is coded in it stays on its words. Nothing happens where nothing is other than before.
    """
    if not text.strip():
        raise NotUnderstood(field="text")
    seen = note_as_seen(work, note, base)
    changed = replace(seen, text=text, kind=seen.kind if kind is None else kind)
    if not isinstance(question, Unsaid):
        changed = replace(changed, question=question_for(work.reading.panel(seen.panel), question))
    work.subject = short(text)
    if changed != seen:
        revised(work, seen, changed)
    return note


@act("notes", UnknownReference, StaleText)
def restore_note(work: Work, note: NoteId, revision: RevisionId, base: RevisionId) -> str:
    """The note reads as it did in an earlier revision; what it said until now is kept like all the others.

    Its kind is that of then, unless it never leaves the team by now: that is lifted only by itself.
    """
    seen = note_as_seen(work, note, base)
    for row in work.reading.revisions(note):
        if row["id"] == revision:
            work.subject = short(row["text"])
            kind = strictest(NoteKind(row["kind"]), seen.kind)
            revised(work, seen, replace(seen, text=row["text"], kind=kind))
            return note
    raise UnknownReference(kind="revision", id=revision)


def _begun(work: Work, panel: PanelId, kind: NoteKind, text: str, begun: Instant | None) -> Note:
    """Return a note of the instant at which its writer began to type, which is not ahead of now."""
    at = work.now if begun is None else min(begun, work.now)
    return Note(NoteId(work.new_id()), panel, kind, text, at, RevisionId(work.event))


def _put(work: Work, note: Note, codes: tuple[str, ...]) -> None:
    """A new note is in the file with its first revision, its tags and what it proposes."""
    must_be_languages("languages", *note.languages)
    must_be_languages("heard", note.heard)
    must_be_short("charge", note.charge)
    for code in codes:
        must_be_code(code)
    work.insert("note", from_note(note))
    put_revision(work, note, None)
    rows = [from_coding(Coding(work.new_id(), note.id, code)) for code in dict.fromkeys(codes)]
    work.insert_all("coding", rows)
    open_recommendation(work, note)
    work.subject = short(note.text)


def revised(work: Work, seen: Note, changed: Note) -> None:
    """The note is another one from now on, and its codes stand where their words are."""
    after = replace(changed, revision=RevisionId(work.event), revisions=seen.revisions + 1)
    work.update("note", seen.id, from_note(seen), from_note(after))
    put_revision(work, after, seen.revision)
    for coding in work.reading.noted.codings().get(seen.id, ()):
        moved = followed(coding, seen.text, after.text)
        work.update("coding", coding.id, from_coding(coding), from_coding(moved))
    if (seen.kind, after.kind) == (NoteKind.MEMO, NoteKind.PROTECTION):
        _mark_what_rests_on(work, seen)


def _mark_what_rests_on(work: Work, memo: Note) -> None:
    """What was made of a memo may have travelled, without the link to it, and stays from now on."""
    for recommendation in work.reading.recommendations(memo.panel):
        if memo.id in recommendation.notes:
            update(work, recommendation, marked(recommendation))


def open_recommendation(work: Work, note: Note) -> None:
    """A proposed recommendation is one from now on."""
    if note.kind is NoteKind.RECOMMENDATION:
        put_recommendation(work, note.panel, note.text, (note.id,))
