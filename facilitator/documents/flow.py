"""Items down the page: what may be parted, what stays with what follows, and where pages end."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from facilitator.documents.surface import Surface, plain
from facilitator.documents.typeset import Block

_FEWEST_LINES = 2
_TOLERANCE_PT = 0.01


class Item(Protocol):
    """Something that takes the whole width of the page for some of its height; lengths in points."""

    @property
    def space(self) -> float:
        """The space above; at the top of a page there is none."""

    @property
    def keeps_next(self) -> bool:
        """It never stands last on a page."""

    @property
    def height(self) -> float: ...

    @property
    def least(self) -> float:
        """The height below which nothing of it may stand on a page."""

    def split(self, room: float) -> tuple[Item, Item | None]:
        """Return what fits into `room`, which is `least` or more, and the rest."""

    def draw(self, surface: Surface, top: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Placed:
    """Set lines at a place within a row, and their `words` for a screen reader.

    `below` is white that belongs to the lines; a `numeral` numbers the row's text.
    """

    block: Block
    start: float
    drop: float = 0.0
    below: float = 0.0
    numeral: bool = False
    words: str = ""

    @property
    def bottom(self) -> float:
        return self.drop + self.block.height_pt + self.below if self.block.lines else 0.0

    def draw(self, surface: Surface, top: float) -> None:
        surface.block(self.block, self.start, top + self.drop)


@dataclass(frozen=True, slots=True)
class Bookmark:
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Row:
    """A text and what stands beside it; the text may run over the page, with two lines or more on either."""

    text: Placed
    beside: tuple[Placed, ...] = ()
    space: float = 0.0
    keeps_next: bool = False
    whole: bool = False
    role: str = "P"
    continues: bool = False
    bookmark: Bookmark | None = None

    @property
    def height(self) -> float:
        return max(self.text.bottom, self._beside)

    @property
    def least(self) -> float:
        if self.whole or self.text.block.lines < 2 * _FEWEST_LINES:
            return self.height
        return max(self.text.drop + _FEWEST_LINES * self.text.block.leading_pt, self._beside)

    @property
    def _beside(self) -> float:
        return max((side.bottom for side in self.beside), default=0.0)

    def split(self, room: float) -> tuple[Item, Item | None]:
        block = self.text.block
        lines = int((room - self.text.drop + _TOLERANCE_PT) / block.leading_pt)
        fits = self.height <= room + _TOLERANCE_PT
        if fits or lines < _FEWEST_LINES or block.lines < 2 * _FEWEST_LINES:
            return self, None
        here, rest = block.split(min(lines, block.lines - _FEWEST_LINES))
        return (
            replace(self, text=replace(self.text, block=here)),
            replace(
                self, text=replace(self.text, block=rest, drop=0.0), beside=(), bookmark=None, continues=True
            ),
        )

    def draw(self, surface: Surface, top: float) -> None:
        if self.bookmark is not None:
            surface.bookmark(self.bookmark.title, self.bookmark.level, top)
        tags = surface.tags
        if self.continues:
            with tags.marked(tags.last):
                self.text.draw(surface, top)
            return
        label, body = tags.list_item() if any(side.numeral for side in self.beside) else (None, tags.root)
        for placed in (*self.beside, self.text):
            if not placed.block.lines:
                continue
            role = self.role if placed is self.text else "P"
            element = (
                label if placed.numeral and label is not None else body.add(role, words=plain(placed.words))
            )
            with tags.marked(element):
                placed.draw(surface, top)


@dataclass(frozen=True, slots=True)
class Line:
    """A rule over the whole width; `below` is empty space under it."""

    length: float
    thickness: float
    colour: str
    space: float = 0.0
    below: float = 0.0
    keeps_next: bool = False

    @property
    def height(self) -> float:
        return self.thickness + self.below

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Item, Item | None]:  # noqa: ARG002 - a rule is never parted
        return self, None

    def draw(self, surface: Surface, top: float) -> None:
        with surface.tags.artifact():
            surface.rule(
                0, self.length, top + self.thickness / 2, thickness=self.thickness, colour=self.colour
            )


@dataclass(slots=True)
class Page:
    """Items with the distance of each from the top of the page's text."""

    items: list[tuple[Item, float]] = field(default_factory=list)
    used: float = 0.0

    def room_after(self, item: Item, room: float) -> float:
        return room - self.used - self.space_of(item)

    def space_of(self, item: Item) -> float:
        return item.space if self.items else 0.0

    def put(self, item: Item) -> None:
        top = self.used + self.space_of(item)
        self.items.append((item, top))
        self.used = top + item.height


def paginate(items: Iterable[Item], room: float) -> list[Page]:
    """Return the pages that hold the items, each `room` points high."""
    waiting = deque(items)
    pages = [Page()]
    while waiting:
        page = pages[-1]
        if page.items and _least_of(waiting, page) > room - page.used + _TOLERANCE_PT:
            page = Page()
            pages.append(page)
        item = waiting.popleft()
        here, rest = item.split(page.room_after(item, room))
        page.put(here)
        if rest is not None:
            waiting.appendleft(rest)
            pages.append(Page())
    return pages


def _least_of(waiting: Sequence[Item], page: Page) -> float:
    """The height that the next item needs together with all that it keeps with it."""
    needed = 0.0
    for item in waiting:
        needed += (item.space if page.items or needed else 0.0) + (
            item.height if item.keeps_next else item.least
        )
        if not item.keeps_next:
            break
    return needed
