"""Which way text runs, and how a foreign field is kept from disturbing the line around it."""

from __future__ import annotations

import unicodedata

_FSI, _LRI, _RLI, _PDI = "\u2068", "\u2066", "\u2067", "\u2069"
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"
"""Marks that a line begins with so that it runs as its page does, whatever its first letter is."""
_OPENING = "\u2066\u2067\u2068"
_RTL = {"R", "AL"}
_ISOLATES = dict.fromkeys(map(ord, _OPENING + _PDI))
_HELD = {code: 0xFDD0 + place for place, code in enumerate(_ISOLATES)}
"""Characters that no text has, each in the place of an isolate."""
_FREED = {held: code for code, held in _HELD.items()}


def isolate(text: str) -> str:
    """Return the text as an isolate whose direction its own first strong character decides.

    What is one isolate already stays as it is; two beside each other are wrapped together.
    """
    return text if not text or is_isolate(text) else f"{_FSI}{text}{_PDI}"


def ltr(text: str) -> str:
    """Return the text as an isolate that runs left to right: numbers, times, ranges, symbols."""
    return f"{_LRI}{text}{_PDI}" if text else ""


def whole(text: str, *, rtl: bool) -> str:
    """Return the text as an isolate that runs as its document does, whatever its first letter is."""
    return f"{_RLI if rtl else _LRI}{text}{_PDI}" if text else ""


def is_isolate(text: str) -> bool:
    """Return whether a text is one isolate, and nothing stands beside it."""
    depth = 0
    for place, character in enumerate(text, start=1):
        depth += (character in _OPENING) - (character == _PDI)
        if depth < 1:
            return place > 1 and place == len(text)
    return False


def bare(text: str) -> str:
    """Return the text without isolates, for a terminal that would draw them as boxes."""
    return text.translate(_ISOLATES)


def held(text: str) -> str:
    """Return the text with its isolates as characters that `bare` leaves there, until they are `freed`."""
    return text.translate(_HELD)


def freed(text: str) -> str:
    """Return the text with the isolates that were held."""
    return text.translate(_FREED)


def first_strong_rtl(text: str, *, otherwise: bool = False) -> bool:
    """Say whether the first character with a direction of its own runs from right to left.

    A foreign field does not decide how the sentence around it runs (P2 of Unicode's algorithm).
    """
    depth = 0
    for character in text:
        depth = max(0, depth + (character in _OPENING) - (character == _PDI))
        direction = "" if depth else unicodedata.bidirectional(character)
        if direction in _RTL:
            return True
        if direction == "L":
            return False
    return otherwise


def runs_against(text: str, *, rtl: bool) -> bool:
    """Say whether all letters run the other way than the page, and no isolate holds them already."""
    if any(mark in text for mark in _OPENING):
        return False
    directions = {unicodedata.bidirectional(character) for character in text}
    ours, others = (directions & _RTL, directions & {"L"}) if rtl else (directions & {"L"}, directions & _RTL)
    return bool(others) and not ours
