"""What charts have in common: lanes with their labels, an axis below, a key; in the page's own units."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from facilitator.documents.colours import HAIR, INK
from facilitator.documents.flow import Item
from facilitator.documents.grid import NUMBER_AT_PT
from facilitator.documents.setting import Setter
from facilitator.documents.styles import Roles
from facilitator.documents.surface import Surface, plain
from facilitator.documents.typeset import Block, Style

ROW_PT = 13.0
AXIS_ABOVE_PT = 1.4
_KEY_ABOVE_PT = 4.9
SWATCH_PT = (9.0, 5.5)
_LABEL_DROP_PT = 0.6  # a Latin label hangs a little in its row
_SWATCH_APART_PT, _KEYS_APART_PT = 3.5, 14.0
_TALLEST_PT = 560.0
"""What one chart's rows may take: more categories continue in a chart of their own."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A category's row: its label, and how high the label makes it."""

    label: Block

    @property
    def height(self) -> float:
        return max(
            ROW_PT, self.label.height_pt + (ROW_PT - self.label.leading_pt if self.label.lines > 1 else 0)
        )


@dataclass(frozen=True, slots=True)
class Key:
    """A swatch, drawn as in the chart, and what it stands for."""

    width: float
    draw: Callable[[Surface, float, float], None]
    text: str


class Chart(ABC):
    """A chart that stands on one page: lanes between a head and an axis, a key below."""

    keeps_next = False
    notes: tuple[str, ...] = ()

    def __init__(self, lanes: Sequence[Lane], *, head: float, foot: float, space: float) -> None:
        self.lanes = lanes
        self.space = space
        self.head = head
        self._foot = foot

    @property
    def rows_height(self) -> float:
        return sum(lane.height for lane in self.lanes)

    @property
    def height(self) -> float:
        return self.head + self.rows_height + self._foot

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Item, Item | None]:  # noqa: ARG002 - a chart is never parted
        return self, None

    def draw(self, surface: Surface, top: float) -> None:
        with surface.tags.marked(surface.tags.root.add("Figure", alt=plain(self.alt))):
            self.plot(surface, top)

    @property
    @abstractmethod
    def alt(self) -> str:
        """What the chart shows, in words and figures."""

    @abstractmethod
    def plot(self, surface: Surface, top: float) -> None:
        """The lanes and what stands in them are on the page."""

    def tops(self, top: float) -> Iterator[tuple[int, float]]:
        """Yield each lane's number and its top."""
        for number, lane in enumerate(self.lanes):
            yield number, top
            top += lane.height

    def draw_labels(self, surface: Surface, top: float) -> None:
        """Labels in the margin column, and a hair under each row."""
        for number, at in self.tops(top):
            lane = self.lanes[number]
            surface.block(lane.label, 0, at + _LABEL_DROP_PT * (lane.label.leading_pt < ROW_PT))
            surface.rule(0, surface.paper.type_width, at + lane.height, thickness=0.4, colour=HAIR)


def key_above(small: Style) -> float:
    """Return the space between axis and key: less where the leading itself is wide."""
    return _KEY_ABOVE_PT - (small.leading_pt - 9.75)


def lanes(setter: Setter, roles: Roles, labels: Sequence[str]) -> list[Lane]:
    return [Lane(setter.margin(label, roles.label)) for label in labels]


def draw_key(
    surface: Surface,
    setter: Setter,
    style: Style,
    keys: Sequence[Key],
    top: float,
    edge: float = NUMBER_AT_PT,
) -> None:
    """The key begins at the edge, a plot's if none is given, and takes as many lines as it needs."""
    at, line = edge, top
    for key in keys:
        text = setter.line(key.text, style)
        wide = key.width + _SWATCH_APART_PT + text.width_pt
        if at > edge and at + wide > setter.paper.type_width:
            at, line = edge, line + style.leading_pt
        key.draw(surface, at, line + text.first_baseline_pt)
        surface.block(text, at + key.width + _SWATCH_APART_PT, line)
        at += wide + _KEYS_APART_PT


def key_lines(setter: Setter, style: Style, keys: Sequence[Key], edge: float = NUMBER_AT_PT) -> int:
    """Return how many lines the key takes."""
    room = setter.paper.type_width - edge
    lines, at = 1, 0.0
    for key in keys:
        wide = key.width + _SWATCH_APART_PT + setter.line(key.text, style).width_pt
        if at and at + wide > room:
            lines, at = lines + 1, 0.0
        at += wide + _KEYS_APART_PT
    return lines


def swatch(colour: str, height: float = SWATCH_PT[1]) -> Callable[[Surface, float, float], None]:
    def draw(surface: Surface, at: float, baseline: float) -> None:
        surface.box(at, baseline - height, SWATCH_PT[0], height, colour)

    return draw


def tick(width: float) -> Callable[[Surface, float, float], None]:
    def draw(surface: Surface, at: float, baseline: float) -> None:
        surface.box(at, baseline - 8, width, 8, INK)

    return draw


def parted(heights: Sequence[float]) -> Iterator[list[int]]:
    """Yield the numbers of the rows that stand on one page."""
    part: list[int] = []
    used = 0.0
    for number, height in enumerate(heights):
        row = max(ROW_PT, height + 3.25)
        if part and used + row > _TALLEST_PT:
            yield part
            part, used = [], 0.0
        part.append(number)
        used += row
    if part:
        yield part
