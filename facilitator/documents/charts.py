"""Each category's share of the speaking time beside its target, with its figures; mirrored in Arabic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from facilitator.documents.colours import BLUE, HAIR, INK, PALE, RULE, RUST, WHITE
from facilitator.documents.flow import Item
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
from facilitator.documents.styles import Roles, figures_style
from facilitator.documents.surface import Surface
from facilitator.documents.typeset import Block, Style
from facilitator.domain.hearing import Heard
from facilitator.language.direction import ltr
from facilitator.language.speech import Language

_HEAD_BELOW_PT = 2.2
_COLUMN_PT = 38 / 3 * mm
_COLUMNS_APART_PT = 7 * mm
_BAND_PT, _BAR_PT, _TICK_PT = 10.0, 4.8, 11.0
_TICK_WIDE_PT, _TICK_WHITE_PT = 1.5, 0.75
TRIANGLE_PT = 5.0
_MARK_APART_PT = 4.0


class ShareChart(Chart):
    """Room, speaking time and target of each category, with the figures beside them."""

    def __init__(
        self, setter: Setter, language: Language, roles: Roles, rows: Sequence[Heard], top: int
    ) -> None:
        self._setter, self._language, self._roles, self._rows = setter, language, roles, rows
        self._top = top
        self._aimed = any(row.category.target_share is not None for row in rows)
        self._keys = self._key()
        names = [row.category.brief for row in rows]
        small = roles.small.leading_pt
        super().__init__(
            lanes(setter, roles, names),
            head=small + _HEAD_BELOW_PT - (small - 9.75) * 0.7,
            foot=AXIS_ABOVE_PT
            + small
            + key_above(roles.small)
            + small * key_lines(setter, roles.small, self._keys),
            space=UNIT_PT / 2,
        )

    @property
    def _plot(self) -> float:
        return self._setter.paper.wide - _COLUMNS_APART_PT - _COLUMN_PT * (3 if self._aimed else 1)

    @property
    def alt(self) -> str:
        """Each category with its share, and the target if it has one."""
        return "; ".join(map(self._in_words, self._rows))

    def _in_words(self, row: Heard) -> str:
        say, percent = self._language.say, self._language.percent
        category, share = row.category.brief, percent(row.share)
        if row.category.target_share is None:
            return say("{category}: {share}", category=category, share=share)
        target = percent(row.category.target_share)
        return say("{category}: {share}, target {target}", category=category, share=share, target=target)

    def plot(self, surface: Surface, top: float) -> None:
        rows_top = top + self.head
        bottom = rows_top + self.rows_height
        self.draw_labels(surface, rows_top)
        self._grid(surface, rows_top, bottom)
        self._heads(surface, top)
        for number, at in self.tops(rows_top):
            self._bar(surface, self._rows[number], at + self.lanes[number].height / 2)
            self._figures(surface, self._rows[number], at)
        surface.stem(NUMBER_AT_PT, rows_top, bottom, thickness=0.8, colour=INK)
        key_top = bottom + AXIS_ABOVE_PT + self._roles.small.leading_pt + key_above(self._roles.small)
        draw_key(surface, self._setter, self._roles.small, self._keys, key_top)

    def _at(self, percent: float) -> float:
        return NUMBER_AT_PT + self._plot * percent / self._top

    def _grid(self, surface: Surface, top: float, bottom: float) -> None:
        for percent in range(0, self._top + 1, 10):
            if percent:
                surface.stem(self._at(percent), top, bottom, thickness=0.4, colour=HAIR)
            text = self._setter.line(str(percent), self._roles.grey_small)
            at = self._at(percent) - (text.width_pt / 2 if percent else 0)
            surface.block(text, at, bottom + AXIS_ABOVE_PT)

    def _bar(self, surface: Surface, row: Heard, middle: float) -> None:
        per_share = self._plot * 100 / self._top
        surface.box(NUMBER_AT_PT, middle - _BAND_PT / 2, row.room_share * per_share, _BAND_PT, PALE)
        surface.box(NUMBER_AT_PT, middle - _BAR_PT / 2, row.share * per_share, _BAR_PT, BLUE)
        if row.category.target_share is not None:
            at = self._at(row.category.target_share * 100)
            halo = _TICK_WIDE_PT + 2 * _TICK_WHITE_PT
            surface.box(at - halo / 2, middle - _TICK_PT / 2, halo, _TICK_PT, WHITE)
            surface.box(at - _TICK_WIDE_PT / 2, middle - _TICK_PT / 2, _TICK_WIDE_PT, _TICK_PT, INK)

    def _heads(self, surface: Surface, top: float) -> None:
        say = self._language.say
        texts = [say("Time, %"), say("Target"), say("Difference")]
        for number, text in enumerate(texts[: 3 if self._aimed else 1]):
            self._cell(surface, text, self._roles.grey_small, number, top)
        start = NUMBER_AT_PT + self._plot + _COLUMNS_APART_PT
        surface.rule(
            start, self._setter.paper.type_width - start, top + self.head, thickness=0.5, colour=RULE
        )

    def _figures(self, surface: Surface, row: Heard, top: float) -> None:
        self._cell(surface, str(round(row.share * 100)), self._roles.strong_label, 0, top)
        if row.category.target_share is None or row.difference is None:
            return
        self._cell(surface, f"{row.category.target_share * 100:.3g}", self._roles.label, 1, top)
        style = replace(self._roles.strong_label, colour=RUST) if row.under else self._roles.label
        text = signed(row.difference)
        block = self._cell(surface, text, style, 2, top)
        if row.under:
            self._mark(surface, block, top)

    def _mark(self, surface: Surface, block: Block, top: float) -> None:
        """The mark stands before the figure in reading order; units stay under units."""
        middle = top + block.first_baseline_pt - self._roles.label.size_pt * 0.35
        figure = _COLUMN_PT if self._language.rtl else block.natural_width_pt
        start = self._setter.paper.type_width - figure - _MARK_APART_PT - TRIANGLE_PT
        surface.downward(start, middle - 2.2, width=TRIANGLE_PT, colour=RUST)

    def _cell(self, surface: Surface, text: str, style: Style, column: int, top: float) -> Block:
        """A cell flush with the right of its column, on the left of which there is room for a long word."""
        start = NUMBER_AT_PT + self._plot + _COLUMNS_APART_PT + column * _COLUMN_PT
        wide = _COLUMN_PT * 2
        block = self._setter.set(text, figures_style(style), wide)
        surface.block(block, start if self._language.rtl else start - _COLUMN_PT, top)
        return block

    def _key(self) -> list[Key]:
        say = self._language.say
        wide = SWATCH_PT[0]
        keys = [Key(wide, swatch(BLUE), say("share of speaking time"))]
        if self._aimed:
            keys.append(Key(_TICK_WIDE_PT, tick(_TICK_WIDE_PT), say("target share")))
        return [*keys, Key(wide, swatch(PALE, 8.0), say("share of the people in the room"))]


class Explanation:
    """What the mark means and what is not counted, in small grey under a chart."""

    keeps_next = False
    notes: tuple[str, ...] = ()
    space = UNIT_PT / 2

    def __init__(
        self, setter: Setter, roles: Roles, below: str, more: str, edge: float = NUMBER_AT_PT
    ) -> None:
        self._marked, self._edge = bool(below), edge
        room = setter.paper.type_width - edge - self._indent
        self._text = setter.set(f"{below} {more}".strip(), roles.grey_small, room)

    @property
    def _indent(self) -> float:
        return TRIANGLE_PT + 3 if self._marked else 0.0

    @property
    def height(self) -> float:
        return self._text.height_pt

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Item, Item | None]:  # noqa: ARG002 - two lines at most
        return self, None

    def draw(self, surface: Surface, top: float) -> None:
        with surface.tags.marked(surface.tags.root.add("P")):
            self._write(surface, top)

    def _write(self, surface: Surface, top: float) -> None:
        if self._marked:
            middle = top + self._text.first_baseline_pt - 2.5
            surface.downward(self._edge, middle - 2.2, width=TRIANGLE_PT, colour=RUST)
        surface.block(self._text, self._edge + self._indent, top)


def signed(points: int) -> str:
    """Return a difference with its sign, which stays on the left of its number."""
    if points == 0:
        return "0"
    return ltr(f"+{points}" if points > 0 else f"−{-points}")


def share_charts(setter: Setter, language: Language, roles: Roles, rows: Sequence[Heard]) -> list[ShareChart]:
    """Return the chart of these rows, in parts if they do not fit on one page; all parts have one scale."""
    largest = max((max(r.share, r.room_share, r.category.target_share or 0) for r in rows), default=0)
    top = max(10, -(-round(largest * 1000) // 100) * 10)
    labels = [setter.margin(row.category.brief, roles.label).height_pt for row in rows]
    return [ShareChart(setter, language, roles, [rows[n] for n in part], top) for part in parted(labels)]
