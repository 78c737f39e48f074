"""The order of a paragraph's characters on the line, by Unicode's bidirectional algorithm (UAX #9)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from bidi import get_display

# Everything in such a paragraph ends at the level of the paragraph itself: nothing to reorder within.
_OF_ARABIC = r" -/:-@\[-`{-~\u00ab\u00bb\u2010-\u2027\u060c\u060d\u061b-\u065f\u066a\u066d-\u06d5\u200c\u200d"
_PLAIN_RTL = re.compile(f"[{_OF_ARABIC}]*")
# Behind an Arabic letter a number keeps its digits in order, with the single signs between them that unite it
# (W2 and W4 of the algorithm); all else runs to the left. So does all but the digits of one number before any
# letter, the paragraph's own, unless a sign of currency or per cent stands there (W5) or another number.
_DIGIT, _MARK = "0-9\u0660-\u0669", "\u0610-\u061a\u064b-\u065f\u0670"
_OWN_NUMBER = f"[0-9]+[ .()-]+(?![{_DIGIT}])"
_NUMBERED_RTL = re.compile(
    f"(?:{_OWN_NUMBER})?(?![^\u0621-\u064a]*[0-9])[{_OF_ARABIC}]*(?:[{_DIGIT}](?![{_MARK}])[{_OF_ARABIC}]*)*"
)
_NUMBER = re.compile(f"([{_DIGIT}]+(?:[.,:/\u060c][{_DIGIT}]+)*)")
_NOT_PLAIN_LTR = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FIRST_TAG, _TAGS = 0xE0020, 96
_USUAL = 2  # tags to a name, enough for 2304 tokens
_AT_ONCE = 96
_KIND = {
    "L": "l",
    "R": "r",
    "AL": "a",
    "EN": "n",
    "AN": "m",
    "ET": "t",
    "NSM": "x",
    "WS": "o",
    "ON": "o",
    "CS": "o",
    "ES": "o",
}
# Runs whose characters cannot part: letters of one kind with all that is neutral between them, numbers.
_ALIKE = re.compile("l[lx]*(?:o+l[lx]*)*|r[rx]*(?:o+r[rx]*)*|a[ax]*(?:o+a[ax]*)*|n[nx]*|m[mx]*|t+|.")


class Token(NamedTuple):
    """Characters that stay together; `rank` counts the tokens of the paragraph from left to right."""

    start: int
    end: int
    rtl: bool
    rank: int


class _Kinds(dict[int, str]):
    """A character's bidirectional class as one letter; `.` for what stands alone, brackets among it."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        paired = unicodedata.category(character) in ("Ps", "Pe")
        kind = self[code] = "." if paired else _KIND.get(unicodedata.bidirectional(character), ".")
        return kind


_kinds = _Kinds()


def is_plain(text: str, *, rtl: bool) -> bool:
    """Return whether the whole paragraph runs in its base direction."""
    if rtl:
        return _PLAIN_RTL.fullmatch(text) is not None
    return text.isascii() or _NOT_PLAIN_LTR.search(text) is None


def is_numbered(text: str) -> bool:
    """Return whether all of a paragraph whose base direction is to the left runs so, but for its numbers."""
    return _NUMBERED_RTL.fullmatch(text) is not None


def with_numbers(text: str) -> Sequence[str]:
    """Return an Arabic text in stretches, of which every second is a number; the others may hold nothing."""
    return _NUMBER.split(text)


def unwrapped(text: str, *, rtl: bool) -> str:
    """Return the text without an isolate around all of it, where that changes nothing.

    What stands within goes by the direction of its first strong letter (P2); if that is the paragraph's own,
    the isolate is idle, and a text without controls is set in a fraction of the time.
    """
    if not (text.startswith(_FIRST_STRONG_ISOLATE) and text.endswith(_POP_ISOLATE)):
        return text
    inside = text[1:-1]
    if _CONTROL.search(inside) is not None:
        return text
    first = next((kind for kind in map(unicodedata.bidirectional, inside) if kind in ("L", "R", "AL")), "L")
    return inside if (first != "L") is rtl else text


