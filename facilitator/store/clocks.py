"""How far the clocks of two laptops are apart, as far as what they told one another says.

Nothing is read before it was written. What one laptop had taken in when it merged was written before, by the
other one's clock: each way round that is a bound, and no laptop's clock is trusted for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from facilitator.domain.clocks import Ahead
from facilitator.domain.union import MERGE
from facilitator.store.laptops import laptops
from facilitator.store.tables import event


def clocks(connection: Connection, me: str) -> dict[str, Ahead]:
    """Return of each other laptop, by its name, how far its clock is ahead."""
    others = [laptop for laptop in laptops(connection).values() if laptop.id != me]
    return {laptop.name: ahead(connection, me, laptop.id) for laptop in others}


def ahead(connection: Connection, me: str, other: str) -> Ahead:
    """Return what the last merges of two laptops tell of their clocks."""
    came, went = _read_and_written(connection, me, other), _read_and_written(connection, other, me)
    return Ahead(None if came is None else came[1] - came[0], None if went is None else went[0] - went[1])


def _read_and_written(connection: Connection, reader: str, writer: str) -> tuple[int, int] | None:
    """Return when a laptop last took in what another told, and when that was written: each by its clock."""
    merges = select(event.c.at, event.c.arguments).where(event.c.replica == reader, event.c.act == MERGE)
    with connection.execute(merges.order_by(event.c.seq.desc())) as newest_first:
        for at, arguments in newest_first:  # of thousands of events those are looked at that tell of it
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
