"""Paragraphs that break at spaces only: the usual case, set in a third of the time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import cast

from facilitator.documents.typeset.bidi import is_plain
from facilitator.documents.typeset.breaking import is_usual
from facilitator.documents.typeset.cleaning import has_controls
from facilitator.documents.typeset.composing import Composer, place_in
from facilitator.documents.typeset.filling import filled, fits
from facilitator.documents.typeset.lines import Line, MarkedLine, StraightLine
from facilitator.documents.typeset.pieces import Ink, Piece, Place, Unit
from facilitator.documents.typeset.shaping import Voice


def straight_lines(text: str, voice: Voice, room_pt: float, *, rtl: bool) -> list[StraightLine] | None:
    """Return the lines of a paragraph of one voice that runs one way in one face; None if it needs more care.

    A text without controls that all runs one way is what most paragraphs, and nearly all labels and numbers,
    are: no more is looked at than its words.
    """
    if not is_plain(text, rtl=rtl) or not is_usual(text, narrow=rtl) or has_controls(text):
        return None
    words = voice.straight_words(text.split(" "), rtl=rtl)
    if None in words:
        return None
    straight, space = cast("list[Piece]", words), voice.ink.space
    gap = space.width
    ends = list(accumulate([gap + word.width for word in straight]))
    if fits(ends[-1] - gap, room_pt):  # all of a label, as most are
        return [StraightLine(straight, space, rtl, ends[-1] - gap, len(straight) - 1)]
    lines: list[StraightLine] = []
    for begin, end, width in filled([gap] * len(ends), ends, room_pt):
        if begin == end:
            return None
        lines.append(StraightLine(straight[begin:end], space, rtl, width, end - begin - 1))
    return lines


def marked_lines(
    text: str, mark: str, voices: tuple[Voice, Voice], room_pt: float
) -> list[StraightLine | MarkedLine | Line] | None:
    """Return the lines of a paragraph that ends in a raised mark, as `straight_lines` those of one without.

    The first voice is that of the text, which runs to the right, the other that of the mark.
    """
    if not is_plain(text, rtl=False) or not is_usual(text) or has_controls(text):
        return None
    voice, raised = voices
    words = voice.straight_words(text.split(" "), rtl=False)
    (sign,) = raised.straight_words([mark], rtl=False)
    if sign is None or None in words:
        return None
    straight, space = cast("list[Piece]", words), voice.ink.space
    gap = space.width
    *ends, last = accumulate([gap + word.width for word in straight])
    ends.append(last + sign.width)
    lines: list[StraightLine | MarkedLine | Line] = []
    for begin, end, width in filled([gap] * len(ends), ends, room_pt):
        if begin == end:
            return None
        line, stretch = straight[begin:end], end - begin - 1
        if end < len(ends):
            lines.append(StraightLine(line, space, False, width, stretch))
        elif space.ink.thread is None or raised.ink.thread is None:
            pieces = [piece for word in line for piece in (voice.own(word), space)]
            pieces[-1] = raised.own(sign)
            lines.append(Line(pieces, None, False, width, stretch))
        else:
            reach = sum([each for word in line for each in (word.width, gap)][:-1])
            said = StraightLine(line, space, False, reach, stretch)
            sign_line = StraightLine([sign], raised.ink.space, False, sign.width, 0)
            lines.append(MarkedLine(said, sign_line, width, stretch))
    return lines


def usual_lines(composer: Composer, room_pt: float) -> Sequence[StraightLine | Line] | None:
    """Return the lines of a paragraph; None if its breaks need more care, or a word is wider than a line."""
    if not is_usual(composer.text):
        return None
    return _Usual(composer).lines(room_pt)


class _Usual:
    """A paragraph as words: most are straight, one piece that runs the paragraph's way, and looked up whole.

    The others are odd: they hold something that runs the other way or needs another face or voice, or a
    space beside them does.
    """

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._voices = composer.voices
        texts = composer.text.split(" ")
        alone = len(self._voices) == 1
        self._owners: list[int] = []
        """The voice that each word begins in, where there are several."""
        self._edges: list[int] = []
        """The words that are the first of their voice, but for the first of all."""
        self._starts = [] if alone else _starts(texts)
        against = set(self._running_against()) if composer.tokens else set()
        straight = self._straight(_looked_up(texts, against, controls=composer.has_controls))
        self._spaces: list[Piece] = []
        words: list[Piece | Unit | None] = [*straight]
        self._odd: list[int] = []
        if composer.tokens or None in straight:
            self._starts = starts = self._starts or _starts(texts)
            self._odd = [number for number, word in enumerate(straight) if word is None]
            for number in self._odd:
                words[number] = composer.unit(starts[number], starts[number] + len(texts[number]))
        self._words = cast("list[Piece | Unit]", words)

    def _straight(self, texts: Sequence[str]) -> Sequence[Piece | None]:
        """The words that are looked up whole; None for others, such as one that two voices share."""
        rtl, starts = self._composer.rtl, self._composer.starts
        if len(self._voices) == 1:
            return self._voices[0].straight_words(texts, rtl=rtl)
        found: list[Piece | None] = []
        for number, voice in enumerate(self._voices):
            first = behind = len(found)
            if number + 1 < len(starts):
                behind = bisect_left(self._starts, starts[number + 1], first, len(texts))
                shared = behind > first and self._starts[behind] - 1 > starts[number + 1]
            else:
                behind, shared = len(texts), False
            found += voice.straight_words(texts[first : behind - shared], rtl=rtl)
            found += [None] * shared
            self._owners += [number] * (behind - first)
            if 0 < first < behind:
                self._edges.append(first)
        return found

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
        words, odd, rtl = self._words, self._odd, self._composer.rtl
        self._spaces = self._spaces_before()
        gaps = [space.width for space in self._spaces]
        ends = list(accumulate([gap + word.width for gap, word in zip(gaps, words, strict=True)]))
        lines: list[StraightLine | Line] = []
        for begin, end, width in filled(gaps, ends, room_pt):
            if begin == end:
                return None
            if bisect_left(odd, begin) < bisect_left(odd, end) or self._owner(begin) < self._owner(end - 1):
                lines.append(self._line(begin, end, width))
            else:
                straight = cast("list[Piece]", words[begin:end])
                lines.append(StraightLine(straight, self._ink(begin).space, rtl, width, end - begin - 1))
        return lines

    def _spaces_before(self) -> list[Piece]:
        """The space before each word."""
        spaces = [voice.ink.space for voice in self._voices]
        owners = self._owners
        found = [spaces[owner] for owner in owners] if owners else spaces * len(self._words)
        for number in (*self._odd, *self._edges):
            found[number] = self._space(number)
        return found

    def _line(self, begin: int, end: int, width: float) -> Line:
        voices, owners = self._voices, self._owners
        pieces: list[Piece] = []
        for number in range(begin, end):
            word = self._words[number]
            if number > begin:
                pieces.append(self._spaces[number])
            if isinstance(word, Piece):
                pieces.append(voices[owners[number] if owners else 0].own(word))
            else:
                pieces.extend(word.pieces)
        places = self._places(begin, end) if self._composer.tokens else None
        return Line(pieces, places, self._composer.rtl, width, end - begin - 1)

    def _places(self, begin: int, end: int) -> list[Place]:
        """The place of each piece of a line; a token mostly holds several words, and is looked up once."""
        places: list[Place] = []
        token = self._composer.token_at(self._starts[begin])
        for number in range(begin, end):
            start, word = self._starts[number], self._words[number]
            if number > begin:
                if token.end < start:
                    token = self._composer.token_at(start - 1)
                places.append(place_in(token, start - 1))
            if token.end <= start:
                token = self._composer.token_at(start)
            if isinstance(word, Piece):
                places.append(place_in(token, start))
            else:
                places.extend(word.places or ())
        return places

    def _owner(self, number: int) -> int:
        return self._owners[number] if self._owners else 0

    def _voice(self, number: int) -> Voice:
        return self._voices[self._owner(number)]

    def _ink(self, number: int) -> Ink:
        """The ink of a word that is straight."""
        return self._voice(number).ink

    def _space(self, number: int) -> Piece:
        """The space before a word; between two words in one ink it is of that ink, too."""
        if not number:
            return self._ink(0).space
        before, after = self._words[number - 1], self._words[number]
        last: Ink | None = self._ink(number - 1)
        if isinstance(before, Unit):
            last = before.pieces[-1].ink if before.pieces else None
        first = self._ink(number)
        if isinstance(after, Unit) and after.pieces:
            first = after.pieces[0].ink
        return first.space if first is last else self._composer.ink_before(self._starts[number]).space


def _starts(texts: Sequence[str]) -> list[int]:
    """Where each word begins, and where one behind the last would."""
    return [0, *accumulate([len(text) + 1 for text in texts])]


def _looked_up(texts: list[str], but: Collection[int], *, controls: bool) -> list[str]:
    """The words; nothing instead of these, and of one that holds what tells the order of letters."""
    if not but and not controls:
        return texts
    found = list(texts)
    for number in (*but, *[number for number, text in enumerate(texts) if controls and has_controls(text)]):
        found[number] = ""
    return found
