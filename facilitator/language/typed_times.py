"""Times of day and days as a person types them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.timing import SECOND

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIME = re.compile(r"(\d{1,2})[:.h ]?(\d\d)?(?:[:. ]?(\d\d))?")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?[./]?")
_WHOLE_DAY_FIRST = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}[./]?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAYS_ON = re.compile(r"([+\-−])\s?(\d{1,2})")
_HOURS, _MINUTES = 24, 60


def instant_typed(text: str, near_ms: int, zone: str) -> int | None:
    """Return the instant closest to another at which clocks show this time, or None if it is no time.

    "11:15", "11.15", "1115", "11:15:30" and "11" are understood, in the digits of any script.
    """
    clock = _clock(text)
    if clock is None:
        return None
    hour, minute, second = clock
    place = ZoneInfo(zone)
    here = (_EPOCH + timedelta(milliseconds=near_ms)).astimezone(place)
    days = (here.date() + timedelta(days=by) for by in (-1, 0, 1))
    instants = (
        round(datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=place).timestamp()) * SECOND
        for day in days
    )
    return min(instants, key=lambda instant: abs(instant - near_ms))


def clock_typed(text: str) -> str | None:
    """Return the time of day that is typed as in 09:30, or None if it is no time; seconds are left out."""
    clock = _clock(text)
    return None if clock is None else f"{clock[0]:02}:{clock[1]:02}"


def date_typed(text: str) -> str | None:
    """Return the day that is typed, with its year, as in 2019-10-22; None if it is no day."""
    if not (_YEAR_FIRST.fullmatch(text.strip()) or _WHOLE_DAY_FIRST.fullmatch(text.strip())):
        return None
    try:
        day = _day(text.strip(), _EPOCH.date())
    except (ValueError, OverflowError):
        return None
    return None if day is None else day.isoformat()


def _clock(text: str) -> tuple[int, int, int] | None:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups())
    return None if hour >= _HOURS or max(minute, second) >= _MINUTES else (hour, minute, second)


def day_typed(text: str, near_ms: int, zone: str) -> int | None:
    """Return the instant of the same time of day on the day that is typed, or None if it is no day.

    "2019-10-22", "22.10.2019", "22/10" and "+1", a day later, are understood, in the digits of any script.
    """
    here = (_EPOCH + timedelta(milliseconds=near_ms)).astimezone(ZoneInfo(zone))
    try:
        day = _day(text.strip(), here.date())
    except (ValueError, OverflowError):
        return None
    if day is None:
        return None
    moved = here.replace(year=day.year, month=day.month, day=day.day)
    return round(moved.timestamp() * SECOND)


def _day(text: str, here: date) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
        return date(year, month, day)
    if found := _DAY_FIRST.fullmatch(text):
        day, month = int(found[1]), int(found[2])
        return date(int(found[3] or here.year), month, day)
    if found := _DAYS_ON.fullmatch(text):
        return here + timedelta(days=int(found[2]) * (1 if found[1] == "+" else -1))
    return None
