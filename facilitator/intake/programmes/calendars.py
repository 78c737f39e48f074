"""A programme from an iCalendar file."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar, Component
from icalendar.error import BrokenCalendarProperty

from facilitator.intake.faults import CalendarDamaged
from facilitator.intake.programmes.event import (
    ALL_DAY,
    CANCELLED,
    START_MISSING,
    UNREADABLE,
    Event,
    Gathering,
)

REPEATS_TOO_OFTEN, RULE_UNREADABLE = "repeats_too_often", "rule_unreadable"
_MOST_TIMES = 60


def read_calendar(data: bytes, path: Path, told: Gathering) -> None:
    """The events of all calendars of a file are gathered; raises CalendarDamaged.

    A repeated event is there as often as it takes place, but for what was cancelled or moved on its own.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the reader tells of every zone whose name it guesses
        _read(data, path, told)


def _read(data: bytes, path: Path, told: Gathering) -> None:
    try:
        calendars = Calendar.from_ical(data, multiple=True)
        events = [event for each in calendars for event in each.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise CalendarDamaged(path) from error
    moved = {(_text(e, "UID"), _moment(e, "RECURRENCE-ID")) for e in events if "RECURRENCE-ID" in e}
    for event in events:
        _gather(event, moved, told)


def _gather(event: Component, moved: set[tuple[str, Any]], told: Gathering) -> None:
    row = told.begin()
    found = Event(row, _text(event, "SUMMARY"), 0, 0, _text(event, "LOCATION"), _text(event, "UID"))
    begins, ends = _moment(event, "DTSTART"), _moment(event, "DTEND")
    told.show(row, found.title, str(begins or ""), str(ends or ""), found.room, "", found.uid)
    if _text(event, "STATUS").upper() == "CANCELLED":
        told.wrong(row, "status", CANCELLED)
        return
    if isinstance(begins, date) and not isinstance(begins, datetime):
        told.wrong(row, "starts", ALL_DAY)
        return
    if not isinstance(begins, datetime):
        named = "DTSTART" in event or any(name == "DTSTART" for name, _ in event.errors)
        told.wrong(row, "starts", UNREADABLE if named else START_MISSING)
        return
    length = _length(event, begins, ends)
    summary = _text(event, "DESCRIPTION")
    found = Event(row, found.title, 0, 0, found.room, found.uid, "" if summary == found.title else summary)
    first = True
    for moment in _times(event, begins, told, row):
        if "RECURRENCE-ID" not in event and (found.uid, moment) in moved:
            continue
        if not first:
            found = replace(found, row=told.begin())
        told.add(found, moment, None if length is None else moment + length)
        first = False


def _times(event: Component, begins: datetime, told: Gathering, row: int) -> Iterator[datetime]:
    """Yield when an event takes place: once, or as its rule and its further dates say."""
    rule = event.get("RRULE")
    if rule is None or "RECURRENCE-ID" in event:
        yield begins
        return
    count = 0
    try:
        rules = rule if isinstance(rule, list) else [rule]
        ruled = [rrulestr(each.to_ical().decode(), dtstart=begins, ignoretz=False) for each in rules]
        left_out = set(_dates(event, "EXDATE"))
        for moment in ruled[0]:
            if moment in left_out:
                continue
            count += 1
            if count > _MOST_TIMES:
                told.wrong(row, "starts", REPEATS_TOO_OFTEN)
                return
            yield moment
    except (ValueError, TypeError, OverflowError, AttributeError, KeyError):
        told.wrong(row, "repeats", RULE_UNREADABLE)
        if not count:
            yield begins


def _dates(event: Component, name: str) -> Iterator[datetime]:
    given = event.get(name)
    for each in given if isinstance(given, list) else [given]:
        for one in getattr(each, "dts", ()):
            if isinstance(one.dt, datetime):
                yield one.dt


def _length(event: Component, begins: datetime, ends: object) -> timedelta | None:
    try:
        if isinstance(ends, datetime):
            return ends - begins if (ends.tzinfo is None) == (begins.tzinfo is None) else None
        if isinstance(ends, date):
            return datetime.combine(ends, time(), begins.tzinfo) - begins
    except (OverflowError, ValueError):
        return None
    length = _moment(event, "DURATION")
    return length if isinstance(length, timedelta) else None


def _moment(event: Component, name: str) -> Any:  # noqa: ANN401 - a day, a moment, or nothing
    given = event.get(name)
    try:
        return getattr(given[0] if isinstance(given, list) and given else given, "dt", None)
    except BrokenCalendarProperty:
        return None


def _text(event: Component, name: str) -> str:
    given = event.get(name)
    return str(given[0] if isinstance(given, list) and given else given or "")
