"""Items down the page: what may be parted, and what stays with what follows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import ClassVar, Protocol

from facilitator.documents.surface import Surface, plain
from facilitator.documents.tagging import Tags
from facilitator.documents.tree import Element
from facilitator.documents.typeset import Block

_FEWEST_LINES = 2
_IS_NUMERAL = attrgetter("numeral")
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

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes that belong at the foot of the page it stands on."""

    def split(self, room: float) -> tuple[Item, Item | None]:
        """Return what fits into `room`, which is `least` or more, and the rest."""

    def draw(self, surface: Surface, top: float) -> None: ...


@dataclass(slots=True)  # a frozen one takes four times as long to make, and a report has thousands
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
    lang: str = ""

    @property
    def bottom(self) -> float:
        lines = len(self.block.set_lines)
        return self.drop + self.block.leading_pt * lines + self.below if lines else 0.0

    def draw(self, surface: Surface, top: float, element: Element) -> None:
        """The lines stand on the page and belong to the element."""
        if not self.block.threads and self.block.set_lines:  # the usual case, in half of the time
            surface.part(element, self.block, self.start, top + self.drop)
            return
        with surface.tags.woven(element, self.block) as weaver:
            surface.block(self.block, self.start, top + self.drop, weaver)

    def element(self, above: Element, role: str) -> Element:
        """Return a new part for these lines; one with threads has its words in them."""
        words = "" if self.block.threads else plain(self.words)
        return above.add(role, words=words, lang=self.lang)


@dataclass(frozen=True, slots=True)
class Bookmark:
    title: str
    level: int
    name: str = ""


@dataclass(slots=True)  # as above
class Row:
    """A text and what stands beside it; the text may run over the page, with two lines or more on either.

    What stands beside a `listed` row may go on beside the rows that follow.
    """

    text: Placed
    beside: tuple[Placed, ...] = ()
    space: float = 0.0
    keeps_next: bool = False
    whole: bool = False
    listed: bool = False
    role: str = "P"
    bookmark: Bookmark | None = None
    drawn: list[Element] = field(default_factory=list, compare=False, repr=False)
    """The element of its text, once it is drawn: what goes on over the page belongs to it, too."""
    height: float = field(init=False)
    """Known from the start: pages ask for it six times."""

    def __post_init__(self) -> None:
        bottom = self.text.bottom
        self.height = bottom if self.listed or not self.beside else max(bottom, self.beside_height)

    @property
    def least(self) -> float:
        if self.whole or self.listed or self.text.block.lines < 2 * _FEWEST_LINES:
            return self.height
        return max(self.text.drop + _FEWEST_LINES * self.text.block.leading_pt, self.beside_height)

    @property
    def notes(self) -> tuple[str, ...]:
        return self.text.block.notes

    @property
    def beside_height(self) -> float:
        if len(self.beside) == 1:  # the usual case
            return self.beside[0].bottom
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
            replace(self, text=replace(self.text, block=rest, drop=0.0), beside=(), bookmark=None),
        )

    def draw(self, surface: Surface, top: float) -> None:
        if self.drawn:
            self.text.draw(surface, top, self.drawn[0])
            return
        if self.bookmark is not None:
            surface.bookmark(self.bookmark.title, self.bookmark.level, top)
            if self.bookmark.name:
                surface.place(self.bookmark.name, top)
        label, body = self._parts(surface.tags)
        for side in self.beside:
            if side.block.set_lines:
                element = label if side.numeral and label is not None else side.element(body, "P")
                side.draw(surface, top, element)
        if self.text.block.set_lines:
            element = body if body.role == self.role else self.text.element(body, self.role)
            self.drawn.append(element)
            self.text.draw(surface, top, element)

    def _parts(self, tags: Tags) -> tuple[Element | None, Element]:
        """The elements of its number and of the rest: a heading holds both, other texts are list items."""
        if not any(map(_IS_NUMERAL, self.beside)):
            return None, tags.root
        if self.role.startswith("H"):
            heading = tags.root.add(self.role)
            return heading.add("Lbl"), heading
        return tags.list_item()


@dataclass(frozen=True, slots=True)
class Line:
    """A rule from `start` on; `below` is empty space under it."""

    notes: ClassVar[tuple[str, ...]] = ()

    length: float
    thickness: float
    colour: str
    space: float = 0.0
    below: float = 0.0
    keeps_next: bool = False
    start: float = 0.0

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
                self.start,
                self.length,
                top + self.thickness / 2,
                thickness=self.thickness,
                colour=self.colour,
            )
