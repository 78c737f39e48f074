"""A text within a frame, the one box of a report: its lines may go on over the page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.documents.colours import INK
from facilitator.documents.flow import Item
from facilitator.documents.surface import Surface

_LINE_PT = 0.5
WHITE_PT = 13.0
"""Above the first text of the frame and below the last."""


@dataclass(frozen=True, slots=True)
class Framed:
    """An item with the edges of the frame beside it; the first has an edge above, the last one below."""

    inside: Item
    start: float
    width: float
    first: bool
    last: bool
    above: float
    keeps_next: bool = False

    @property
    def space(self) -> float:
        return self.above if self.first else 0.0

    @property
    def notes(self) -> tuple[str, ...]:
        return self.inside.notes

    @property
    def _lead(self) -> float:
        return WHITE_PT if self.first else self.inside.space

    @property
    def height(self) -> float:
        return self._lead + self.inside.height + (WHITE_PT if self.last else 0.0)

    @property
    def least(self) -> float:
        whole = self.inside.least >= self.inside.height
        return self.height if whole else self._lead + self.inside.least

    def split(self, room: float) -> tuple[Item, Item | None]:
        if self.height <= room:
            return self, None
        here, rest = self.inside.split(room - self._lead)
        if rest is None:
            return self, None
        return replace(self, inside=here, last=False), replace(self, inside=rest, first=False)

    def draw(self, surface: Surface, top: float) -> None:
        with surface.tags.artifact():
            for edge in (self.start, self.start + self.width):
                surface.stem(edge, top, top + self.height, thickness=_LINE_PT, colour=INK)
            for at, drawn in ((top, self.first), (top + self.height, self.last)):
                if drawn:
                    surface.rule(self.start, self.width, at, thickness=_LINE_PT, colour=INK)
        self.inside.draw(surface, top + self._lead)


def framed(items: list[Item], start: float, width: float, above: float) -> list[Item]:
    """Return the items in one frame."""
    last = len(items) - 1
    return [
        Framed(item, start, width, number == 0, number == last, above, item.keeps_next)
        for number, item in enumerate(items)
    ]
