"""Which snapshots are kept as they age: all of a day, then the last of each day, week and month."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime

from facilitator.domain.timing import DAY, SECOND

_WEEK = 7 * DAY
_MONDAY = 4 * DAY  # the first one after the beginning of time, a Thursday
_DAYS, _WEEKS, _MONTHS = 14, 10, 12


def kept(instants: Iterable[int], now: int) -> frozenset[int]:
    """Return the instants whose snapshots stay; the newest one always does, and none of the future goes."""
    found = sorted(instants)
    stays = {at for at in found if at > now - DAY} | set(found[-1:])
    stays |= _last_of_each(found, now - _DAYS * DAY, lambda at: at // DAY)
    stays |= _last_of_each(found, now - _WEEKS * _WEEK, lambda at: (at - _MONDAY) // _WEEK)
    return frozenset(stays | _last_of_each(found, now - _MONTHS * 31 * DAY, _month))


def _last_of_each(instants: Iterable[int], since: int, stretch: Callable[[int], Hashable]) -> set[int]:
    return set({stretch(at): at for at in instants if at > since}.values())


def _month(at: int) -> tuple[int, int]:
    day = datetime.fromtimestamp(at / SECOND, UTC)
    return day.year, day.month
