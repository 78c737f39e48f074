"""Where a line may end: at spaces, between Chinese characters, at last inside long words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from facilitator.documents.typeset.cleaning import has_controls

_WIDE = "\u2e80-\u2fff\u3001-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
# Kinsoku: closing signs and their like may not begin a line, opening ones may not end it.
_NEVER_FIRST = (
    "、。，．・：；？！）］｝〕〉》」』】〙〗〟’”‐゠–〜ー々…‥°℃%％‰)]},.;:?!»"
    "\u0300-\u036f\u064b-\u065f\ufe10-\ufe1f\u00a0\u202f"
)
_NEVER_LAST = "（［｛〔〈《「『【〘〖〝“‘（\\[{(«$＄£￡¥￥№#\u00a0\u202f"
_BETWEEN_WIDE = (
    f"(?:(?<=[{_WIDE}])|(?=[{_WIDE}]))(?<=[^{_NEVER_LAST}])(?=[^{_NEVER_FIRST.replace(']', chr(92) + ']')}])"
)
"""Compiled on first use, as all that few documents need."""
_SIGN_IN_LONG_WORD = "[-/_.?&=#:@+,;\u00a0\u202f](?![-/_.?&=#:@+,;\u00a0\u202f])"
_SIGN_IN_ADDRESS = r"[/?&=](?![/?&=])"
_LONGEST = 300  # letters of a word that is measured as a whole
_ADDRESS = re.compile(r"://|^(?:www|WWW)\.")
# A space before high punctuation, as French has it, or before a percent sign ends no line; nor one behind «.
_CLOSING = ";:!?»%،؛؟"
_SPACE = re.compile(f" (?![{_CLOSING}](?: |$))(?<!« )")
_HELD = ("« ", *(f" {sign}" for sign in _CLOSING))
_HELD_IN_ASCII = tuple(filter(str.isascii, _HELD))
_MAY_BE_WIDE = "[^\x00-\u2e7f]"
"""A quick answer: the exact set takes ten times as long to compile, this one a millisecond if asked."""


class Gap(IntEnum):
    """What stands between a word and the one before it on the same line."""

    NOTHING = 0
    SPACE = 1
    WIDE = 2  # two Chinese characters, or one beside a letter: no space, but the line may stretch there


class Word(NamedTuple):
    """Text that is not broken, and what parts it from the word before."""

    start: int
    end: int
    gap: Gap


def words(text: str) -> Iterator[Word]:
    """Yield the words of a paragraph, in which spaces stand single and never at an end."""
    unusual = has_controls(text) or _has_wide(text)
    start = 0
    for word in _SPACE.split(text) if _holds(text) else text.split(" "):
        if unusual:
            yield from _with_wide(word, start, ends=start + len(word) == len(text))
        else:
            yield from _in_parts(word, start, Gap.SPACE)
        start += len(word) + 1


def _in_parts(word: str, at: int, gap: Gap) -> Iterator[Word]:
    """A word that may be wider than any line, in parts that are quickly measured."""
    if len(word) <= _LONGEST:
        yield Word(at, at + len(word), gap)
        return
    begin = 0
    for cut in [*letter_cuts(word), len(word)]:
        if cut - begin >= _LONGEST or cut == len(word):
            yield Word(at + begin, at + cut, gap)
            gap, begin = Gap.NOTHING, cut


def _with_wide(word: str, at: int, *, ends: bool) -> Iterator[Word]:
    """The last character of a paragraph in Chinese takes the one before along: it never stands alone."""
    gap = Gap.SPACE
    for part in re.finditer("[^\u200b]+", word):
        cuts = [cut.start() for cut in re.finditer(_BETWEEN_WIDE, part.group())]
        inner = [cut for cut in cuts if 0 < cut < len(part.group())]
        if ends and inner and part.end() == len(word) and _is_lone(part.group()[inner[-1] :]):
            inner.pop()
        edges = [0, *inner, len(part.group())]
        for a, b in pairwise(edges):
            yield from _in_parts(part.group()[a:b], at + part.start() + a, gap)
            gap = Gap.WIDE
        gap = Gap.NOTHING


def _is_lone(end: str) -> bool:
    """Say whether what ends a paragraph is one character, with the signs that close it."""
    return len(end.rstrip(_NEVER_FIRST)) <= 1


def _holds(text: str) -> bool:
    return " " in text and any(map(text.__contains__, _HELD_IN_ASCII if text.isascii() else _HELD))


def is_usual(text: str, *, narrow: bool = False) -> bool:
    """Return whether every space of a text may end a line and nothing else may, short of a lack of room.

    Of a `narrow` text it is known that it has no Chinese characters or their like.
    """
    if text.isascii():  # as most labels and English texts are
        held = " " in text and any(map(text.__contains__, _HELD_IN_ASCII))
        return not (held or may_hold_address(text))
    wide = not narrow and _has_wide(text)
    return not (wide or "\u200b" in text or _holds(text) or may_hold_address(text))


def _has_wide(text: str) -> bool:
    """Say whether a text has Chinese characters or their like."""
    if text.isascii() or re.search(_MAY_BE_WIDE, text) is None:
        return False
    return re.search(f"[{_WIDE}]", text) is not None


def may_hold_address(text: str) -> bool:
    """Return whether any word of a text may be a web address: a quick answer."""
    return "://" in text or "www." in text or "WWW." in text


def is_address(word: str) -> bool:
    """Return whether a word is a web address, which may be broken where a line would gape."""
    return _ADDRESS.search(word) is not None


def address_cuts(word: str) -> list[int]:
    """Return where a web address may be broken."""
    return [cut.end() for cut in re.compile(_SIGN_IN_ADDRESS).finditer(word, 0, len(word) - 1)]


def long_word_cuts(word: str) -> list[int]:
    """Return where a word that is wider than the line is best broken: behind its signs and fixed spaces."""
    return [cut.end() for cut in re.compile(_SIGN_IN_LONG_WORD).finditer(word, 0, len(word) - 1)]


def letter_cuts(word: str) -> list[int]:
    """Return where a word may be broken if need be: before any letter, never before a mark."""
    return [
        cut.start()
        for cut in re.finditer(r"(?<!^)[^\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d]", word)
    ]
