"""Fractions side by side: a bar for each label, a band behind it, and a tick for what was planned."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.documents.blocks import Bars
from facilitator.documents.colours import BLUE, HAIR, INK, PALE, WHITE
from facilitator.documents.grid import NUMBER_AT_PT, UNIT_PT
from facilitator.documents.plot import (
    AXIS_ABOVE_PT,
    SWATCH_PT,
    Chart,
    Key,
    draw_key,
    key_above,
    key_lines,
    lanes,
    parted,
    swatch,
    tick,
)
from facilitator.documents.setting import Setter
from facilitator.documents.styles import Roles
from facilitator.documents.surface import Surface

_BAR_PT, _BAND_PT, _TICK_PT = 4.8, 10.0, 11.0
_TICK_WIDE_PT, _WHITE_PT = 1.5, 0.75
_STEP = 10
_HEAD_PT = 2.0


class BarChart(Chart):
    """The bars of some labels; the first series is the bar, the second the band, the third the tick."""

    def __init__(self, setter: Setter, roles: Roles, bars: Bars, rows: Sequence[int], top: int) -> None:
        self._setter, self._roles, self._rows, self._top = setter, roles, rows, top
        self._series = [values for _, values in bars.series]
        self._said = bars.alt
        looks = (
            (SWATCH_PT[0], swatch(BLUE)),
            (SWATCH_PT[0], swatch(PALE, 8.0)),
            (_TICK_WIDE_PT, tick(_TICK_WIDE_PT)),
        )
        self._keys = [
            Key(wide, draw, name) for (name, _), (wide, draw) in zip(bars.series, looks, strict=False)
        ]
        small = roles.small.leading_pt
        super().__init__(
            lanes(setter, roles, [bars.labels[row] for row in rows]),
            head=_HEAD_PT,
            foot=AXIS_ABOVE_PT
            + small
            + key_above(roles.small)
            + small * key_lines(setter, roles.small, self._keys),
            space=UNIT_PT,
        )

    @property
    def alt(self) -> str:
        return self._said

    def plot(self, surface: Surface, top: float) -> None:
        rows_top = top + self.head
        bottom = rows_top + self.rows_height
        self.draw_labels(surface, rows_top)
        self._grid(surface, rows_top, bottom)
        for number, at in self.tops(rows_top):
            middle = at + self.lanes[number].height / 2
            for place in (1, 0, 2):  # the band lies behind the bar, the tick upon it
                value = self._series[place][self._rows[number]] if place < len(self._series) else 0.0
                if value:
                    self._draw(surface, place, value, middle)
        surface.stem(NUMBER_AT_PT, rows_top, bottom, thickness=0.8, colour=INK)
        key_top = bottom + AXIS_ABOVE_PT + self._roles.small.leading_pt + key_above(self._roles.small)
        draw_key(surface, self._setter, self._roles.small, self._keys, key_top)

    def _draw(self, surface: Surface, place: int, value: float, middle: float) -> None:
        length = value * 100 / self._top * self._setter.paper.wide
        height, colour = ((_BAR_PT, BLUE), (_BAND_PT, PALE), (_TICK_PT, INK))[place]
        if place < 2:  # noqa: PLR2004 - the third is the tick
            surface.box(NUMBER_AT_PT, middle - height / 2, length, height, colour)
            return
        at, wide = NUMBER_AT_PT + length - _TICK_WIDE_PT / 2, _TICK_WIDE_PT + 2 * _WHITE_PT
        surface.box(at - _WHITE_PT, middle - height / 2, wide, height, WHITE)
        surface.box(at, middle - height / 2, _TICK_WIDE_PT, height, colour)

    def _grid(self, surface: Surface, top: float, bottom: float) -> None:
        for percent in range(0, self._top + 1, _STEP):
            at = NUMBER_AT_PT + percent / self._top * self._setter.paper.wide
            if percent:
                surface.stem(at, top, bottom, thickness=0.4, colour=HAIR)
            text = self._setter.line(str(percent), self._roles.grey_small)
            surface.block(text, at - (text.width_pt / 2 if percent else 0), bottom + AXIS_ABOVE_PT)


def bar_charts(setter: Setter, roles: Roles, bars: Bars) -> list[BarChart]:
    """Return the chart, in parts if it is too tall for a page; all parts have one scale, in per cent."""
    largest = max((value for _, values in bars.series for value in values), default=0.0)
    top = max(_STEP, -(-round(largest * 1000) // 100) * _STEP)
    heights = [setter.margin(label, roles.label).height_pt for label in bars.labels]
    return [BarChart(setter, roles, bars, part, top) for part in parted(heights)]
