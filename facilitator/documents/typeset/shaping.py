"""The voices of a paragraph: they turn text into pieces, each word shaped once for the whole document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from facilitator.documents.typeset.engine import open_face
from facilitator.documents.typeset.faces import Cut, order_of_choice
from facilitator.documents.typeset.font_object import DocumentFonts
from facilitator.documents.typeset.glyphs import Face, Glyph
from facilitator.documents.typeset.pieces import (
    Ink,
    Piece,
    Unit,
    advance_of,
    operators,
    unit_of,
)
from facilitator.documents.typeset.style import MissingGlyphs, Span, Style, Thread

_LETTER_OF_THE_WEST = re.compile("[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff]")
_JOINERS = frozenset("\u200c\u200d")
_SIGNS = r"!-@\[-`{-~\xa0-\xbf\u060c\u061b\u061f\u2010-\u203a"
_ALPHABETS = r"A-Za-z\xc0-\u024f", r"\u0400-\u04ff", r"\u0621-\u065f\u0670"
_OF_ONE_ALPHABET = re.compile("|".join(f"([{of}{_SIGNS}]*)" for of in _ALPHABETS))
_RAISED_SIZE, _RAISED_BY = 0.65, 0.345  # of the size


class Part(NamedTuple):
    """A part of a text that one face sets; it joins with the text around it."""

    cut: Cut
    around: str
    span: tuple[int, int]


class Voice:
    """How one span of a paragraph is set: it turns text into pieces, each shaped once in a document."""

    def __init__(self, fonts: DocumentFonts, style: Style, span: Span, *, stand_in: str) -> None:
        self._fonts = fonts
        self._stand_in = stand_in
        self._colour = span.colour or style.colour
        size = style.size_pt * _RAISED_SIZE if span.raised else style.size_pt
        self._rise = style.size_pt * _RAISED_BY if span.raised else 0.0
        self._sizes = size, size * style.ltr_scale
        self._main = order_of_choice(style.faces, bold=span.bold, italic=span.italic)
        west = style.first_choice_ltr + style.faces
        self._west = order_of_choice(west, bold=span.bold, italic=span.italic)
        self._has_west = bool(style.first_choice_ltr)
        self._full_size = self._main[: len(style.faces)]
        self.joins = not span.raised
        """Its letters join with those of the voices beside it."""
        self._inks: dict[tuple[str, float], Ink] = {}
        self._pieces: dict[tuple[str, int, int, bool, bool], tuple[Piece, ...]] = {}
        self._words: dict[tuple[str, bool], Unit] = {}
        self._straight: tuple[dict[str, Piece | None], ...] = {"": None}, {"": None}
        self.ink = self._ink(self._main[0], size)
        measures = self.ink.font.face.measures
        up, down = (value * style.size_pt / 1000 for value in (measures.ascent, measures.descent))
        self.first_baseline_pt = (style.leading_pt - up - down) / 2 + up
        """Half of the leading's surplus stands above the letters, half below."""

    def word(self, text: str, *, rtl: bool) -> Unit:
        """Return a word of one direction, shaped by itself; raises MissingGlyphs."""
        key = text, rtl
        found = self._words.get(key)
        if found is None:
            straight = self.straight_words([text], rtl=rtl)[0]
            pieces = self._shaped(text, (0, len(text)), rtl=rtl) if straight is None else (straight,)
            found = self._words[key] = unit_of(tuple(pieces))
        return found

    def meet(self, words: Sequence[str], *, rtl: bool) -> None:
        """The words are known from now on."""
        known = self._straight[rtl]
        self._learn([word for word in words if word not in known], rtl=rtl)

    def meet_numbers(self, numbers: Sequence[str]) -> None:
        """Numbers, which run to the right, are known from now on."""
        self.ink.font.count(numbers)
        self.meet(numbers, rtl=False)

    def known(self, word: str) -> Piece | None:
        """Return a word that was met and runs to the right, if it is one piece."""
        return self._straight[False].get(word)

    def straight_words(self, words: Sequence[str], *, rtl: bool) -> list[Piece | None]:
        """Return words that run one way, each as one piece in the voice's own ink.

        None stands for a word that needs more care.
        """
        known = self._straight[rtl]
        found = list(map(known.get, words))
        if None not in found:
            return found
        if new := [word for word in dict.fromkeys(words) if word not in known]:
            self._learn(new, rtl=rtl)
            return list(map(known.get, words))
        return found

    def _learn(self, words: Sequence[str], *, rtl: bool) -> None:
        """New words are known; those of one alphabet are shaped in one go, which saves half of the time."""
        known, ink = self._straight[rtl], self.ink
        known.update(dict.fromkeys(words))
        if (self._has_west or rtl) and _LETTER_OF_THE_WEST.search("".join(words)) is not None:
            # What runs to the left is shaped with the letters of its own script only.
            words = [word for word in words if _LETTER_OF_THE_WEST.search(word) is None]
        shaped, k = ink.font.shaped[rtl], ink.size / 1000
        words = ink.font.face.having(words)
        for alike in _by_alphabet([word for word in words if word not in shaped]):
            raised = ink.font.shape(alike, rtl=rtl)
            for word, glyphs in raised:  # how far letters are raised depends on the size
                known[word] = Piece(ink, advance_of(glyphs) * k, operators(glyphs, ink))
        for word in words:
            if (found := shaped.get(word)) is not None:
                known[word] = Piece(ink, found[0] * k, found[1])

    def pieces(
        self, text: str, span: tuple[int, int], *, rtl: bool, apart: bool = False
    ) -> tuple[Piece, ...]:
        """Return a part of a text of one direction as pieces in the order of the text; raises MissingGlyphs.

        `apart` keeps the marks of a stretch from right to left off whatever stands at its left.
        """
        if not (rtl and apart) and span == (0, len(text)):
            return self.word(text, rtl=rtl).pieces
        key = text, *span, rtl, apart
        found = self._pieces.get(key)
        if found is None:
            found = self._pieces[key] = tuple(self._shaped(text, span, rtl=rtl, apart=apart))
        return found

    def _shaped(self, text: str, span: tuple[int, int], *, rtl: bool, apart: bool = False) -> Iterator[Piece]:
        west = self._has_west and not rtl and _LETTER_OF_THE_WEST.search(text) is not None
        for part in self._by_face(text, span, self._west if west else self._main, rtl=rtl):
            size = self._sizes[west and part.cut not in self._full_size]
            ink = self._ink(part.cut, size)
            glyphs = ink.font.face.shape(part.around, part.span, rtl=rtl)
            room = _room_for_marks(ink.font.face, glyphs) if rtl and apart else 0.0
            shown = f" {-room:g}{operators(glyphs, ink)}" if room else operators(glyphs, ink)
            yield Piece(ink, (room + advance_of(glyphs)) * size / 1000, shown)

    def own(self, piece: Piece) -> Piece:
        """Return a straight word as it stands among pieces of other voices."""
        return piece

    def _ink(self, cut: Cut, size: float) -> Ink:
        key = cut.name, size
        if key not in self._inks:
            self._inks[key] = Ink(self._fonts.of(cut), size, self._colour, self._rise)
        return self._inks[key]

    def _by_face(
        self, text: str, span: tuple[int, int], choice: tuple[Cut, ...], *, rtl: bool
    ) -> Iterator[Part]:
        """Yield parts: all of it in the face of first choice, else letter by letter.

        Letters that join are not parted as long as any one face has them all.
        """
        part = text[slice(*span)]
        whole = choice if rtl else choice[:1]
        if cut := _first_with(part, whole):
            yield Part(cut, text, span)
            return
        composed = unicodedata.normalize("NFC", part)
        if cut := _first_with(composed, whole):
            yield Part(cut, composed, (0, len(composed)))
        else:
            yield from self._by_letter(composed, choice)

    def _by_letter(self, text: str, choice: tuple[Cut, ...]) -> Iterator[Part]:
        chosen = [(_first_with(letter, choice), letter) for letter in letters(text)]
        if any(cut is None for cut, _ in chosen):
            lost = (letter for cut, letter in chosen if cut is None)
            missing = dict.fromkeys(_lacking(letter, choice) for letter in lost)
            if not self._stand_in:
                raise MissingGlyphs("".join(missing))
            self._fonts.missing.update(missing)
            place = _first_with(self._stand_in, choice)
            chosen = [(place, self._stand_in) if cut is None else (cut, letter) for cut, letter in chosen]
        whole, at = "".join(letter for _, letter in chosen), 0
        for cut, group in groupby(chosen, key=itemgetter(0)):
            length = sum(len(letter) for _, letter in group)
            if cut is not None:
                yield Part(cut, whole, (at, at + length))
            at += length


