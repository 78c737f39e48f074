"""Days and times of day as lists write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ]0{1,2}:00(?::00)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WITH_MONTH = re.compile(r"(\d{1,2}) ([a-z]{3})[a-z]*\.?,? (\d{4})")
_CLOCK = re.compile(r"(\d{1,2})[:h.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,3})\d*)?)?\s*([ap])?\.?(?:m\.?)?")
_RANGE = re.compile(r"\s*[-–—−]\s*|\s+(?:to|à|a|до|إلى|至)\s+")
_DAY_BEFORE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:[-+]\d{2}:?\d{2})?)?")
_DAY_MS = 86_400_000
_MIDDAY = 12


def read_date(text: str) -> date | None:
    """Return the day of 20180613, 2018-06-13, 13.06.2018 (day first) or 13 June 2018; else None."""
    text = text.strip().lower()
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif (found := _WITH_MONTH.fullmatch(text)) and found[2] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2]) + 1, int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_clock(text: str) -> timedelta | None:
    """Return the time of day of 9:05, 10:13:44, 10:13:44.250 or 3:05 pm; None of anything else."""
    found = _CLOCK.fullmatch(text.strip().lower())
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[5]:
        hour = hour % _MIDDAY + (_MIDDAY if found[5] == "p" else 0)
    try:
        time(hour, minute, second)
    except ValueError:
        return None
    thousandths = int((found[4] or "0").ljust(3, "0"))
    return timedelta(hours=hour, minutes=minute, seconds=second, milliseconds=thousandths)


def read_range(text: str) -> tuple[str, str]:
    """Return the two ends of "10:13:44 - 10:14:01", after a day too; the second is empty if there is none."""
    text = text.strip()
    day = _DAY_BEFORE.match(text)
    told = day[0] if day else ""
    begin, *rest = _RANGE.split(text[len(told) :], maxsplit=1)
    return told + begin, rest[0] if rest else ""


def read_length(text: str) -> int | None:
    """Return the milliseconds of "17", "17.5" or "1:02:03"; None of anything else."""
    if found := re.fullmatch(r"(\d{1,7})(?:[.,](\d{1,3})\d*)?", text):
        return int(found[1]) * 1000 + int((found[2] or "0").ljust(3, "0"))
    if found := re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})", text):
        return (int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])) * 1000
    return None


def instant_ms(day: date, clock: timedelta, zone: ZoneInfo) -> int:
    """Return the UTC milliseconds of a time of day in a zone."""
    local = (datetime(day.year, day.month, day.day) + clock).replace(tzinfo=zone)  # noqa: DTZ001 - in a moment
    return (local - datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC"))) // timedelta(milliseconds=1)


def past_midnight(begin: timedelta, end: timedelta, length_ms: int) -> bool:
    """Return whether an end that lies before the beginning is on the next day, as the length says."""
    return (end - begin) // timedelta(milliseconds=1) + _DAY_MS == length_ms
