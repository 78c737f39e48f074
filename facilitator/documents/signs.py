"""Small shapes before a word in a table: drawn, so that no font is asked for them."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.documents.blocks import Sign, Words
from facilitator.documents.colours import BLUE
from facilitator.documents.flow import Placed
from facilitator.documents.surface import Surface
from facilitator.documents.tree import Element

SIGN_PT = 9.5
"""What a sign takes of the line, with the white after it."""
_WIDE_PT, _LINE_PT, _DOT_PT = 6.2, 0.8, 2.6
_MIDDLE = 0.34  # of the size of the letters, above their baseline


def indent_of(text: Words) -> float:
    """Return what a cell's text leaves free at its start for a sign, if it has one."""
    return SIGN_PT if text and text[0].sign is not None else 0.0


@dataclass(slots=True)
class Signed(Placed):
    """Set lines with a sign before the first of them."""

    sign: Sign = Sign.RING

    @classmethod
    def of(cls, cell: Placed, sign: Sign) -> Signed:
        """Return the lines with this sign."""
        return cls(cell.block, cell.start, cell.drop, words=cell.words, lang=cell.lang, sign=sign)

    def draw(self, surface: Surface, top: float, element: Element) -> None:
        """The word belongs to the element; its sign is decoration, for the word says as much."""
        middle = top + self.drop + self.block.first_baseline_pt - self.block.leading_pt * _MIDDLE * 0.8
        with surface.tags.artifact():
            self._sign(surface, middle)
        Placed.draw(self, surface, top, element)

    def _sign(self, surface: Surface, middle: float) -> None:
        start = self.start - SIGN_PT
        if self.sign is Sign.DISC:
            surface.disc(start, middle, _WIDE_PT, colour=BLUE)
            return
        surface.ring(start, middle, _WIDE_PT, line=_LINE_PT, colour=BLUE)
        if self.sign is Sign.RING_AND_DOT:
            surface.disc(start + (_WIDE_PT - _DOT_PT) / 2, middle, _DOT_PT, colour=BLUE)
