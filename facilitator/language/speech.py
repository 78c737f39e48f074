"""One language as the application speaks it: its sentences, and how it writes numbers, times and dates."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache, cached_property, lru_cache
from pathlib import Path

from facilitator.domain.timing import SECOND, shown_seconds
from facilitator.language.dates import DATE, DATE_WITH_WEEKDAY, MONTHS, WEEKDAYS
from facilitator.language.direction import isolate, ltr
from facilitator.language.places import catalogues

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
LANGUAGE_NAMES = {
    "ar": "العربية",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ru": "Русский",
    "zh": "中文",
}
READY = LANGUAGES
"""Languages whose catalogue is complete; the others speak English where a sentence is missing."""

_STOP_TWICE = re.compile(r"(?<!\.)(\.[\u2068\u2069]+)\.(?!\.)")
"""A field that ends in a full stop, as a short name does, ends the sentence as well."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HOUR_S, _MINUTE_S = 3600, 60


def mark(text: str) -> str:
    """Return the text unchanged; it stands in the catalogues because of this call."""
    return text


class Language:
    """A language and the time zone in which it tells the time.

    Its digits are Western, as the United Nations prints them, or Arabic's own, the `eastern` ones.
    """

    def __init__(self, code: str, zone: str = "Europe/Zurich", *, eastern: bool = False) -> None:
        self.code = code
        self.rtl = code == "ar"
        self.zone = zone
        self.eastern = eastern and code == "ar"
        self._catalogue = _catalogue(code)
        self._named: Callable[[str], str] | None = None

    def naming(self, keys: Callable[[str], str]) -> Language:
        """Return this language as it speaks where `keys` tells which key a sentence names."""
        made = Language(self.code, self.zone, eastern=self.eastern)
        made._named = keys
        return made

    @cached_property
    def _zone(self) -> tzinfo:
        from zoneinfo import ZoneInfo  # noqa: PLC0415 - the first frame tells no time

        return ZoneInfo(self.zone)

    def say(self, text: str, /, **fields: object) -> str:
        """Return the sentence in this language; each text field is an isolate of its own."""
        return self._fill(self._catalogue.gettext(text), fields)

    def count(self, one: str, many: str, n: int, /, **fields: object) -> str:
        """Return the sentence in the plural form that `n` asks for."""
        return self._fill(self._catalogue.ngettext(one, many, n), {"n": n, **fields})

    def duration(self, ms: int, *, down: bool = True) -> str:
        """Return minutes and seconds: rounded up when counting down, down when counting up."""
        whole = shown_seconds(ms, down=down)
        minutes, seconds = divmod(abs(whole), _MINUTE_S)
        hours, rest = divmod(minutes, _MINUTE_S)
        digits = f"{hours}:{rest:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
        return ltr(self._figures(f"−{digits}" if whole < 0 else digits))

    def hours(self, ms: int) -> str:
        """Return hours and minutes, rounded to the nearest minute."""
        hours, minutes = divmod((ms + 30 * SECOND) // (_MINUTE_S * SECOND), _MINUTE_S)
        return ltr(self._figures(f"{hours}:{minutes:02}"))

    def time_of_day(self, instant_ms: int, *, seconds: bool = False) -> str:
        return ltr(self._figures(_time_of_day(self._zone, instant_ms // SECOND, seconds=seconds)))

    def time_range(self, start_ms: int, end_ms: int) -> str:
        return ltr(self._figures(f"{self._local(start_ms):%H:%M}–{self._local(end_ms):%H:%M}"))

    def date(self, instant_ms: int, *, weekday: bool = False) -> str:
        moment = self._local(instant_ms)
        month = MONTHS[self.code][moment.month - 1]
        date = self._figures(DATE[self.code].format(day=self._day(moment.day), month=month, year=moment.year))
        if not weekday:
            return date
        return DATE_WITH_WEEKDAY[self.code].format(weekday=WEEKDAYS[self.code][moment.weekday()], date=date)

    def date_range(self, first_ms: int, last_ms: int) -> str:
        """Return a span of days: the month once if both lie in it."""
        first, last = self._local(first_ms), self._local(last_ms)
        if first.date() == last.date():
            return self.date(first_ms)
        if (first.year, first.month) != (last.year, last.month):
            return f"{self.date(first_ms)} – {self.date(last_ms)}"
        days = ltr(f"{self._day(first.day)}–{last.day}")
        month = MONTHS[self.code][first.month - 1]
        return self._figures(DATE[self.code].format(day=days, month=month, year=first.year))

    def _day(self, day: int) -> str:
        """French has an ordinal for the first of a month, and for no other day."""
        return "1er" if self.code == "fr" and day == 1 else str(day)

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number with the language's separators."""
        text = f"{abs(value):,.{digits}f}"
        group, point = _EASTERN_SEPARATORS if self.eastern else _SEPARATORS[self.code]
        text = self._figures(text.translate({ord(","): group, ord("."): point}))
        return ltr(f"−{text}") if value < 0 and text.strip("0٠,. ") else text

    def percent(self, fraction: float, digits: int = 0) -> str:
        return ltr(f"{self.number(fraction * 100, digits)} %")

    def names(self, items: Sequence[str]) -> str:
        """Return a list of names in a sentence, each an isolate."""
        parts = [isolate(item) for item in items]
        if len(parts) < _PAIR:
            return "".join(parts)
        comma, last = _JOINTS[self.code]
        return comma.join(parts[:-1]) + last + parts[-1]

    def _local(self, instant_ms: int) -> datetime:
        return (_EPOCH + timedelta(milliseconds=instant_ms)).astimezone(self._zone)

    def _fill(self, pattern: str, fields: dict[str, object]) -> str:
        pattern = pattern if self._named is None else self._named(pattern)
        if not fields:
            return pattern
        text = pattern.format(**{name: self._field(value) for name, value in fields.items()})
        return _STOP_TWICE.sub(r"\1", text)

    def _field(self, value: object) -> object:
        if isinstance(value, str):
            return isolate(value)
        return self._figures(str(value)) if self.eastern and type(value) is int else value

    def _figures(self, text: str) -> str:
        return text.translate(_EASTERN) if self.eastern else text


@lru_cache(maxsize=2048)
def _time_of_day(zone: tzinfo, whole_s: int, *, seconds: bool) -> str:
    """Return a time of day in plain digits: a screen shows the same few again and again."""
    local = (_EPOCH + timedelta(seconds=whole_s)).astimezone(zone)
    return f"{local:{'%H:%M:%S' if seconds else '%H:%M'}}"


_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_PAIR = 2
_NARROW = "\u202f"
_SEPARATORS = {
    "ar": (",", "."),
    "en": (",", "."),
    "es": (_NARROW, ","),
    "fr": (_NARROW, ","),
    "ru": (_NARROW, ","),
    "zh": (",", "."),
}
_EASTERN_SEPARATORS = ("٬", "٫")
_JOINTS = {
    "ar": ("، ", " و"),
    "en": (", ", " and "),
    "es": (", ", " y "),
    "fr": (", ", " et "),
    "ru": (", ", " и "),
    "zh": ("、", "和"),
}


@lru_cache(maxsize=32)
def language_for(code: str, zone: str = "Europe/Zurich", *, eastern: bool = False) -> Language:
    """Return a language by its code; an unknown one is English."""
    return Language(code if code in LANGUAGES else "en", zone, eastern=eastern)


def sentences(code: str) -> tuple[str, ...]:
    """Return what a catalogue says, in every plural form; nothing if it is not there."""
    held = getattr(_catalogue(code), "_catalog", {})  # the standard library shows it to nobody else
    return tuple(text for key, text in held.items() if key and isinstance(text, str))


def _catalogue(code: str) -> gettext.NullTranslations:
    return _read(catalogues() / f"{code}.mo")


@cache
def _read(compiled: Path) -> gettext.NullTranslations:
    """Return what a file says; it is read once, however often its language is chosen again."""
    if not compiled.is_file():
        return gettext.NullTranslations()
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)
