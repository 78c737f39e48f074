"""The tables after a union: every row that somebody else touched is what all events together make of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from facilitator.domain.union import MERGE, Knowledge, Place, Side, Write, row_of, sides
from facilitator.store.ids import AMONG, among
from facilitator.store.journal import Change, from_json, usual
from facilitator.store.steps import Pause, in_steps, no_pause
from facilitator.store.tables import STATE, conflict, event, replica

Name = tuple[str, str]
"""Which row: its table and its id."""
Rows = dict[Name, list[Write]]
_TOLD = "id, replica, seq, moment, at, act, undoes, changes"


def knowledge(connection: Connection) -> Knowledge:
    """Return who had seen what, as the merges of all laptops tell."""
    known = Knowledge()
    merges = select(event.c.replica, event.c.seq, event.c.arguments).where(event.c.act == MERGE)
    for laptop, seq, arguments in connection.execute(merges.order_by(event.c.replica, event.c.seq)):
        known.add(laptop, seq, json.loads(arguments)["seen"])
    return known


def writes_in(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Name, Write]]:
    """Yield each change of these events with the row it is of."""
    for row in rows:
        for change in from_json(row["changes"]):
            yield (change.table, change.id), write_of(row, change)


def write_of(row: Mapping[str, Any], change: Change) -> Write:
    """Return a change of an event as it counts among all that was written of its row."""
    head = (row["id"], row["replica"], row["seq"], row["moment"], row["at"], row["act"], row["undoes"])
    return Write(*head, change.before, change.after)


class Touched:
    """The rows that new events touched.

    Most were made by one event and touched by no other: these are `made`. Of the others, `writes` holds all
    that was ever written.
    """

    def __init__(
        self, connection: Connection, rows: Sequence[Mapping[str, Any]], pause: Pause = no_pause
    ) -> None:
        self._connection, self._pause = connection, pause
        self._once: dict[Name, tuple[Mapping[str, Any], Change]] = {}
        self.writes: Rows = {}
        new: set[tuple[str, str]] = set()
        for some in in_steps(rows, pause):
            for row in some:
                for change in from_json(row["changes"]):
                    self._add(row, change)
                    new.add((change.id, row["id"]))
        self._recall({row["id"] for row in rows})
        self.made = dict(self._made())
        self._once.clear()
        for written in self.writes.values():
            written.sort(key=lambda write: write.order)
        self._enter(sorted(new))

    def _add(self, row: Mapping[str, Any], change: Change) -> None:
        name = (change.table, change.id)
        if name in self.writes:
            self.writes[name].append(write_of(row, change))
        elif name in self._once:
            self.writes[name] = [write_of(*self._once.pop(name)), write_of(row, change)]
        else:
            self._once[name] = (row, change)

    def _recall(self, known: set[str]) -> None:
        """What was written of these rows before is read again."""
        names = self.writes.keys() | self._once.keys()
        older = older_events(self._connection, {id_ for _, id_ in names}) - known
        for row in events(self._connection, older):
            for change in from_json(row["changes"]):
                if (change.table, change.id) in names:
                    self._add(row, change)

    def _made(self) -> Iterator[tuple[Name, Mapping[str, Any]]]:
        for name, (row, change) in self._once.items():
            if change.before is None and change.after is not None:
                yield name, {**usual(change.table), **change.after}
            else:
                self.writes[name] = [write_of(row, change)]

    def _enter(self, new: Sequence[tuple[str, str]]) -> None:
        bulk = 'INSERT OR IGNORE INTO touched ("row", event) VALUES (?, ?)'
        for some in in_steps(new, self._pause):
            self._connection.exec_driver_sql(bulk, list(some))


def written_of(connection: Connection, name: Name) -> list[Write]:
    """Return all that was ever written of one row, in the order of events."""
    found = writes_in(events(connection, older_events(connection, {name[1]})))
    return sorted((write for each, write in found if each == name), key=lambda write: write.order)


def older_events(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return the events that touched rows of these ids."""
    there = f'SELECT DISTINCT event FROM touched WHERE "row" IN {AMONG}'  # noqa: S608 - our own names
    return set(connection.exec_driver_sql(there, (among(ids),)).scalars())