class WovenVoice(Voice):
    """A voice as part of a thread: it speaks as the plain one does."""

    def __init__(self, plain: Voice, thread: Thread) -> None:
        self._plain = plain
        self._thread = thread
        self._woven: dict[Ink, Ink] = {}
        self.joins = plain.joins
        self.ink = self._of(plain.ink)

    def meet(self, words: Sequence[str], *, rtl: bool) -> None:
        """The words are known from now on."""
        self._plain.meet(words, rtl=rtl)

    def straight_words(self, words: Sequence[str], *, rtl: bool) -> list[Piece | None]:
        """Return words as those of the plain voice; `own` weaves them."""
        return self._plain.straight_words(words, rtl=rtl)

    def own(self, piece: Piece) -> Piece:
        return Piece(self._of(piece.ink), piece.width, piece.operators, piece.stretch)

    def word(self, text: str, *, rtl: bool) -> Unit:
        """Return a word of one direction, shaped by itself; raises MissingGlyphs."""
        plain = self._plain.word(text, rtl=rtl)
        return Unit(tuple(map(self.own, plain.pieces)), plain.width)

    def pieces(
        self, text: str, span: tuple[int, int], *, rtl: bool, apart: bool = False
    ) -> tuple[Piece, ...]:
        """Return a part of a text as pieces; raises MissingGlyphs."""
        return tuple(map(self.own, self._plain.pieces(text, span, rtl=rtl, apart=apart)))

    def _of(self, ink: Ink) -> Ink:
        if ink not in self._woven:
            self._woven[ink] = ink.woven(self._thread)
        return self._woven[ink]


