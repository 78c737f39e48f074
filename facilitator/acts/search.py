"""Search: whatever is noted, recommended, planned or known of people, by its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.acts.desk import Desk
from facilitator.acts.panels import find_panel
from facilitator.domain.notes import NoteKind
from facilitator.domain.people import CategoryKey, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import NotUnderstood
from facilitator.domain.searching import closeness
from facilitator.store.search import Found, expression

Json = dict[str, Any]
ALL = 1_000_000
_SHOWN = 50
_THINGS = {"note", "recommendation", "participant", "panel", "question"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; `kind` is a key of a kind of note, or names a thing: note, participant, panel.

    `restricted` is for those who may read protection concerns and private memos.
    """

    words: str
    panel: PanelId | int | None = None
    kind: str = ""
    speaker: ParticipantId | None = None
    category: CategoryKey | None = None
    restricted: bool = False
    unfinished: bool = False
    most: int = _SHOWN


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, and how closely it says what was typed."""

    found: Found
    score: float


@dataclass(frozen=True, slots=True)
class Hits:
    """The likeliest of what was found, and how much there is in all; of unfinished words up to a thousand."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    panels: Mapping[str, int] = field(default_factory=dict)


def search(desk: Desk, wanted: Wanted) -> Hits:
    """Return where the words stand: the closest first, of those as close the newest."""
    asked = expression(
        wanted.words,
        unfinished=wanted.unfinished,
        filters=_filters(desk, wanted),
        restricted=wanted.restricted,
    )
    if asked is None:
        return Hits()
    total, found = desk.file.found(asked, wanted.most, all_counted=not wanted.unfinished)
    hits = (Hit(each, closeness(each.text, wanted.words)) for each in found)
    numbers = {str(panel.id): number for number, panel in enumerate(desk.reading.panels(), 1)}
    return Hits(tuple(sorted(hits, key=lambda hit: -hit.score)), total, numbers)


def search_told(desk: Desk, wanted: Wanted) -> Json:
    """Return the hits in JSON; `kind` says what a hit is, `note_kind` which kind of note."""
    hits = search(desk, wanted)
    return {"hits": [_told(hit) for hit in hits.hits], "total": hits.total}


def search_asked(
    desk: Desk,
    words: str = "",
    panel: str | None = None,
    kind: str = "",
    speaker: str | None = None,
    category: str | None = None,
    last: int = _SHOWN,
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


def _filters(desk: Desk, wanted: Wanted) -> Mapping[str, Iterable[str]]:
    filters: dict[str, Iterable[str]] = {}
    if wanted.panel is not None:
        filters["panel"] = [find_panel(desk.reading, wanted.panel).id]
    if wanted.kind in _THINGS:
        filters["of"] = [wanted.kind]
    elif wanted.kind:
        if wanted.kind not in [kind.value for kind in NoteKind]:
            raise NotUnderstood(field="kind")
        filters["kind"] = [wanted.kind]
    if wanted.speaker is not None:
        filters["speaker"] = [desk.reading.participant(wanted.speaker).id]
    if wanted.category is not None:
        filters["category"] = [wanted.category]
    return filters


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
