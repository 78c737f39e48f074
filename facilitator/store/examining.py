"""Whether a file is sound: its pages, the links between its rows, its journal, and its tables against it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as driver

from facilitator.store.chain import breaches
from facilitator.store.engine import SCHEMA_VERSION, as_integer, connect, connect_beside, connect_to_check
from facilitator.store.keys import FileKey
from facilitator.store.opening import UNREADABLE, has_unwritten_pages
from facilitator.store.replaying import Replayed
from facilitator.store.tables import STATE

KNOWN = "known_flaws"
"""Where a file that was rescued keeps what its journal has lacked since."""
_CHAINED_SINCE = 6  # the shape of a file that first bound its events to one another
_PROBLEMS = 100
_EVENTS = "SELECT * FROM event ORDER BY replica, seq"


class Flaw(StrEnum):
    """What is wrong with a file."""

    PAGES = "pages"
    LINKS = "links"
    EVENTS_MISSING = "events_missing"
    EVENTS_ALTERED = "events_altered"
    EVENTS_CUT_LOOSE = "events_cut_loose"
    TABLE_DIFFERS = "table_differs"
    LAST_ACTS = "last_acts"


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw: in `table` with so many rows, or in the journal of a laptop from event `first` to `last`."""

    flaw: Flaw
    count: int = 1
    table: str = ""
    replica: str = ""
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Examination:
    """What was looked at, and what was found: nothing in a sound file."""

    events: int
    rows: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        return not self.findings

    @property
    def readable(self) -> bool:
        """Say whether all of it can be read and belongs together, whatever its journal says."""
        return all(found.flaw not in (Flaw.PAGES, Flaw.LINKS) for found in self.findings)


class _Told(NamedTuple):
    """What the journal and the tables lack, what of that is known, and how many events and rows there are."""

    journal: tuple[Finding, ...]
    tables: tuple[Finding, ...]
    known: frozenset[Finding]
    events: int
    rows: int


def examine(path: Path, key: FileKey | None = None) -> Examination:
    """Return what is wrong with a file that nobody has open; it is not changed.

    Where nothing lies beside it, another thread looks at its journal and tables at the same time.
    """
    settled = not has_unwritten_pages(path)
    try:
        with closing(connect_to_check(path, key)) as connection:
            if not settled:
                return _examined(connection, lambda: _told(connection))
            as_integer(connection, "schema_version")  # from here on it is held
            with closing(connect_beside(path, key)) as other, ThreadPoolExecutor(1) as pool:
                return _examined(connection, pool.submit(_told, other).result)
    except UNREADABLE:
        return Examination(0, 0, (Finding(Flaw.PAGES),))


def accept(path: Path, key: FileKey | None = None) -> None:
    """What is wrong with the journal of a file is known from now on, and no finding any more."""
    found = examine(path, key)
    if found.sound:
        return
    connection = connect(path, key)
    try:
        told = json.dumps([asdict(each) for each in found.findings])
        connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (KNOWN, told))
    finally:
        connection.close()


def _examined(connection: driver.Connection, told: Callable[[], _Told]) -> Examination:
    """What is `told` counts only if all pages are what they should be."""
    if pages := tuple(_pages(connection)):
        return Examination(0, 0, pages)
    links = tuple(_links(connection))
    journal, tables, known, events, rows = told()
    findings = (*links, *journal, *(() if links else tables))
    return Examination(events, rows, tuple(found for found in findings if found not in known))


def _told(connection: driver.Connection) -> _Told:
    """Return what the journal lacks, the tables beside it, what of it is known, and how much there is."""
    version = as_integer(connection, "user_version")
    told = list(_dicts(connection.execute(_EVENTS))) if version >= _CHAINED_SINCE else []
    journal = tuple(_journal(told))
    tables = tuple(_tables(connection, told)) if version == SCHEMA_VERSION and not journal else ()
    known = connection.execute("SELECT value FROM meta WHERE key = ?", (KNOWN,)).fetchone()
    accepted = [Finding(**each) for each in json.loads(known[0])] if known else []
    (events,) = connection.execute("SELECT count(*) FROM event").fetchone()
    return _Told(journal, tables, frozenset(accepted), events, _rows(connection))


def _pages(connection: driver.Connection) -> Iterator[Finding]:
    connection.text_factory = bytes  # a damaged text need not be UTF-8
    found = connection.execute(f"PRAGMA integrity_check({_PROBLEMS})").fetchall()
    connection.text_factory = str
    if found != [(b"ok",)]:
        yield Finding(Flaw.PAGES, len(found))


def _links(connection: driver.Connection) -> Iterator[Finding]:
    broken = Counter(row[0] for row in connection.execute("PRAGMA foreign_key_check"))
    for table, count in sorted(broken.items()):
        yield Finding(Flaw.LINKS, count, table)


def _journal(events: Sequence[Mapping[str, Any]]) -> Iterator[Finding]:
    for breach in breaches(events):
        flaw = Flaw(f"events_{breach.how.value}")
        yield Finding(
            flaw, breach.to - breach.seq + 1, replica=breach.replica, first=breach.seq, last=breach.to
        )


def _tables(connection: driver.Connection, events: Sequence[Mapping[str, Any]]) -> Iterator[Finding]:
    """Yield tables that do not say what the journal does."""
    told = Replayed(events)
    for name in STATE:
        if _as_in_bulk(connection, name, told.in_bulk(name)):
            continue
        rows = connection.execute(f"SELECT * FROM {name}")  # noqa: S608 - our own name
        columns = [column[0] for column in rows.description]
        at = columns.index("id")
        here, there = {row[at]: row for row in rows}, told.table(name, columns)
        if here != there:
            differing = sum(here.get(id_) != there.get(id_) for id_ in here.keys() | there.keys())
            yield Finding(Flaw.TABLE_DIFFERS, differing, name)


def _as_in_bulk(connection: driver.Connection, name: str, told: Mapping[str, Any] | None) -> bool:
    """Say whether a table is just what was told of all its rows at once, which is seen without taking each.

    What all rows have in common the file looks for itself; the rest it tells column by column, at one go: to
    take row by row would hold up whoever works beside this.
    """
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
    if told is None or told.keys() != set(columns):
        return False
    alike = {column: value for column, value in told.items() if not isinstance(value, list)}
    listed = [column for column in columns if column not in alike]
    if not listed:  # rows that even share their id are no rows of ours
        return False
    other = " OR ".join(f'"{column}" IS NOT ?' for column in alike) or "0"
    query = f"SELECT count(*) FROM {name} WHERE {other}"  # noqa: S608 - our own names
    if connection.execute(query, list(alike.values())).fetchone() != (0,):
        return False
    shown = ", ".join(f'json_group_array("{column}")' for column in listed)
    these = ", ".join(f'"{column}"' for column in listed)  # to take the others along would double the work
    query = f"SELECT {shown} FROM (SELECT {these} FROM {name} ORDER BY rowid)"  # noqa: S608 - as above
    try:
        here = connection.execute(query).fetchone()
    except driver.OperationalError:  # bytes, which no act writes, are no JSON
        return False
    return all(json.loads(rows) == told[column] for rows, column in zip(here, listed, strict=True))


def _rows(connection: driver.Connection) -> int:
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    counts = (connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names & set(STATE))  # noqa: S608 - our own names
    return sum(counts)


def _dicts(cursor: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - the driver's own
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))
