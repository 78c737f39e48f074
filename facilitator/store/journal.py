"""The journal: every act with the rows it changed; tables are rebuilt from it and acts taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, DefaultClause, Integer, Row, select

from facilitator.store.tables import STATE, event

Values = dict[str, Any]
BIRTH = "new_workshop"
"""The event that made the file: without it there is no workshop that anything could be done in."""
_CHUNK = 64


@dataclass(frozen=True, slots=True)
class Change:
    """One row as it was and as it became; None stands for a row that was not, or is no more.

    An update holds only the columns that changed.
    """

    table: str
    id: str
    before: Values | None
    after: Values | None

    @property
    def inverse(self) -> Change:
        return Change(self.table, self.id, self.after, self.before)


def to_json(changes: Iterable[Change]) -> str:
    rows = [[c.table, c.id, c.before, c.after] for c in changes]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> tuple[Change, ...]:
    return tuple(Change(*row) for row in json.loads(text))


def newest(connection: Connection) -> Iterator[Row[Any]]:
    """Yield the events from the newest back, without their changes."""
    columns = [event.c[name] for name in ("id", "seq", "at", "act", "desk", "subject", "undoes")]
    below: int | None = None
    while True:
        query = select(*columns).order_by(event.c.seq.desc()).limit(_CHUNK)
        rows = connection.execute(query if below is None else query.where(event.c.seq < below)).all()
        yield from rows
        if len(rows) < _CHUNK:
            return
        below = rows[-1].seq


def to_undo(events: Iterable[Row[Any]], desk: str | None) -> Row[Any] | None:
    """Return the newest event in effect that an undo takes back: act or redo, at one desk or any.

    The birth of the workshop is none.
    """
    cancelled: set[str] = set()
    for row in events:
        if row.id in cancelled or (desk is not None and row.desk != desk):
            continue
        if row.undoes is not None:
            cancelled.add(row.undoes)
        if row.act not in {"undo", BIRTH}:
            return row
    return None


def to_redo(events: Iterable[Row[Any]], desk: str | None) -> Row[Any] | None:
    """Return the newest undo in effect that nothing new has been done after, at one desk or any."""
    cancelled: set[str] = set()
    for row in events:
        if row.id in cancelled or (desk is not None and row.desk != desk):
            continue
        if row.act == "undo":
            return row
        if row.undoes is None:
            return None
        cancelled.add(row.undoes)
    return None


def fold(changes: Iterable[Change]) -> dict[str, dict[str, Values]]:
    """Return the tables that a journal's changes, in order, make: rows by id, by table."""
    tables: dict[str, dict[str, Values]] = {}
    for change in changes:
        rows = tables.setdefault(change.table, {})
        if change.after is None:
            del rows[change.id]
        else:
            rows[change.id] = {**(rows.get(change.id) or _usual(change.table)), **change.after}
    return tables


def _usual(table: str) -> Values:
    """Return what stands in columns that an older program did not know of."""
    return {column.name: _default(column) for column in STATE[table].columns}


def _default(column: Column[Any]) -> int | str | None:
    default = column.server_default
    if not isinstance(default, DefaultClause):
        return None
    return int(str(default.arg)) if isinstance(column.type, Integer) else str(default.arg)
