"""What may not travel: private memos, protection concerns, and what hangs on one or is made of one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from facilitator.domain.notes import Bond, NoteKind
from facilitator.domain.recommendation import Sensitivity
from facilitator.store.conflicts import LINKS
from facilitator.store.ids import AMONG, among
from facilitator.store.journal import from_json
from facilitator.store.tables import STATE, conflict, waiting
from facilitator.store.union_rows import Name, events, older_events, writes_in

MEMO, CONCERN = NoteKind.MEMO.value, NoteKind.PROTECTION.value
_SENSITIVE = Sensitivity.PROTECTION.value
_LIVE = " UNION ALL ".join(f'SELECT id FROM "{name}"' for name in STATE)  # noqa: S608 - our own names
_HANG_ON = [
    *LINKS,
    ("assessment", "note", "note"),
    ("consent", "note", "note"),
    ("paragraph", "recommendation", "recommendation"),
    ("input", "recommendation", "recommendation"),
    ("recommendation", "alternative_of", "recommendation"),
]
"""Which column of which table names a row of which other one, whether the file watches over that or not."""
_LED_TO = [
    ("relation", "note", "note", "other", "note", {"kind": Bond.SPLIT.value}),
    ("source", "note", "note", "recommendation", "recommendation", {}),
    ("recommendation", "id", "recommendation", "split_from", "recommendation", {}),
    ("recommendation", "id", "recommendation", "merged_into", "recommendation", {}),
]
"""Which row tells that a row of one table led to one of another, or was once a part of its text."""
_OF_MEMOS = """SELECT source.recommendation, recommendation.text, note.text FROM source
JOIN note ON note.id = source.note JOIN recommendation ON recommendation.id = source.recommendation
WHERE note.kind = ?"""


@dataclass(frozen=True, slots=True)
class _Traces:
    """What rows were that are in no table, in the order of events; and what is told of rows that wait."""

    were: Mapping[Name, list[Mapping[str, Any]]]
    coming: Mapping[Name, list[Mapping[str, Any]]] = field(default_factory=dict)

    @property
    def names(self) -> set[Name]:
        return {*self.were, *self.coming}

    def last(self, table: str, column: str) -> Iterator[tuple[Name, Any]]:
        """Yield what stood in a column last, and all that is to stand there."""
        for name, states in self.were.items():
            told = [state[column] for state in states if column in state]
            if name[0] == table and told:
                yield name, told[-1]
        for name, states in self.coming.items():
            if name[0] == table:
                yield from ((name, state[column]) for state in states if column in state)

    def states(self) -> Iterator[tuple[Name, Mapping[str, Any]]]:
        for traces in (self.were, self.coming):
            for name, states in traces.items():
                yield from ((name, state) for state in states)


class Staying:
    """Which rows stay, as the tables, the journal, and what waits to come into it tell."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._traces = _Traces(_were(connection), _coming(connection))

    def rows(self, *, for_secretariat: bool) -> frozenset[Name]:
        """Return the rows that no package holds, or none closed for the secretariat."""
        memos = self._with("note", "kind", MEMO)
        told = self._connection.exec_driver_sql(_OF_MEMOS, (MEMO,)).all()
        repeat = {("recommendation", id_) for id_, text, memo in told if text.split() == memo.split()}
        found = self.on(memos | repeat)
        if not for_secretariat:
            found |= self.on(
                self._with("note", "kind", CONCERN) | self._with("recommendation", "sensitivity", _SENSITIVE),
                led_to=True,
            )
        return frozenset(found)

    def on(self, names: Iterable[Name], *, led_to: bool = False) -> set[Name]:
        """Return these rows with all that hang on one of them, and, if asked for, all that one led to."""
        found, new = set(names), set(names)
        while new:
            ids: dict[str, set[str]] = defaultdict(set)
            for table, id_ in new:
                ids[table].add(id_)
            new = {*self._hanging(ids), *(self._led_to(ids) if led_to else ())} - found
            found |= new
        return found

    def _with(self, table: str, column: str, value: str) -> set[Name]:
        """Return the rows in which this stands, stood last, or stands on one side of a conflict."""
        rows = STATE[table]
        there = self._connection.execute(select(rows.c.id).where(rows.c[column] == value)).scalars()
        found = {(table, id_) for id_ in there}
        apart = select(conflict.c.row, conflict.c.sides).where(conflict.c.kind == table)
        for id_, told in self._connection.execute(apart):
            if any(values.get(column) == value for *_, values in json.loads(told)):
                found.add((table, id_))
        return found | {name for name, last in self._traces.last(table, column) if last == value}

    def _hanging(self, ids: Mapping[str, set[str]]) -> Iterator[Name]:
        for table, column, parent in _HANG_ON:
            if parent in ids:
                yield from ((table, id_) for id_ in self._naming(table, column, ids[parent], "id"))
        for (table, id_), state in self._traces.states():
            named = ((parent, state.get(column)) for kind, column, parent in _HANG_ON if kind == table)
            if any(value in ids.get(parent, ()) for parent, value in named) or _rests_on(table, state, ids):
                yield table, id_

    def _led_to(self, ids: Mapping[str, set[str]]) -> Iterator[Name]:
        for table, column, parent, other, kind, only in _LED_TO:
            if parent not in ids:
                continue
            yield from ((kind, id_) for id_ in self._naming(table, column, ids[parent], other, only) if id_)
            for (traced, id_), state in self._traces.states():
                told = {"id": id_, **state}
                if traced == table and told.get(column) in ids[parent] and only.items() <= told.items():
                    yield from self._traces.names & {(kind, str(told.get(other)))}

    def _naming(
        self, table: str, column: str, ids: Iterable[str], wanted: str, only: Mapping[str, str] | None = None
    ) -> Iterable[str]:
        also = "".join(f" AND \"{name}\" = '{value}'" for name, value in (only or {}).items())
        there = f'SELECT "{wanted}" FROM "{table}" WHERE "{column}" IN {AMONG}{also}'  # noqa: S608 - our own names
        return self._connection.exec_driver_sql(there, (among(ids),)).scalars().all()


