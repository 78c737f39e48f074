"""What a laptop knows, as it is told to others: all events but what is private in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, select

from facilitator.domain.union import MERGE
from facilitator.store.chain import ERASING, WITHHELD
from facilitator.store.coming import Run, Told
from facilitator.store.duties import lineage
from facilitator.store.ids import AMONG, among
from facilitator.store.journal import from_json
from facilitator.store.laptops import part, voucher
from facilitator.store.partly import digest, without
from facilitator.store.privacy import Staying
from facilitator.store.tables import event, waiting
from facilitator.store.union_rows import Name, older_events

Row = Mapping[str, Any]
_NAME_NO_ROW = (*ERASING, "write_note")
"""Acts that name no row they do not touch of which anything is withheld: most of a journal."""
_ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Telling:
    """What a laptop tells in a package that is open, or closed for the secretariat."""

    def __init__(self, connection: Connection, me: str, *, for_secretariat: bool = False) -> None:
        self._connection, self._own = connection, lineage(connection, me)
        staying = Staying(connection)
        names, more = frozenset[Name](), staying.rows(for_secretariat=for_secretariat)
        while True:
            names |= more
            self._ids = frozenset(id_ for _, id_ in names)
            self._about = self._events_about()
            untold = self._untold()
            more = frozenset(staying.on(untold) - untold)
            if more <= names:
                break

    def runs(self, known: Mapping[str, int]) -> list[Run]:
        """Return each laptop's events after the numbers known already, and what waits here for others."""
        found: list[Run] = []
        for laptop in self._connection.execute(select(event.c.replica).distinct()).scalars().all():
            after = event.c.seq > known.get(laptop, 0)
            query = select(event).where(event.c.replica == laptop, after).order_by(event.c.seq)
            rows = self._connection.execute(query).mappings()
            found += self._in_runs(map(self._told, map(dict, rows)))
        lines = select(waiting.c.line).order_by(waiting.c.replica, waiting.c.seq)
        waits = map(json.loads, self._connection.execute(lines).scalars())
        for _, some in groupby(waits, itemgetter("replica")):
            found += self._in_runs(map(self._told, some))
        return found

    def parts(self) -> Iterator[tuple[str, int, str]]:
        """Yield what this laptop tells in part: laptop, number, and what is to be signed of it."""
        for row in self._among(self._about):
            if row["replica"] in self._own:
                told = without(row, self._ids)
                if row["act"] == MERGE or told != without(row):
                    yield row["replica"], row["seq"], digest(told)

    def _told(self, row: Row) -> Row | None:
        """Return an event as it is told; of another laptop in part only if that one signed this part."""
        if row["id"] not in self._about and row["salt"] != WITHHELD and not self._waits_about(row):
            return row
        told = without(row, self._ids)
        if row["replica"] in self._own:
            return told
        signed = part(self._connection, row["replica"], row["seq"])
        if signed is not None and signed[0] == digest(told):
            return told
        return None if row["act"] == MERGE else without(row)

    def _waits_about(self, row: Row) -> bool:
        """Say whether an event that is not in the journal yet tells of what stays."""
        if "moment" in row or not self._ids:
            return False
        named = {change.id for change in from_json(row["changes"])}
        return not self._ids.isdisjoint(named.union(_ID.findall(row["arguments"])))

    def _events_about(self) -> frozenset[str]:
        """Return the events that touched what stays, or whose arguments name any of it."""
        if not self._ids:
            return frozenset()
        found = older_events(self._connection, self._ids)
        acts = ", ".join(f"'{act}'" for act in _NAME_NO_ROW)
        told = f"SELECT id, arguments FROM event WHERE act NOT IN ({acts})"  # noqa: S608 - our own names
        for id_, arguments in self._connection.exec_driver_sql(told):
            if not self._ids.isdisjoint(_ID.findall(arguments)):
                found.add(id_)
        return frozenset(found)

    def _untold(self) -> set[Name]:
        """Return the rows that others made, in events of which this laptop may not tell so much."""
        partly = select(event.c.id).where(event.c.salt == WITHHELD)
        ids = self._about.union(self._connection.execute(partly).scalars())
        found: set[Name] = set()
        for row in self._among(ids):
            if row["replica"] not in self._own:
                told = self._told(row)
                found |= _made(row) - (set() if told is None else _made(told))
        return found

    def _in_runs(self, rows: Iterable[Row | None]) -> Iterator[Run]:
        """Yield events that follow one another together, up to one that cannot be told."""
        run: Run | None = None
        for row in rows:
            if row is None:
                run = run and self._vouched(run)
                break
            if run is not None and (run.laptop, run.events[-1].seq + 1) != (row["replica"], row["seq"]):
                yield run
                run = None
            if run is None:
                run = Run(row["replica"], row["previous"], [])
            run.events.append(Told(*(row[name] for name in Told._fields)))
        if run is not None:
            yield run

    def _vouched(self, run: Run) -> Run | None:
        """Return of a run what its laptop signed the end of."""
        while run.events and voucher(self._connection, run.laptop, run.events[-1].seq) is None:
            run.events.pop()
        return run if run.events else None

    def _among(self, ids: Iterable[str]) -> Iterator[Row]:
        there = f"SELECT * FROM event WHERE id IN {AMONG}"  # noqa: S608 - our own names
        yield from map(dict, self._connection.exec_driver_sql(there, (among(ids),)).mappings().all())


def _made(row: Row) -> set[Name]:
    return {(change.table, change.id) for change in from_json(row["changes"]) if change.before is None}