def events(connection: Connection, ids: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """Yield events by their ids."""
    there = f"SELECT {_TOLD} FROM event WHERE id IN {AMONG} ORDER BY id"  # noqa: S608 - our own names
    yield from map(dict, connection.exec_driver_sql(there, (among(ids),)).mappings().all())


def put(
    connection: Connection,
    wanted: Mapping[Name, Mapping[str, Any] | None],
    new: Collection[Name] = frozenset(),
    pause: Pause = no_pause,
) -> None:
    """The rows are as wanted, or not there; what they refer to may come in the same transaction.

    Those that are `new` were never in a table: nobody looks for them to take them out first.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    by_table: dict[str, dict[str, Mapping[str, Any] | None]] = defaultdict(dict)
    for (table, id_), row in wanted.items():
        by_table[table][id_] = row
    for table, rows in by_table.items():
        gone = f'DELETE FROM "{table}" WHERE id IN {AMONG}'  # noqa: S608 - our own names
        connection.exec_driver_sql(gone, (among(id_ for id_ in rows if (table, id_) not in new),))
        for some in in_steps([row for row in rows.values() if row is not None], pause):
            _insert(connection, table, some)


def _insert(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    columns = [column.name for column in STATE[table].columns]
    names = ", ".join(f'"{name}"' for name in columns)
    bulk = f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608 - our own names
    connection.exec_driver_sql(bulk, list(map(itemgetter(*columns), rows)))


def folded(rows: Rows, known: Knowledge) -> dict[Name, Mapping[str, Any] | None]:
    """Return what each row is, or None for one that is not, after all that was written."""
    return {name: _folded(name[0], writes, known) for name, writes in rows.items()}


def _folded(table: str, writes: Sequence[Write], known: Knowledge) -> Mapping[str, Any] | None:
    first = writes[0]
    if len(writes) == 1:
        made = first.before is None and first.after is not None
        return {**usual(table), **(first.after or {})} if made else None
    return row_of(writes, known.saw, usual(table))[0]


def keep_conflicts(connection: Connection, rows: Rows, known: Knowledge) -> set[Name]:
    """What stands against one another in these rows is kept; returns the rows in which something does."""
    found = {name: sides(writes, known.saw) for name, writes in rows.items() if _by_several(writes)}
    there = set() if not rows else _conflicts(connection)
    for kind, id_ in there & rows.keys():
        gone = (conflict.c.kind == kind) & (conflict.c.row == id_)
        connection.execute(delete(conflict).where(gone))
    told = {name: each for name, each in found.items() if each}
    if told:
        values = [{"kind": kind, "row": id_, "sides": _json(each)} for (kind, id_), each in told.items()]
        connection.execute(insert(conflict), values)
    return set(told)


def _by_several(writes: Sequence[Write]) -> bool:
    first = writes[0].laptop
    return any(write.laptop != first for write in writes)


def _conflicts(connection: Connection) -> set[Name]:
    return {(row.kind, row.row) for row in connection.execute(select(conflict.c.kind, conflict.c.row))}


def _json(found: Sequence[Side]) -> str:
    told = [[side.event, side.laptop, side.at, side.values] for side in found]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def after_own(connection: Connection, act: str, ids: set[str]) -> None:
    """What an act of this laptop did to conflicts is kept: settled, brought back, or left as they were."""
    others = select(func.count()).select_from(replica)
    if not ids or connection.execute(others).scalar_one() == 1:
        return
    there = {name for name in _conflicts(connection) if name[1] in ids}
    if act in ("undo", "redo"):
        there |= {name for name, _ in writes_in(events(connection, older_events(connection, ids)))}
    rows = {name: written_of(connection, name) for name in there if name[1] in ids}
    if rows:
        keep_conflicts(connection, rows, knowledge(connection))


def beside(connection: Connection, place: Place, changes: Iterable[Change]) -> str | None:
    """Return a laptop that changed the same as an event did, and that the event's writer had not seen."""
    others = select(func.count()).select_from(replica)
    if connection.execute(others).scalar_one() == 1:
        return None
    known = knowledge(connection)
    for change in changes:
        for write in written_of(connection, (change.table, change.id)):
            if write.laptop != place[0] and not known.saw(place, write.place) and _same(change, write):
                return write.laptop
    return None


def _same(change: Change, write: Write) -> bool:
    """Say whether both changed one column, or one of them the row itself."""
    if None in (change.before, change.after, write.before, write.after):
        return True
    return not (change.after or {}).keys().isdisjoint(write.after or {})
