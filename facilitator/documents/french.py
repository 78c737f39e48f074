"""Spaces as French prints them: before high punctuation and inside guillemets, and never at a line's end."""

from __future__ import annotations

import re

_ANY = "[ \u00a0\u202f]*"
_NARROW, _WIDE = "\u202f", "\u00a0"
_RULES = (
    (re.compile(rf"(?<=[^\s;!?]){_ANY}([;!?]+)(?=[\s»)\]\u2069]|$)"), rf"{_NARROW}\1"),
    (re.compile(rf"(?<=[^\s:]){_ANY}:(?=[\s»)\]\u2069]|$)"), f"{_WIDE}:"),
    (re.compile(rf"«{_ANY}"), f"«{_WIDE}"),
    (re.compile(rf"{_ANY}»"), f"{_WIDE}»"),
    (re.compile(rf"(?<=[0-9]){_ANY}%"), f"{_WIDE}%"),
)


def spaced(text: str) -> str:
    """Return a French text with its fixed spaces; where the author left them out they are put in."""
    for rule, shown in _RULES:
        text = rule.sub(shown, text)
    return text
