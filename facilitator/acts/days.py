"""The days of the workshop, and when it sits on each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from facilitator.acts.registry import Work, act
from facilitator.domain.refusals import BadTime, NotUnderstood, UnknownReference

_MOST = 12


@act("secretariat", NotUnderstood, BadTime)
def set_day(work: Work, day: str, sittings: tuple[tuple[str, str], ...]) -> str:
    """The workshop sits on this day ("2019-10-21") at these clock times ("10:00" to "13:00") and no other."""
    date_ = _date(day)
    times = json.dumps(_sittings(sittings))
    before = next((row for row in work.reading.days() if row["date"] == date_), None)
    if before is None:
        new = {"id": work.new_id(), "number": 0, "date": date_, "sittings": times}
        work.insert("day", new)
        _number(work, [*work.reading.days(), new])
        work.subject = date_
        return str(new["id"])
    work.update("day", before["id"], dict(before), {**before, "sittings": times})
    work.subject = date_
    return str(before["id"])


@act("secretariat", UnknownReference)
def remove_day(work: Work, day: str) -> None:
    """The workshop has no such day any more; the panels on it stay where they are."""
    rows = work.reading.days()
    gone = next((row for row in rows if day in {row["id"], row["date"]}), None)
    if gone is None:
        raise UnknownReference(kind="day", id=day)
    work.delete("day", {name: value for name, value in gone.items() if name != "owner"})
    _number(work, [row for row in rows if row is not gone])
    work.subject = gone["date"]


def _number(work: Work, rows: list[Mapping[str, Any]]) -> None:
    """The days count from 1 in their order."""
    for number, row in enumerate(sorted(rows, key=lambda row: str(row["date"])), 1):
        work.update("day", row["id"], dict(row), {**row, "number": number})


def _date(typed: str) -> str:
    try:
        return date.fromisoformat(typed.strip()).isoformat()
    except ValueError as error:
        raise NotUnderstood(field="day") from error


def _sittings(told: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Return the sittings as they are kept; each begins before it ends, and after the one before."""
    if len(told) > _MOST:
        raise NotUnderstood(field="sittings")
    clocks = [clock for sitting in told for clock in sitting]
    try:
        times = [time.fromisoformat(clock) for clock in clocks]
    except ValueError as error:
        raise NotUnderstood(field="sittings") from error
    if any(each.tzinfo is not None for each in times):
        raise NotUnderstood(field="sittings")
    begins, ends = times[::2], times[1::2]
    if any(a >= b for a, b in zip(begins, ends, strict=True)) or times != sorted(times):
        raise BadTime(field="sittings")
    shown = [f"{each:%H:%M}" for each in times]
    return list(zip(shown[::2], shown[1::2], strict=True))
