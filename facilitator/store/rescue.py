"""What can still be read of a damaged file, put into a new one: rows that stand, and rows of the journal."""

from __future__ import annotations

import shutil
import struct
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from facilitator.store.carving import carved_events
from facilitator.store.engine import SCHEMA_VERSION, as_integer, connect_to_check, make_engine
from facilitator.store.examining import accept
from facilitator.store.faults import NothingToRescue
from facilitator.store.header import APPLICATION_AT, APPLICATION_ID
from facilitator.store.journal import Change, from_json
from facilitator.store.keys import FileKey
from facilitator.store.opening import UNREADABLE
from facilitator.store.restoring import COMPANIONS, succeed
from facilitator.store.search import PLAIN_WORDS
from facilitator.store.snapshots import put
from facilitator.store.standing import IN_USE
from facilitator.store.tables import STATE

Row = dict[str, Any]
_MAGIC = b"SQLite format 3\x00"
_PAGE = 4_096
_LEAST = 36  # bytes, those of an id: no file has more rows than that many fit into it
_KINDS = {"TEXT": str, "INTEGER": int}
_MADE_ANEW = ("alembic_version", "touched", "conflict", "found", "search")


@dataclass(slots=True)
class Rescued:
    """How many rows came over, how many the journal gave back, and how many lost what they belong to."""

    rows: int = 0
    from_journal: int = 0
    dropped: int = 0


def rescue(damaged: Path, target: Path, at: int, key: FileKey | None = None) -> Rescued:
    """The target is a sound workshop of what could be read; the damaged file is as it was.

    Raises NothingToRescue if not even the workshop itself was found.
    """
    found = Rescued()
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".") as folder:
        copy = _copy(damaged, Path(folder))
        version, tables = _read(copy, key)
        if not tables.get("workshop") and key is None:
            version, tables = SCHEMA_VERSION, {"event": carved_events(copy)}
        _complete(tables, found)
        if not tables.get("workshop"):
            raise NothingToRescue(damaged)
        _name_laptops(tables, at)
        put(target, lambda making: _write(making, version, tables, found, at, key), key)
    return found


