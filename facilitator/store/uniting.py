"""One merge: what came takes its place, and the tables are what all that is known makes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from facilitator.domain.union import Place, Write
from facilitator.store.arriving import Arriving
from facilitator.store.coming import Coming
from facilitator.store.erased_elsewhere import erase_again
from facilitator.store.repairs import in_order, with_parents
from facilitator.store.union import Taken, Union
from facilitator.store.union_rows import folded, keep_conflicts, put, refer_later
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


class Uniting:
    """One merge at work: packages are taken one after the other, and `end` puts the tables together."""

    def __init__(self, work: Work) -> None:
        self._work = work
        refer_later(work.connection)
        self._rows = Arriving(work.connection)
        self._union = Union(work.connection, self._rows.take, work.pause)
        self._waited = self._union.waits
        self._bounds = [self._now()]

    def take(self, runs: Iterable[Coming]) -> list[Taken]:
        """The events of a package take their place in the journal; returns what was compared."""
        taken = self._union.take(runs)
        self._bounds.append(self._now())
        return taken

    def end(self) -> United:
        """The tables are what all that is known makes of them; repairs are changes of this act."""
        work, union, rows = self._work, self._union, self._rows
        union.must_be_erased()
        union.end()
        rows.again(union.fuller)
        known, writes = union.known, rows.writes(work.pause)
        wanted = folded(writes, known, work.pause)
        repairs = in_order(work.connection, wanted)
        put(work.connection, wanted, work.pause)
        rows.end(work.pause)
        work.changes += repairs + with_parents(work.connection, wanted, known, rows.asked())
        conflicts = keep_conflicts(work.connection, writes, known, work.pause)
        work.pause()
        work.came = rows.names
        work.latest = max(work.latest, union.latest)
        people, erased = erase_again(work.connection, union.erased, union.of_people, union.told_anew)
        work.erased = bool(erased.rows or erased.events)
        brought = tuple(self._brought([writes[name] for name in conflicts]))
        stale = not (any(each.events or each.fuller for each in brought) or union.waits - self._waited)
        return United(brought, union.waits, union.reached(), stale, people, erased.replaced)

    def _now(self) -> tuple[dict[str, int], int]:
        return self._union.reached(), len(self._union.fuller)

    def _brought(self, conflicts: Sequence[Sequence[Write]]) -> Iterator[Brought]:
        """Yield what each package brought; a conflict came with the last package that wrote of its place."""
        told = {
            id_: number
            for number, (start, end) in enumerate(pairwise(self._bounds))
            for id_ in self._union.fuller[start[1] : end[1]]
        }
        last = Counter(max(told.get(w.event, self._package(w)) for w in writes) for writes in conflicts)
        for number, (start, end) in enumerate(pairwise(self._bounds)):
            events = {laptop: seq - start[0].get(laptop, 0) for laptop, seq in end[0].items()}
            came = {laptop: count for laptop, count in events.items() if count}
            yield Brought(came, end[1] - start[1], last[number])

    def _package(self, write: Write) -> int:
        """Return which package brought what was written, the first one for what was here before."""
        reached = (seqs.get(write.laptop, 0) for seqs, _ in self._bounds)
        return max(0, next(n for n, seq in enumerate(reached) if write.seq <= seq) - 1)
