"""Stretches of text as glyphs, ready to be placed: which face, how wide, which operators."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, cast

from facilitator.documents.typeset.engine import open_face
from facilitator.documents.typeset.faces import Cut, order_of_choice
from facilitator.documents.typeset.font_object import DocumentFonts, FontInUse
from facilitator.documents.typeset.glyphs import Face, Glyph
from facilitator.documents.typeset.style import MissingGlyphs, Span, Style, Thread

_LETTER_OF_THE_WEST = re.compile("[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff]")
_JOINERS = frozenset("\u200c\u200d")
_RAISED_SIZE, _RAISED_BY = 0.65, 0.345  # of the size
_STROKE = 0.03  # of the size: what a bold without a cut of its own gains at each edge


class Part(NamedTuple):
    """A part of a text that one face sets; it joins with the text around it."""

    cut: Cut
    around: str
    span: tuple[int, int]


class Ink:
    """One face at one size in one colour: what must be in force while a piece is drawn."""

    def __init__(
        self, font: FontInUse, size: float, colour: str, rise: float = 0.0, thread: Thread | None = None
    ) -> None:
        self.font = font
        self.size = size
        self.rise = rise
        self.thread = thread
        self._colour = colour
        self.select = f"{font.resource} {size:g} Tf"
        self.paint = _paint(colour, size if font.face.cut.thickened else 0)

    def woven(self, thread: Thread) -> Ink:
        """Return the same ink as part of a thread."""
        return Ink(self.font, self.size, self._colour, self.rise, thread)

    @cached_property
    def space(self) -> Piece:
        """The space between two words."""
        blanks = self.font.face.shape(" ", (0, 1), rtl=False)
        width = advance_of(blanks) * self.size / 1000
        return Piece(self, width, operators(blanks, self), 1)


@dataclass(slots=True, eq=False)
class Piece:
    """A shaped stretch within one direction and one ink; `operators` stand inside the array of a TJ.

    `stretch` is its share when a line is drawn out to the full measure: 1 for a space.
    """

    ink: Ink
    width: float
    operators: str
    stretch: float = 0


# Where a piece stands among the others: the rank of its token, its order within, whether it runs to the left.
Place = tuple[int, int, bool]


@dataclass(slots=True)
class Unit:
    """A word that is shaped; without places where the whole paragraph runs one way."""

    pieces: tuple[Piece, ...]
    width: float
    places: tuple[Place, ...] | None = None


def unit_of(pieces: tuple[Piece, ...], places: tuple[Place, ...] | None = None) -> Unit:
    """Return a word that consists of these pieces."""
    width = pieces[0].width if len(pieces) == 1 else sum(piece.width for piece in pieces)
    return Unit(pieces, width, places)


def advance_of(glyphs: Sequence[Glyph]) -> float:
    """Return how wide the glyphs are together, in thousandths of the size."""
    return sum([advance for _, _, advance, _, _ in glyphs])


def operators(glyphs: Sequence[Glyph], ink: Ink) -> str:
    """Return what the array of a TJ holds for these glyphs; it leaves the array to raise a mark."""
    font, parts = ink.font, [""]
    codes = list(map(font.in_place.get, glyphs))
    if None not in codes:
        return f"<{''.join(cast('list[str]', codes))}>".removesuffix("<>")
    hanging = rise = 0.0
    inside = False
    for glyph in glyphs:
        gid, _, advance, right, up = glyph
        if up != rise:
            parts.append(f"{'>' if inside else ''}] TJ {ink.rise + up * ink.size / 1000:.3g} Ts [")
            rise, inside = up, False
        if move := hanging + right:
            parts.append(f"{'>' if inside else ' '}{-move:g}")
            inside = False
        parts.append(font.code(glyph) if inside else "<" + font.code(glyph))
        inside = True
        hanging = advance - right - font.width(gid)
        if not (right or up):
            kern = f">{-hanging:g}<" if hanging else ""
            font.in_place[glyph] = font.code(glyph) + kern
    parts.append(">" if inside else "")
    parts.append(f" {-hanging:g}" if hanging else "")
    parts.append(f"] TJ {ink.rise:.3g} Ts [" if rise else "")
    return "".join(parts)


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
        self._inks: dict[tuple[str, float], Ink] = {}
        self._pieces: dict[tuple[str, int, int, bool, bool], tuple[Piece, ...]] = {}
        self.known_words: dict[tuple[str, bool], Unit] = {}
        self._straight: tuple[dict[str, Piece], dict[str, Piece]] = ({}, {})
        self.ink = self._ink(self._main[0], size)
        measures = self.ink.font.face.measures
        up, down = (value * style.size_pt / 1000 for value in (measures.ascent, measures.descent))
        self.first_baseline_pt = (style.leading_pt - up - down) / 2 + up
        """Half of the leading's surplus stands above the letters, half below."""

    def word(self, text: str, *, rtl: bool) -> Unit:
        """Return a word of one direction, shaped by itself; raises MissingGlyphs."""
        key = text, rtl
        found = self.known_words.get(key)
        if found is None:
            found = self.known_words[key] = unit_of(self._whole(text, rtl=rtl))
        return found

    def _whole(self, text: str, *, rtl: bool) -> tuple[Piece, ...]:
        """A whole word; the face of first choice mostly has all of it."""
        span = 0, len(text)
        ink = self.ink
        face = ink.font.face
        if (rtl or not self._has_west) and face.is_known_to_have(text):
            shaped = ink.font.shaped.get((text, rtl))
            if shaped is None:
                glyphs = face.shape(text, span, rtl=rtl)
                shaped = advance_of(glyphs), operators(glyphs, ink)
                if not any(up for *_, up in glyphs):  # else they depend on the size
                    ink.font.shaped[text, rtl] = shaped
            return (Piece(ink, shaped[0] * ink.size / 1000, shaped[1]),)
        return tuple(self._shaped(text, span, rtl=rtl))

    def straight_words(self, words: list[str], *, rtl: bool) -> list[Piece] | None:
        """Return the words of a text of one direction, each as one piece in the voice's own ink.

        None if any needs another face. Raises MissingGlyphs.
        """
        known = self._straight[rtl]
        found = list(map(known.get, words))
        if None in found:
            for word in words:
                if word not in known:
                    pieces = self.word(word, rtl=rtl).pieces
                    if len(pieces) != 1 or pieces[0].ink is not self.ink:
                        return None
                    known[word] = pieces[0]
            return [known[word] for word in words]
        return cast("list[Piece]", found)

    def pieces(
        self, text: str, span: tuple[int, int], *, rtl: bool, apart: bool = False
    ) -> tuple[Piece, ...]:
        """Return a part of a text of one direction as pieces in the order of the text; raises MissingGlyphs.

        `apart` keeps the marks of a stretch from right to left off whatever stands at its left.
        """
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

    def _ink(self, cut: Cut, size: float) -> Ink:
        key = cut.name, size
        if key not in self._inks:
            self._inks[key] = Ink(self._fonts.of(cut.name), size, self._colour, self._rise)
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
            if not self._stand_in:
                raise MissingGlyphs("".join(dict.fromkeys(letter for cut, letter in chosen if cut is None)))
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
        self.ink = self._of(plain.ink)

    def word(self, text: str, *, rtl: bool) -> Unit:
        """Return a word of one direction, shaped by itself; raises MissingGlyphs."""
        plain = self._plain.word(text, rtl=rtl)
        return Unit(tuple(map(self._mine, plain.pieces)), plain.width)

    def pieces(
        self, text: str, span: tuple[int, int], *, rtl: bool, apart: bool = False
    ) -> tuple[Piece, ...]:
        """Return a part of a text as pieces; raises MissingGlyphs."""
        return tuple(map(self._mine, self._plain.pieces(text, span, rtl=rtl, apart=apart)))

    def _mine(self, piece: Piece) -> Piece:
        return Piece(self._of(piece.ink), piece.width, piece.operators, piece.stretch)

    def _of(self, ink: Ink) -> Ink:
        if ink not in self._woven:
            self._woven[ink] = ink.woven(self._thread)
        return self._woven[ink]


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
    return next((cut for cut in choice if open_face(cut.name).has_all(wanted)), None)


def letters(text: str) -> Iterator[str]:
    """Yield each letter together with its marks and joiners."""
    return (
        match.group()
        for match in re.finditer(r"(?s).[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d]*", text)
    )


def _paint(colour: str, thickened: float) -> str:
    """The operators of a colour; with a stroke of the same colour where a bold has no cut of its own."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    fill = f"{red:.4g} {green:.4g} {blue:.4g}"
    if thickened:
        return f"{fill} rg {fill} RG {thickened * _STROKE:.3g} w 2 Tr"
    return f"{fill} rg 0 Tr"
