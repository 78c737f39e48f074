"""One act's work: rows change and the journal tells of it in the same transaction, or neither happens."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache, partial
from itertools import repeat
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Delete, Update, bindparam, delete, insert, select, update

from facilitator.domain.floor import Floor
from facilitator.domain.once import difference
from facilitator.domain.refusals import UndoConflict
from facilitator.store.floor_rows import (
    from_allotments,
    from_budgets,
    from_intervention,
    from_pauses,
    from_plan,
    from_request,
    sitting,
)
from facilitator.store.ids import new_id
from facilitator.store.journal import Change, Values, usual
from facilitator.store.putting import put_in
from facilitator.store.reading import Reading
from facilitator.store.steps import Pause, no_pause
from facilitator.store.tables import STATE

_ID = itemgetter("id")
_AS_CHANGE = partial(tuple.__new__, Change)  # of thousands at once, each three times as fast as by its fields
_INSERT = {name: insert(table) for name, table in STATE.items()}
_MANY = 100  # rows to insert at once, from which on the driver is asked directly


class Work:
    """What an act may use: the instant, what is the case, and ways to change rows.

    A merge also tells what rows `came`, by their tables, and the latest moment of the events that did. What
    is `recorded` has an event of its own even if it changed nothing: a lot that was drawn was drawn. Where
    somebody was `erased`, nothing that was read before is true. Between the steps of what is long `pause` is
    called, and nothing has happened if it raises something.
    """

    def __init__(self, connection: Connection, reading: Reading, owner: str, event: str, now: int) -> None:
        self._connection = connection
        self._owner = owner
        self.event = event
        self.reading = reading
        self.now = now
        self.subject = ""
        self.changes: list[Change] = []
        self.came: Mapping[str, Collection[str]] = {}
        self.latest = 0
        self.recorded = False
        self.erased = False
        self.floors: dict[str, Floor] = {}
        self.pause: Pause = no_pause

    @property
    def connection(self) -> Connection:
        """The transaction at work, for what the store itself does in it."""
        return self._connection

    @property
    def laptop(self) -> str:
        """The laptop at work, to which belongs what it makes."""
        return self._owner

    def new_id(self) -> str:
        return new_id()

    def insert(self, table: str, row: Values) -> None:
        self.insert_all(table, [row])

    def insert_all(self, table: str, rows: Sequence[Values]) -> None:
        if not rows:
            return
        owned = [{**row, "owner": self._owner} for row in rows]
        if len(owned) < _MANY:
            self._connection.execute(_INSERT[table], owned)
        else:
            self._insert_many(table, owned)
        self.changes += map(_AS_CHANGE, zip(repeat(table), map(_ID, owned), repeat(None), owned))

    def _insert_many(self, table: str, rows: Sequence[Values]) -> None:
        """Rows of the same columns go to the driver as they are: a list of thousands has no time to lose."""
        columns = STATE[table].columns.keys()
        whole = rows if rows[0].keys() >= set(columns) else [{**usual(table), **row} for row in rows]
        put_in(self._connection, STATE[table], list(map(itemgetter(*columns), whole)))

    def update(self, table: str, id_: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """The row has the values of `after`; only columns that differ from `before` are written."""
        new = {column: value for column, value in after.items() if before[column] != value}
        if new:
            old = {column: before[column] for column in new}
            self._apply(Change(table, id_, old, new))

    def delete(self, table: str, row: Values) -> None:
        owner = select(STATE[table].c.owner).where(STATE[table].c.id == row["id"])
        whose = self._connection.execute(owner).scalar()
        self._apply(Change(table, row["id"], {**row, "owner": whose}, None))

    def apply(self, changes: Sequence[Change]) -> None:
        """The changes happen, each to a row that is as it says; raises UndoConflict for any other."""
        for change in changes:
            self._apply(change)

    def floor(self, panel: str) -> Floor:
        return self.floors.get(panel) or self.reading.floor(panel)

    def keep(self, floor: Floor) -> None:
        """The rows say what `floor` says; only what differs from before is written."""
        before = self.floor(floor.panel)
        self.update("panel", floor.panel, sitting(before), sitting(floor))
        if before.queue is not floor.queue:
            self._keep_requests(before, floor)
        if before.interventions is not floor.interventions:
            self._keep_interventions(before, floor)
        if before.allotments is not floor.allotments or before.kinds is not floor.kinds:
            self.keep_rows("allotment", from_allotments(before), from_allotments(floor))
        if before.budgets is not floor.budgets:
            self.keep_rows("budget", from_budgets(before), from_budgets(floor))
        if before.plan is not floor.plan:
            self.keep_rows("planned_phase", from_plan(before), from_plan(floor))
        self.floors[floor.panel] = floor

    def _keep_requests(self, before: Floor, after: Floor) -> None:
        was, those = difference(before.queue.requests, after.queue.requests)
        known = {request.id: request for request in was}
        for request in those:
            old = known.get(request.id)
            if old is None:
                self.insert("request", from_request(request, after.panel))
            elif old is not request:
                self.update(
                    "request", request.id, from_request(old, after.panel), from_request(request, after.panel)
                )

    def _keep_interventions(self, before: Floor, after: Floor) -> None:
        was, those = difference(before.interventions, after.interventions)
        known = {intervention.id: intervention for intervention in was}
        for intervention in those:
            old = known.pop(intervention.id, None)
            if old is intervention:
                continue
            new_row = from_intervention(intervention, after.panel)
            if old is None:
                self.insert("intervention", new_row)
            else:
                self.update("intervention", intervention.id, from_intervention(old, after.panel), new_row)
            self.keep_rows("pause", from_pauses(old) if old else {}, from_pauses(intervention))
        for gone in known.values():
            self.keep_rows("pause", from_pauses(gone), {})
            self.delete("intervention", from_intervention(gone, after.panel))

    def keep_rows(self, table: str, before: Mapping[str, Values], after: Mapping[str, Values]) -> None:
        """Rows by their id become those of `after`; only what differs is written."""
        for id_, row in before.items():
            if id_ not in after:
                self.delete(table, row)
        for id_, row in after.items():
            if id_ not in before:
                self.insert(table, row)
            else:
                self.update(table, id_, before[id_], row)

    def _apply(self, change: Change) -> None:
        if change.before is None and change.after is not None:
            self._connection.execute(_INSERT[change.table], change.after)
        else:
            before, after = change.before or {}, change.after
            statement = _change(change.table, tuple(before), None if after is None else tuple(after))
            told = {f"was_{column}": value for column, value in before.items()}
            told |= {f"now_{column}": value for column, value in (after or {}).items()}
            if self._connection.execute(statement, {**told, "this_row": change.id}).rowcount != 1:
                raise UndoConflict
        self.changes.append(change)


@lru_cache(maxsize=256)
def _change(table: str, before: tuple[str, ...], after: tuple[str, ...] | None) -> Delete | Update:
    """Return what changes `this_row` if it is as it was, or deletes it; made once for the same columns."""
    columns = STATE[table].c
    there = [columns.id == bindparam("this_row")]
    there += [columns[name].is_(bindparam(f"was_{name}", type_=columns[name].type)) for name in before]
    if after is None:
        return delete(STATE[table]).where(*there)
    return update(STATE[table]).where(*there).values({name: bindparam(f"now_{name}") for name in after})
