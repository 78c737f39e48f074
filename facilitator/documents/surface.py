"""Ink on a page: places are counted from the top, and from the edge at which lines begin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reportlab.lib.colors import HexColor

from facilitator.documents.grid import Grid
from facilitator.documents.outline import Outline
from facilitator.documents.tagging import Tags
from facilitator.documents.template.picture import Picture
from facilitator.documents.tree import Element
from facilitator.documents.typeset import Block, Weaver
from facilitator.documents.typeset.cleaning import cleaned, drawn
from facilitator.documents.typeset.sheet import Sheet, write_on


class Surface:
    """The page under way of a document; all lengths in points."""

    def __init__(self, canvas: Sheet, grid: Grid) -> None:
        self._canvas = canvas
        self._grid = grid
        self.paper = grid.paper
        self._height = grid.paper.height
        self._side, self._far = grid.paper.side, grid.paper.width - grid.paper.side
        self._outline = Outline(canvas)
        self.tags = Tags(canvas)

    def block(self, block: Block, start: float, top: float, weaver: Weaver | None = None) -> None:
        """Set lines stand on the page; `start` and `top` are those of their column."""
        block.draw(
            self._canvas, self._grid.left(start, block.width_pt), self._grid.paper.height - top, weaver
        )

    def part(self, element: Element, block: Block, start: float, top: float) -> None:
        """Set lines, of which there are some and none in a thread, stand on the page as part of it."""
        canvas = self._canvas
        left = self._far - start - block.width_pt if self._grid.rtl else self._side + start
        drawn = block.operators(canvas, left, self._height - top)
        write_on(canvas, f"{self.tags.opening(element)}\n{drawn}\nEMC")

    def rule(self, start: float, length: float, at: float, *, thickness: float, colour: str) -> None:
        """A horizontal rule whose middle is at `at`."""
        self.box(start, at - thickness / 2, length, thickness, colour)

    def rules(
        self, start: float, length: float, heights: Sequence[float], *, thickness: float, colour: str
    ) -> None:
        """A horizontal rule at each of the heights."""
        if not heights:
            return
        opening = f"{_fill(colour)} {self._grid.left(start, length):.6g}"
        closing = f"{length:.6g} {thickness:.6g} re f"
        tops = [at - thickness / 2 for at in heights]
        drawn = [f"{opening} {self._height - top - thickness:.6g} {closing}" for top in tops]
        write_on(self._canvas, "\n".join(drawn))

    def stem(self, start: float, top: float, bottom: float, *, thickness: float, colour: str) -> None:
        """A vertical rule whose middle is at `start`."""
        self.box(start - thickness / 2, top, thickness, bottom - top, colour)

    def box(self, start: float, top: float, width: float, height: float, colour: str) -> None:
        left, bottom = self._grid.left(start, width), self._grid.paper.height - top - height
        write_on(self._canvas, f"{_fill(colour)} {left:.6g} {bottom:.6g} {width:.6g} {height:.6g} re f")

    def outline(
        self, start: float, top: float, size: tuple[float, float], *, line: float, colour: str
    ) -> None:
        """A white box with a coloured edge inside its size."""
        width, height = size
        self._canvas.setFillColor(HexColor("#FFFFFF"))
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(line)
        left = self._grid.left(start, width) + line / 2
        bottom = self._grid.paper.height - top - height + line / 2
        self._canvas.rect(left, bottom, max(0.1, width - line), height - line, stroke=1, fill=1)

    def disc(self, start: float, middle: float, width: float, *, colour: str) -> None:
        """A filled circle that begins at `start`."""
        self._canvas.setFillColor(HexColor(colour))
        self._circle(start, middle, width, stroke=0, fill=1)

    def ring(self, start: float, middle: float, width: float, *, line: float, colour: str) -> None:
        """A circle whose edge is inside its width."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(line)
        self._circle(start + line / 2, middle, width - line, stroke=1, fill=0)

    def _circle(self, start: float, middle: float, width: float, *, stroke: int, fill: int) -> None:
        left, up = self._grid.left(start, width), self._grid.paper.height - middle
        self._canvas.circle(left + width / 2, up, width / 2, stroke=stroke, fill=fill)

    def downward(self, start: float, top: float, *, width: float, colour: str) -> None:
        """A triangle that points down."""
        left = self._grid.left(start, width)
        path = self._canvas.beginPath()
        path.moveTo(left, self._grid.paper.height - top)
        path.lineTo(left + width, self._grid.paper.height - top)
        path.lineTo(left + width / 2, self._grid.paper.height - top - width * 0.9)
        path.close()
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.drawPath(path, stroke=0, fill=1)

    def picture(self, picture: Picture, width: float, height: float, top: float) -> None:
        """A picture stands at the edge where lines begin."""
        picture.draw(self._canvas, self._grid.left(0, width), self.paper.height - top - height, width)

    def bookmark(self, title: str, level: int, top: float) -> None:
        """The place can be found by its title in the reader's outline."""
        self._outline.add(plain(title), level, (self._canvas.getPageNumber() - 1, self._height - top))

    def place(self, name: str, top: float) -> None:
        """A link can lead here."""
        self.tags.place(name, self._grid.paper.height - top)

    def link(
        self, element: Element, target: str, edges: tuple[float, float, float, float], says: str
    ) -> None:
        """A click between these edges leads to a target; they are a start, a top, a width and a height."""
        start, top, width, height = edges
        left, bottom = self._grid.left(start, width), self._grid.paper.height - top - height
        self.tags.hotspot(element, target, (left, bottom, left + width, bottom + height), says)

    def close(self) -> None:
        """The tree of the document's parts is in the file, and its outline."""
        self.tags.write()
        self._outline.write()


@cache
def _fill(colour: str) -> str:
    """The operators of a colour, which a table has hundreds of rules in."""
    red, green, blue = HexColor(colour).rgb()
    return f"{red:.4g} {green:.4g} {blue:.4g} rg"


def plain(text: str) -> str:
    """Return a text as a reader's window shows it: one line, without controls of direction."""
    if text.isascii() and "  " not in text and text.isprintable():
        return text.strip(" ")
    clean = drawn(cleaned(text))
    return clean.strip(" ") if clean.isascii() else " ".join(clean.split())
