"""What several laptops wrote of one row, put together: for all who know the same it is the same.

Every event comes after all that its laptop had when it was written. Where two writers had not seen one
another, the later one in the order of all events is shown, and both are kept as sides of a conflict: no text
is ever lost.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

Place = tuple[str, int]
"""Where an event stands: its laptop, and its number there."""
Saw = Callable[[Place, Place], bool]
Values = Mapping[str, Any]

UNDO, MERGE, SETTLE = "undo", "merge", "settle_conflict"
_FEW = 8  # writes that are compared each with each: mostly all were seen, and nothing stands against them
THERE = ""
"""Stands among the columns for the row itself: a side that removed it has None there."""


class Knowledge:
    """Who knew what: a merge tells up to which number its laptop had the events of others."""

    def __init__(self) -> None:
        self._had: dict[Place | tuple[str, str], tuple[list[int], list[int]]] = {}

    def add(self, laptop: str, seq: int, seen: Mapping[str, int]) -> None:
        """The merge `seq` of a laptop brought the events of others up to these numbers."""
        for other, to in seen.items():
            merges, numbers = self._had.setdefault((laptop, other), ([], []))
            at = bisect_right(merges, seq)
            merges.insert(at, seq)
            numbers.insert(at, to)

    def saw(self, later: Place, earlier: Place) -> bool:
        """Say whether the writer of one event had the other one."""
        laptop, seq = later
        other, number = earlier
        if laptop == other:
            return number < seq
        merges, numbers = self._had.get((laptop, other), ((), ()))
        at = bisect_right(merges, seq)
        return at > 0 and numbers[at - 1] >= number


@dataclass(frozen=True, slots=True, eq=False)
class Write:
    """One event's change of one row: without `before` it made the row, without `after` it removed it."""

    event: str
    laptop: str
    seq: int
    moment: int
    at: int
    act: str
    undoes: str | None
    before: Values | None
    after: Values | None

    @property
    def place(self) -> Place:
        return self.laptop, self.seq

    @property
    def order(self) -> tuple[int, str, int]:
        return self.moment, self.laptop, self.seq


@dataclass(frozen=True, slots=True)
class Side:
    """What one writer made of the columns that are in conflict."""

    event: str
    laptop: str
    at: int
    values: Values


def row_of(writes: Iterable[Write], saw: Saw) -> tuple[Values | None, Values | None]:
    """Return the row that these writes in order make, and what it was before it was removed.

    A removal that had not seen a write does not undo it. A change of a row whose making is not known here
    waits for it. What was made and taken back again was something, too, to whoever refers to it.
    """
    told = list(writes)
    row, gone = _made(_in_effect(told, saw), saw)
    if row is None and gone is None:
        standing, removed = _made([write for write in told if write.act != UNDO], saw)
        gone = standing or removed
    return row, gone


def _made(writes: Iterable[Write], saw: Saw) -> tuple[Values | None, Values | None]:
    row: Values | None = None
    gone: Values | None = None
    before: list[Write] = []
    for write in writes:
        if write.after is None:
            if row is not None and all(saw(write.place, each.place) for each in before):
                gone, row = row, None
        elif row is not None:
            row = {**row, **write.after}
        elif write.before is None:
            row = write.after
        elif gone is not None:
            row = {**gone, **write.after}
        before.append(write)
    return row, gone


def sides(writes: Iterable[Write], saw: Saw) -> tuple[Side, ...]:
    """Return what stands against one another: nothing if all that was written had been seen or says the same.

    A settling act takes the place of all sides it saw, any other one only of the side that was shown to it.
    """
    told = list(writes)
    if len(told) <= _FEW and all(saw(later.place, each.place) for each, later in combinations(told, 2)):
        return ()
    heads: dict[str, list[tuple[Write, Any]]] = {}
    for write in _in_effect(told, saw):
        if write.act == MERGE:
            continue
        for column, value in {THERE: write.after is not None or None, **(write.after or {})}.items():
            standing = heads.setdefault(column, [])
            replaced = _replaced(write, standing, saw)
            standing[:] = [head for head in standing if head not in replaced]
            standing.append((write, value))
    against: dict[Write, dict[str, Any]] = {}
    for column, standing in heads.items():
        if any(value != standing[0][1] for _, value in standing):
            for write, value in standing:
                against.setdefault(write, {})[column] = value
    found = sorted(against, key=lambda write: write.order)
    return tuple(Side(w.event, w.laptop, w.at, against[w]) for w in found)


def _replaced(write: Write, standing: Sequence[tuple[Write, Any]], saw: Saw) -> Sequence[tuple[Write, Any]]:
    seen = [head for head in standing if saw(write.place, head[0].place)]
    if write.act == SETTLE or not seen:
        return seen
    shown = any(head[1] is True for head in seen) or seen[-1][1]  # a row that anybody kept is there
    return [head for head in seen if head[1] == shown]


def _in_effect(writes: Sequence[Write], saw: Saw) -> Iterable[Write]:
    """Yield the writes but those taken back: unless somebody had built on one and not seen it taken back."""
    if not any(write.act == UNDO for write in writes):
        return writes
    known = {write.event: write for write in writes}
    out: set[str] = set()
    for undo in writes:
        undone = known.get(undo.undoes or "") if undo.act == UNDO else None
        if undone is not None and not any(_built_on(w, undone, undo, saw) for w in writes):
            out |= {undo.event, undone.event}
    return [write for write in writes if write.event not in out]


def _built_on(write: Write, undone: Write, undo: Write, saw: Saw) -> bool:
    if write.event in (undone.event, undo.event):
        return False
    return (
        saw(write.place, undone.place)
        and not saw(undo.place, write.place)
        and not saw(write.place, undo.place)
    )
