"""The objectives of the workshop: what its report says that it was for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.acts.people import must_be_short, must_show
from facilitator.acts.registry import Work, act
from facilitator.domain.refusals import NotUnderstood, TextTooLong, UnknownReference

OBJECTIVES = "objectives"
Row = Mapping[str, Any]


@act("secretariat", NotUnderstood, TextTooLong)
def add_objective(work: Work, text: str) -> str:
    """The workshop has one more objective, after those it has."""
    return put_in_list(work, OBJECTIVES, _said(text), {"text": text.strip()})


@act("secretariat", UnknownReference, NotUnderstood, TextTooLong)
def edit_objective(work: Work, objective: str, text: str) -> None:
    """The objective reads as told."""
    row, said = find_in_list(work, OBJECTIVES, objective), _said(text)
    told = json.dumps({**json.loads(row["detail"]), "label": said, "text": said}, ensure_ascii=False)
    work.update("background", row["id"], dict(row), {**row, "label": said, "detail": told})
    work.subject = said


@act("secretariat", UnknownReference)
def move_objective(work: Work, objective: str, before: str | None = None) -> None:
    """The objective stands before another, or last; the numbers follow."""
    moved = find_in_list(work, OBJECTIVES, objective)
    others = [row for row in work.reading.background(OBJECTIVES) if row["id"] != moved["id"]]
    last = len(others)
    place = last if before is None else others.index(find_in_list(work, OBJECTIVES, before))
    _number(work, [*others[:place], moved, *others[place:]])
    work.subject = moved["label"]


@act("secretariat", UnknownReference)
def remove_objective(work: Work, objective: str) -> None:
    """The workshop has the objective no more, and those after it move up."""
    take_out_of_list(work, OBJECTIVES, objective)


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
    _number(work, [row for row in work.reading.background(kind) if row["id"] != id_])
    work.subject = gone["label"]


def _number(work: Work, rows: Sequence[Row]) -> None:
    for number, row in enumerate(rows, 1):
        work.update("background", row["id"], dict(row), {**row, "number": number, "key": str(number)})


def _said(text: str) -> str:
    must_be_short("text", text)
    must_show("text", text)
    return text.strip()
