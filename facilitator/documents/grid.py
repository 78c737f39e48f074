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
class Grid:
    """Places on the page, counted from the edge at which lines begin."""

    rtl: bool

    def left(self, start_pt: float, width_pt: float = 0.0) -> float:
        """Return the distance from the left edge of the page to the left edge of something at `start_pt`."""
        if self.rtl:
            return PAGE_WIDTH_PT - SIDE_PT - start_pt - width_pt
        return SIDE_PT + start_pt
