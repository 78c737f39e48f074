"""Notes, answered in JSON: what each says and said, how it is tagged, and what is to be followed up."""

from __future__ import annotations

from typing import Any

from facilitator.acts.desk import Desk
from facilitator.acts.instants import instant, seconds
from facilitator.domain.notes import Note
from facilitator.domain.view import View

Json = dict[str, Any]


def note_told(view: View, note: Note) -> Json:
    """Return one note with its codes and how it stands to others."""
    return {
        "note": note.id,
        "kind": note.kind.value,
        "text": note.text,
        "at": instant(note.at),
        "revision": note.revision,
        "revisions": note.revisions,
        "intervention": note.intervention,
        "participant": note.participant,
        "category": note.category,
        "question": note.question,
        "offset_s": None if note.offset_ms is None else seconds(note.offset_ms),
        "about": note.about.value,
        "languages": list(note.languages),
        "heard": note.heard,
        "interpreted": note.interpreted,
        **_charge(note),
        "codes": [
            {
                "coding": coding.id,
                "code": coding.code,
                "begin": coding.begin,
                "end": coding.end,
                "quote": coding.quote,
                "orphaned": coding.orphaned,
            }
            for coding in view.codings.get(note.id, ())
        ],
        "relations": [
            {"relation": bond.id, "note": bond.note, "other": bond.other, "kind": bond.kind.value}
            for bond in view.relations.get(note.id, ())
        ],
    }


def revisions(desk: Desk, note: str = "") -> Json:
    """Return every text a note has had, the oldest first."""
    desk.reading.note(note)
    return {
        "revisions": [
            {
                "revision": row["id"],
                "number": row["number"],
                "at": instant(row["at"]),
                "kind": row["kind"],
                "text": row["text"],
                "base": row["base"],
            }
            for row in desk.reading.revisions(note)
        ]
    }


def follow_up(desk: Desk) -> Json:
    """Return what the secretariat is to follow up in all panels, what is not settled and due first."""
    return {
        "follow_up": [
            {"note": note.id, "panel": note.panel, "text": note.text, **_charge(note)}
            for note in desk.follow_up()
        ]
    }


def _charge(note: Note) -> Json:
    settled = None if note.settled_at is None else instant(note.settled_at)
    return {"charge": note.charge, "due": note.due, "settled": settled}
