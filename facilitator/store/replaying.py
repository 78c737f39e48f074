"""The tables that a journal makes, by the rule of the union: whatever the order in which its events came."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from facilitator.domain.union import MERGE, Knowledge
from facilitator.store.journal import Crowd, told_in, usual
from facilitator.store.union_rows import Rows, folded, write_of

Event = Mapping[str, Any]


class Replayed:
    """The tables that all events together make.

    Rows that came many at once and were never touched again, as those of a list, stay together: they are
    most of a large workshop, and taking each by itself would be most of the work.
    """

    def __init__(self, events: Iterable[Event]) -> None:
        self._known = Knowledge()
        self._crowds: list[tuple[Event, Crowd]] = []
        written: Rows = defaultdict(list)
        for row in events:
            self._read(row, written)
        self._again = self._touched_again(written)
        self._spread(written)
        self._rows: dict[str, dict[str, Mapping[str, Any]]] = defaultdict(dict)
        for (table, id_), made in folded(written, self._known).items():
            if made is not None:
                self._rows[table][id_] = made

    def table(self, name: str, columns: Sequence[str]) -> dict[str, tuple[Any, ...]]:
        """Return the rows of a table by their ids, each in the order of these columns.

        A row that has others than these is empty: it is like none.
        """
        wanted, at = set(columns), columns.index("id")
        found = {
            id_: tuple(map(row.__getitem__, columns)) if row.keys() == wanted else ()
            for id_, row in self._rows[name].items()
        }
        again = self._again[name]
        for _, crowd in self._crowds:
            if crowd.table != name:
                continue
            if usual(name).keys() | crowd.told.keys() != wanted:
                found |= dict.fromkeys(set(crowd.column("id")) - again, ())
                continue
            rows = zip(*map(crowd.column, columns), strict=True)
            found |= {row[at]: row for row in rows if not again or row[at] not in again}
        return found

    def in_bulk(self, name: str) -> Mapping[str, Any] | None:
        """Return the columns of a table whose rows all came many at once, in the order of their coming.

        A column is told by the value of all rows, or by the list of theirs; None of any other table.
        """
        crowds = [crowd for _, crowd in self._crowds if crowd.table == name]
        if not crowds or self._rows[name] or self._again[name]:
            return None
        told = {}
        for column in usual(name).keys() | {column for crowd in crowds for column in crowd.told}:
            first, *others = (crowd.told.get(column, usual(name).get(column)) for crowd in crowds)
            alike = not isinstance(first, list) and all(other == first for other in others)
            told[column] = first if alike else [each for crowd in crowds for each in crowd.column(column)]
        return told

    def _read(self, row: Event, written: Rows) -> None:
        if row["act"] == MERGE:
            self._known.add(row["replica"], row["seq"], json.loads(row["arguments"])["seen"])
        for told in told_in(row["changes"]):
            if isinstance(told, Crowd):
                self._crowds.append((row, told))
            else:
                written[told.table, told.id].append(write_of(row, told))

    def _spread(self, written: Rows) -> None:
        """What a crowd tells of rows that were touched again is among all that was written of them.

        It made them, so that it comes before what else its event wrote.
        """
        for row, crowd in self._crowds:
            again = self._again[crowd.table]
            if not again.isdisjoint(crowd.column("id")):
                for change in crowd.changes():
                    if change.id in again:
                        written[change.table, change.id].insert(0, write_of(row, change))
        for writes in written.values():
            writes.sort(key=lambda write: write.order)

    def _touched_again(self, written: Rows) -> Mapping[str, set[str]]:
        """Return the ids, by table, of which more is told than that they came with many others."""
        again: dict[str, set[str]] = defaultdict(set)
        for table, id_ in written:
            again[table].add(id_)
        came: dict[str, list[str]] = defaultdict(list)
        for _, crowd in self._crowds:
            came[crowd.table] += crowd.column("id")
        for table, ids in came.items():
            if len(set(ids)) < len(ids):
                again[table].update(id_ for id_, often in Counter(ids).items() if often > 1)
        return again
