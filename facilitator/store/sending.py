"""What a laptop knows, as it is told to others: all events but what is private in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from facilitator.store.chain import WITHHELD
from facilitator.store.coming import Run, Told
from facilitator.store.duties import lineage
from facilitator.store.privacy import hidden, without
from facilitator.store.tables import event, waiting


def runs(connection: Connection, me: str, known: Mapping[str, int]) -> list[Run]:
    """Return each laptop's events after the numbers known already, and what waits here for others."""
    own = lineage(connection, me)
    ids, partly = hidden(connection)
    found: list[Run] = []
    for laptop in connection.execute(select(event.c.replica).distinct()).scalars().all():
        after = event.c.seq > known.get(laptop, 0)
        query = select(event).where(event.c.replica == laptop, after).order_by(event.c.seq)
        rows = (dict(row) for row in connection.execute(query).mappings())
        told = (without(row, ids) if row["id"] in partly else row for row in rows)
        found += _in_runs(told if laptop in own else map(_relayed, told))
    lines = select(waiting.c.line).order_by(waiting.c.replica, waiting.c.seq)
    found += _in_runs(_relayed(json.loads(line)) for line in connection.execute(lines).scalars())
    return found


def _relayed(row: dict[str, Any]) -> Mapping[str, Any]:
    """Return an event of another laptop: told in part it cannot be shown to be that laptop's, so in none."""
    return without(row) if row["salt"] == WITHHELD else row


def _in_runs(rows: Iterable[Mapping[str, Any]]) -> Iterator[Run]:
    run: Run | None = None
    for row in rows:
        if run is not None and (run.laptop, run.events[-1].seq + 1) != (row["replica"], row["seq"]):
            yield run
            run = None
        if run is None:
            run = Run(row["replica"], row["previous"], [])
        run.events.append(Told(*(row[name] for name in Told._fields)))
    if run is not None:
        yield run
