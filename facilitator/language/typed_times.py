"""Times of day as a person types them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.timing import SECOND

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIME = re.compile(r"(\d{1,2})[:.h ]?(\d\d)?(?:[:. ]?(\d\d))?")
_HOURS, _MINUTES = 24, 60


def instant_typed(text: str, near_ms: int, zone: str) -> int | None:
    """Return the instant closest to another at which clocks show this time, or None if it is no time.

    "11:15", "11.15", "1115", "11:15:30" and "11" are understood, in the digits of any script.
    """
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups())
    if hour >= _HOURS or max(minute, second) >= _MINUTES:
        return None
    place = ZoneInfo(zone)
    here = (_EPOCH + timedelta(milliseconds=near_ms)).astimezone(place)
    days = (here.date() + timedelta(days=by) for by in (-1, 0, 1))
    instants = (
        round(datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=place).timestamp()) * SECOND
        for day in days
    )
    return min(instants, key=lambda instant: abs(instant - near_ms))
