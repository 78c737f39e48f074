"""Taking a person out of a workshop, of its tables and of its journal, whose chain still verifies.

The name gives way to a stand-in wherever it stands, in tables and events alike, so that the journal still
folds into the tables. An event's hash binds the seal of what was written; what stands there now is vouched
for by the event that tells of the erasure.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, Text, select, update

from facilitator.store.chain import WITHHELD, seal
from facilitator.store.journal import Change
from facilitator.store.search import PLAIN_WORDS
from facilitator.store.tables import STATE, conflict, draft, event, waiting
from facilitator.store.union_rows import written_of

_ALSO = (draft, conflict)
_NAMES = ("name", "second_name")
_PLAIN_FIELDS = ("region", "gender", "language", "delegation", "second_name", "pronounced")
Said = Callable[[Any], Any]


@dataclass(slots=True)
class Erased:
    """How many rows and events were changed, and the seals of what stands in the events now."""

    rows: int = 0
    events: int = 0
    replaced: dict[str, str] = field(default_factory=dict)


def stand_in(participant: str) -> str:
    """Return what stands where the name of a person stood."""
    return f"[{participant[-8:]}]"


def names_of(connection: Connection, participant: str) -> set[str]:
    """Return all names that a person ever had in this journal."""
    writes = written_of(connection, ("participant", participant))
    return {name for write in writes for side in (write.before, write.after) for name in _named(side)}


def names_told(changes: Iterable[Change]) -> set[str]:
    """Return the names in what changes of people tell."""
    return {name for change in changes for side in (change.before, change.after) for name in _named(side)}


def _named(side: Mapping[str, Any] | None) -> Iterator[str]:
    yield from (str(side[name]) for name in _NAMES if side and side.get(name))


def erase(connection: Connection, participant: str, names: Iterable[str], stand_in: str) -> Erased:
    """Nobody finds these names in the file any more, nor what was known of the person they belong to."""
    sought = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    erased = Erased()
    for table in (*STATE.values(), *_ALSO):
        erased.rows += _in_table(connection, table, sought, stand_in)
    here = STATE["participant"]
    empty = dict.fromkeys(_PLAIN_FIELDS, "")
    connection.execute(update(here).where(here.c.id == participant).values(empty))
    connection.exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")
    connection.exec_driver_sql("DELETE FROM found")
    connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (PLAIN_WORDS,))  # it is made anew at once
    for row in connection.execute(select(event)).mappings().all():
        new = _in_event(dict(row), participant, sought, stand_in, erased)
        if new:
            connection.execute(update(event).where(event.c.id == row["id"]).values(new))
    for row in connection.execute(select(waiting)).mappings().all():
        told = json.loads(row["line"])
        new = _in_event(told, participant, sought, stand_in, erased)
        if new:
            place = (waiting.c.replica == row["replica"]) & (waiting.c.seq == row["seq"])
            line = json.dumps({**told, **new}, ensure_ascii=False)
            connection.execute(update(waiting).where(place).values(line=line))
    return erased


def _in_table(connection: Connection, table: Table, sought: list[str], stand_in: str) -> int:
    texts = [column for column in table.columns if isinstance(column.type, Text)]
    changed = 0
    for row in connection.execute(select(table)).mappings().all():
        new = {c.name: _without(row[c.name], sought, stand_in) for c in texts}
        differing = {name: value for name, value in new.items() if value != row[name]}
        if differing:
            key = [column == row[column.name] for column in table.primary_key]
            connection.execute(update(table).where(*key).values(differing))
            changed += 1
    return changed


def _in_event(
    row: Mapping[str, Any],
    participant: str,
    sought: list[str],
    stand_in: str,
    erased: Erased,
) -> dict[str, str]:
    """Return what stands in an event from now on in the place of its words, nothing if they stay."""
    payload = {
        "subject": _without(row["subject"], sought, stand_in),
        "arguments": _rewritten(row["arguments"], lambda text: _without(text, sought, stand_in)),
        "changes": _rewritten(
            row["changes"], lambda text: _without(text, sought, stand_in), _emptied(participant)
        ),
    }
    if all(payload[name] == row[name] for name in payload):
        return {}
    new = {**payload, "salt": ""}
    if row["salt"] == WITHHELD:
        return {**payload, "salt": WITHHELD}
    erased.replaced[row["id"]] = seal("", {**row, **new})
    erased.events += 1
    return new


def _emptied(participant: str) -> Said:
    """Return what empties the plain fields of a person's row, where changes tell of one."""

    def empty(told: Any) -> Any:  # noqa: ANN401 - a change as JSON
        if told[:2] == ["participant", participant]:
            return [_emptied_row(part) if isinstance(part, dict) else part for part in told]
        if told[:2] == ["participant", None]:
            return [*told[:3], _emptied_column(told[3], participant, told[2])]
        return told

    return empty


def _emptied_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: "" if name in _PLAIN_FIELDS and value is not None else value for name, value in row.items()}


def _emptied_column(columns: Mapping[str, Any], participant: str, count: int) -> dict[str, Any]:
    """Return rows told column by column, with the plain fields of one of them empty: all that are told."""
    ids = columns["id"]
    if not isinstance(ids, list) or participant not in ids:
        return dict(columns)
    at = ids.index(participant)
    new = dict(columns)
    for name in columns.keys() & _PLAIN_FIELDS:
        values = list(new[name]) if isinstance(new[name], list) else [new[name]] * count
        values[at] = ""
        new[name] = values
    return new


def _rewritten(text: str, said: Said, change: Said | None = None) -> str:
    """Return JSON in which each text was looked at, and each change as a whole."""
    told = json.loads(text)
    if change is not None:
        told = [change(each) for each in told]
    new = _walked(told, said)
    return text if new == json.loads(text) else json.dumps(new, ensure_ascii=False, separators=(",", ":"))


def _walked(told: Any, said: Said) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(told, dict):
        return {key: _walked(value, said) for key, value in told.items()}
    if isinstance(told, list):
        return [_walked(value, said) for value in told]
    return said(told)


def _without(value: Any, sought: list[str], stand_in: str) -> Any:  # noqa: ANN401 - a cell
    if not isinstance(value, str):
        return value
    for name in sought:
        value = value.replace(name, stand_in)
    return value
