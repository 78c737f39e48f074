"""What is said of a note besides its text: whose words it holds, in what language, and who follows it up."""

from __future__ import annotations

from dataclasses import replace

from facilitator.acts.note_links import (
    intervention_for,
    linked,
    must_be_day,
    must_be_languages,
    note_there,
    put_revision,
    question_for,
    short,
)
from facilitator.acts.panels import find_panel, panel_that_sits
from facilitator.acts.people import must_be_short
from facilitator.acts.registry import UNSAID, Unsaid, Work, act
from facilitator.domain.intervention import InterventionId
from facilitator.domain.notes import MODERATOR, About, Note, NoteId, NoteKind, RevisionId
from facilitator.domain.programme import PanelId, QuestionId
from facilitator.domain.refusals import (
    NoPanelOpen,
    NotAQuotation,
    NotUnderstood,
    TextTooLong,
    UnknownReference,
)
from facilitator.store.note_rows import from_note
from facilitator.store.reading import Reading


@act("notes", UnknownReference, NotUnderstood)
def move_note(
    work: Work,
    note: NoteId,
    intervention: InterventionId | Unsaid | None = UNSAID,
    question: QuestionId | int | Unsaid | None = UNSAID,
    about: About | None = None,
    panel: PanelId | int | None = None,
) -> str:
    """The note belongs to another intervention, question or panel, to its panel as a whole, or to nobody.

    What is not named stays as it is; a note that goes to another panel leaves its intervention and question.
    """
    before = note_there(work, note)
    where = work.reading.panel(before.panel) if panel is None else find_panel(work.reading, panel)
    moved = before
    if where.id != before.panel:
        moved = linked(replace(before, panel=where.id, question=None), None)
    if not isinstance(intervention, Unsaid):
        moved = linked(replace(moved, nobody=False), intervention_for(work, where, intervention))
    if not isinstance(question, Unsaid):
        moved = replace(moved, question=question_for(where, question))
    _keep(work, before, _about(moved, about))
    return note


@act("notes", UnknownReference, NotUnderstood, NotAQuotation)
def describe_note(
    work: Work,
    note: NoteId,
    languages: tuple[str, ...] | None = None,
    heard: str | None = None,
    interpreted: bool | None = None,
) -> str:
    """Say in which language each paragraph is written, and for a quotation what was heard and how.

    `heard` is the language that came from the floor; `interpreted` that it came through interpretation.
    """
    before = note_there(work, note)
    if (heard or interpreted) and before.kind is not NoteKind.QUOTATION:
        raise NotAQuotation
    after = replace(
        before,
        languages=before.languages if languages is None else languages,
        heard=before.heard if heard is None else heard,
        interpreted=before.interpreted if interpreted is None else interpreted,
    )
    must_be_languages("languages", *after.languages)
    must_be_languages("heard", after.heard)
    _keep(work, before, after)
    return note


@act("notes", UnknownReference, NotUnderstood, TextTooLong)
def charge_note(
    work: Work,
    note: NoteId,
    charge: str | None = None,
    due: str | None = None,
    settled: bool | None = None,
) -> str:
    """Somebody follows the note up until a day; `settled` says that it is done, or not after all."""
    before = note_there(work, note)
    after = replace(
        before,
        charge=before.charge if charge is None else charge.strip(),
        due=before.due if due is None else due,
    )
    must_be_day("due", after.due)
    must_be_short("charge", after.charge)
    if settled is not None:
        done = before.settled_at or work.now
        after = replace(after, settled_at=done if settled else None)
    _keep(work, before, after)
    return note


@act("notes", NoPanelOpen, NotUnderstood, TextTooLong)
def tell_moderator(work: Work, text: str) -> str:
    """The moderator sees that the rapporteur has something to say, and what; nothing is interrupted."""
    if not text.strip():
        raise NotUnderstood(field="text")
    must_be_short("text", text)
    sits = panel_that_sits(work.reading)
    if sits is None:
        raise NoPanelOpen
    kind, revision = NoteKind.FOLLOW_UP, RevisionId(work.event)
    note = Note(NoteId(work.new_id()), sits, kind, text, work.now, revision, charge=MODERATOR)
    work.insert("note", from_note(note))
    put_revision(work, note, None)
    work.subject = short(text)
    return note.id


@act("notes", UnknownReference)
def remove_note(work: Work, note: NoteId) -> str:
    """The note is not shown any more; its texts are kept, and an undo or `bring_back_note` shows it again."""
    before = note_there(work, note)
    _keep(work, before, replace(before, removed_at=work.now))
    return note


@act("notes", UnknownReference)
def bring_back_note(work: Work, note: NoteId) -> str:
    """A note that was removed is there again."""
    before = work.reading.note(note)
    _keep(work, before, replace(before, removed_at=None))
    return note


def followed_up(reading: Reading) -> tuple[Note, ...]:
    """Return the notes of all panels that somebody follows up, what is open and due first."""
    every = (note for panel in reading.panels() for note in reading.notes(panel.id))
    found = [note for note in every if note.followed_up]
    return tuple(sorted(found, key=lambda note: (note.settled_at is not None, note.due or "9", note.at)))


def _about(note: Note, about: About | None) -> Note:
    if about is None:
        return note
    if about is About.SPEAKER:
        if note.intervention is None:
            raise NotUnderstood(field="about")
        return replace(note, nobody=False)
    return replace(linked(note, None), nobody=about is About.NOBODY)


def _keep(work: Work, before: Note, after: Note) -> None:
    work.update("note", before.id, from_note(before), from_note(after))
    work.subject = short(before.text)
