"""The laptops of a workshop: who they are, their keys, and what this one alone knows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from facilitator.domain.union import Place
from facilitator.store.journal import BIRTH
from facilitator.store.tables import event, meta, replica, waiting


@dataclass(frozen=True, slots=True)
class Laptop:
    """One laptop's copy; `key` checks what it signed, `certificate` tells who let it in."""

    id: str
    name: str
    created: int
    succeeds: str | None = None
    key: str = ""
    certificate: str = ""


def laptops(connection: Connection) -> dict[str, Laptop]:
    """Return all laptops that are known, by their id."""
    return {row.id: Laptop(*row) for row in connection.execute(select(*_COLUMNS))}


def add(connection: Connection, new: Iterable[Laptop]) -> None:
    """These laptops are known from now on."""
    rows = [dict(zip(_NAMES, _values(laptop), strict=True)) for laptop in new]
    if rows:
        connection.execute(insert(replica).prefix_with("OR REPLACE"), rows)


def change(connection: Connection, laptop: Laptop) -> None:
    """What is known of a laptop is this."""
    values = dict(zip(_NAMES, _values(laptop), strict=True))
    connection.execute(update(replica).where(replica.c.id == laptop.id).values(values))


def birth(connection: Connection) -> tuple[str, str] | None:
    """Return the workshop's identity and its founder's laptop; None while nothing has come."""
    some = select(replica.c.id)  # each one's first event is looked up: a join would go through the journal
    first = select(event.c.id, event.c.replica).where(event.c.replica.in_(some), event.c.seq == 1)
    found = connection.execute(first.where(event.c.act == BIRTH)).first()
    return None if found is None else (found.id, found.replica)


def secret(connection: Connection, name: str) -> str | None:
    """Return what this laptop alone knows under a name."""
    return connection.execute(select(meta.c.value).where(meta.c.key == name)).scalar()


def keep_secret(connection: Connection, name: str, value: str) -> None:
    """No package ever tells it."""
    connection.execute(insert(meta).prefix_with("OR REPLACE"), {"key": name, "value": value})


def voucher(connection: Connection, laptop: str, seq: int) -> tuple[str, str, str] | None:
    """Return the hash of a laptop's event, who signed that, and the signature; None if nobody did."""
    found = secret(connection, f"{_VOUCHER} {laptop} {seq}")
    return None if found is None else tuple(json.loads(found))


def keep_voucher(connection: Connection, laptop: str, seq: int, told: tuple[str, str, str]) -> None:
    """It is known from now on who signed what a laptop wrote up to an event."""
    keep_secret(connection, f"{_VOUCHER} {laptop} {seq}", json.dumps(told))


def part(connection: Connection, laptop: str, seq: int) -> tuple[str, str, str] | None:
    """Return what is known of an event that its laptop tells in part: digest, who signed it, signature."""
    found = secret(connection, f"{_PART} {laptop} {seq}")
    return None if found is None else tuple(json.loads(found))


def parts(connection: Connection) -> list[tuple[str, int, tuple[str, str, str]]]:
    """Return what is known of all events that are told in part."""
    query = select(meta.c.key, meta.c.value).where(meta.c.key.startswith(f"{_PART} "))
    found = [(*key.split(" ")[1:], json.loads(value)) for key, value in connection.execute(query)]
    return [(laptop, int(seq), tuple(told)) for laptop, seq, told in found]


def keep_part(connection: Connection, laptop: str, seq: int, told: tuple[str, str, str]) -> None:
    """It is known from now on what a laptop tells of an event."""
    keep_secret(connection, f"{_PART} {laptop} {seq}", json.dumps(told))


def gaps(numbers: Mapping[str, int], waits: Iterable[Place]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return which numbers of which laptops are missing before what waits: from, to."""
    found: dict[str, list[tuple[int, int]]] = {}
    last = dict(numbers)
    for laptop, seq in sorted(waits):
        before = last.get(laptop, 0)
        if seq > before + 1:
            found.setdefault(laptop, []).append((before + 1, seq - 1))
        last[laptop] = seq
    return {laptop: tuple(each) for laptop, each in found.items()}


def waits(connection: Connection) -> list[Place]:
    """Return what came and waits for what is missing."""
    return [(row.replica, row.seq) for row in connection.execute(select(waiting.c.replica, waiting.c.seq))]


_VOUCHER, _PART = "voucher", "part"
_COLUMNS = (
    replica.c.id,
    replica.c.name,
    replica.c.created,
    replica.c.succeeds,
    replica.c.public_key,
    replica.c.certificate,
)
_NAMES = tuple(column.name for column in _COLUMNS)


def _values(laptop: Laptop) -> tuple[object, ...]:
    return laptop.id, laptop.name, laptop.created, laptop.succeeds, laptop.key, laptop.certificate
