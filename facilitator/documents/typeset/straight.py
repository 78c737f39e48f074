"""Paragraphs in one voice that run one way throughout: the usual case, set in a third of the time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from facilitator.documents.typeset.bidi import is_plain
from facilitator.documents.typeset.breaking import is_usual
from facilitator.documents.typeset.lines import StraightLine
from facilitator.documents.typeset.shaping import Piece, Voice

_TOLERANCE_PT = 0.01


def straight_lines(text: str, voice: Voice, room_pt: float, *, rtl: bool) -> list[StraightLine] | None:
    """Return the lines of a paragraph; None if its order, its breaks or its faces need more care."""
    if not is_usual(text) or not is_plain(text, rtl=rtl):
        return None
    words = voice.straight_words(text.split(" "), rtl=rtl)
    if words is None or max([word.width for word in words]) > room_pt:
        return None
    return list(_filled(words, voice.ink.space, room_pt, rtl=rtl))


def _filled(words: list[Piece], space: Piece, room_pt: float, *, rtl: bool) -> Iterator[StraightLine]:
    """Greedy: each line takes all the words that fit."""
    blank = space.width
    ends = list(accumulate([word.width + blank for word in words]))
    begin, before = 0, 0.0
    while begin < len(words):
        end = bisect_right(ends, before + room_pt + blank + _TOLERANCE_PT, begin)
        yield StraightLine(words[begin:end], space, rtl, ends[end - 1] - before - blank, end - begin - 1)
        begin, before = end, ends[end - 1]
