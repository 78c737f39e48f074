"""Taking a person out of a workshop, of its tables and of its journal, whose chain still verifies.

The name gives way to a stand-in wherever it stands, in tables and events alike, so that the journal still
folds into the tables. An event's hash binds the seal of what was written; what stands there now is vouched
for by the event that tells of the erasure.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, Text, select, update

from facilitator.store.chain import seal
from facilitator.store.search import PLAIN_WORDS
from facilitator.store.tables import STATE, conflict, draft, event, waiting

_ALSO = (draft, waiting, conflict)
_PLAIN_FIELDS = ("region", "gender", "language", "delegation", "second_name", "pronounced")
Said = Callable[[Any], Any]


@dataclass(slots=True)
class Erased:
    """How many rows and events were changed, and the seals of what stands in the events now."""

    rows: int = 0
    events: int = 0
    replaced: dict[str, str] = field(default_factory=dict)


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
        _in_event(connection, dict(row), participant, sought, stand_in, erased)
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
    connection: Connection,
    row: Mapping[str, Any],
    participant: str,
    sought: list[str],
    stand_in: str,
    erased: Erased,
) -> None:
    payload = {
        "subject": _without(row["subject"], sought, stand_in),
        "arguments": _rewritten(row["arguments"], lambda text: _without(text, sought, stand_in)),
        "changes": _rewritten(
            row["changes"], lambda text: _without(text, sought, stand_in), _emptied(participant)
        ),
    }
    if all(payload[name] == row[name] for name in payload):
        return
    new = {**payload, "salt": ""}
    connection.execute(update(event).where(event.c.id == row["id"]).values(new))
    erased.replaced[row["id"]] = seal("", {**row, **new})
    erased.events += 1


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
    """Return rows told column by column, with the plain fields of one of them empty."""
    ids = columns["id"]
    if not isinstance(ids, list) or participant not in ids:
        return dict(columns)
    at = ids.index(participant)
    new = dict(columns)
    for name in _PLAIN_FIELDS:
        values = list(new[name]) if isinstance(new.get(name), list) else [new.get(name)] * count
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
