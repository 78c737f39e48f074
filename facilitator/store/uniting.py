"""One merge: what came takes its place, and the tables are what all that is known makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from facilitator.domain.union import Place
from facilitator.store.journal import Change
from facilitator.store.laptops import waits
from facilitator.store.repairs import in_order, with_parents
from facilitator.store.tables import event
from facilitator.store.union import Run, Union
from facilitator.store.union_rows import Name, Touched, folded, keep_conflicts, knowledge, put
from facilitator.store.work import Work


@dataclass(frozen=True, slots=True)
class United:
    """What a merge brought: events by laptop, rows that conflict, what waits; `seen` is known from now on.

    It is `stale` if all of that was here before.
    """

    events: dict[str, int]
    fuller: int
    conflicts: frozenset[Name]
    waits: frozenset[Place]
    seen: dict[str, int]
    stale: bool


def unite(work: Work, runs: Iterable[Run]) -> United:
    """The events of other laptops are in the journal and in the tables; repairs are changes of this act."""
    connection = work.connection
    union = Union(connection)
    was = {laptop: tail.seq for laptop, tail in union.tails.items()}
    waited = set(waits(connection))
    came = union.take(runs)
    fuller = connection.execute(select(event).where(event.c.id.in_(came.fuller))).mappings().all()
    known = knowledge(connection)
    touched = Touched(connection, [*came.events, *(dict(row) for row in fuller)])
    wanted = folded(touched.writes, known)
    repairs = in_order(connection, wanted)
    put(connection, wanted)
    work.changes += repairs + with_parents(connection, wanted, known)
    conflicts = keep_conflicts(connection, touched.writes, known)
    work.came += [Change(table, id_, None, None) for table, id_ in wanted]
    work.latest = max([work.latest, *(row["moment"] for row in came.events)])
    numbers = {laptop: tail.seq for laptop, tail in union.tails.items() if tail.seq}
    new = {laptop: seq - was.get(laptop, 0) for laptop, seq in numbers.items() if seq > was.get(laptop, 0)}
    stale = not (came.events or came.fuller or union.waits - waited)
    return United(new, len(came.fuller), frozenset(conflicts), union.waits, numbers, stale)
