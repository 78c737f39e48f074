"""The union of journals: events of other laptops take their place, or wait for what they came after.

Whatever comes, in any order, twice or in part: who knows the same events has the same tables.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from facilitator.domain.refusals import Explained
from facilitator.domain.union import MERGE, Place
from facilitator.store.chain import ERASING, ERASURE, WITHHELD, replaced_by, seal
from facilitator.store.coming import Bound, Coming, Event, written_in
from facilitator.store.journal import Change, from_json, to_json
from facilitator.store.partly import both
from facilitator.store.putting import put_in
from facilitator.store.steps import Pause, in_steps, no_pause
from facilitator.store.tables import event, touched, waiting
from facilitator.store.union_rows import looked_up

_PAYLOAD = ("salt", "subject", "arguments", "changes")
_PEOPLE = "participant"


class LaptopTwice(Explained):
    """Two laptops wrote different events as `name`, number `seq`: a file was copied and both went on."""


class Taken(NamedTuple):
    """A run that was compared with what is here: from where to where, and whether any of it is `new`."""

    laptop: str
    first: int
    last: int
    previous: str
    hash: str
    new: bool


class Known(NamedTuple):
    """What is here of an event that comes again."""

    id: str
    hash: str
    salt: str


@dataclass(slots=True)
class Tail:
    """The last event here of a laptop."""

    seq: int = 0
    hash: str = ""
    moment: int = 0


class Union:
    """Events come into the journal of the file that a transaction is at work on, and `arrived` hears of them.

    They are written as they come: only what waits for others is held. Between the steps of what is long
    `pause` is called.
    """

    def __init__(
        self,
        connection: Connection,
        arrived: Callable[[Sequence[Event]], None],
        pause: Pause = no_pause,
    ) -> None:
        self._connection, self._arrived, self._pause = connection, arrived, pause
        last = select(event.c.replica, func.max(event.c.seq), event.c.hash, event.c.moment)
        rows = connection.execute(last.group_by(event.c.replica)).all()
        self.tails = {row[0]: Tail(*row[1:]) for row in rows}
        self._pending: dict[Place, Event] = {}
        self._kept: dict[Place, Event] = {}  # what waits in the file already
        self._to_write: list[tuple[Event, int]] = []  # each with its moment
        self.fuller: list[str] = []  # also those that this merge brought in part
        self.of_people: list[Mapping[str, Any]] = []
        self.told_anew: list[str] = []
        self.latest = 0
        self.known, self.erased = looked_up(connection)
        self._replaced: dict[str, str] = {}  # seals of what stands in new events in the place of other words
        self._recall()

    def take(self, runs: Iterable[Coming]) -> list[Taken]:
        """What a package tells takes its place; raises LaptopTwice if somebody else wrote what is here."""
        taken = [self._sort(run) for run in runs]
        while any(self._deliver(laptop) for laptop in {laptop for laptop, _ in self._pending}):
            self._write()  # what came makes room for more, until nothing does
        return taken

    def end(self) -> None:
        """What took its place is in the journal, and the rest waits."""
        self._keep_waiting()

    def reached(self) -> dict[str, int]:
        """Return up to which number the events of each laptop are here."""
        return {laptop: tail.seq for laptop, tail in self.tails.items() if tail.seq}

    @property
    def waits(self) -> frozenset[Place]:
        """Return what came and waits for what it came after."""
        return frozenset(self._pending)

    def _recall(self) -> None:
        for laptop, seq, line in self._connection.execute(select(waiting)).all():
            told = json.loads(line)
            row = Bound(*(told[name] for name in Bound._fields))
            self._kept[(laptop, seq)] = (row, written_in(row.changes))
        self._pending |= self._kept

    def must_be_erased(self) -> None:
        """Raise ValueError if new events tell other words than were written, and no erasure says so."""
        if not self._replaced:
            return
        there = select(event.c.arguments).where(event.c.act.in_(ERASING))
        told = list(self._connection.execute(there).scalars())
        told += [row.arguments for row, _ in self._pending.values() if row.act in ERASING]
        if not self._replaced.items() <= replaced_by(told):
            raise ValueError

    def _sort(self, run: Coming) -> Taken:
        """What of a run is here is compared, the rest takes its place or waits."""
        here = {} if run.first > self.tails.get(run.laptop, Tail()).seq else self._here(run)
        new = False
        for piece in run.pieces:
            self._pause()
            for told in piece:
                new |= self._compare(told, here)
            self._deliver(run.laptop)
            self._write()
        return Taken(run.laptop, run.first, run.last, run.previous, run.hash, new)

    def _compare(self, told: Event, here: Mapping[int, Known]) -> bool:
        """Say whether an event is new; it is pending then."""
        row = told[0]
        place = (row.replica, row.seq)
        waits = self._pending.get(place)
        known = here.get(row.seq) if waits is None else _known(waits)
        if known is None:
            self._pending[place] = told
            if not row.salt:
                self._replaced[row.id] = seal("", row._asdict())
            return True
        if known.hash != row.hash:
            raise LaptopTwice(laptop=row.replica, seq=row.seq)
        if not known.salt and row.salt:
            self.told_anew.append(row.changes)
        elif known.salt == WITHHELD:
            self._tell_fuller(known, row, place)
        return False

    def _here(self, run: Coming) -> Mapping[int, Known]:
        columns = (event.c.seq, event.c.id, event.c.hash, event.c.salt)
        there = select(*columns).where(
            event.c.replica == run.laptop, event.c.seq.between(run.first, run.last)
        )
        return {seq: Known(*rest) for seq, *rest in self._connection.execute(there)}

    def _tell_fuller(self, known: Known, row: Bound, place: Place) -> None:
        """An event of which something was withheld is told with all that is known of it."""
        if place in self._pending:
            told = _fuller(self._pending[place][0]._asdict(), row._asdict())
            self._pending[place] = (Bound(**told), written_in(told["changes"]))
            return
        there = dict(self._connection.execute(select(event).where(event.c.id == known.id)).mappings().one())
        told_now = _fuller(there, row._asdict())
        if told_now["salt"] == there["salt"] and told_now["changes"] == there["changes"]:
            return
        payload = {name: told_now[name] for name in _PAYLOAD}
        self._connection.execute(update(event).where(event.c.id == known.id).values(payload))
        rows = [{"row": id_, "event": known.id} for id_ in {c.id for c in from_json(told_now["changes"])}]
        if rows:
            self._connection.execute(insert(touched).prefix_with("OR IGNORE"), rows)
        self.of_people.append({**row._asdict(), "act": "", "changes": told_now["changes"]})
        self.fuller.append(known.id)

    def _deliver(self, laptop: str) -> bool:
        """The pending events of a laptop whose predecessors are here take their places, if any."""
        tail = self.tails.setdefault(laptop, Tail())
        began = tail.seq
        while (told := self._pending.get((laptop, tail.seq + 1))) is not None:
            row, written = told
            if row.previous != tail.hash:
                raise LaptopTwice(laptop=laptop, seq=tail.seq)
            act, latest = row.act, tail.moment
            if act == MERGE:
                seen = seen_by(row)
                if any(self.tails.get(other, Tail()).seq < to for other, to in seen.items()):
                    break
                self._write()  # moments are looked up where they stand
                self.known.add(laptop, row.seq, seen)
                latest = max((latest, *(self._moment(other, to) for other, to in seen.items())))
            moment = max(row.at, latest + 1)
            del self._pending[(laptop, row.seq)]
            self._to_write.append((told, moment))
            tail.seq, tail.hash, tail.moment = row.seq, row.hash, moment
            if act == ERASURE or _PEOPLE in [table for table, _, _ in written]:
                self.of_people.append(row._asdict())
        self.latest = max(self.latest, tail.moment if tail.seq > began else 0)
        return tail.seq > began

    def _moment(self, laptop: str, seq: int) -> int:
        there = select(event.c.moment).where(event.c.replica == laptop, event.c.seq == seq)
        moment: int = self._connection.execute(there).scalar_one()
        return moment

    def _write(self) -> None:
        for some in in_steps(self._to_write, self._pause):
            put_in(self._connection, event, [(*row, moment) for (row, _), moment in some])
            self._arrived([told for told, _ in some])
        self._to_write = []

    def _keep_waiting(self) -> None:
        """What waits is kept, and what waited and came to its place is not."""
        gone = list(self._kept.keys() - self._pending.keys())
        if gone:
            self._connection.exec_driver_sql("DELETE FROM waiting WHERE replica = ? AND seq = ?", gone)
        new = [
            (*place, json.dumps(told[0]._asdict(), ensure_ascii=False))
            for place, told in self._pending.items()
            if self._kept.get(place) is not told
        ]
        if new:
            self._connection.exec_driver_sql("INSERT OR REPLACE INTO waiting VALUES (?, ?, ?)", new)


def _known(told: Event) -> Known:
    row, _ = told
    return Known(row.id, row.hash, row.salt)


def seen_by(row: Bound) -> Mapping[str, int]:
    """Return up to which number a merge had the events of others; nothing for any other event.

    Raises ValueError where that is no number of an event, which count from 1.
    """
    if row.act != MERGE:
        return {}
    seen: Mapping[str, int] = json.loads(row.arguments)["seen"]
    if not all(type(to) is int and to > 0 for to in seen.values()):
        raise ValueError
    return seen


def _fuller(known: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an event told as fully as either of two tells it."""
    if row["salt"] != WITHHELD:
        return {**known, **{name: row[name] for name in _PAYLOAD}}
    changes: dict[tuple[str, str], Change] = {}
    for change in (*from_json(known["changes"]), *from_json(row["changes"])):
        name = (change.table, change.id)
        changes[name] = both(changes[name], change) if name in changes else change
    ordered = sorted(changes.values(), key=lambda c: (c.table, c.id))
    return {**known, "changes": to_json(ordered)}
