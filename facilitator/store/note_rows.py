"""How notes stand in rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from sys import intern
from typing import Any

from facilitator.domain.notes import (
    About,
    Bond,
    Coding,
    Note,
    NoteId,
    NoteKind,
    Relation,
    RevisionId,
)
from facilitator.domain.programme import PanelId

Values = dict[str, Any]
Row = Mapping[str, Any]
_NONE = "[]"


def to_note(row: Row) -> Note:
    """Return the note of a row; what many notes name alike is in memory once."""
    return Note(
        NoteId(row["id"]),
        PanelId(intern(row["panel"])),
        NoteKind(row["kind"]),
        row["text"],
        row["at"],
        RevisionId(row["revision"]),
        row["revisions"],
        _often(row["intervention"]),
        _often(row["participant"]),
        _often(row["category"]),
        _often(row["question"]),
        row["offset_ms"],
        () if row["languages"] == _NONE else tuple(json.loads(row["languages"])),
        row["heard"],
        bool(row["interpreted"]),
        row["about"] == About.NOBODY,
        row["charge"],
        row["due"],
        row["settled_at"],
        row["removed_at"],
    )


def _often(name: Any) -> Any:  # noqa: ANN401 - an id of any kind, or None
    return None if name is None else intern(name)


def from_note(note: Note) -> Values:
    return {
        "id": note.id,
        "panel": note.panel,
        "intervention": note.intervention,
        "participant": note.participant,
        "category": note.category,
        "question": note.question,
        "kind": note.kind.value,
        "text": note.text,
        "at": note.at,
        "offset_ms": note.offset_ms,
        "revision": note.revision,
        "revisions": note.revisions,
        "languages": json.dumps(note.languages),
        "heard": note.heard,
        "interpreted": int(note.interpreted),
        "about": About.NOBODY.value if note.nobody else "",
        "charge": note.charge,
        "due": note.due,
        "settled_at": note.settled_at,
        "removed_at": note.removed_at,
    }


def to_coding(row: Row) -> Coding:
    return Coding(
        row["id"],
        NoteId(row["note"]),
        row["code"],
        row["begin"],
        row["end"],
        row["quote"],
        bool(row["orphaned"]),
    )


def from_coding(coding: Coding) -> Values:
    return {
        "id": coding.id,
        "note": coding.note,
        "code": coding.code,
        "begin": coding.begin,
        "end": coding.end,
        "quote": coding.quote,
        "orphaned": int(coding.orphaned),
    }


def to_relation(row: Row) -> Relation:
    return Relation(row["id"], NoteId(row["note"]), NoteId(row["other"]), Bond(row["kind"]))


def from_relation(relation: Relation) -> Values:
    return {
        "id": relation.id,
        "note": relation.note,
        "other": relation.other,
        "kind": relation.kind.value,
    }
