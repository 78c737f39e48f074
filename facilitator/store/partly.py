"""An event told in part: without what stays of its rows, but with what says that they do."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from facilitator.domain.union import MERGE
from facilitator.store.chain import WITHHELD, seal_of
from facilitator.store.journal import Change, from_json, to_json

_MARKS = {"note": ("kind",), "recommendation": ("sensitivity", "attribution")}
"""The columns that keep a row from going out: whoever has it hears of that, whatever else is withheld."""


def without(row: Mapping[str, Any], ids: Container[str] | None = None) -> dict[str, Any]:
    """Return an event without what it tells of these rows, or of any; its seal still binds it.

    The arguments of a merge tell who had seen what, and no words.
    """
    told = () if ids is None else from_json(row["changes"])
    kept = [change if change.id not in (ids or ()) else _marks(change) for change in told]
    ordered = sorted(filter(None, kept), key=lambda change: (change.table, change.id))
    arguments = row["arguments"] if row["act"] == MERGE else "{}"
    return {**row, "salt": WITHHELD, "subject": "", "arguments": arguments, "changes": to_json(ordered)}


def digest(row: Mapping[str, Any]) -> str:
    """Return what the writer of an event signs of the part that it tells."""
    return seal_of("", row["subject"], row["arguments"], row["changes"])


def both(one: Change, other: Change) -> Change:
    """Return a change of one row told as fully as either tells it."""
    if one.before is None or one.after is None or other.before is None or other.after is None:
        return other
    return Change(*one[:2], {**one.before, **other.before}, {**one.after, **other.after})


def _marks(change: Change) -> Change | None:
    if change.before is None or change.after is None:
        return None
    told = [name for name in _MARKS.get(change.table, ()) if name in change.after]
    before, after = ({name: side[name] for name in told} for side in (change.before, change.after))
    return Change(change.table, change.id, before, after) if told else None