def _by_alphabet(words: Sequence[str]) -> Iterable[Sequence[str]]:
    """Return the words in lists, each of one alphabet; a word that mixes alphabets is alone."""
    if not words or _OF_ONE_ALPHABET.fullmatch("".join(words)) is not None:
        return (words,) if words else ()
    found: dict[str | int | None, list[str]] = {}
    for word in words:
        match = _OF_ONE_ALPHABET.fullmatch(word)
        found.setdefault(match.lastindex if match else word, []).append(word)
    return found.values()


def _room_for_marks(face: Face, glyphs: Sequence[Glyph]) -> float:
    """How far ink stands out at the left, where a bracket without a space may stand."""
    pen = least = 0.0
    for gid, _, advance, right, _ in glyphs:
        least = min(least, pen + right + face.left_of(gid))
        pen += advance
    return -least


def _first_with(text: str, choice: tuple[Cut, ...]) -> Cut | None:
    """The first face that has all of the text; later faces are not even read."""
    wanted = frozenset(text) - _JOINERS
    return next((cut for cut in choice if open_face(cut).has_all(wanted)), None)


def _lacking(letter: str, choice: tuple[Cut, ...]) -> str:
    """Return which signs of a letter no face has; all of them if only no face has them together."""
    return "".join(sign for sign in letter if _first_with(sign, choice) is None) or letter


def letters(text: str) -> Iterator[str]:
    """Yield each letter together with its marks and joiners."""
    return (
        match.group()
        for match in re.finditer(r"(?s).[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d]*", text)
    )
