"""Notes for other programs to go on with: each with its moment, its speaker, and what is coded in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.notes import Coding, Note, NoteId
from facilitator.domain.people import CategoryKey
from facilitator.domain.programme import Panel
from facilitator.domain.running_record import RunningRecord


@dataclass(frozen=True, slots=True)
class CodedNote:
    """A note that the record shows; `speaker` and `category` are what its level tells of whoever spoke.

    `codings` of a span stand before those of the whole note, and none is orphaned.
    """

    panel: Panel
    note: Note
    speaker: str = ""
    category: CategoryKey | None = None
    codings: tuple[Coding, ...] = ()


def coded_notes(record: RunningRecord, codings: Mapping[NoteId, Sequence[Coding]]) -> tuple[CodedNote, ...]:
    """Return the notes of a record in its order."""
    return tuple(_coded(record, codings))


def _coded(record: RunningRecord, codings: Mapping[NoteId, Sequence[Coding]]) -> Iterator[CodedNote]:
    for entry in record.entries:
        if entry.note is not None:
            category = entry.who.category if entry.who is not None and record.tells_category(entry) else None
            stand = (coding for coding in codings.get(entry.note.id, ()) if not coding.orphaned)
            yield CodedNote(
                entry.panel,
                entry.note,
                record.name(entry) or record.body(entry),
                category,
                tuple(sorted(stand, key=lambda coding: (coding.begin is None, coding.begin, coding.code))),
            )
