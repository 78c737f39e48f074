"""The tables after a union: every row that somebody else touched is what all events together make of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from facilitator.domain.union import MERGE, Knowledge, Place, Side, Write, row_of, sides
from facilitator.store.chain import ERASURE
from facilitator.store.ids import AMONG, among
from facilitator.store.journal import Change, from_json
from facilitator.store.putting import put_in
from facilitator.store.steps import Pause, in_steps, no_pause
from facilitator.store.tables import STATE, conflict, event, replica

Name = tuple[str, str]
"""Which row: its table and its id."""
Rows = dict[Name, list[Write]]
KEPT_IN_ORDER = ("panel", "intervention")
"""Of these the rows that came are looked at together before they are in their tables."""
_TOLD = ("id", "replica", "seq", "moment", "at", "act", "undoes", "changes")


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


def writes_in(
    rows: Iterable[Mapping[str, Any]], wanted: Container[Name] | None = None
) -> Iterator[tuple[Name, Write]]:
    """Yield each change of these events with the row it is of: of the rows that are `wanted`, or of all."""
    for row in rows:
        for change in from_json(row["changes"], wanted):
            yield (change.table, change.id), write_of(row, change)


def write_of(row: Mapping[str, Any], change: Change) -> Write:
    """Return a change of an event as it counts among all that was written of its row."""
    head = (row["id"], row["replica"], row["seq"], row["moment"], row["at"], row["act"], row["undoes"])
    return Write(*head, change.before, change.after)


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
    there = f"SELECT {', '.join(_TOLD)} FROM event WHERE id IN {AMONG} ORDER BY id"  # noqa: S608 - our own names
    for row in connection.exec_driver_sql(there, (among(ids),)).all():
        yield dict(zip(_TOLD, row, strict=True))


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
    parents_first = list(filter(by_table.__contains__, STATE))
    for table in reversed(parents_first):
        gone = f'DELETE FROM "{table}" WHERE id IN {AMONG}'  # noqa: S608 - our own names
        for ids in in_steps([id_ for id_, row in by_table[table].items() if row is None], pause):
            connection.exec_driver_sql(gone, (among(ids),))
    for table in parents_first:
        cells = itemgetter(*(column.name for column in STATE[table].columns))
        there = sorted((row for row in by_table[table].values() if row is not None), key=_has_the_floor)
        for some in in_steps(there, pause):
            put_in(connection, STATE[table], list(map(cells, some)), is_there=True)


def _has_the_floor(row: Mapping[str, Any]) -> bool:
    """Say whether a row is of somebody who speaks: nobody can begin to before whoever did has ended."""
    return row.get("ended", 0) is None


def refer_later(connection: Connection) -> None:
    """What rows refer to may come after them in this transaction."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


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
