"""Words into lines: greedy, with long words and web addresses broken where they must be."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.documents.typeset.breaking import (
    Gap,
    Word,
    address_cuts,
    is_address,
    letter_cuts,
    long_word_cuts,
)
from facilitator.documents.typeset.composing import Composed, Composer

_TOLERANCE_PT = 0.01
_GAPING = 0.5  # of a space: a line that would stretch its spaces by more may break a web address instead


def fill(composer: Composer, room_pt: float) -> Iterator[list[Composed]]:
    """Yield the words of each line."""
    waiting = composer.words()[::-1]
    line: list[Composed] = []
    used = 0.0
    while waiting:
        word = waiting.pop()
        gap = word.gap.width if line and word.gap else 0.0
        if used + gap + word.unit.width <= room_pt + _TOLERANCE_PT:
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
    for cut in reversed(cuts):
        unit = composer.unit(start, start + cut)
        if unit.width <= left_pt:
            rest = Word(start + cut, end, Gap.NOTHING)
            return (
                Composed(Word(start, start + cut, gap), unit, word.gap, word.gap_place),
                Composed(rest, composer.unit(rest.start, end), None),
            )
    return None