def tokens(text: str, *, rtl: bool) -> list[Token]:
    """Return the paragraph's tokens in the order of the text, each with its direction and its visual rank.

    The text must hold no white space but U+0020 and no tag characters (U+E0020-E007F): each token is stood
    for by its first character and its number in tags, which are neutral to the algorithm (BN) and travel
    with the character. A line's order is the paragraph's order without the characters that are not on the
    line: the relative order of two characters depends on the lowest level between them only.
    """
    if rtl and is_numbered(text):
        return _numbered(text)
    cuts = [match.span() for match in _ALIKE.finditer(text.translate(_kinds))]
    names = _names(len(cuts))
    marked = "".join([text[start] + name for (start, _), name in zip(cuts, names, strict=False)])
    shown = get_display(marked + _closing(text, rtl=rtl), base_dir="R" if rtl else "L")
    found = [Token(0, 0, False, 0)] * len(cuts)
    for rank, (number, backwards) in enumerate(_read(shown, _digits(len(cuts)))):
        found[number] = Token(*cuts[number], backwards, rank)
    return found


def _numbered(text: str) -> list[Token]:
    """Arabic with numbers: stretches that run to the left, and the numbers between them."""
    found: list[tuple[int, int, bool]] = []
    at = 0
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if at < start:
            found.append((at, start, True))
        found.append((start, end, False))
        at = end
    if at < len(text):
        found.append((at, len(text), True))
    last = len(found) - 1
    return [Token(start, end, rtl, last - n) for n, (start, end, rtl) in enumerate(found)]


def _closing(text: str, *, rtl: bool) -> str:
    """A strong mark, so that the last tag is not reset to the base level as trailing white space would be."""
    opened = sum(text.count(c) for c in "\u2066\u2067\u2068")
    embedded = sum(text.count(c) for c in "\u202a\u202b\u202d\u202e")
    return "\u2069" * opened + "\u202c" * embedded + ("\u200f" if rtl else "\u200e")


def _digits(count: int) -> int:
    """How many tag characters name one of `count` tokens; each place has tags of its own."""
    return next(places for places in (_USUAL, 3, 4, 6, 8) if (_TAGS // places) ** places >= count)


def _names(count: int) -> Sequence[str]:
    places = _digits(count)
    if places == _USUAL:
        return _usual_names(-(-count // _AT_ONCE) * _AT_ONCE)
    return [_name(number, places) for number in range(count)]


@cache
def _usual_names(count: int) -> Sequence[str]:
    return [_name(number, _USUAL) for number in range(count)]


class _UsualNumbers(dict[str, tuple[int, bool]]):
    """What a name of two tags says: the number of its token, and whether that runs to the left."""

    def __missing__(self, name: str) -> tuple[int, bool]:
        self[name] = found = _number(name)
        return found


_usual_numbers = _UsualNumbers()


def _name(number: int, places: int) -> str:
    radix = _TAGS // places
    return "".join(
        chr(_FIRST_TAG + place * radix + number // radix ** (places - 1 - place) % radix)
        for place in range(places)
    )


def _read(shown: str, places: int) -> Iterable[tuple[int, bool]]:
    """Return (number, is right to left) of the tokens as they are shown."""
    names = re.findall(f"[\U000e0020-\U000e007f]{{{places}}}", shown)
    return map(_usual_numbers.__getitem__, names) if places == _USUAL else map(_number, names)


def _number(name: str) -> tuple[int, bool]:
    radix = _TAGS // len(name)
    backwards = ord(name[0]) >= _FIRST_TAG + radix
    number = 0
    for place, tag in enumerate(reversed(name) if backwards else name):
        number = number * radix + ord(tag) - _FIRST_TAG - place * radix
    return number, backwards
