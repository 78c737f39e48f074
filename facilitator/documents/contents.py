"""The table of contents: each heading with its page, and a link to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.documents.flow import Item, Placed
from facilitator.documents.pagination import Page
from facilitator.documents.setting import Setter
from facilitator.documents.surface import Surface, plain
from facilitator.documents.tree import Element
from facilitator.documents.typeset import Style


@dataclass(slots=True)
class Places:
    """The page of each heading, known once all pages are; the number has a column of its own.

    So no line breaks differently for it, and one pass over the text is enough.
    """

    pages: Mapping[str, int] = field(default_factory=dict)
    toc: list[Element] = field(default_factory=list)

    def learn(self, pages: list[Page]) -> None:
        """Know on which page each heading stands."""
        found: dict[str, int] = {}
        for number, page in enumerate(pages, 1):
            for item, _ in page.items:
                bookmark = getattr(item, "bookmark", None)
                if bookmark is not None and bookmark.name:
                    found[bookmark.name] = number
        self.pages = found


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading in the table of contents."""

    text: Placed
    numeral: Placed | None
    target: str
    places: Places
    setter: Setter
    style: Style
    edges: tuple[float, float]
    """Where the area to click begins, and how wide it is; the number of the page ends there."""
    space: float = 0.0
    keeps_next: bool = False
    notes: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        return self.text.bottom

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Item, Item | None]:  # noqa: ARG002 - an entry is never parted
        return self, None

    def draw(self, surface: Surface, top: float) -> None:
        if not self.places.toc:
            self.places.toc.append(surface.tags.root.add("TOC"))
        item = self.places.toc[0].add("TOCI")
        link = item.add("Reference").add("Link")
        if self.numeral is not None:
            self.numeral.draw(surface, top, link.add("Lbl"))
        self.text.draw(surface, top, self.text.element(link, "Span"))
        start, width = self.edges
        number = self.setter.set(str(self.places.pages[self.target]), self.style, width)
        with surface.tags.marked(link.add("Span")):
            surface.block(number, start, top + self.height - number.height_pt)
        area = (start, top, width, self.height)
        surface.link(link, f"#{self.target}", area, plain(self.text.words))
