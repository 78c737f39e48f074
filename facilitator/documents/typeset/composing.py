"""A paragraph as words of shaped pieces, each with its place in the visual order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from facilitator.documents.typeset.bidi import Token, is_plain, tokens
from facilitator.documents.typeset.breaking import Gap, Word, words
from facilitator.documents.typeset.cleaning import drawn, has_controls
from facilitator.documents.typeset.pieces import Ink, Piece, Place, Unit, unit_of
from facilitator.documents.typeset.shaping import Voice

_WIDE_STRETCH = 0.4  # Chinese characters give less than a space does


class Composed(NamedTuple):
    """A word with what stands before it on the line."""

    word: Word
    unit: Unit
    gap: Piece | None
    gap_place: Place | None = None


class Run(NamedTuple):
    """Text of one direction inside a word; `rank` is its first token's."""

    start: int
    end: int
    rtl: bool
    rank: int


def place_in(token: Token, at: int) -> Place:
    """Return where a character of a token stands among the others."""
    _, _, rtl, rank = token
    return rank, -at if rtl else at, rtl


class Composer:
    """One paragraph; `voices` begin at `starts` in its text."""

    def __init__(self, text: str, voices: Sequence[Voice], starts: Sequence[int], *, rtl: bool) -> None:
        self.text = text
        self.rtl = rtl
        self.voices = voices
        self.starts = starts
        self.tokens = [] if is_plain(text, rtl=rtl) else tokens(text, rtl=rtl)
        self._token_starts = [token.start for token in self.tokens]
        self.has_controls = has_controls(text)

    def words(self) -> list[Composed]:
        """Return the words of the paragraph; raises MissingGlyphs."""
        if not self.tokens:
            self._meet_words()
        result: list[Composed] = []
        last: Ink | None = None
        for word in words(self.text):
            unit = self.unit(word.start, word.end)
            pieces = unit.pieces
            gap = place = None
            if word.start and word.gap:
                ink = last if pieces and pieces[0].ink is last else self.ink_before(word.start)
                gap = ink.space if word.gap is Gap.SPACE else Piece(ink, 0, "", _WIDE_STRETCH)
                place = self.place(word.start - 1) if self.tokens else None
            result.append(Composed(word, unit, gap, place))
            last = pieces[-1].ink if pieces else None
        return result

    def _meet_words(self) -> None:
        """Each voice shapes its new words in one go, which takes half of the time."""
        for voice, start, end in self._voices_within(0, len(self.text)):
            voice.meet(list(filter(None, self.text[start:end].split(" "))), rtl=self.rtl)

    def ink_before(self, start: int) -> Ink:
        """Return the ink of the space that ends where a word begins."""
        return self.voices[bisect_right(self.starts, start - 1) - 1].ink

    def place(self, at: int) -> Place:
        """Return where a character stands among the others; there are none where all runs one way."""
        if not self.tokens:
            return 0, at, False
        return place_in(self.token_at(at), at)

    def token_at(self, at: int) -> Token:
        """Return the token that holds a character."""
        return self.tokens[bisect_right(self._token_starts, at) - 1]

    def unit(self, start: int, end: int) -> Unit:
        """Return a part of the text, shaped."""
        voice = self._voice_of(start, end)
        if self.tokens:
            return self._mixed(start, end, voice)
        if voice is not None:
            return voice.word(self.text[start:end], rtl=self.rtl)
        if not (self.rtl or self.has_controls):
            parts = list(self._voices_within(start, end))
            if sum([voice.joins for voice, _, _ in parts]) <= 1:  # as before the mark of a note
                units = [voice.word(self.text[begin:stop], rtl=False) for voice, begin, stop in parts]
                return unit_of(tuple([piece for unit in units for piece in unit.pieces]))
        return unit_of(tuple(self._pieces(Run(start, end, self.rtl, 0))))

    def _voice_of(self, start: int, end: int) -> Voice | None:
        """The voice of a part that one voice speaks, without controls: it is looked up whole."""
        at = bisect_right(self.starts, start) - 1
        if at + 1 < len(self.starts) and self.starts[at + 1] < end:
            return None
        if self.has_controls and has_controls(self.text[start:end]):
            return None
        return self.voices[at]

    def _mixed(self, start: int, end: int, voice: Voice | None) -> Unit:
        token = self.token_at(start)
        if voice is not None and end <= token.end:
            unit = voice.word(self.text[start:end], rtl=token.rtl)
            if len(unit.pieces) == 1:
                return Unit(unit.pieces, unit.width, (self.place(start),))
        return self.from_runs(start, end)

    def from_runs(self, start: int, end: int) -> Unit:
        """Return a part of a text that runs both ways, shaped run by run."""
        pieces: list[Piece] = []
        places: list[Place] = []
        for run in self._runs(start, end):
            for order, piece in enumerate(self._pieces(run), run.start):  # no more pieces than letters
                places.append((run.rank, -order if run.rtl else order, run.rtl))
                pieces.append(piece)
        return unit_of(tuple(pieces), tuple(places))

    def _tokens_within(self, start: int, end: int) -> Iterator[Token]:
        at = bisect_right(self._token_starts, start) - 1
        while at < len(self.tokens) and self.tokens[at].start < end:
            token = self.tokens[at]
            yield Token(max(start, token.start), min(end, token.end), token.rtl, token.rank)
            at += 1

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        """Tokens joined where they are neighbours both in the text and on the line."""
        run: Run | None = None
        last = 0
        for token in self._tokens_within(start, end):
            if run and token.rtl == run.rtl and token.rank == last + (-1 if run.rtl else 1):
                run = Run(run.start, token.end, run.rtl, run.rank)
            else:
                if run:
                    yield run
                run = Run(*token)
            last = token.rank
        if run:
            yield run

    def _pieces(self, run: Run) -> Iterable[Piece]:
        text = self.text[run.start : run.end]
        if len(self.voices) > 1 or (self.has_controls and has_controls(text)):
            return self._pieces_of_voices(run)
        return self.voices[0].pieces(text, (0, len(text)), rtl=run.rtl, apart=not self.rtl)

    def _pieces_of_voices(self, run: Run) -> Iterator[Piece]:
        parts = [
            (voice, drawn(self.text[start:end]))
            for voice, start, end in self._voices_within(run.start, run.end)
        ]
        for joins, group in groupby(parts, key=lambda part: part[0].joins):
            together = list(group)
            whole, at = "".join([part for _, part in together]) if joins else "", 0
            for voice, part in together:
                around, start = (whole, at) if joins else (part, 0)
                at += len(part)
                if part:
                    span = start, start + len(part)
                    yield from voice.pieces(around, span, rtl=run.rtl, apart=not self.rtl)

    def _voices_within(self, start: int, end: int) -> Iterator[tuple[Voice, int, int]]:
        at = bisect_right(self.starts, start) - 1
        while at < len(self.starts) and self.starts[at] < end:
            stop = self.starts[at + 1] if at + 1 < len(self.starts) else end
            yield self.voices[at], max(start, self.starts[at]), min(end, stop)
            at += 1
