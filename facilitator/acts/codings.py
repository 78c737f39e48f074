"""Notes are tagged from the vocabularies, whole or in a span, and stand in relation to one another."""

from __future__ import annotations

from facilitator.acts.note_codes import must_be_code
from facilitator.acts.note_links import note_as_seen, note_there, short
from facilitator.acts.registry import Work, act
from facilitator.domain.notes import Bond, Coding, NoteId, Relation, RevisionId
from facilitator.domain.refusals import AlreadyThere, NotUnderstood, StaleText, UnknownReference
from facilitator.store.note_rows import from_coding, from_relation


@act("notes", UnknownReference, NotUnderstood, AlreadyThere, StaleText)
def code_note(
    work: Work,
    note: NoteId,
    code: str,
    begin: int | None = None,
    end: int | None = None,
    base: RevisionId | None = None,
) -> str:
    """The note, or the span from `begin` to `end` in code points, is tagged with a code of a vocabulary.

    The code is written with its vocabulary, as in `groups:AFR`; `base` is the revision that was seen.
    """
    seen = note_as_seen(work, note, base)
    must_be_code(code)
    if (begin is None) is not (end is None):
        raise NotUnderstood(field="end" if end is None else "begin")
    quote = ""
    if begin is not None and end is not None:
        if not 0 <= begin < end <= len(seen.text):
            raise NotUnderstood(field="end")
        quote = seen.text[begin:end]
    made = Coding(work.new_id(), note, code, begin, end, quote)
    for there in work.reading.noted.codings().get(note, ()):
        if (there.code, there.begin, there.end) == (code, begin, end) and not there.orphaned:
            raise AlreadyThere(kind="code", key=code)
    work.insert("coding", from_coding(made))
    work.subject = short(quote or seen.text)
    return made.id


@act("notes", UnknownReference)
def uncode_note(work: Work, coding: str) -> None:
    """The note is no longer tagged so; the other tags stay."""
    found = work.reading.noted.coding(coding)
    work.delete("coding", from_coding(found))
    work.subject = found.code


@act("notes", UnknownReference, NotUnderstood, AlreadyThere)
def relate_notes(work: Work, note: NoteId, other: NoteId, kind: Bond = Bond.REFERS) -> str:
    """The note refers to another one, or answers it; the other one tells of it too."""
    here, there = note_there(work, note), note_there(work, other)
    if here.id == there.id or kind not in (Bond.REFERS, Bond.ANSWERS):
        raise NotUnderstood(field="other" if here.id == there.id else "kind")
    for relation in work.reading.noted.relations().get(note, ()):
        if (relation.note, relation.other, relation.kind) == (note, other, kind):
            raise AlreadyThere(kind="relation", key=kind.value)
    made = Relation(work.new_id(), note, other, kind)
    work.insert("relation", from_relation(made))
    work.subject = short(here.text)
    return made.id


@act("notes", UnknownReference, NotUnderstood)
def unrelate_notes(work: Work, relation: str) -> None:
    """The two notes have nothing to do with one another any more; how they came of each other stays told."""
    found = work.reading.noted.relation(relation)
    if found.kind not in (Bond.REFERS, Bond.ANSWERS):
        raise NotUnderstood(field="relation")
    work.delete("relation", from_relation(found))
