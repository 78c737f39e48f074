"""Paragraphs in one voice that break at spaces only: the usual case, set in a third of the time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from facilitator.documents.typeset.bidi import is_plain
from facilitator.documents.typeset.breaking import is_usual
from facilitator.documents.typeset.composing import Composer
from facilitator.documents.typeset.filling import filled
from facilitator.documents.typeset.lines import Line, StraightLine
from facilitator.documents.typeset.pieces import Piece, Place
from facilitator.documents.typeset.shaping import Voice


def usual_lines(
    text: str, voice: Voice, room_pt: float, *, rtl: bool
) -> Sequence[StraightLine | Line] | None:
    """Return the lines of a paragraph; None if its breaks or its faces need more care."""
    if not is_usual(text):
        return None
    if not is_plain(text, rtl=rtl):
        return _Mixed(text, voice, rtl=rtl).lines(room_pt)
    words = voice.straight_words(text.split(" "), rtl=rtl)
    if words is None or max([word.width for word in words]) > room_pt:
        return None
    return list(_straight_lines(words, voice.ink.space, room_pt, rtl=rtl))


def _straight_lines(words: list[Piece], space: Piece, room_pt: float, *, rtl: bool) -> Iterator[StraightLine]:
    ends = list(accumulate([space.width + word.width for word in words]))
    for begin, end, width in filled([space.width] * len(words), ends, room_pt):
        yield StraightLine(words[begin:end], space, rtl, width, end - begin - 1)


class _Mixed:
    """A paragraph that runs both ways; most of its words lie within one token, and are looked up whole."""

    def __init__(self, text: str, voice: Voice, *, rtl: bool) -> None:
        self._rtl = rtl
        self._voice = voice
        self._pieces: list[Piece] = []
        self._places: list[Place] = []
        self._begins: list[int] = []  # where each word begins among the pieces, its space first
        self._look_up(Composer(text, [voice], [0], rtl=rtl))

    def _look_up(self, composer: Composer) -> None:
        known, pieces, places = self._voice.known_words, self._pieces, self._places
        tokens = iter(composer.tokens)
        token = between = next(tokens)
        start = 0
        for text in composer.text.split(" "):
            end = start + len(text)
            while token.end <= start:
                between, token = token, next(tokens)
            _, _, rtl, rank = token
            unit = known.get((text, rtl)) or self._voice.word(text, rtl=rtl)
            whole = end <= token.end and len(unit.pieces) == 1
            if not whole:
                unit = composer.from_runs(start, end)
            self._begins.append(len(pieces))
            if start:
                _, _, runs_left, gap_rank = token if token.start < start else between
                pieces.append(self._space(pieces[-1], unit.pieces))
                places.append((gap_rank, 1 - start if runs_left else start - 1, runs_left))
            pieces += unit.pieces
            places += [(rank, -start if rtl else start, rtl)] if whole else unit.places or ()
            start = end + 1

    def _space(self, before: Piece, after: Sequence[Piece]) -> Piece:
        """Between two words in one ink the space is of that ink too."""
        return (before.ink if after and before.ink is after[0].ink else self._voice.ink).space

    def lines(self, room_pt: float) -> list[Line] | None:
        """Return the lines; None if a word is wider than one."""
        pieces, places, begins = self._pieces, self._places, [*self._begins, len(self._pieces)]
        so_far = [0.0, *accumulate([piece.width for piece in pieces])]
        ends = [so_far[end] for end in begins[1:]]
        gaps = [0.0, *(pieces[begin].width for begin in begins[1:-1])]
        lines = []
        for begin, end, width in filled(gaps, ends, room_pt):
            if begin == end:
                return None
            here = slice(begins[begin] + (begin > 0), begins[end])
            lines.append(Line(pieces[here], places[here], self._rtl, width, end - begin - 1))
        return lines
