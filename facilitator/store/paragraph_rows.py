"""How the report's paragraphs stand in rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.domain.notes import NoteId, NoteKind
from facilitator.domain.paragraphs import Paragraph, ParagraphId, Progress, SectionKey
from facilitator.domain.renderings import Rendering

Values = dict[str, Any]
Row = Mapping[str, Any]


def to_paragraph(row: Row, renderings: Iterable[Row]) -> Paragraph:
    return Paragraph(
        ParagraphId(row["id"]),
        SectionKey(row["section"]),
        row["place"],
        Progress(row["progress"]),
        row["original"],
        {r["language"]: Rendering(r["text"], r["revision"], r["of"]) for r in renderings},
        row["statement"],
        NoteKind(row["kind"]) if row["kind"] else None,
        tuple(NoteId(note) for note in json.loads(row["notes"])),
        row["recommendation"],
    )


def from_paragraph(paragraph: Paragraph) -> Values:
    return {
        "id": paragraph.id,
        "section": paragraph.section,
        "place": paragraph.place,
        "progress": paragraph.progress.value,
        "original": paragraph.original,
        "statement": paragraph.statement,
        "kind": "" if paragraph.kind is None else paragraph.kind.value,
        "notes": json.dumps(paragraph.notes),
        "recommendation": paragraph.recommendation,
    }


def from_renderings(paragraph: Paragraph) -> dict[str, Values]:
    """Return a row for each language, by its id."""
    rows = [
        {
            "id": f"{paragraph.id}/{language}",
            "paragraph": paragraph.id,
            "language": language,
            "text": rendering.text,
            "revision": rendering.revision,
            "of": rendering.of,
        }
        for language, rendering in paragraph.texts.items()
    ]
    return {row["id"]: row for row in rows}
