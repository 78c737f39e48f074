"""What a union must put right: rows that together break what a table promises, and parents that were removed.

Each repair is a change of the merge's own event, and the same on every laptop that has the same rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from facilitator.domain.refusals import Explained
from facilitator.domain.timing import MINUTE
from facilitator.domain.union import Knowledge, row_of
from facilitator.store.conflicts import LINKS
from facilitator.store.journal import Change
from facilitator.store.tables import STATE
from facilitator.store.union_rows import KEPT_IN_ORDER, Name, put, written_of

Wanted = dict[Name, Mapping[str, Any] | None]


class Unfounded(Explained):
    """What came refers to a `kind` that nobody has told of."""


def in_order(connection: Connection, wanted: Wanted) -> list[Change]:
    """The rows keep what their tables promise; returns what was changed for it."""
    timed = [(name, row) for name, row in wanted.items() if row is not None and name[0] in KEPT_IN_ORDER]
    changes = [change for name, row in timed for change in _times(name, row)]
    changes += _one_speaker(connection, wanted)
    for change in changes:
        name = (change.table, change.id)
        row = wanted.get(name) or _row(connection, name)
        wanted[name] = {**(row or {}), **(change.after or {})}
    return changes


def _times(name: Name, row: Mapping[str, Any]) -> Iterable[Change]:
    table, id_ = name
    if table == "panel" and row["starts"] >= row["ends"]:
        yield Change(table, id_, {"ends": row["ends"]}, {"ends": row["starts"] + MINUTE})
    if table == "intervention" and row["ended"] is not None and row["began"] > row["ended"]:
        yield Change(table, id_, {"ended": row["ended"]}, {"ended": row["began"]})


def _one_speaker(connection: Connection, wanted: Wanted) -> list[Change]:
    """Of several who have the same floor the last one keeps it; the others ended when that one began."""
    came = [row for (table, _), row in wanted.items() if table == "intervention" and row is not None]
    if not any(row["ended"] is None for row in came):
        return []
    table = STATE["intervention"]
    there = connection.execute(select(table).where(table.c.ended.is_(None))).mappings()
    rows = [dict(row) for row in there if ("intervention", row["id"]) not in wanted]
    floors: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for row in [*came, *rows]:
        if row["ended"] is None:
            floors.setdefault((row["panel"], row["interrupts"] or ""), []).append(row)
    changes: list[Change] = []
    for speaking in floors.values():
        *over, last = sorted(speaking, key=lambda row: (row["began"], row["id"]))
        changes += [
            Change("intervention", row["id"], {"ended": None}, {"ended": max(row["began"], last["began"])})
            for row in over
        ]
    return changes


def with_parents(
    connection: Connection, wanted: Wanted, known: Knowledge, asked: Iterable[Name]
) -> list[Change]:
    """What a row refers to is there, or there again if it had been removed; returns what came back.

    Other rows that came refer to what is `asked`.
    """
    changes: list[Change] = []
    missing = _missing(connection, wanted, asked)
    while missing:
        back: Wanted = {}
        for name in sorted(missing):
            back[name] = row_of(written_of(connection, name), known.saw)[1]
            if back[name] is None:
                raise Unfounded(kind=name[0])
            changes.append(Change(*name, None, dict(back[name] or {})))
        put(connection, back)
        missing = _missing(connection, back)
    return changes


def _missing(connection: Connection, wanted: Wanted, also: Iterable[Name] = ()) -> set[Name]:
    gone = {name for name, row in wanted.items() if row is None}
    alive = wanted.keys() - gone
    asked = (_referred_to(wanted) | set(also)) - alive
    for table, column, parent in LINKS:
        ids = [id_ for kind, id_ in gone if kind == parent]
        if ids:
            link = STATE[table].c[column]
            found = connection.execute(select(link).where(link.in_(ids)).distinct()).scalars()
            asked |= {(parent, id_) for id_ in found}
    return {name for name in asked if _row(connection, name) is None}


def _referred_to(wanted: Wanted) -> set[Name]:
    links: dict[str, list[tuple[str, str]]] = {}
    for table, column, parent in LINKS:
        links.setdefault(table, []).append((column, parent))
    rows: dict[str, list[Mapping[str, Any]]] = {}
    for (table, _), row in wanted.items():
        if row is not None:
            rows.setdefault(table, []).append(row)
    found: set[Name] = set()
    for table, those in rows.items():
        for column, parent in links.get(table, ()):
            found |= {(parent, id_) for id_ in {row[column] for row in those} if id_ is not None}
    return found


def _row(connection: Connection, name: Name) -> Mapping[str, Any] | None:
    table = STATE[name[0]]
    found = connection.execute(select(table).where(table.c.id == name[1])).mappings().first()
    return None if found is None else dict(found)
