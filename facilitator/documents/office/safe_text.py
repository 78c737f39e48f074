"""Text of people in the files of other programs: nothing that breaks the file, nothing that is reckoned."""

from __future__ import annotations

import re

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds."""
_FORMULA = re.compile("[=+\\-@\t\r＝＋－＠]")
_UNSEEN = " \u00a0\u200b\u200e\u200f\ufeff"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")
_LINES = re.compile("\r\n?|[\u0085\u2028\u2029]")


def xml_safe(text: str) -> str:
    """Return the text with what XML can hold; half a character becomes the sign for a lost one."""
    return _HALVES.sub("\ufffd", _NOT_XML.sub("", _LINES.sub("\n", text)))


def starts_formula(text: str) -> bool:
    """Say whether a program for tables might reckon this text instead of showing it."""
    return _FORMULA.match(text.lstrip(_UNSEEN)) is not None


def cell_text(text: str) -> str:
    """Return the text as a cell of a workbook holds it; what is too long ends in three dots."""
    safe = xml_safe(text)
    return safe if _length(safe) <= LONGEST_CELL else safe[: LONGEST_CELL // 2 - 1] + "…"


def _length(text: str) -> int:
    """Return the length as those programs count it: a rare character is two."""
    return len(text) + sum(character > "\uffff" for character in text)
