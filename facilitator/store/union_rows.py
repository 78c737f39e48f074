"""The tables after a union: every row that somebody else touched is what all events together make of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from facilitator.domain.union import MERGE, Knowledge, Place, Side, Write, row_of, sides
from facilitator.store.chain import ERASURE
from facilitator.store.coming import Event
from facilitator.store.ids import AMONG, among
from facilitator.store.journal import Change, from_json
from facilitator.store.steps import Pause, in_steps, no_pause
from facilitator.store.tables import STATE, conflict, event, replica

Name = tuple[str, str]
"""Which row: its table and its id."""
Rows = dict[Name, list[Write]]
KEPT_IN_ORDER = ("panel", "intervention")
"""Of these the rows that came are looked at together before they are in their tables."""
_LINKED = {
    table.name: [
        (number, next(iter(column.foreign_keys)).column.table.name)
        for number, column in enumerate(table.columns)
        if column.foreign_keys and column.name != "owner"
    ]
    for table in STATE.values()
}
_TOLD = "id, replica, seq, moment, at, act, undoes, changes"


def knowledge(connection: Connection) -> Knowledge:
    """Return who had seen what, as the merges of all laptops tell."""
    return looked_up(connection)[0]


def looked_up(connection: Connection) -> tuple[Knowledge, dict[str, str]]:
    """Return who had seen what, and who was erased by which event; the journal is gone through once."""
    known, erased = Knowledge(), {}
    told = select(event.c.id, event.c.replica, event.c.seq, event.c.act, event.c.arguments)
    for id_, laptop, seq, act, arguments in connection.execute(told.where(event.c.act.in_((MERGE, ERASURE)))):
        said = json.loads(arguments)
        if act == MERGE:
            known.add(laptop, seq, said["seen"])
        else:
            erased[id_] = str(said["participant"])
    return known, erased


def writes_in(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Name, Write]]:
    """Yield each change of these events with the row it is of."""
    for row in rows:
        for change in from_json(row["changes"]):
            yield (change.table, change.id), write_of(row, change)


def write_of(row: Mapping[str, Any], change: Change) -> Write:
    """Return a change of an event as it counts among all that was written of its row."""
    head = (row["id"], row["replica"], row["seq"], row["moment"], row["at"], row["act"], row["undoes"])
    return Write(*head, change.before, change.after)


class Arriving:
    """The rows that new events wrote.

    Most were made by one event and touched by no other: these are in their tables as soon as they come. Of
    all others, `writes` holds all that was ever written.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.names: dict[str, dict[str, str]] = {}  # by table: each with the first event of this merge
        self._apart: dict[Name, set[str]] = {}  # each with the other events of this merge
        self._older: set[str] = set()  # what events touched that were here before
        self._asked: set[Name] = set()

    def take(self, events: Sequence[Event]) -> None:
        """These events are in the journal now; the rows that only they make are there."""
        pairs = sorted({(id_, told.id) for told, written in events for _, id_, _ in written})
        if not pairs:
            return
        made = self._made(events, _touched_among(self._connection, {id_ for id_, _ in pairs}))
        bulk = 'INSERT OR IGNORE INTO touched ("row", event) VALUES (?, ?)'
        self._connection.exec_driver_sql(bulk, pairs)
        for table, rows in made.items():
            _insert(self._connection, table, rows)
            for column, parent in _LINKED.get(table, ()):
                came = self.names.get(parent, {})
                asked = {row[column] for row in rows}.difference(came, (None,))
                self._asked |= {(parent, id_) for id_ in asked}

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
            for name, write in writes_in(events(self._connection, some)):
                if name in found:
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
    pause: Pause = no_pause,
) -> None:
    """The rows are as wanted, or not there; what they refer to may come in the same transaction."""
    refer_later(connection)
    by_table: dict[str, dict[str, Mapping[str, Any] | None]] = defaultdict(dict)
    for (table, id_), row in wanted.items():
        by_table[table][id_] = row
    for table, rows in by_table.items():
        gone = f'DELETE FROM "{table}" WHERE id IN {AMONG}'  # noqa: S608 - our own names
        for ids in in_steps(list(rows), pause):
            connection.exec_driver_sql(gone, (among(ids),))
        cells = itemgetter(*(column.name for column in STATE[table].columns))
        for some in in_steps([row for row in rows.values() if row is not None], pause):
            _insert(connection, table, list(map(cells, some)))


def refer_later(connection: Connection) -> None:
    """What rows refer to may come after them in this transaction."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def _insert(connection: Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    columns = [column.name for column in STATE[table].columns]
    names = ", ".join(f'"{name}"' for name in columns)
    bulk = f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608 - our own names
    connection.exec_driver_sql(bulk, rows)


def folded(rows: Rows, known: Knowledge, pause: Pause = no_pause) -> dict[Name, Mapping[str, Any] | None]:
    """Return what each row is, or None for one that is not, after all that was written."""
    steps = in_steps(list(rows.items()), pause)
    return {name: _folded(writes, known) for some in steps for name, writes in some}


def _folded(writes: Sequence[Write], known: Knowledge) -> Mapping[str, Any] | None:
    first = writes[0]
    if len(writes) == 1:
        made = first.before is None and first.after is not None
        return first.after if made else None
    return row_of(writes, known.saw)[0]


def keep_conflicts(
    connection: Connection, rows: Rows, known: Knowledge, pause: Pause = no_pause
) -> set[Name]:
    """What stands against one another in these rows is kept; returns the rows in which something does."""
    of_several = [(name, writes) for name, writes in rows.items() if _by_several(writes)]
    steps = in_steps(of_several, pause)
    found = {name: sides(writes, known.saw) for some in steps for name, writes in some}
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
