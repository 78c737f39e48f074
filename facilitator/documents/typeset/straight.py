"""Paragraphs in one voice that break at spaces only: the usual case, set in a third of the time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import cast

from facilitator.documents.typeset.breaking import is_usual
from facilitator.documents.typeset.composing import Composer
from facilitator.documents.typeset.filling import filled
from facilitator.documents.typeset.lines import Line, StraightLine
from facilitator.documents.typeset.pieces import Piece, Place, Unit
from facilitator.documents.typeset.shaping import Voice


def usual_lines(
    text: str, voice: Voice, room_pt: float, *, rtl: bool
) -> Sequence[StraightLine | Line] | None:
    """Return the lines of a paragraph; None if its breaks need more care, or a word is wider than a line."""
    if not is_usual(text):
        return None
    return _Usual(Composer(text, [voice], [0], rtl=rtl), voice).lines(room_pt)


class _Usual:
    """A paragraph as words: most are straight, one piece that runs the paragraph's way, and looked up whole.

    The others are odd: they hold something that runs the other way or needs another face, or a space beside
    them does.
    """

    def __init__(self, composer: Composer, voice: Voice) -> None:
        self._composer = composer
        self._ink = voice.ink
        texts = composer.text.split(" ")
        straight = voice.straight_words(texts, rtl=composer.rtl)
        self._words: list[Piece | Unit] = [word for word in straight if word is not None]
        self._odd: list[int] = []
        if composer.tokens or len(self._words) < len(texts):
            self._starts = [0, *accumulate([len(text) + 1 for text in texts])]
            needing_care = (number for number, word in enumerate(straight) if word is None)
            self._odd = sorted({*needing_care, *self._running_against()})
            ends = self._starts[1:]
            self._words = [
                word or composer.unit(start, end - 1)
                for word, start, end in zip(straight, self._starts, ends, strict=False)
            ]
            for number in self._odd:
                self._words[number] = composer.unit(self._starts[number], ends[number] - 1)

    def _running_against(self) -> Iterator[int]:
        """Yield the numbers of the words that hold or touch what runs against the paragraph."""
        text, rtl = self._composer.text, self._composer.rtl
        number = at = 0
        for token in self._composer.tokens:
            if token.rtl is not rtl:
                first = number + text.count(" ", at, token.start)
                number, at = first + text.count(" ", token.start, token.end), token.end
                yield from range(first, number + 1)

    def lines(self, room_pt: float) -> list[StraightLine | Line] | None:
        """Return the lines; None if a word is wider than one."""
        words, odd, space = self._words, self._odd, self._ink.space
        gaps = [space.width] * len(words)
        for number in odd:
            gaps[number] = self._space(number).width
        ends = list(accumulate([gap + word.width for gap, word in zip(gaps, words, strict=True)]))
        lines: list[StraightLine | Line] = []
        for begin, end, width in filled(gaps, ends, room_pt):
            if begin == end:
                return None
            if bisect_left(odd, begin) < bisect_left(odd, end):
                lines.append(self._line(begin, end, width))
            else:
                straight = cast("list[Piece]", words[begin:end])
                lines.append(StraightLine(straight, space, self._composer.rtl, width, end - begin - 1))
        return lines

    def _line(self, begin: int, end: int, width: float) -> Line:
        composer, rtl = self._composer, self._composer.rtl
        pieces: list[Piece] = []
        places: list[Place] = []
        for number in range(begin, end):
            start, word = self._starts[number], self._words[number]
            if number > begin:
                pieces.append(self._space(number))
                places.append(composer.place(start - 1))
            if isinstance(word, Piece):
                pieces.append(word)
                places.append(composer.place(start))
            else:
                pieces.extend(word.pieces)
                places.extend(word.places or ())
        return Line(pieces, places if composer.tokens else None, rtl, width, end - begin - 1)

    def _space(self, number: int) -> Piece:
        """The space before a word; between two words in one ink it is of that ink, too."""
        if not number:
            return self._ink.space
        before, after = self._words[number - 1], self._words[number]
        last = before.ink if isinstance(before, Piece) else before.pieces[-1].ink if before.pieces else None
        first = after.ink if isinstance(after, Piece) else after.pieces[0].ink if after.pieces else self._ink
        return first.space if first is last else self._ink.space
