"""The rows that come with a merge: in their tables as soon as nothing else is to be known of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from facilitator.store.coming import Event
from facilitator.store.ids import AMONG, among
from facilitator.store.putting import put_in
from facilitator.store.steps import Pause, in_steps
from facilitator.store.tables import STATE
from facilitator.store.union_rows import KEPT_IN_ORDER, Name, Rows, events, older_events, writes_in

_ID = itemgetter(0)
_WORDS = ":"
"""Ids come before it, in the order of their making; after it the rows whose name is a word."""
_LINKED = {
    table.name: [
        (number, next(iter(column.foreign_keys)).column.table.name)
        for number, column in enumerate(table.columns)
        if column.foreign_keys and column.name != "owner"
    ]
    for table in STATE.values()
}


class Arriving:
    """The rows that new events wrote.

    Most were made by one event and touched by no other: these are in their tables as soon as they come, and
    what they refer to is. SQLite looks through whole tables at each row that comes while any other refers to
    what is not there, so that such a row is held. Of all others, `writes` holds all that was ever written.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.names: dict[str, dict[str, str]] = {}  # by table: each with the first event of this merge
        self._apart: dict[Name, set[str]] = {}  # each with the other events of this merge
        self._older: set[str] = set()  # what events touched that were here before
        self._asked: set[Name] = set()
        self._there: dict[str, set[str]] = defaultdict(set)  # by table: what was asked for and is in it
        self._out: set[Name] = set()  # what came and is not in its table, unless it was before
        self._held: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        last = f'SELECT max("row") FROM touched WHERE "row" < \'{_WORDS}\''  # noqa: S608 - our own
        self._last: str = connection.exec_driver_sql(last).scalar() or ""

    def take(self, events: Sequence[Event]) -> None:
        """These events are in the journal now; the rows that only they make are there."""
        pairs = sorted({(id_, told.id) for told, written in events for _, id_, _ in written})
        if not pairs:
            return
        asked = {id_ for id_, _ in pairs if not self._last < id_ < _WORDS}
        made = self._made(events, _touched_among(self._connection, asked) if asked else asked)
        bulk = 'INSERT OR IGNORE INTO touched ("row", event) VALUES (?, ?)'
        self._connection.exec_driver_sql(bulk, pairs)
        for table in filter(made.__contains__, STATE):
            self._put_in(table, made[table])

    def _put_in(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """These rows are in their table if all that they refer to is there, and are held if not."""
        absent = {}
        for column, parent in _LINKED[table]:
            if asked := self._absent(parent, {row[column] for row in rows}):
                absent[column] = asked
                self._asked |= {(parent, id_) for id_ in asked}
        if absent:
            held = [row for row in rows if any(row[column] in ids for column, ids in absent.items())]
            self._held[table] += held
            self._out |= {(table, _ID(row)) for row in held}
            rows = [row for row in rows if not any(row[column] in ids for column, ids in absent.items())]
        if rows:
            put_in(self._connection, STATE[table], rows)

    def _absent(self, table: str, ids: set[str]) -> set[str]:
        """Return which of these ids no row of the table has; None is none."""
        came, asked = self.names.get(table, {}), ids.difference(self._there[table], (None,))
        asked = {id_ for id_ in asked if id_ not in came or (table, id_) in self._out}
        if asked:
            there = f'SELECT id FROM "{table}" WHERE id IN {AMONG}'  # noqa: S608 - our own names
            self._there[table].update(self._connection.exec_driver_sql(there, (among(asked),)).scalars())
        return asked - self._there[table]

    def end(self, pause: Pause) -> None:
        """What was held is in its table, unless more is written of it: what it refers to should be there."""
        for table in filter(self._held.__contains__, STATE):
            rows = [row for row in self._held.pop(table) if (table, _ID(row)) not in self._apart]
            for some in in_steps(rows, pause):
                put_in(self._connection, STATE[table], some)

    def _made(self, events: Sequence[Event], before: set[str]) -> dict[str, list[tuple[Any, ...]]]:
        """Return by table the rows that are only made by these events; all others are kept apart."""
        made: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for told, written in events:
            for table, id_, row in written:
                names = self.names.setdefault(table, {})
                if id_ in names:
                    self._apart.setdefault((table, id_), set()).add(told.id)
                    continue
                names[id_] = told.id
                if id_ in before:
                    self._older.add(id_)
                if row is None or id_ in before or table in KEPT_IN_ORDER:
                    self._apart[table, id_] = set()
                    self._out.add((table, id_))
                else:
                    made[table].append(row)
        return made

    def again(self, ids: Iterable[str]) -> None:
        """These events are told more fully now: what they wrote is to be put together anew."""
        for name, _ in writes_in(events(self._connection, ids)):
            self._apart.setdefault(name, set())
            self._older.add(name[1])
            self.names.setdefault(name[0], {}).setdefault(name[1], "")

    def writes(self, pause: Pause) -> Rows:
        """Return of each row that is not only made by one event all that was ever written of it."""
        found: Rows = {name: [] for name in self._apart}
        told = {self.names[table][id_] for table, id_ in found}.union(*self._apart.values())
        for older in in_steps(list(self._older), pause):
            told |= older_events(self._connection, older)
        for some in in_steps(sorted(told), pause):
            for name, write in writes_in(events(self._connection, some), found):
                found[name].append(write)
        for written in found.values():
            written.sort(key=lambda write: write.order)
        return found

    def asked(self) -> set[Name]:
        """Return what rows in their tables refer to, and which did not come."""
        return {(table, id_) for table, id_ in self._asked if id_ not in self.names.get(table, ())}


def _touched_among(connection: Connection, ids: Iterable[str]) -> set[str]:
    there = f'SELECT DISTINCT "row" FROM touched WHERE "row" IN {AMONG}'  # noqa: S608 - our own names
    return set(connection.exec_driver_sql(there, (among(ids),)).scalars().all())
