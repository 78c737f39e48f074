"""How notes and recommendations stand in rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.domain.notes import Note, NoteId, NoteKind, Recommendation, RecommendationId, RevisionId
from facilitator.domain.programme import PanelId

Values = dict[str, Any]
Row = Mapping[str, Any]


def to_note(row: Row) -> Note:
    return Note(
        NoteId(row["id"]),
        PanelId(row["panel"]),
        NoteKind(row["kind"]),
        row["text"],
        row["at"],
        RevisionId(row["revision"]),
        row["revisions"],
        row["intervention"],
        row["participant"],
        row["category"],
        row["question"],
        row["offset_ms"],
    )


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
    }


def to_recommendation(row: Row, sources: Iterable[Row]) -> Recommendation:
    return Recommendation(
        RecommendationId(row["id"]),
        PanelId(row["panel"]),
        row["number"],
        row["text"],
        tuple(json.loads(row["addressees"])),
        tuple(NoteId(s["note"]) for s in sources),
    )


def from_recommendation(recommendation: Recommendation) -> Values:
    return {
        "id": recommendation.id,
        "panel": recommendation.panel,
        "number": recommendation.number,
        "text": recommendation.text,
        "addressees": json.dumps(recommendation.addressees, ensure_ascii=False),
    }
