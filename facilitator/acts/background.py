"""The lists a workshop carries besides its programme, objectives and profiles among them: one row each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.acts.registry import Work
from facilitator.domain.refusals import UnknownReference

Row = Mapping[str, Any]


def put_in_list(work: Work, kind: str, label: str, told: Mapping[str, Any]) -> str:
    """The list of this kind has one more, last; returns its id."""
    number = 1 + max((row["number"] for row in work.reading.background(kind)), default=0)
    detail = json.dumps({"label": label, **told}, ensure_ascii=False)
    row = {"id": work.new_id(), "kind": kind, "number": number, "key": str(number)}
    work.insert("background", {**row, "label": label, "detail": detail})
    work.subject = label
    return str(row["id"])


def find_in_list(work: Work, kind: str, id_: str) -> Row:
    """Return one of a list; raises UnknownReference."""
    for row in work.reading.background(kind):
        if row["id"] == id_:
            return row
    raise UnknownReference(kind=kind, id=id_)


def take_out_of_list(work: Work, kind: str, id_: str) -> None:
    """One of a list is gone, and those after it move up."""
    gone = find_in_list(work, kind, id_)
    work.delete("background", {name: value for name, value in gone.items() if name != "owner"})
    number_list(work, [row for row in work.reading.background(kind) if row["id"] != id_])
    work.subject = gone["label"]


def number_list(work: Work, rows: Sequence[Row]) -> None:
    """The list stands in this order, counted from 1."""
    for number, row in enumerate(rows, 1):
        work.update("background", row["id"], dict(row), {**row, "number": number, "key": str(number)})
