"""Words into lines: greedy, with long words and web addresses broken where they must be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from facilitator.documents.typeset.breaking import (
    Gap,
    Word,
    address_cuts,
    is_address,
    letter_cuts,
    long_word_cuts,
    may_hold_address,
)
from facilitator.documents.typeset.composing import Composed, Composer

_TOLERANCE_PT = 0.01
_GAPING = 0.5  # of a space: a line that would stretch its spaces by more may break a web address instead


def fill(composer: Composer, room_pt: float) -> Iterator[list[Composed]]:
    """Yield the words of each line."""
    words = composer.words()
    if any(word.unit.width > room_pt for word in words) or may_hold_address(composer.text):
        yield from _filled_with_care(composer, words[::-1], room_pt)
        return
    gaps = [word.gap.width if word.gap else 0.0 for word in words]
    ends = list(accumulate([gap + word.unit.width for gap, word in zip(gaps, words, strict=True)]))
    for begin, end, _ in filled(gaps, ends, room_pt):
        yield words[begin:end]


def fits(width_pt: float, room_pt: float) -> bool:
    """Return whether so much stands on a line."""
    return width_pt <= room_pt + _TOLERANCE_PT


def filled(gaps: Sequence[float], ends: Sequence[float], room_pt: float) -> Iterator[tuple[int, int, float]]:
    """Yield the first word of each line, the first of the next, and the width: as many words as fit.

    Each word ends at its place in `ends` on an endless line, and begins with its gap. A word wider than a
    line gives a line without words, and is the last.
    """
    begin, before = 0, 0.0
    while begin < len(ends):
        here = before + gaps[begin]
        end = bisect_right(ends, here + room_pt + _TOLERANCE_PT, begin)
        yield begin, end, ends[end - 1] - here
        if begin == end:
            return
        begin, before = end, ends[end - 1]


def _filled_with_care(
    composer: Composer, waiting: list[Composed], room_pt: float
) -> Iterator[list[Composed]]:
    """Where a word is too wide for a line, or an address may be broken; the first word waits at the end."""
    line: list[Composed] = []
    used = 0.0
    while waiting:
        word = waiting.pop()
        gap = word.gap.width if line and word.gap else 0.0
        if fits(used + gap + word.unit.width, room_pt):
            line.append(word)
            used += gap + word.unit.width
            continue
        parts = _broken(composer, word, line, room_pt - used - gap, room_pt)
        if parts:
            line.append(parts[0])
            waiting.append(parts[1])
        elif line:
            waiting.append(word)
        else:
            line.append(word)
        yield line
        line, used = [], 0.0
    if line:
        yield line


def _broken(
    composer: Composer, word: Composed, line: list[Composed], left_pt: float, room_pt: float
) -> tuple[Composed, Composed] | None:
    """The word in two, the first of which still fits on the line; None if the word is better left whole."""
    text = composer.text[word.word.start : word.word.end]
    if word.unit.width > room_pt:
        cuts = long_word_cuts(text)
        return _cut(composer, word, cuts, left_pt) or (
            None if line else _cut(composer, word, letter_cuts(text), left_pt)
        )
    if line and is_address(text) and _gapes(line, left_pt):
        return _cut(composer, word, address_cuts(text), left_pt)
    return None


def _gapes(line: list[Composed], left_pt: float) -> bool:
    spaces = [word.gap.width for word in line[1:] if word.gap]
    return left_pt > _GAPING * sum(spaces)


def _cut(
    composer: Composer, word: Composed, cuts: list[int], left_pt: float
) -> tuple[Composed, Composed] | None:
    """The word in two at the last of the cuts up to which it fits."""
    start, end, gap = word.word

    def width(cut: int) -> float:
        return composer.unit(start, start + cut).width

    fitting = bisect_right(cuts, left_pt, key=width)  # the longer a part, the wider it is
    if not fitting:
        return None
    cut = start + cuts[fitting - 1]
    rest = Word(cut, end, Gap.NOTHING)
    return (
        Composed(Word(start, cut, gap), composer.unit(start, cut), word.gap, word.gap_place),
        Composed(rest, composer.unit(cut, end), None),
    )
