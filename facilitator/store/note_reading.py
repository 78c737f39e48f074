"""The notes as the tables tell them, with what is coded in them and how they stand to one another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import Integer, Select, literal_column, select

from facilitator.domain.notes import Bond, Coding, Note, NoteId, Relation
from facilitator.domain.recommendation import Recommendation
from facilitator.domain.refusals import UnknownReference
from facilitator.store.note_rows import to_coding, to_note, to_relation
from facilitator.store.tables import STATE

Row = Mapping[str, Any]
T = TypeVar("T", Coding, Relation)
_SLICE = 1_000  # notes that are read in one go where others wait
_PLACE = literal_column("note.rowid", Integer).label("place")
_FEW = 100  # up to so many changed notes are read again one by one, beyond it all of them


class NoteReading:
    """What was read is kept, and of what changed only that is read again."""

    def __init__(
        self,
        read: Callable[[Select[Any]], Sequence[Row]],
        make: Callable[[Select[Any], Callable[[Row], Note]], Sequence[Note]],
    ) -> None:
        self._read, self._make = read, make
        self._panels: dict[str, tuple[Note, ...]] = {}
        self._sources: dict[str, tuple[frozenset[NoteId], tuple[Note, ...]]] = {}
        self._forgotten = 0
        self._codings = _Attached(read, "coding", to_coding, lambda coding: (coding.note,))
        self._relations = _Attached(read, "relation", to_relation, lambda bond: (bond.note, bond.other))

    def of(self, panel: str, sources_of: Iterable[Recommendation] | None = None) -> tuple[Note, ...]:
        """Return the notes of a panel that are shown, in the order in which they were begun.

        Where those are enough on which some recommendations rest, no others are read.
        """
        if panel not in self._panels and sources_of is not None:
            return self._sources_of(panel, sources_of)
        if panel not in self._panels:
            self._panels[panel] = tuple(self._make(_in_order(_shown(panel)), to_note))
        return self._panels[panel]

    def coming(self, panel: str) -> Iterator[None]:
        """The notes of a panel are read slice by slice, unless they are known: others have a turn between."""
        if panel in self._panels:
            return
        began, found, last = self._forgotten, list[Note](), 0
        shown = _shown(panel).add_columns(_PLACE).order_by(_PLACE).limit(_SLICE)  # as they lie

        def noted(row: Row) -> Note:
            nonlocal last
            last = row["place"]
            return to_note(row)

        while some := self._make(shown.where(last < _PLACE), noted):
            found += some
            yield
        found.sort(key=_begun)
        if self._forgotten == began and panel not in self._panels:
            self._panels[panel] = tuple(found)

    def removed(self, panel: str) -> tuple[Note, ...]:
        """Return the notes of a panel that somebody removed, newest first; not what went into others."""
        table, bond = STATE["note"], STATE["relation"]
        into = select(bond.c.other).where(bond.c.kind == Bond.MERGED.value)
        gone = select(table).where(table.c.panel == panel, table.c.removed_at.is_not(None))
        rows = self._read(gone.where(table.c.id.not_in(into)).order_by(table.c.removed_at.desc()))
        return tuple(map(to_note, rows))

    def note(self, id_: str) -> Note:
        """Return a note, shown or not; raises UnknownReference."""
        table = STATE["note"]
        found = self._read(select(table).where(table.c.id == id_))
        if not found:
            raise UnknownReference(kind="note", id=id_)
        return to_note(found[0])

    def revisions(self, note: str) -> tuple[Row, ...]:
        """Return every text a note has had, oldest first."""
        table = STATE["revision"]
        return tuple(self._read(select(table).where(table.c.note == note).order_by(table.c.number)))

    def codings(self) -> Mapping[NoteId, tuple[Coding, ...]]:
        """Return what is coded in each note."""
        return self._codings.by_note()

    def coding(self, id_: str) -> Coding:
        return self._codings.one(id_)

    def relations(self) -> Mapping[NoteId, tuple[Relation, ...]]:
        """Return how each note stands to others, told of both."""
        return self._relations.by_note()

    def relation(self, id_: str) -> Relation:
        return self._relations.one(id_)

    def forget(self, touched: Mapping[str, Sequence[str]]) -> None:
        """Rows of these ids, by table, are other ones now."""
        self._codings.refresh(touched.get("coding", ()))
        self._relations.refresh(touched.get("relation", ()))
        ids = touched.get("note", ())
        self._forgotten += 1
        touches = frozenset(map(NoteId, ids))
        self._sources = {panel: kept for panel, kept in self._sources.items() if not kept[0] & touches}
        if len(ids) > _FEW:
            self._panels.clear()
        elif ids and self._panels:
            for id_ in ids:
                self._refresh(id_)

    def _sources_of(self, panel: str, proposals: Iterable[Recommendation]) -> tuple[Note, ...]:
        wanted = frozenset(note for each in proposals for note in each.notes)
        if panel not in self._sources or self._sources[panel][0] != wanted:
            some = _in_order(_shown(panel).where(STATE["note"].c.id.in_(wanted)))
            self._sources[panel] = wanted, tuple(self._make(some, to_note)) if wanted else ()
        return self._sources[panel][1]

    def _refresh(self, id_: str) -> None:
        table = STATE["note"]
        found = self._read(select(table).where(table.c.id == id_))
        if not found:
            self._panels.clear()  # a note that was never written: only an undo makes one
            return
        note = to_note(found[0])
        key = _begun(note)
        for panel, notes in self._panels.items():
            place = bisect_left(notes, key, key=_begun)
            there = place < len(notes) and notes[place].id == note.id
            shown = (note,) if note.panel == panel and note.removed_at is None else ()
            if there or shown:
                self._panels[panel] = notes[:place] + shown + notes[place + there :]


def _shown(panel: str) -> Select[Any]:
    table = STATE["note"]
    return select(table).where(table.c.panel == panel, table.c.removed_at.is_(None))


def _begun(note: Note) -> tuple[int, str]:
    return note.at, note.id


def _in_order(notes: Select[Any]) -> Select[Any]:
    """Return what asks for notes as `_begun` puts them."""
    return notes.order_by(STATE["note"].c.at, STATE["note"].c.id)


class _Attached(Generic[T]):
    """Rows that belong to notes: read once, then kept by note."""

    def __init__(
        self,
        read: Callable[[Select[Any]], Sequence[Row]],
        table: str,
        make: Callable[[Row], T],
        notes: Callable[[T], Iterable[NoteId]],
    ) -> None:
        self._read = read
        self._table = STATE[table]
        self._make: Callable[[Row], T] = make
        self._notes: Callable[[T], Iterable[NoteId]] = notes
        self._all: dict[str, T] | None = None
        self._by_note: Mapping[NoteId, tuple[T, ...]] = {}

    def by_note(self) -> Mapping[NoteId, tuple[T, ...]]:
        if self._all is None:
            rows = self._read(select(self._table).order_by(self._table.c.id))
            self._all = {item.id: item for item in map(self._make, rows)}
            grouped: dict[NoteId, list[T]] = {}
            for item in self._all.values():
                for note in self._notes(item):
                    grouped.setdefault(note, []).append(item)
            self._by_note = {note: tuple(items) for note, items in grouped.items()}
        return self._by_note

    def one(self, id_: str) -> T:
        found = self._read(select(self._table).where(self._table.c.id == id_))
        if not found:
            raise UnknownReference(kind=self._table.name, id=id_)
        return self._make(found[0])

    def refresh(self, ids: Sequence[str]) -> None:
        if not ids or self._all is None:
            return
        if len(ids) > _FEW:
            self._all = None
            return
        all_, changed = self._all, dict(self._by_note)
        rows = self._read(select(self._table).where(self._table.c.id.in_(ids)))
        new = {item.id: item for item in map(self._make, rows)}
        touched = [item for id_ in ids for item in (all_.get(id_), new.get(id_)) if item is not None]
        for id_ in ids:
            all_.pop(id_, None)
        all_ |= new
        for note in {note for item in touched for note in self._notes(item)}:
            kept: list[T] = [item for item in changed.get(note, ()) if item.id not in ids]
            kept += [item for item in new.values() if note in self._notes(item)]
            changed[note] = tuple(sorted(kept, key=lambda item: item.id))
        self._by_note = changed
