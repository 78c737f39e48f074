"""How wide the columns of a table are: as wished, unless a word would have to be broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.documents.blocks import Words
from facilitator.documents.rich import RichText, spoken
from facilitator.documents.signs import indent_of
from facilitator.documents.typeset import Style
from facilitator.language.direction import bare

_WIDEST_SHARE = 0.4  # of the table: what the longest word of a column may ask for
_WIDEST_LETTER = 1.0  # of the size
_SHORT = 6  # letters: a label that is not broken at all, as Chinese can be anywhere
_SMALLEST = 0.85  # of the size: letters shrink no further

Cell = tuple[Words, Style]
Lines = Sequence[Cell]
"""Cells side by side, each in its style."""


def fitted(widths: Sequence[float], least: Sequence[float]) -> list[float]:
    """Return the widths with none below its least: the others give of what they can spare.

    Where all of it is too little, each column has its share of what it needs.
    """
    if sum(least) > sum(widths):
        return [need * sum(widths) / sum(least) for need in least]
    lacking = sum(max(0.0, need - width) for width, need in zip(widths, least, strict=True))
    spare = sum(max(0.0, width - need) for width, need in zip(widths, least, strict=True))
    given = lacking / spare if spare else 0.0
    return [max(need, width - given * (width - need)) for width, need in zip(widths, least, strict=True)]


class Columns:
    """The columns of one table, wide enough for the words of its `lines` if that can be."""

    def __init__(self, rich: RichText, lines: Sequence[Lines], widths: Sequence[float], apart: float) -> None:
        self.widths = list(widths)
        self.scale = 1.0
        """What becomes of the size of the letters."""
        columns = list(zip(*lines, strict=True))
        if all(_surely_fits(*column, apart) for column in zip(columns, widths, strict=True)):
            return
        wide = sum(widths)
        needs = [self._needs(rich, column, wide, apart) for column in columns]
        words = sum(needs) - apart * len(needs)
        if sum(needs) > wide:
            self.scale = max(_SMALLEST, min(1.0, (wide - apart * len(needs)) / words))
        self.widths = fitted(widths, [(need - apart) * self.scale + apart for need in needs])

    @staticmethod
    def _needs(rich: RichText, column: Sequence[Cell], wide: float, apart: float) -> float:
        most = max(_whole(rich, text, style) for text, style in column)
        return min(most + apart, wide * _WIDEST_SHARE)

    def sized(self, style: Style) -> Style:
        """Return a style of the table's cells in the size in which their words fit."""
        return style if self.scale == 1.0 else replace(style, size_pt=style.size_pt * self.scale)


def _whole(rich: RichText, text: Words, style: Style) -> float:
    """The width that a cell needs so that nothing in it is in two that should be whole."""
    return rich.widest_word(text, style, whole=len(bare(spoken(text))) <= _SHORT) + indent_of(text)


def _surely_fits(column: Sequence[Cell], width: float, apart: float) -> bool:
    """A quick answer, for most columns: the words have too few letters to be too wide."""
    words = " ".join([spoken(text) for text, _ in column]).split()
    size = max([style.size_pt for _, style in column])
    indent = max([indent_of(text) for text, _ in column])
    return max((_SHORT, *map(len, words))) * size * _WIDEST_LETTER <= width - apart - indent
