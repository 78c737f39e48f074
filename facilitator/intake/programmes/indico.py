"""A programme from what Indico exports: events, their sessions and contributions, or a timetable."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.intake.programmes.event import Event, Gathering

_INSIDE = ("contributions", "subContributions", "entries")
_PAUSES = frozenset({"Break", "BreakTimeSchEntry"})


def gather_indico(results: object, told: Gathering) -> None:
    """Sessions are events, with their contributions inside; a contribution of no session is one, too."""
    for event in _things(results):
        parts = [*_things(event.get("sessions")), *_things(event.get("contributions"))]
        if "startDate" in event and not parts:
            _gather(event, told)
        for part in parts:
            _gather(part, told)
        if "startDate" not in event and not parts:
            gather_indico(event, told)


def _gather(part: Mapping[str, Any], told: Gathering) -> None:
    if part.get("entryType") in _PAUSES or part.get("_type") in _PAUSES:
        return
    inside = tuple(str(each.get("title") or "") for name in _INSIDE for each in _things(part.get(name)))
    row = told.begin()
    found = Event(
        row,
        str(part.get("title") or ""),
        0,
        0,
        str(part.get("room") or part.get("location") or ""),
        str(part.get("uniqueId") or part.get("id") or ""),
        str(part.get("description") or ""),
        tuple(filter(None, inside)),
    )
    told.add(found, _moment(part.get("startDate")), _moment(part.get("endDate")))


def _things(value: object) -> list[Mapping[str, Any]]:
    """Return the objects of a list, or of an object that names them."""
    each = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [thing for thing in each if isinstance(thing, dict)]


def _moment(told: object) -> datetime | None:
    if not isinstance(told, dict):
        return None
    try:
        moment = datetime.fromisoformat(f"{told.get('date')}T{told.get('time')}")
        return moment.replace(tzinfo=ZoneInfo(str(told["tz"]))) if told.get("tz") else moment
    except (ValueError, LookupError, OSError):
        return None
