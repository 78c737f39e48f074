"""The union of journals: events of other laptops take their place, or wait for what they came after.

Whatever comes, in any order, twice or in part: who knows the same events has the same tables.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from facilitator.domain.refusals import Explained
from facilitator.domain.union import MERGE, Place
from facilitator.store.chain import ERASING, WITHHELD, link, replaced_by, seal
from facilitator.store.journal import from_json, to_json
from facilitator.store.steps import AT_ONCE, Pause, in_steps, no_pause
from facilitator.store.tables import event, touched, waiting

COLUMNS = tuple(column.name for column in event.columns)
_BULK = f"INSERT INTO event ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 - our own names


class LaptopTwice(Explained):
    """Two laptops wrote different events as `name`, number `seq`: a file was copied and both went on."""


class Told(NamedTuple):
    """An event as it travels: its laptop, predecessor and hash follow from the run it stands in."""

    seq: int
    id: str
    at: int
    act: str
    desk: str
    undoes: str | None
    salt: str
    sealed: str
    subject: str
    arguments: str
    changes: str


class Run(NamedTuple):
    """Events of one laptop, one after the other; `previous` is the hash of the one before them."""

    laptop: str
    previous: str
    events: list[Told]


class Taken(NamedTuple):
    """A run that was compared with what is here: from where to where, and whether any of it is `new`."""

    laptop: str
    first: int
    last: int
    previous: str
    hash: str
    new: bool


@dataclass(slots=True)
class Tail:
    """The last event here of a laptop."""

    seq: int = 0
    hash: str = ""
    moment: int = 0


@dataclass(slots=True)
class Came:
    """What a union brought: events that took their place, and such as are told more fully now."""

    events: list[dict[str, Any]] = field(default_factory=list)
    fuller: list[str] = field(default_factory=list)


class Union:
    """Events come into the journal of the file that a transaction is at work on.

    Between the steps of what is long `pause` is called.
    """

    def __init__(self, connection: Connection, pause: Pause = no_pause) -> None:
        self._connection, self._pause = connection, pause
        last = select(event.c.replica, func.max(event.c.seq), event.c.hash, event.c.moment)
        rows = connection.execute(last.group_by(event.c.replica)).all()
        self.tails = {row[0]: Tail(*row[1:]) for row in rows}
        self._pending: dict[Place, dict[str, Any]] = {}
        self._kept: dict[Place, dict[str, Any]] = {}  # what waits in the file already
        self._arrived: dict[Place, dict[str, Any]] = {}  # what took its place, and is not in the file yet
        self.came = Came()
        self.told_anew: list[str] = []
        self._replaced: dict[str, str] = {}  # seals of what stands in new events in the place of other words
        self._recall()

    def take(self, runs: Iterable[Run]) -> list[Taken]:
        """What a package tells takes its place; raises LaptopTwice if somebody else wrote what is here."""
        taken = [self._sort(run) for run in runs if run.events]
        while any(self._deliver(laptop) for laptop in {laptop for laptop, _ in self._pending}):
            pass  # what came makes room for more, until nothing does
        return taken

    def end(self) -> Came:
        """Return what took its place: it is in the journal, and the rest waits."""
        self._write()
        self._keep_waiting()
        return self.came

    @property
    def waits(self) -> frozenset[Place]:
        """Return what came and waits for what it came after."""
        return frozenset(self._pending)

    def _recall(self) -> None:
        for laptop, seq, line in self._connection.execute(select(waiting)).all():
            self._kept[(laptop, seq)] = json.loads(line)
        self._pending |= self._kept

    def must_be_erased(self) -> None:
        """Raise ValueError if new events tell other words than were written, and no erasure says so."""
        if not self._replaced:
            return
        there = select(event.c.arguments).where(event.c.act.in_(ERASING))
        told = list(self._connection.execute(there).scalars())
        came = (*self._arrived.values(), *self._pending.values())
        told += [row["arguments"] for row in came if row["act"] in ERASING]
        if not self._replaced.items() <= replaced_by(told):
            raise ValueError

    def _sort(self, run: Run) -> Taken:
        """What of a run is here is compared, the rest is pending."""
        tail = self.tails.get(run.laptop, Tail()).seq
        here = {} if not run.events or run.events[0].seq > tail else self._here(run)
        previous, new = run.previous, False
        for number, told in enumerate(run.events):
            if number % AT_ONCE == 0:
                self._pause()
            row = bound(run.laptop, previous, told)
            previous = row["hash"]
            place = (run.laptop, told.seq)
            known = self._arrived.get(place) or self._pending.get(place) or here.get(told.seq)
            if known is None:
                self._pending[place], new = row, True
                if not told.salt:
                    self._replaced[told.id] = seal("", row)
            elif known["hash"] != row["hash"]:
                raise LaptopTwice(laptop=run.laptop, seq=told.seq)
            elif not known["salt"] and told.salt:
                self.told_anew.append(told.changes)
            elif known["salt"] == WITHHELD:
                self._tell_fuller(known, row, place)
        return Taken(run.laptop, run.events[0].seq, run.events[-1].seq, run.previous, previous, new)

    def _here(self, run: Run) -> Mapping[int, Mapping[str, Any]]:
        first, last = run.events[0].seq, run.events[-1].seq
        columns = (event.c.id, event.c.seq, event.c.hash, event.c.salt)
        there = select(*columns).where(event.c.replica == run.laptop, event.c.seq.between(first, last))
        return {row["seq"]: dict(row) for row in self._connection.execute(there).mappings()}

    def _tell_fuller(self, known: Mapping[str, Any], row: dict[str, Any], place: Place) -> None:
        """An event of which something was withheld is told with all that is known of it."""
        if place in self._arrived:
            self._arrived[place].update(_fuller(known, row))
            return
        if place in self._pending:
            self._pending[place] = _fuller(known, row)
            return
        there = dict(
            self._connection.execute(select(event).where(event.c.id == known["id"])).mappings().one()
        )
        told = _fuller(there, row)
        if told["salt"] == there["salt"] and told["changes"] == there["changes"]:
            return
        payload = {name: told[name] for name in ("salt", "subject", "arguments", "changes")}
        self._connection.execute(update(event).where(event.c.id == known["id"]).values(payload))
        rows = [{"row": id_, "event": known["id"]} for id_ in {c.id for c in from_json(told["changes"])}]
        if rows:
            self._connection.execute(insert(touched).prefix_with("OR IGNORE"), rows)
        self.came.fuller.append(known["id"])

    def _deliver(self, laptop: str) -> bool:
        """The pending events of a laptop whose predecessors are here take their places, if any."""
        tail = self.tails.setdefault(laptop, Tail())
        began = tail.seq
        while (row := self._pending.get((laptop, tail.seq + 1))) is not None:
            if row["previous"] != tail.hash:
                raise LaptopTwice(laptop=laptop, seq=tail.seq)
            seen = seen_by(row)
            if any(self.tails.get(other, Tail()).seq < to for other, to in seen.items()):
                break
            latest = max((self._moment(other, to) for other, to in seen.items()), default=0)
            moment = max(row["at"], max(tail.moment, latest) + 1)
            del self._pending[(laptop, row["seq"])]
            row["moment"] = moment
            self.came.events.append(row)
            self._arrived[(laptop, row["seq"])] = row
            tail.seq, tail.hash, tail.moment = row["seq"], row["hash"], moment
        return tail.seq > began

    def _moment(self, laptop: str, seq: int) -> int:
        arrived = self._arrived.get((laptop, seq))
        there = select(event.c.moment).where(event.c.replica == laptop, event.c.seq == seq)
        moment: int = arrived["moment"] if arrived else self._connection.execute(there).scalar_one()
        return moment

    def _write(self) -> None:
        for some in in_steps(self.came.events, self._pause):
            self._connection.exec_driver_sql(_BULK, [tuple([row[name] for name in COLUMNS]) for row in some])

    def _keep_waiting(self) -> None:
        """What waits is kept, and what waited and came to its place is not."""
        gone = list(self._kept.keys() - self._pending.keys())
        if gone:
            self._connection.exec_driver_sql("DELETE FROM waiting WHERE replica = ? AND seq = ?", gone)
        new = [
            (*place, json.dumps(row, ensure_ascii=False))
            for place, row in self._pending.items()
            if self._kept.get(place) is not row
        ]
        if new:
            self._connection.exec_driver_sql("INSERT OR REPLACE INTO waiting VALUES (?, ?, ?)", new)


def bound(laptop: str, previous: str, told: Told) -> dict[str, Any]:
    """Return an event with its place in the chain."""
    row: dict[str, Any] = {**told._asdict(), "replica": laptop, "previous": previous}
    if told.salt not in ("", WITHHELD):
        row["sealed"] = seal(told.salt, row)
    row["hash"] = link(row)
    return row


def seen_by(row: Mapping[str, Any]) -> Mapping[str, int]:
    """Return up to which number a merge had the events of others; nothing for any other event."""
    if row["act"] != MERGE:
        return {}
    seen: Mapping[str, int] = json.loads(row["arguments"])["seen"]
    return seen


def _fuller(known: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an event told as fully as either of two tells it."""
    if row["salt"] != WITHHELD:
        return {**known, **{name: row[name] for name in ("salt", "subject", "arguments", "changes")}}
    changes = {(c.table, c.id): c for text in (known, row) for c in from_json(text["changes"])}
    ordered = sorted(changes.values(), key=lambda c: (c.table, c.id))
    return {**known, "changes": to_json(ordered)}
