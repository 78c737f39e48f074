"""A copy of the workshop for another process, and what has happened since a document was made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.programme import PanelId
from facilitator.store.workshop_file import WorkshopFile


@dataclass(frozen=True, slots=True)
class Newer:
    """What a document does not know of: notes written or changed, and whether anything else happened."""

    notes: int = 0
    other: bool = False


def copied(file: WorkshopFile, folder: Path) -> Path:
    """Return a file in the folder, under the workshop's own name, that is the workshop as it stands now."""
    copy = folder / file.path.name
    file.copy_to(copy)
    return copy


def newest_event(file: WorkshopFile) -> str:
    """Return the last thing that happened, the empty text if nothing did."""
    return next((str(row.id) for row in file.events()), "")


def newer_than(file: WorkshopFile, event: str, panels: Iterable[PanelId]) -> Newer | None:
    """Return what happened after an event, notes of these panels only; None if the journal has no such event.

    Two changes of one note count once; a note that is gone again is among what else happened.
    """
    touched: set[str] = set()
    other = False
    for row in file.events():
        if row.id == event:
            break
        changed = {change.id for change in file.changes_of(row.id) if change.table == "note"}
        touched |= changed
        other = other or not changed
    else:
        if event:
            return None
    there = {panel.id: {note.id for note in file.reading.notes(panel.id)} for panel in file.reading.panels()}
    here = set().union(*(there[panel] for panel in panels))
    return Newer(len(touched & here), other or bool(touched - set().union(*there.values())))
