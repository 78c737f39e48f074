"""Text as it is set: one space between words, nothing in it that has no place on paper."""

from __future__ import annotations

import re

_SPACES = "\t\n\x0b\x0c\r\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
_NOTHING = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
_HALVES = "\ud800-\udfff"  # half a character, which JSON may hold
_CONTROLS = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TO_CLEAN = re.compile(f"[{_SPACES}{_NOTHING}{_HALVES}]")


def cleaned(text: str) -> str:
    """Return the text with single spaces, without controls that say nothing about order."""
    if "  " not in text and (text.isprintable() if text.isascii() else _TO_CLEAN.search(text) is None):
        return text
    spaced = re.sub(f"[ {_SPACES}]+", " ", re.sub(f"[{_NOTHING}]", "", text))
    return re.sub(f"[{_HALVES}]", "\ufffd", spaced)


def drawn(text: str) -> str:
    """Return what of a text leaves ink or joins letters: the controls of order are gone."""
    return text if text.isascii() else _CONTROLS.sub("", text)


def has_controls(text: str) -> bool:
    """Return whether anything in a text only tells its order or where a line may end."""
    return not text.isascii() and _CONTROLS.search(text) is not None
