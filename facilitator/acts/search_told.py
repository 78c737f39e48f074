"""What is found by words, answered in JSON."""

from __future__ import annotations

from typing import Any

from facilitator.acts.desk import Desk
from facilitator.domain.hits import SHOWN, Hit, Wanted
from facilitator.domain.people import CategoryKey, ParticipantId
from facilitator.domain.programme import PanelId

Json = dict[str, Any]


def search_told(desk: Desk, wanted: Wanted) -> Json:
    """Return the hits in JSON; `kind` says what a hit is, `note_kind` which kind of note."""
    hits = desk.search(wanted)
    return {"hits": [_told(hit) for hit in hits.hits], "total": hits.total}


def search_asked(
    desk: Desk,
    words: str = "",
    panel: str | None = None,
    kind: str = "",
    speaker: str | None = None,
    category: str | None = None,
    last: int = SHOWN,
) -> Json:
    """Return where words stand: in notes, recommendations, people and programme, the closest first."""
    return search_told(
        desk,
        Wanted(
            words,
            None if panel is None else PanelId(panel),
            kind,
            None if speaker is None else ParticipantId(speaker),
            None if category is None else CategoryKey(category),
            most=max(0, last),
        ),
    )


def _told(hit: Hit) -> Json:
    found = hit.found
    return {
        "id": found.id,
        "kind": found.of,
        "note_kind": found.kind or None,
        "panel": found.panel,
        "text": found.text,
        "score": round(hit.score, 3),
    }
