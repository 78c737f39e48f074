"""One note becomes two, several become one: no text, no code and no source is lost on the way."""

from __future__ import annotations

from dataclasses import replace

from facilitator.acts.note_links import note_as_seen, note_there, put_revision, short
from facilitator.acts.notes import open_recommendation
from facilitator.acts.recommendations import marked, update
from facilitator.acts.registry import Work, act
from facilitator.acts.sections import update as update_paragraph
from facilitator.domain.notes import (
    Bond,
    Note,
    NoteId,
    NoteKind,
    Relation,
    RevisionId,
    speaker_of,
    strictest,
)
from facilitator.domain.refusals import (
    NoteHasOneHalf,
    NotesApart,
    NotUnderstood,
    StaleText,
    UnknownReference,
)
from facilitator.domain.spans import shifted, split_coding
from facilitator.store.note_rows import from_coding, from_note, from_relation

_LEAST = 2


@act("notes", UnknownReference, NoteHasOneHalf, StaleText)
def split_note(work: Work, note: NoteId, place: int, base: RevisionId) -> str:
    """What stands behind a place becomes a note of its own, with the same links; places count code points.

    Codes of the whole note are those of both, a span across the place becomes two; no half is shown more.
    """
    seen = note_as_seen(work, note, base)
    first, rest = seen.text[: max(0, place)].rstrip(), seen.text[max(0, place) :].lstrip()
    if not first.strip() or not rest:
        raise NoteHasOneHalf
    kept = replace(seen, text=first, revision=RevisionId(work.event), revisions=seen.revisions + 1)
    new_id = NoteId(work.new_id())
    new = replace(seen, id=new_id, text=rest, revision=RevisionId(work.new_id()), revisions=1)
    work.update("note", note, from_note(seen), from_note(kept))
    put_revision(work, kept, base)
    own = work.reading.ledger.levels_of([note]).get(note, "")
    work.insert("note", {**from_note(new), "attribution": own})
    put_revision(work, new, None)
    _split_codings(work, seen, kept, new)
    work.insert("relation", from_relation(Relation(work.new_id(), new_id, note, Bond.SPLIT)))
    open_recommendation(work, new)
    work.subject = short(rest)
    return new_id


@act("notes", UnknownReference, NotUnderstood, NotesApart)
def merge_notes(work: Work, notes: tuple[NoteId, ...]) -> str:
    """The texts stand one below the other in the first note, and the others are not shown any more.

    It has all their codes, and is the source of whatever one of them was. A protection concern among them
    makes it one, a private memo or a follow-up makes it such a one, and it is shown no more than any of them.
    """
    if len(notes) < _LEAST or len(set(notes)) < len(notes):
        raise NotUnderstood(field="notes")
    first, *others = [note_there(work, note) for note in notes]
    if any(other.panel != first.panel for other in others):
        raise NotesApart
    text = first.text
    for other in others:
        _take_in(work, first, other, by=len(text) + 1)
        text = f"{text}\n{other.text}"
    merged = replace(
        first,
        text=text,
        kind=strictest(first.kind, *(other.kind for other in others)),
        revision=RevisionId(work.event),
        revisions=first.revisions + 1,
        languages=() if any(other.languages != first.languages for other in others) else first.languages,
    )
    work.update("note", first.id, from_note(first), from_note(merged))
    put_revision(work, merged, first.revision)
    _show_no_more(work, first, others)
    _rest_on(work, merged, [other.id for other in others])
    work.subject = short(text)
    return first.id


def _split_codings(work: Work, seen: Note, kept: Note, new: Note) -> None:
    begins = len(seen.text) - len(new.text)
    for coding in work.reading.noted.codings().get(seen.id, ()):
        stays, goes = split_coding(coding, seen.text, len(kept.text), begins)
        if goes is not None:
            work.insert("coding", from_coding(replace(goes, id=work.new_id(), note=new.id)))
        if stays is None:
            work.delete("coding", from_coding(coding))
        else:
            work.update("coding", coding.id, from_coding(coding), from_coding(stays))


def _take_in(work: Work, first: Note, other: Note, by: int) -> None:
    """The other note went into the first one: its codes are there, it is shown no more."""
    mine = {(coding.code, coding.begin) for coding in work.reading.noted.codings().get(first.id, ())}
    for coding in work.reading.noted.codings().get(other.id, ()):
        if (coding.code, coding.begin) in mine and coding.begin is None:
            continue  # the whole note is called so already
        (moved,) = shifted([coding], first.id, by)
        work.insert("coding", from_coding(replace(moved, id=work.new_id())))
        mine.add((coding.code, coding.begin))
    work.update("note", other.id, from_note(other), from_note(replace(other, removed_at=work.now)))
    work.insert("relation", from_relation(Relation(work.new_id(), first.id, other.id, Bond.MERGED)))


def _show_no_more(work: Work, first: Note, others: list[Note]) -> None:
    """What is kept back of one of the notes, or of whose words the others held, is kept back of the first."""
    turns = {turn.id: turn for turn in work.floor(first.panel).interventions}
    said = [speaker for each in others if (speaker := speaker_of(each, turns)) is not None]
    own = work.reading.ledger.levels_of([first.id, *(each.id for each in others), *said])
    most = {"attribution": max(own.values(), default="")}
    work.update("note", first.id, {"attribution": own.get(first.id, "")}, most)


def _rest_on(work: Work, first: Note, gone: list[NoteId]) -> None:
    """What rested on notes that are gone rests on the first one, and stays if that is a concern by now."""
    for recommendation in work.reading.recommendations(first.panel):
        if not {first.id, *gone} & set(recommendation.notes):
            continue
        notes = tuple(dict.fromkeys((*recommendation.notes, first.id)))
        after = replace(recommendation, notes=notes)
        update(work, recommendation, marked(after) if first.kind is NoteKind.PROTECTION else after)
    for paragraph in work.reading.paragraphs():
        if set(gone) & set(paragraph.notes):
            there = dict.fromkeys(first.id if note in gone else note for note in paragraph.notes)
            update_paragraph(work, paragraph, replace(paragraph, notes=tuple(there)))