def concerns(connection: Connection) -> int:
    """Return how many protection concerns stand here."""
    there = "SELECT count(*) FROM note WHERE kind = ? AND removed_at IS NULL"
    return int(connection.exec_driver_sql(there, (CONCERN,)).scalar_one())


def _rests_on(table: str, state: Mapping[str, Any], ids: Mapping[str, set[str]]) -> bool:
    return table == "paragraph" and not ids.get("note", set()).isdisjoint(
        json.loads(state.get("notes", "[]"))
    )


def _were(connection: Connection) -> dict[Name, list[Mapping[str, Any]]]:
    """Return what all rows were that are in no table now, and the paragraphs, whose notes no table tells."""
    gone = f'SELECT DISTINCT "row" FROM touched WHERE "row" NOT IN ({_LIVE})'  # noqa: S608 - our own names
    ids = {
        *connection.exec_driver_sql(gone).scalars(),
        *connection.execute(select(STATE["paragraph"].c.id)).scalars(),
    }
    found: dict[Name, list[Mapping[str, Any]]] = defaultdict(list)
    writes = writes_in(events(connection, older_events(connection, ids)))
    for name, write in sorted(writes, key=lambda each: each[1].order):
        if name[1] in ids:
            found[name].append(write.after or write.before or {})
    return found


def _coming(connection: Connection) -> dict[Name, list[Mapping[str, Any]]]:
    found: dict[Name, list[Mapping[str, Any]]] = defaultdict(list)
    for line in connection.execute(select(waiting.c.line)).scalars():
        for change in from_json(json.loads(line)["changes"]):
            found[change.table, change.id] += [side for side in (change.before, change.after) if side]
    return found
