"""Arabic with numbers among its words: set nearly as quickly as without."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, zip_longest
from typing import cast

from facilitator.documents.typeset.bidi import is_numbered, with_numbers
from facilitator.documents.typeset.breaking import is_usual
from facilitator.documents.typeset.cleaning import has_controls
from facilitator.documents.typeset.filling import filled
from facilitator.documents.typeset.lines import NumberedLine, StraightLine
from facilitator.documents.typeset.pieces import Piece, Unit, unit_of
from facilitator.documents.typeset.shaping import Voice


def numbered_lines(text: str, voice: Voice, room_pt: float) -> list[StraightLine | NumberedLine] | None:
    """Return the lines of a paragraph of one voice in which all but its numbers runs to the left.

    None if it needs more care.
    """
    if not is_numbered(text) or not is_usual(text, narrow=True) or has_controls(text):
        return None
    words = _words(text, voice)
    if words is None:
        return None
    space = voice.ink.space
    gap = space.width
    ends = list(accumulate([gap + word.width for word in words]))
    parted = [number for number, word in enumerate(words) if isinstance(word, Unit)]
    lines: list[StraightLine | NumberedLine] = []
    for begin, end, width in filled([gap] * len(ends), ends, room_pt):
        if begin == end:
            return None
        here = parted[bisect_left(parted, begin) : bisect_left(parted, end)]
        if not here:
            straight = cast("list[Piece]", words[begin:end])
            lines.append(StraightLine(straight, space, True, width, end - begin - 1))
        else:
            stretches = _stretches(words, begin, end, here)
            lines.append(NumberedLine(stretches, space, width, end - begin - 1))
    return lines


def _words(text: str, voice: Voice) -> list[Piece | Unit] | None:
    """The words of a text; None if a part of them needs more care.

    One with numbers is what stands before the first, be it nothing; that number, what follows it, and so on.
    """
    stretches = with_numbers(text)
    leftward = stretches[::2]
    parts = " ".join(leftward).split(" ")
    found = voice.straight_words([*filter(None, parts)], rtl=True)
    numbers = voice.straight_words(stretches[1::2], rtl=False)
    if None in found or None in numbers:
        return None
    straight = cast("list[Piece]", found)
    for at, part in enumerate(parts):
        if not part:
            straight.insert(at, Piece(voice.ink, 0.0, ""))
    words: list[Piece | Unit] = []
    at, parted = 0, list[Piece]()
    for stretch, number in zip_longest(leftward, numbers):
        end = at + stretch.count(" ")
        if parted and at < end:
            words.append(unit_of((*parted, straight[at])))
            parted, at = [], at + 1
        words += straight[at:end]
        parted += [straight[end]] if number is None else [straight[end], number]
        at = end + 1
    words.append(unit_of(tuple(parted)) if len(parted) > 1 else parted[0])
    return words


def _stretches(
    words: Sequence[Piece | Unit], begin: int, end: int, parted: Sequence[int]
) -> list[list[Piece]]:
    """The words of a line that run to the left, parted by its numbers."""
    found: list[list[Piece]] = [[]]
    for at in parted:
        found[-1] += cast("Sequence[Piece]", words[begin:at])
        first, *others = cast("Unit", words[at]).pieces
        found[-1].append(first)
        found += [[piece] for piece in others]
        begin = at + 1
    found[-1] += cast("Sequence[Piece]", words[begin:end])
    return found
