"""What a shaping engine gives: glyphs with their places, and a font program that holds them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from facilitator.documents.typeset.faces import Cut

# One glyph from left to right: its number in the font, what a reader of the file gets for it (nothing for a
# glyph that is a mere part of the one that carries the letter), its advance, how far to the right and how far
# up it stands; measures in thousandths of the size. A plain tuple: a document makes a hundred thousand.
Glyph = tuple[int, str, float, float, float]

Columns = tuple[Sequence[int], Sequence[str], Sequence[float], Sequence[float], Sequence[float]]
"""Glyphs from left to right, by what each of them is in all: their numbers, their texts, their measures."""

BETWEEN = "\x01"
"""Stands between words that are shaped in one go: it joins nothing, and no text that is set has it."""


class Program(NamedTuple):
    """A font file of the glyphs used; `places` says where each of them went in it."""

    kind: Literal["truetype", "cff"]
    data: bytes
    places: Mapping[int, int]


class Measures(NamedTuple):
    """Measures of a whole face in thousandths of the size; `down` is positive."""

    ascent: float
    descent: float
    box: tuple[int, int, int, int]


class Face(Protocol):
    """One face, ready to shape text."""

    cut: Cut
    measures: Measures
    fixed_codes: bool  # the code of a glyph in the file is its number in the font

    def has_all(self, characters: frozenset[str]) -> bool:
        """Return whether the face has a glyph for each of the characters."""

    def having(self, words: Sequence[str]) -> list[str]:
        """Return those of the words that the face has a glyph for each character of."""

    def shape(self, text: str, span: tuple[int, int], *, rtl: bool) -> list[Glyph]:
        """Return the glyphs of a part of the text, joined as the whole is."""

    def shape_words(self, words: Sequence[str], *, rtl: bool) -> tuple[Columns, list[tuple[str, int, int]]]:
        """Return the glyphs of words of one script that the face has, each shaped by itself.

        A word comes with the number of its first glyph, and of the one behind its last; one that says
        BETWEEN stands between two words.
        """

    def left_of(self, gid: int) -> float:
        """Where the ink of a glyph begins, from its origin; below zero where it stands out."""

    def width(self, gid: int) -> float:
        """Return the glyph's own width."""

    def program(self, gids: Collection[int]) -> Program:
        """Return the smallest font that draws these glyphs."""
