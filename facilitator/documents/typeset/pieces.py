"""Shaped stretches of text, ready to be placed: in which ink, how wide, by which operators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from facilitator.documents.typeset.font_object import RAISED, FontInUse
from facilitator.documents.typeset.glyphs import Glyph
from facilitator.documents.typeset.style import Thread

_STROKE = 0.03  # of the size: what a bold without a cut of its own gains at each edge


class Ink:
    """One face at one size in one colour: what must be in force while a piece is drawn."""

    def __init__(
        self, font: FontInUse, size: float, colour: str, rise: float = 0.0, thread: Thread | None = None
    ) -> None:
        self.font = font
        self.size = size
        self.rise = rise
        self.thread = thread
        self.select = f"{font.resource} {size:g} Tf"
        self.paint = _paint(colour, size if font.face.cut.thickened else 0)
        self.opening = f"{self.paint} {f'{rise:.3g} Ts ' if rise else ''}{self.select} "
        """What brings it into force where nothing is."""

    def woven(self, thread: Thread) -> Ink:
        """Return the same ink as part of a thread."""
        other = Ink.__new__(Ink)
        other.__dict__.update(self.__dict__, thread=thread)
        other.space = Piece(other, self.space.width, self.space.operators, 1)
        return other

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


class Unit(NamedTuple):
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
    if RAISED not in (array := font.array(glyphs)):
        return array
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
    parts.append(">" if inside else "")
    parts.append(f" {-hanging:g}" if hanging else "")
    parts.append(f"] TJ {ink.rise:.3g} Ts [" if rise else "")
    return "".join(parts)


def _paint(colour: str, thickened: float) -> str:
    """The operators of a colour; with a stroke of the same colour where a bold has no cut of its own."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    fill = f"{red:.4g} {green:.4g} {blue:.4g}"
    if thickened:
        return f"{fill} rg {fill} RG {thickened * _STROKE:.3g} w 2 Tr"
    return f"{fill} rg 0 Tr"