def _copy(damaged: Path, folder: Path) -> Path:
    """Return a copy that can be opened: with a header, as long as it says, beside what was written last."""
    copy = folder / "copy"
    shutil.copyfile(damaged, copy)
    for suffix in COMPANIONS:
        beside = damaged.with_name(damaged.name + suffix)
        if suffix != "-shm" and beside.exists():
            shutil.copyfile(beside, folder / f"copy{suffix}")
    with copy.open("rb+") as file:
        header = file.read(100)
        size = copy.stat().st_size
        if not header.startswith(_MAGIC):
            file.seek(0)
            file.write(_header(-(-size // _PAGE)))
        else:
            pages = struct.unpack_from(">I", header, 28)[0]
            file.truncate(max(size, _PAGE * min(pages, 4 * (size // _PAGE + 1))))
    return copy


def _header(pages: int) -> bytes:
    """Return the header of a workshop of so many pages."""
    header = bytearray(100)
    header[:24] = _MAGIC + bytes((0x10, 0, 2, 2, 0, 64, 32, 32))
    for offset, number in (
        (24, 1), (28, pages), (40, 1), (44, 4), (56, 1), (60, SCHEMA_VERSION), (92, 1),
        (APPLICATION_AT, APPLICATION_ID),
    ):  # fmt: skip
        struct.pack_into(">I", header, offset, number)
    return bytes(header)


def _read(copy: Path, key: FileKey | None) -> tuple[int, dict[str, list[Row]]]:
    """Return the shape of the file and the rows by table; none if its schema cannot be read."""
    connection = connect_to_check(copy, key)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        version = as_integer(connection, "user_version")
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        tables = [name for (name,) in connection.execute(names) if not name.startswith(_MADE_ANEW)]
        return version, {name: list(_rows(connection, name)) for name in tables}
    except UNREADABLE:
        return 0, {}
    finally:
        connection.close()


def _rows(connection: driver.Connection, table: str) -> Iterator[Row]:
    """Yield the rows that can be read: from the front, from the back, and one by one in between.

    What is read of a page that belongs to something else is no row, and its number may be any.
    """
    seen: set[int] = set()
    fits = _shape(connection, table)
    for order in ("ASC", "DESC"):
        yield from filter(fits, _until_damage(connection, table, order, seen))
    most = as_integer(connection, "page_count") * _PAGE // _LEAST
    for number in range(1, min(most, max(seen, default=0))):
        if number not in seen:
            yield from filter(fits, _found(connection, table, f"WHERE rowid = {number}", seen))


def _shape(connection: driver.Connection, table: str) -> Callable[[Row], bool]:
    """Return what says of a row whether each of its values is one that its column can hold."""
    told = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    kinds = {name: (_KINDS.get(kind, object), needed) for _, name, kind, needed, *_ in told}

    def fits(row: Row) -> bool:
        return all(
            not kinds[name][1] if value is None else isinstance(value, kinds[name][0])
            for name, value in row.items()
        )

    return fits


def _until_damage(connection: driver.Connection, table: str, order: str, seen: set[int]) -> Iterator[Row]:
    yield from _found(connection, table, f"ORDER BY rowid {order}", seen)


def _found(connection: driver.Connection, table: str, which: str, seen: set[int]) -> Iterator[Row]:
    """Yield rows up to one that was seen already, or to where the file is damaged."""
    try:
        cursor = connection.execute(f'SELECT rowid, * FROM "{table}" NOT INDEXED {which}')  # noqa: S608 - a table's name and a number
        names = [column[0] for column in cursor.description][1:]
        for number, *values in cursor:
            if number in seen:
                return
            seen.add(number)
            yield dict(zip(names, values, strict=True))
    except UNREADABLE:
        return


def _complete(tables: dict[str, list[Row]], found: Rescued) -> None:
    """What a table has lost comes back as the journal tells it."""
    told = _told(tables.get("event", ()))
    for name in STATE:
        here = {row["id"] for row in tables.get(name, ())}
        back = [row for id_, row in told.get(name, {}).items() if id_ not in here]
        tables.setdefault(name, []).extend(back)
        found.from_journal += len(back)


def _name_laptops(tables: dict[str, list[Row]], at: int) -> None:
    """Every laptop that a row belongs to is known, and one of them is this one."""
    told = [row["replica"] for row in tables.get("event", ())]
    told += [row["owner"] for name in STATE for row in tables[name]]
    known = tables.setdefault("replica", [])
    for id_ in sorted(set(told) - {row["id"] for row in known}):
        known.append({"id": id_, "name": "", "created": at})
    anew = {PLAIN_WORDS, IN_USE}
    meta = tables["meta"] = [row for row in tables.get("meta", ()) if row["key"] not in anew]
    if not any(row["key"] == "replica" for row in meta):
        meta.append({"key": "replica", "value": max(set(told), key=told.count)})


def _told(events: Iterable[Row]) -> dict[str, dict[str, Row]]:
    """Return the rows that a journal with gaps tells of whole: those whose making it has."""
    tables: dict[str, dict[str, Row]] = {name: {} for name in STATE}
    for event in sorted(events, key=lambda row: (row.get("moment", 0), row["replica"], row["seq"])):
        for change in _changes(event):
            rows = tables.get(change.table, {})
            if change.after is None:
                rows.pop(change.id, None)
            elif change.before is None:
                rows[change.id] = change.after
            elif change.id in rows:
                rows[change.id].update(change.after)
    return tables


def _changes(event: Row) -> tuple[Change, ...]:
    try:
        return from_json(event["changes"])
    except (ValueError, TypeError):
        return ()


def _write(
    making: Path, version: int, tables: dict[str, list[Row]], found: Rescued, at: int, key: FileKey | None
) -> None:
    from facilitator.store.upgrade import upgrade  # noqa: PLC0415 - Alembic loads slowly

    engine = make_engine(making, key)
    try:
        upgrade(engine, version)
        with engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            _fill(raw, tables, found)
        if version < SCHEMA_VERSION:
            upgrade(engine)
    finally:
        engine.dispose()
    succeed(making, at, key)
    accept(making, key)
    if key is not None:
        key.mark(making)


def _fill(raw: Any, tables: dict[str, list[Row]], found: Rescued) -> None:  # noqa: ANN401 - the driver's own
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("BEGIN IMMEDIATE")
    for name, rows in tables.items():
        for row in rows:
            columns = ", ".join(f'"{column}"' for column in row)
            places = ", ".join("?" * len(row))
            done = raw.execute(
                f'INSERT OR IGNORE INTO "{name}" ({columns}) VALUES ({places})',  # noqa: S608 - names of the file's schema
                tuple(row.values()),
            )
            found.rows += done.rowcount
    pairs = {(change.id, row["id"]) for row in tables.get("event", ()) for change in _changes(row)}
    if raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'touched'").fetchone():
        raw.executemany('INSERT OR IGNORE INTO touched ("row", event) VALUES (?, ?)', sorted(pairs))
    while orphans := {(row[0], row[1]) for row in raw.execute("PRAGMA foreign_key_check")}:
        for table, number in orphans:
            raw.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,))  # noqa: S608 - as above
        found.dropped += len(orphans)
    raw.execute("COMMIT")
