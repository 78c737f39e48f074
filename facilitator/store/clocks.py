"""How far the clocks of two laptops are apart, as far as what they told one another says.

Nothing is read before it was written. What one laptop had taken in when it merged was written before, by the
other one's clock: each way round that is a bound, and no laptop's clock is trusted for it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, select

from facilitator.domain.clocks import Ahead
from facilitator.domain.union import MERGE
from facilitator.store.laptops import laptops
from facilitator.store.tables import event

Merges = Callable[[str], Iterable[tuple[int, str]]]
"""When a laptop merged and what it then told, the newest first."""


def clocks(connection: Connection, me: str) -> dict[str, Ahead]:
    """Return of each other laptop, by its name, how far its clock is ahead; the journal is read once."""
    others = [laptop for laptop in laptops(connection).values() if laptop.id != me]
    merges = _merges_of_all(connection)
    return {laptop.name: _ahead(connection, merges, me, laptop.id) for laptop in others}


def ahead(connection: Connection, me: str, other: str) -> Ahead:
    """Return what the last merges of two laptops tell of their clocks."""
    return _ahead(connection, partial(_merges_of_one, connection), me, other)


def _ahead(connection: Connection, merges: Merges, me: str, other: str) -> Ahead:
    came = _read_and_written(connection, merges(me), other)
    went = _read_and_written(connection, merges(other), me)
    return Ahead(None if came is None else came[1] - came[0], None if went is None else went[0] - went[1])


def _merges_of_one(connection: Connection, laptop: str) -> Iterator[tuple[int, str]]:
    merges = select(event.c.at, event.c.arguments).where(event.c.replica == laptop, event.c.act == MERGE)
    with connection.execute(merges.order_by(event.c.seq.desc())) as newest_first:
        yield from newest_first  # of thousands of events those are looked at that tell of it


def _merges_of_all(connection: Connection) -> Merges:
    """Each laptop's are put in order here: in the database that would look every event up by itself."""
    every = select(event.c.replica, event.c.seq, event.c.at, event.c.arguments).where(event.c.act == MERGE)
    found = defaultdict(list)
    for row in sorted(connection.execute(every), key=attrgetter("seq"), reverse=True):
        found[row.replica].append((row.at, row.arguments))
    return lambda laptop: found.get(laptop, ())


def _read_and_written(
    connection: Connection, merges: Iterable[tuple[int, str]], writer: str
) -> tuple[int, int] | None:
    """Return when these merges last took in what a laptop told, and when it wrote that: each by its clock."""
    for at, arguments in merges:
        told = json.loads(arguments)
        seq = told["seen"].get(writer, 0)
        there = select(event.c.at).where(event.c.replica == writer, event.c.seq == seq)
        written = [*connection.execute(there).scalars(), *_packed(told, writer)]
        if written:
            return at, max(written)
    return None


def _packed(told: Mapping[str, Any], writer: str) -> Iterator[int]:
    """Yield when the writer packed what a merge took in; older merges took in one package each."""
    for each in told.get("packages", [told]):
        if each.get("from") == writer:
            yield each["packed_at"]
