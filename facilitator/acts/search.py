"""Search: whatever is noted, recommended, planned or known of people, by its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from facilitator.acts.panels import find_panel
from facilitator.domain.hits import Hit, Hits, Wanted
from facilitator.domain.notes import NoteKind
from facilitator.domain.refusals import NotUnderstood
from facilitator.domain.searching import closeness
from facilitator.store.asking import expression
from facilitator.store.reading import Reading
from facilitator.store.workshop_file import WorkshopFile

_THINGS = {"note", "recommendation", "participant", "panel", "question"}


def search(file: WorkshopFile, wanted: Wanted) -> Hits:
    """Return where the words stand: the closest first, of those as close the newest."""
    asked = expression(
        wanted.words,
        unfinished=wanted.unfinished,
        filters=_filters(file.reading, wanted),
        restricted=wanted.restricted,
    )
    if asked is None:
        return Hits()
    total, found = file.found(asked, wanted.most, all_counted=not wanted.unfinished)
    hits = (Hit(each, closeness(each.text, wanted.words)) for each in found)
    numbers = {str(panel.id): number for number, panel in enumerate(file.reading.panels(), 1)}
    return Hits(tuple(sorted(hits, key=lambda hit: -hit.score)), total, numbers)


def _filters(reading: Reading, wanted: Wanted) -> Mapping[str, Iterable[str]]:
    filters: dict[str, Iterable[str]] = {}
    if wanted.panel is not None:
        filters["panel"] = [find_panel(reading, wanted.panel).id]
    if wanted.kind in _THINGS:
        filters["of"] = [wanted.kind]
    elif wanted.kind:
        if wanted.kind not in [kind.value for kind in NoteKind]:
            raise NotUnderstood(field="kind")
        filters["kind"] = [wanted.kind]
    if wanted.speaker is not None:
        filters["speaker"] = [reading.participant(wanted.speaker).id]
    if wanted.category is not None:
        filters["category"] = [wanted.category]
    return filters
