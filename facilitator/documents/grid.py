"""The grid of a printed page: one unit, four columns, mirrored where the language runs from right to left."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

UNIT_PT = 6.5
PAGE_WIDTH_PT, PAGE_HEIGHT_PT = A4
SIDE_PT = 22 * mm
TOP_PT = 24 * mm - 0.6  # letters hang that much in their leading
BOTTOM_PT = 22 * mm
TYPE_PT = 166 * mm

MARGIN_COLUMN_PT = 36 * mm
NUMBER_AT_PT = 40 * mm
TEXT_AT_PT = 50 * mm
NUMBER_ENDS_PT = 47.5 * mm
"""Where paragraph numbers end: with the white around their sign, 3 mm before the text."""
TEXT_PT = 116 * mm
WIDE_PT = 126 * mm
"""Number and text column together."""

HEAD_RULE_PT = 16 * mm
FOOT_PT = 12 * mm


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins; `top` is where the text begins, `bottom` what it leaves free."""

    width: float
    height: float
    side: float
    top: float
    bottom: float
    head_rule: float
    foot: float

    @property
    def type_width(self) -> float:
        return self.width - 2 * self.side

    @property
    def text_width(self) -> float:
        """The width of the text column, which ends where the type area does."""
        return self.type_width - TEXT_AT_PT

    @property
    def wide(self) -> float:
        """Number and text column together."""
        return self.type_width - NUMBER_AT_PT

    @property
    def has_columns(self) -> bool:
        """On a landscape page there are none: all begins at the edge."""
        return self.width < self.height

    @property
    def room(self) -> float:
        """The height of the text on a page."""
        return self.height - self.top - self.bottom


UPRIGHT = Paper(PAGE_WIDTH_PT, PAGE_HEIGHT_PT, SIDE_PT, TOP_PT, BOTTOM_PT, HEAD_RULE_PT, FOOT_PT)
LANDSCAPE = Paper(PAGE_HEIGHT_PT, PAGE_WIDTH_PT, 15 * mm, 16 * mm, 17 * mm, 11 * mm, 9 * mm)


@dataclass(frozen=True, slots=True)
class Grid:
    """Places on the page, counted from the edge at which lines begin."""

    rtl: bool
    paper: Paper = UPRIGHT

    def left(self, start_pt: float, width_pt: float = 0.0) -> float:
        """Return the distance from the left edge of the page to the left edge of something at `start_pt`."""
        if self.rtl:
            return self.paper.width - self.paper.side - start_pt - width_pt
        return self.paper.side + start_pt
