"""Which way text runs, and how a foreign field is kept from disturbing the line around it."""

from __future__ import annotations

import unicodedata

_FSI, _LRI, _PDI = "\u2068", "\u2066", "\u2069"
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def isolate(text: str) -> str:
    """Return the text as an isolate whose direction its own first strong character decides."""
    return f"{_FSI}{text}{_PDI}" if text else ""


def ltr(text: str) -> str:
    """Return the text as an isolate that runs left to right: numbers, times, ranges, symbols."""
    return f"{_LRI}{text}{_PDI}" if text else ""


def bare(text: str) -> str:
    """Return the text without isolates, for a terminal that would draw them as boxes."""
    return text.translate(_ISOLATES)


def first_strong_rtl(text: str, *, otherwise: bool = False) -> bool:
    """Say whether the first character with a direction of its own runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return otherwise
