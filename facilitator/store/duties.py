"""Who holds the floor: one laptop at a time leads the panels, the founder's until it is handed over."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from facilitator.store.laptops import Laptop, birth, laptops
from facilitator.store.tables import STATE

FLOOR, DUTY = "floor", "duty"


def holder(connection: Connection) -> Laptop | None:
    """Return the laptop that holds the floor; None before the workshop has begun."""
    table = STATE[DUTY]
    named = connection.execute(select(table.c.holder).where(table.c.id == FLOOR)).scalar()
    if named is None:
        named = (birth(connection) or ("", ""))[1]
    return laptops(connection).get(named)


def elsewhere(connection: Connection, me: str) -> tuple[str]:
    """Return the name of the laptop that holds the floor, the empty text if it is this one."""
    found = holder(connection)
    here = found is None or found.id in lineage(connection, me)
    return ("" if here or found is None else found.name,)


def lineage(connection: Connection, me: str) -> tuple[str, ...]:
    """Return this laptop and those whose file it goes on with: what was theirs is its own."""
    return tuple(_back(laptops(connection), me))


def _back(known: dict[str, Laptop], laptop: str | None) -> Iterator[str]:
    seen: set[str] = set()
    while laptop in known and laptop not in seen:
        seen.add(laptop)
        yield laptop
        laptop = known[laptop].succeeds
