"""The journal: every act with the rows it changed; tables are rebuilt from it and acts taken back."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    DefaultClause,
    Integer,
    Row,
    Select,
    Table,
    bindparam,
    literal_column,
    select,
)

from facilitator.store.chain import ERASURE
from facilitator.store.steps import Pause, no_pause
from facilitator.store.tables import STATE, event

Values = dict[str, Any]
BIRTH = "new_workshop"
"""The event that made the file: without it there is no workshop that anything could be done in."""
MERGE = "merge"
"""The event that tells what came from other laptops: what others did is not taken back here."""
_CHUNK = 64
_CAME = literal_column("event.rowid", Integer)  # a merge brings events that are older than what is there
_LATEST = 2**63 - 1
_TOLD = [event.c[name] for name in ("id", "seq", "at", "act", "desk", "subject", "undoes")]
_NEWEST: Select[Any] = (  # made once: each look asks for it
    select(*_TOLD, _CAME.label("came"))
    .where(bindparam("below", type_=Integer) > _CAME)
    .order_by(_CAME.desc())
    .limit(_CHUNK)
)
_NEWEST_OF_ONE = _NEWEST.where(event.c.replica == bindparam("replica"))
_MANY = 50
_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_TABLE_AND_BEFORE = itemgetter(0, 2)


class Change(NamedTuple):
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


class Crowd(NamedTuple):
    """Rows made at once in one table; a column is told by the value of all, or by the list of theirs."""

    table: str
    size: int
    told: Mapping[str, Any]

    def column(self, name: str) -> Sequence[Any]:
        """Return what stands in a column, row by row, told or not."""
        told = self.told[name] if name in self.told else usual(self.table)[name]
        return told if isinstance(told, list) else [told] * self.size

    def changes(self) -> Iterator[Change]:
        names = list(_whole(self.table, self.told))
        for values in zip(*map(self.column, names), strict=True):
            row = dict(zip(names, values, strict=True))
            yield Change(self.table, row["id"], None, row)


def to_json(changes: Iterable[Change], pause: Pause = no_pause) -> str:
    """Return changes as text; many rows made at once in one table are told column by column.

    Of a row that was made, what is usual is not told.
    """
    told: list[str] = []
    for (table, before), group in groupby(changes, _TABLE_AND_BEFORE):
        many = list(group)
        makes = before is None and len(many) >= _MANY
        made = [c.after for c in many if c.after is not None] if makes else []
        if made and len(set(map(tuple, made))) == 1:
            told.append(_crowd_as_text(table, made, pause))
        elif before is None:
            told += (_TEXT([table, c.id, None, c.after and _unusual(table, c.after)]) for c in many)
        else:
            told += (_TEXT([table, c.id, before, c.after]) for c in many)
    return f"[{','.join(told)}]"


def _crowd_as_text(table: str, made: Sequence[Values], pause: Pause) -> str:
    """Return rows of the same columns as text, with a pause between one column and the next."""
    pause()
    columns = zip(*(row.values() for row in made), strict=True)
    row = _unusual(table, dict(zip(made[0], map(_column, columns), strict=True)))
    told = []
    for name, values in row.items():
        pause()
        told.append(f"{_TEXT(name)}:{_TEXT(values)}")
    return f"[{_TEXT(table)},null,{len(made)},{{{','.join(told)}}}]"


def from_json(text: str, wanted: Container[tuple[str, str]] | None = None) -> tuple[Change, ...]:
    """Return the changes that `to_json` wrote: of the rows that are `wanted`, or of all."""
    found: list[Change] = []
    for told in told_in(text, wanted):
        if isinstance(told, Crowd):
            found += (each for each in told.changes() if wanted is None or (told.table, each.id) in wanted)
        else:
            found.append(told)
    return tuple(found)


def told_in(text: str, wanted: Container[tuple[str, str]] | None = None) -> Iterator[Change | Crowd]:
    """Yield what `to_json` wrote, as it is told there; a row that was made is whole.

    Where some rows are `wanted`, the others are left out, but for those that are told of together.
    """
    for table, id_, before, after in json.loads(text):
        if id_ is None:
            yield Crowd(table, before, after)
        elif wanted is not None and (table, id_) not in wanted:
            continue
        elif before is None and after is not None:
            yield Change(table, id_, None, _whole(table, after))
        else:
            yield Change(table, id_, before, after)


def _unusual(table: str, row: Values) -> Values:
    left_out = usual(table)
    return {name: value for name, value in row.items() if name not in left_out or value != left_out[name]}


def _whole(table: str, told: Mapping[str, Any]) -> Values:
    """Return a row that was made, with what is usual in its table; of no table it is what is told."""
    return {**usual(table), **told} if table in STATE else dict(told)


def _column(values: tuple[Any, ...]) -> Any:  # noqa: ANN401 - the value of all rows, or the list of theirs
    return values[0] if values.count(values[0]) == len(values) else values


def newest(connection: Connection, replica: str | None = None) -> Iterator[Row[Any]]:
    """Yield the events as they came, from the newest back, without their changes: one laptop's, or all."""
    below = _LATEST
    while True:
        asked = {"below": below} if replica is None else {"below": below, "replica": replica}
        rows = connection.execute(_NEWEST if replica is None else _NEWEST_OF_ONE, asked).all()
        yield from rows
        if len(rows) < _CHUNK:
            return
        below = rows[-1].came


def to_undo(events: Iterable[Row[Any]], desk: str | None) -> Row[Any] | None:
    """Return the newest event in effect that an undo takes back: act or redo, at one desk or any.

    The birth of the workshop is none, and no merge and no erasure.
    """
    cancelled: set[str] = set()
    for row in events:
        if row.id in cancelled or (desk is not None and row.desk != desk):
            continue
        if row.undoes is not None:
            cancelled.add(row.undoes)
        if row.act not in {"undo", BIRTH, MERGE, ERASURE}:
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


@cache
def usual(table: str) -> Mapping[str, Any]:
    """Return what stands in columns that an event does not tell of: as usual, or unknown to its program.

    It is what stands there for ever: a column whose usual value became another one would be a new column.
    """
    return usual_in(STATE[table])


@cache
def usual_in(table: Table) -> Mapping[str, Any]:
    """Return what stands in the columns of any table of which nothing is told."""
    return {column.name: _default(column) for column in table.columns}


def _default(column: Column[Any]) -> int | str | None:
    default = column.server_default
    if not isinstance(default, DefaultClause):
        return None
    return int(str(default.arg)) if isinstance(column.type, Integer) else str(default.arg)
