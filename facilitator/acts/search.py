"""Search: whatever is noted, recommended, planned or known of people, by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from facilitator.acts.panels import find_panel
from facilitator.domain.folding import folded
from facilitator.domain.hits import Found, Hit, Hits, Wanted
from facilitator.domain.ledger import working_number
from facilitator.domain.notes import NoteKind
from facilitator.domain.refusals import NotUnderstood
from facilitator.domain.running_record import KEPT_BACK
from facilitator.domain.searching import closeness
from facilitator.store.asking import question
from facilitator.store.reading import Reading
from facilitator.store.workshop_file import WorkshopFile

_NUMBER = re.compile(r"r-p\d")
_THINGS = {"note", "recommendation", "participant", "panel", "question"}


def search(file: WorkshopFile, wanted: Wanted) -> Hits:
    """Return where the words stand: the closest first, of those as close the newest."""
    numbered = tuple(_numbered(file.reading, wanted))
    asked = question(
        wanted.words,
        unfinished=wanted.unfinished,
        filters=_filters(file.reading, wanted),
        restricted=wanted.restricted,
    )
    if asked is None:
        return Hits()
    total, found = file.found(asked, wanted.most, all_counted=not wanted.unfinished)
    more = wanted.unfinished and total == max(wanted.most, asked.counted)
    known = {each.id for each in numbered}
    others = [each for each in found if each.id not in known]
    hits = list(map(Hit, others, closeness([each.text for each in others], wanted.words)))
    numbers = {str(panel.id): number for number, panel in enumerate(file.reading.panels(), 1)}
    first = [Hit(each, 1.0) for each in numbered]
    total += len(numbered) + len(hits) - len(found)
    return Hits((*first, *sorted(hits, key=lambda hit: -hit.score))[: wanted.most], total, more, numbers)


def _numbered(reading: Reading, wanted: Wanted) -> Iterator[Found]:
    """Yield the recommendations that are called by their numbers: R-P4-07, R-P4-07 bis."""
    asked = folded(wanted.words)
    other = wanted.kind not in ("", "recommendation") or wanted.speaker is not None
    if other or wanted.category is not None or not _NUMBER.match(asked):
        return
    panels = reading.panels() if wanted.panel is None else (find_panel(reading, wanted.panel),)
    for panel in panels:
        for each in reading.recommendations(panel.id):
            number = folded(working_number(panel, each))
            if number == asked or (wanted.unfinished and number.startswith(asked)):
                closed = any(reading.note(note).kind in KEPT_BACK for note in each.notes)
                if wanted.restricted or not closed:
                    yield Found("recommendation", each.id, each.text, panel.id, "", closed)


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
