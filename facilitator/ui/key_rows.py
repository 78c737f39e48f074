"""Keys and what they do in columns: a sentence longer than its column goes on in a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont

from facilitator.ui.wrapping import height_of

_BETWEEN = 12


@dataclass(frozen=True, slots=True)
class KeyRow:
    """Where the keys stand, and how wide they and their words beside them are."""

    keys: str
    what: str
    x: float
    y: float
    first: float
    width: int
    height: float


def in_columns(
    rows: Sequence[tuple[str, str]], font: QFont, shape: tuple[int, float, float], gap: int, *, rtl: bool
) -> tuple[list[KeyRow], float]:
    """Return where each row stands, in columns of about one height, and how high the highest is.

    `shape` is how many columns there are, how wide each is, and how much of that the keys take.
    """
    columns, column, first = shape
    width = int(column - first - _BETWEEN)
    heights = [height_of(what, font, width, page_rtl=rtl) + gap for _, what in rows]
    even = sum(heights) / columns
    made: list[KeyRow] = []
    at, y, most = 0, 0.0, 0.0
    for (keys, what), height in zip(rows, heights, strict=True):
        if y + height / 2 > even and at + 1 < columns:
            at, y = at + 1, 0.0
        made.append(KeyRow(keys, what, at * column, y, first, width, height))
        y += height
        most = max(most, y)
    return made, most
