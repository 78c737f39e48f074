"""Lengths of time as a person types them."""

from __future__ import annotations

import re

from facilitator.domain.timing import MINUTE, SECOND

_HOUR = 60 * MINUTE
_UNITS = re.compile(
    r"(?:(\d+)\s*h\s*)?(?:(\d+)\s*(?:m(?:in)?|[′'])\s*)?(?:(\d+)\s*(?:s(?:ec)?|[″\"]))?", re.IGNORECASE
)
_HOURS = re.compile(r"(\d+)\s*h\s*(\d+)", re.IGNORECASE)
_PARTS = re.compile(r"\d*(?:[:.]\d*){1,2}")
_PLAIN = re.compile(r"-?0+|\d{1,6}")
_LONGEST = 100 * _HOUR


def duration_typed(text: str) -> int | None:
    """Return the milliseconds that were meant, or None if they cannot be told or are 100 hours and more.

    One or two digits are minutes, more of them hours, minutes and seconds: "90", "120" is 1:20:00, "123456"
    is 12:34:56. Two parts are minutes and seconds, as clocks show them: "2:30", ":10", "10:"; three are hours
    before. Units: "1h2", "90m", "2m30s", "3′". The digits may be those of any script.
    """
    typed = text.strip()
    if not typed:
        return None
    for pattern, read in _READERS:
        if pattern.fullmatch(typed):
            ms = read(typed)
            return ms if ms < _LONGEST else None
    return None


def _plain(typed: str) -> int:
    digits = typed.lstrip("-")
    if len(digits) <= 2:  # noqa: PLR2004 - up to two digits are minutes
        return int(digits) * MINUTE
    if len(digits) <= 4:  # noqa: PLR2004 - up to four are hours and minutes
        return int(digits[:-2]) * _HOUR + int(digits[-2:]) * MINUTE
    return int(digits[:-4]) * _HOUR + int(digits[-4:-2]) * MINUTE + int(digits[-2:]) * SECOND


def _parts(typed: str) -> int:
    *hours, minutes, seconds = (int(part or 0) for part in re.split("[:.]", typed))
    return sum(hours) * _HOUR + minutes * MINUTE + seconds * SECOND


def _units(typed: str) -> int:
    found = _HOURS.fullmatch(typed) or _UNITS.fullmatch(typed)
    units = (_HOUR, MINUTE, SECOND)
    parts = found.groups() if found else ()
    return sum(int(part or 0) * unit for part, unit in zip(parts, units, strict=False))


_READERS = ((_PLAIN, _plain), (_PARTS, _parts), (_HOURS, _units), (_UNITS, _units))
