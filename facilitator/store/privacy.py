"""What may not travel: private memos, and whatever hangs on one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, or_, select

from facilitator.domain.notes import NoteKind
from facilitator.store.chain import WITHHELD
from facilitator.store.journal import Change, from_json, to_json
from facilitator.store.tables import STATE, event
from facilitator.store.union_rows import events as events_of
from facilitator.store.union_rows import older_events, writes_in

MEMO = NoteKind.MEMO.value
_HANG_ON = {
    table: [column.name for column in STATE[table].columns if column.references(STATE["note"].c.id)]
    for table in STATE
}


def private_notes(connection: Connection) -> frozenset[str]:
    """Return the notes that are memos, or were nothing else before they were removed."""
    told = event.c.changes
    mentions = or_(told.contains(f'"kind":"{MEMO}"'), told.contains('["note",null,'))
    found: set[str] = set()
    for changes in connection.execute(select(told).where(mentions)).scalars():
        found |= {c.id for c in from_json(changes) if c.table == "note" and _is_memo(c)}
    kinds: dict[str, str] = {}
    writes = writes_in(events_of(connection, older_events(connection, found)))
    for (table, id_), write in sorted(writes, key=lambda each: each[1].order):
        if table == "note" and id_ in found and write.after is not None and "kind" in write.after:
            kinds[id_] = write.after["kind"]
    return frozenset(id_ for id_, kind in kinds.items() if kind == MEMO)


def _is_memo(change: Change) -> bool:
    return MEMO in ((change.after or {}).get("kind"), (change.before or {}).get("kind"))


def hidden(connection: Connection) -> tuple[frozenset[str], frozenset[str]]:
    """Return the rows that may not travel, memos and what hangs on them, and the events that tell of one."""
    notes = private_notes(connection)
    ids = set(notes)
    about: set[str] = set()
    for note in notes:
        told = event.c.changes.contains(note) | event.c.arguments.contains(note)
        about |= set(connection.execute(select(event.c.id).where(told)).scalars())
    for row in events_of(connection, about):
        ids |= {change.id for change in from_json(row["changes"]) if _hangs_on(change, notes)}
    return frozenset(ids), frozenset(about | older_events(connection, ids))


def without(row: Mapping[str, Any], ids: frozenset[str] | None = None) -> dict[str, Any]:
    """Return an event without what it tells of these rows, or of any; its seal still binds it."""
    told = () if ids is None else from_json(row["changes"])
    kept = [change for change in told if change.id not in (ids or ())]
    return {**row, "salt": WITHHELD, "subject": "", "arguments": "{}", "changes": to_json(kept)}


def _hangs_on(change: Change, notes: frozenset[str]) -> bool:
    names = _HANG_ON[change.table]
    values = [(side or {}).get(name) for side in (change.before, change.after) for name in names]
    return any(value in notes for value in values)
