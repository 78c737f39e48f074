"""Small shapes before a word in a table: drawn, so that no font is asked for them."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.documents.blocks import Sign, Words
from facilitator.documents.colours import BLUE, INK, RUST
from facilitator.documents.flow import Placed
from facilitator.documents.surface import Surface
from facilitator.documents.tree import Element
from facilitator.documents.typeset import Block, Style

SIGN_PT = 9.5
"""What a sign takes of the line, with the white after it."""
SIGN_WIDE_PT = 6.2
_LINE_PT, _DOT_PT = 0.8, 2.6
_DASH_PT, _MARK_PT, _MARK_DROP_PT, _MARK_APART_PT = 1.1, 5.0, 2.2, 3.0
_MIDDLE = 0.34  # of the size of the letters, above their baseline


def indent_of(text: Words) -> float:
    """Return what a cell's text leaves free at its start for a sign, if it has one.

    The mark beside a figure stands in the white before it.
    """
    return SIGN_PT if text and text[0].sign not in (None, Sign.BELOW) else 0.0


@dataclass(slots=True)
class Signed(Placed):
    """Set lines with a sign before the first of them."""

    sign: Sign = Sign.RING
    before: float = 0.0
    """What is free before the first letter of the lines."""

    @classmethod
    def of(cls, cell: Placed, sign: Sign, style: Style) -> Signed:
        """Return the lines with this sign before their first letter; figures end at the right."""
        free = cell.block.width_pt - cell.block.natural_width_pt
        before = free if style.align == "right" and not style.rtl else 0.0
        return cls(
            cell.block, cell.start, cell.drop, words=cell.words, lang=cell.lang, sign=sign, before=before
        )

    def draw(self, surface: Surface, top: float, element: Element) -> None:
        """The word belongs to the element; its sign is decoration, for the word says as much."""
        middle = middle_of(self.block, top + self.drop)
        with surface.tags.artifact():
            draw_sign(surface, self.sign, self.start + self.before - width_of(self.sign), middle)
        Placed.draw(self, surface, top, element)


def width_of(sign: Sign) -> float:
    """Return what a sign takes of the line, with the white after it."""
    return _MARK_PT + _MARK_APART_PT if sign is Sign.BELOW else SIGN_PT


def middle_of(block: Block, top: float) -> float:
    """Return the height at which a sign stands before the first line of a block."""
    return top + block.first_baseline_pt - block.leading_pt * _MIDDLE * 0.8


def draw_sign(surface: Surface, sign: Sign, start: float, middle: float) -> None:
    """The sign stands on the page."""
    match sign:
        case Sign.DISC:
            surface.disc(start, middle, SIGN_WIDE_PT, colour=BLUE)
        case Sign.DASH:
            surface.rule(start, SIGN_WIDE_PT, middle, thickness=_DASH_PT, colour=INK)
        case Sign.BELOW:
            surface.downward(start, middle - _MARK_DROP_PT, width=_MARK_PT, colour=RUST)
        case _:
            surface.ring(start, middle, SIGN_WIDE_PT, line=_LINE_PT, colour=BLUE)
            if sign is Sign.RING_AND_DOT:
                surface.disc(start + (SIGN_WIDE_PT - _DOT_PT) / 2, middle, _DOT_PT, colour=BLUE)
