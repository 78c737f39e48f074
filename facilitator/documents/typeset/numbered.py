"""Arabic with numbers among its words: set nearly as quickly as without."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, islice
from typing import cast

from facilitator.documents.typeset.bidi import is_numbered, with_numbers
from facilitator.documents.typeset.breaking import is_usual
from facilitator.documents.typeset.cleaning import has_controls
from facilitator.documents.typeset.filling import filled
from facilitator.documents.typeset.lines import NumberedLine, StraightLine
from facilitator.documents.typeset.pieces import Piece
from facilitator.documents.typeset.shaping import Voice

_Word = list[Piece]
"""What stands before the first number of a word, be it nothing; that number, what follows it, and so on."""


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
    ends = list(accumulate([gap + sum([part.width for part in word]) for word in words]))
    lines: list[StraightLine | NumberedLine] = []
    for begin, end, width in filled([gap] * len(ends), ends, room_pt):
        if begin == end:
            return None
        stretches = _stretches(words[begin:end])
        if len(stretches) == 1:
            lines.append(StraightLine(stretches[0], space, True, width, end - begin - 1))
        else:
            lines.append(NumberedLine(stretches, space, width, end - begin - 1))
    return lines


def _words(text: str, voice: Voice) -> list[_Word] | None:
    """The words of a text; None if a part of them needs more care."""
    stretches = with_numbers(text)
    leftward = stretches[::2]
    parts = " ".join(leftward).split(" ")
    found = voice.straight_words([*filter(None, parts)], rtl=True)
    numbers = voice.straight_words(stretches[1::2], rtl=False)
    if None in found or None in numbers:
        return None
    straight, nothing = iter(cast("list[Piece]", found)), Piece(voice.ink, 0.0, "")
    pieces = iter([next(straight) if part else nothing for part in parts])
    words: list[_Word] = [[next(pieces)]]
    for number, stretch in zip([None, *numbers], leftward, strict=True):
        if number is not None:
            words[-1] += number, next(pieces)
        words += [[piece] for piece in islice(pieces, stretch.count(" "))]
    return words


def _stretches(words: Sequence[_Word]) -> list[list[Piece]]:
    """The words of a line that run to the left, parted by its numbers."""
    found: list[list[Piece]] = [[]]
    for first, *others in words:
        found[-1].append(first)
        found += [[part] for part in others]
    return found
