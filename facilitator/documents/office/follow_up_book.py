"""What the secretariat is to follow up, as a table: who is in charge, until when, and whether it is done."""

from __future__ import annotations

from facilitator.documents.office.book import Book, Cell, Column, Holds, Sheet, without
from facilitator.domain.attribution import Level
from facilitator.domain.notes import Note
from facilitator.domain.programme import Workshop
from facilitator.domain.running_record import KEPT_BACK, Entry, RunningRecord
from facilitator.language.note_kinds import NOTE_KINDS, charge_words
from facilitator.language.speech import Language


def follow_up_book(record: RunningRecord, workshop: Workshop, language: Language) -> Book:
    """Return the notes somebody is to follow up, those still open first; nothing that never leaves."""
    waiting = [e for e in record.entries if e.note is not None and e.note.followed_up]
    waiting.sort(key=lambda entry: entry.note is not None and entry.note.settled_at is not None)
    columns = _columns(language)
    cells = [_cells(record, entry, entry.note, language) for entry in waiting if entry.note is not None]
    table = tuple(tuple(each.get(column.key) for column in columns) for each in cells)
    title = language.say("Follow-up list")
    sheet = without(Sheet("follow_up", title, columns, table), _hidden(record.level))
    return Book("follow-up", title, workshop.title, (sheet,), workshop.notice, len(table))


def _hidden(level: Level) -> frozenset[str]:
    if level is Level.NAME:
        return frozenset()
    return frozenset({"name"} if level is Level.BODY else {"name", "body"})


def _columns(language: Language) -> tuple[Column, ...]:
    say = language.say
    kinds = tuple(say(words) for kind, words in NOTE_KINDS.items() if kind not in KEPT_BACK)
    return (
        Column("panel", say("Panel"), Holds.WHOLE, 7),
        Column("at", say("When"), Holds.INSTANT, 20),
        Column("kind", say("Kind"), width=18, choices=kinds, printed=False),
        Column("text", say("Text"), width=80, said=True),
        Column("name", say("Name"), width=24),
        Column("body", say("Delegation"), width=28),
        Column("charge", say("In charge"), width=20),
        Column("due", say("Due by"), width=14),
        Column("done", say("Done"), Holds.INSTANT, 20),
    )


def _cells(record: RunningRecord, entry: Entry, note: Note, language: Language) -> dict[str, Cell]:
    charge = charge_words(note.charge, language)
    return {
        "panel": entry.panel.number,
        "at": entry.at,
        "kind": language.say(NOTE_KINDS[note.kind]),
        "text": note.text,
        "name": record.name(entry),
        "body": record.body(entry),
        "charge": charge,
        "due": note.due,
        "done": note.settled_at,
    }
