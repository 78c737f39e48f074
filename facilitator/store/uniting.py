"""One merge: what came takes its place, and the tables are what all that is known makes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from sqlalchemy import select

from facilitator.domain.union import Place, Write
from facilitator.store.erased_elsewhere import erase_again
from facilitator.store.journal import Change
from facilitator.store.repairs import in_order, with_parents
from facilitator.store.tables import event
from facilitator.store.union import Came, Run, Taken, Union
from facilitator.store.union_rows import Touched, folded, keep_conflicts, knowledge, put
from facilitator.store.work import Work


@dataclass(frozen=True, slots=True)
class Brought:
    """What one package brought: events by laptop, how many are told more fully, and places that conflict."""

    events: Mapping[str, int]
    fuller: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class United:
    """What a merge brought by each package; what waits still, and up to where all is known from now on.

    It is `stale` if all of that was here before. So many `people` were erased, and in these events stands
    something else by now.
    """

    brought: tuple[Brought, ...]
    waits: frozenset[Place]
    seen: dict[str, int]
    stale: bool
    people: int
    replaced: Mapping[str, str]


def unite(work: Work, packages: Sequence[Iterable[Run]], look: Callable[[int, list[Taken]], None]) -> United:
    """The events of other laptops are in the journal and in the tables; repairs are changes of this act.

    Before that, `look` sees the runs of each package and may raise what is wrong with them.
    """
    connection = work.connection
    union = Union(connection, work.pause)
    waited = union.waits
    parts = [_part(union, runs, partial(look, number)) for number, runs in enumerate(packages)]
    union.must_be_erased()
    came = union.end()
    fuller = connection.execute(select(event).where(event.c.id.in_(came.fuller))).mappings().all()
    known = knowledge(connection)
    touched = Touched(connection, [*came.events, *(dict(row) for row in fuller)], work.pause)
    wanted = {**touched.made, **folded(touched.writes, known)}
    repairs = in_order(connection, wanted)
    put(connection, wanted, touched.made.keys() if not came.fuller else (), work.pause)
    work.changes += repairs + with_parents(connection, wanted, known)
    conflicts = keep_conflicts(connection, touched.writes, known)
    work.came += [Change(table, id_, None, None) for table, id_ in wanted]
    work.latest = max([work.latest, *(row["moment"] for row in came.events)])
    numbers = {laptop: tail.seq for laptop, tail in union.tails.items() if tail.seq}
    stale = not (came.events or came.fuller or union.waits - waited)
    writes = [touched.writes[name] for name in conflicts]
    people, erased = erase_again(connection, came.events, union.told_anew)
    work.erased = bool(erased.rows or erased.events)
    return United(tuple(_brought(parts, came, writes)), union.waits, numbers, stale, people, erased.replaced)


def _part(union: Union, runs: Iterable[Run], look: Callable[[list[Taken]], None]) -> tuple[int, int]:
    """A package is taken; returns up to where what came is its, or that of one before it."""
    look(union.take(runs))
    return len(union.came.events), len(union.came.fuller)


def _brought(
    parts: Sequence[tuple[int, int]], came: Came, conflicts: Sequence[Sequence[Write]]
) -> Iterator[Brought]:
    """Yield what each package brought; a conflict came with the last package that wrote of its place."""
    bounds = list(pairwise([(0, 0), *parts]))
    package = {
        id_: number
        for number, (start, end) in enumerate(bounds)
        for id_ in (*(row["id"] for row in came.events[start[0] : end[0]]), *came.fuller[start[1] : end[1]])
    }
    last = Counter(max(package.get(write.event, 0) for write in writes) for writes in conflicts)
    for number, (start, end) in enumerate(bounds):
        events = Counter(row["replica"] for row in came.events[start[0] : end[0]])
        yield Brought(events, end[1] - start[1], last[number])
