"""The objectives of the workshop: what its report says that it was for."""

from __future__ import annotations

import json

from facilitator.acts.background import find_in_list, number_list, put_in_list, take_out_of_list
from facilitator.acts.panels import put_before
from facilitator.acts.people import must_be_short, must_show
from facilitator.acts.registry import Work, act
from facilitator.domain.refusals import NotUnderstood, TextTooLong, UnknownReference

OBJECTIVES = "objectives"


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
    every = {row["id"]: row for row in work.reading.background(OBJECTIVES)}
    number_list(work, put_before(every, objective, before, OBJECTIVES))
    work.subject = moved["label"]


@act("secretariat", UnknownReference)
def remove_objective(work: Work, objective: str) -> None:
    """The workshop has the objective no more, and those after it move up."""
    take_out_of_list(work, OBJECTIVES, objective)


def _said(text: str) -> str:
    must_be_short("text", text)
    must_show("text", text)
    return text.strip()
