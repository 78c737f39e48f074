"""What a note is linked to: panel, speaker, clock and question, and how it is looked up for an act."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from facilitator.acts.registry import Unsaid, Work
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.notes import Note, NoteId, RevisionId
from facilitator.domain.programme import Panel, QuestionId
from facilitator.domain.refusals import NotUnderstood, StaleText, UnknownReference

_SUBJECT_LENGTH = 60
_LANGUAGE = re.compile("[a-z]{2,3}")


def intervention_for(work: Work, panel: Panel, wanted: InterventionId | Unsaid | None) -> Intervention | None:
    """Return the turn named, or the one under way where nothing is said of it."""
    floor = work.floor(panel.id)
    if isinstance(wanted, Unsaid):
        return floor.speaking
    return None if wanted is None else floor.intervention(wanted)


def question_for(panel: Panel, wanted: QuestionId | int | None) -> QuestionId | None:
    """Return the question named by its id or its number in the panel."""
    if wanted is None:
        return None
    for question in panel.questions:
        if wanted in (question.id, question.number):
            return question.id
    raise UnknownReference(kind="question", id=wanted)


def linked(note: Note, spoken: Intervention | None) -> Note:
    """Return the note with the speaker whose words it holds, and how long that one had spoken."""
    if spoken is None:
        return replace(note, intervention=None, participant=None, category=None, offset_ms=None)
    return replace(
        note,
        intervention=spoken.id,
        participant=spoken.participant,
        category=spoken.category,
        offset_ms=spoken.clock.spoken_by(note.at),
    )


def note_there(work: Work, note: NoteId) -> Note:
    """Return a note that is there; raises UnknownReference for one that was removed or went into another."""
    found = work.reading.note(note)
    if found.removed_at is not None:
        raise UnknownReference(kind="note", id=note)
    return found


def note_as_seen(work: Work, note: NoteId, base: RevisionId | None) -> Note:
    """Return a note that still reads as it was seen; raises StaleText with what stands there otherwise."""
    found = note_there(work, note)
    if base is not None and base != found.revision:
        raise StaleText(text=found.text)
    return found


def put_revision(work: Work, note: Note, base: RevisionId | None) -> None:
    """The text of the note is kept among all it has had."""
    row = {
        "id": note.revision,
        "note": note.id,
        "number": note.revisions,
        "at": work.now,
        "kind": note.kind.value,
        "text": note.text,
        "base": base,
    }
    work.insert("revision", row)


def must_be_languages(field: str, *codes: str) -> None:
    """Each is a code of two or three letters, or empty; raises NotUnderstood."""
    if any(code and not _LANGUAGE.fullmatch(code) for code in codes):
        raise NotUnderstood(field=field)


def must_be_day(field: str, day: str) -> None:
    """It is a day as ISO 8601 writes it, or empty; raises NotUnderstood."""
    try:
        if day and date.fromisoformat(day).isoformat() != day:
            raise NotUnderstood(field=field)
    except ValueError as error:
        raise NotUnderstood(field=field) from error


def short(text: str) -> str:
    """Return a text as the journal calls an act by it."""
    line = " ".join(text[: 8 * _SUBJECT_LENGTH].split())
    return line if len(line) <= _SUBJECT_LENGTH else line[: _SUBJECT_LENGTH - 1] + "…"
