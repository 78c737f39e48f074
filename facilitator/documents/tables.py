"""Tables: columns from the start side, heads on each page, rows that stay whole, rules instead of boxes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from reportlab.pdfbase.pdfdoc import PDFName

from facilitator.documents.colours import HAIR, INK
from facilitator.documents.flow import Item, Placed
from facilitator.documents.surface import Surface
from facilitator.documents.tree import Element

_HEAVY, _MIDDLE, _LIGHT = 1.0, 0.5, 0.4
_LONGEST_WHOLE_PT = 260.0
_FEW = 2  # rows that stand together at a page's foot, and at the head of the next
_LINE_APART_PT = 5.0
_TOLERANCE_PT = 0.01
_COLUMN = {"O": PDFName("Table"), "Scope": PDFName("Column")}


@dataclass(slots=True)  # a frozen one takes four times as long to make
class TableRow:
    """Cells side by side, with white above and below."""

    cells: tuple[Placed, ...]
    white: float
    drawn: list[Element] = field(default_factory=list, compare=False, repr=False)
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = max([cell.bottom for cell in self.cells], default=0.0) + 2 * self.white

    def split(self, room: float) -> tuple[TableRow, TableRow]:
        """Return the row as two, for one that is too long to stay whole."""
        inner = room - 2 * self.white + _TOLERANCE_PT
        parts = [cell.block.split(max(1, int(inner / cell.block.leading_pt))) for cell in self.cells]
        first, rest = (
            tuple(replace(cell, block=block) for cell, block in zip(self.cells, blocks, strict=True))
            for blocks in zip(*parts, strict=True)
        )
        return replace(self, cells=first), replace(self, cells=rest)

    def draw(self, surface: Surface, top: float, table: Element, *, head: bool) -> None:
        """The row stands on the page as part of the table; what goes on over the page is one row."""
        if not self.drawn:
            row = table.add("TR")
            role = "TH" if head else "TD"
            self.drawn += [cell.element(row, role) for cell in self.cells]
            if head:
                for element in self.drawn:
                    element.layout = _COLUMN
        for cell, element in zip(self.cells, self.drawn, strict=True):
            if cell.block.set_lines:
                cell.draw(surface, top + self.white, element)

    def decorate(self, surface: Surface, top: float) -> None:
        """The row is repeated as decoration: a screen reader has heard it on the page before."""
        for cell in self.cells:
            surface.block(cell.block, cell.start, top + self.white)


@dataclass(frozen=True)
class Table:
    """Rows under a head; what goes on over the page has the head again."""

    head: TableRow | None
    rows: tuple[TableRow, ...]
    start: float
    width: float
    alt: str = ""
    ruled: bool = True
    line: float = 0.0
    """How thick the line below a table without rules is, which has white above and below; 0 for none."""
    space: float = 0.0
    whole: bool = False
    """Its rows stay on one page if a page holds them."""
    keeps_next: bool = False
    drawn: list[Element] = field(default_factory=list, compare=False, repr=False)

    @property
    def height(self) -> float:
        return self._rows_end + self._below

    @cached_property
    def _rows_end(self) -> float:
        return self._head + sum(row.height for row in self.rows)

    @property
    def _below(self) -> float:
        return 2 * _LINE_APART_PT if self.line else 0.0

    @property
    def least(self) -> float:
        """The height of its beginning: two rows if they are short, so that none stands alone at the foot."""
        if self.whole:
            return self.height
        heights = [row.height for row in self.rows[:_FEW]]
        if sum(heights) > _LONGEST_WHOLE_PT:
            return self._head + min(heights[0], _LONGEST_WHOLE_PT)
        return self._head + self._below + sum(heights)

    @property
    def _head(self) -> float:
        return self.head.height if self.head else 0.0

    @cached_property
    def notes(self) -> tuple[str, ...]:
        blocks = [cell.block for row in self.rows for cell in row.cells if cell.block.threads]
        return tuple(note for block in blocks for note in block.notes)

    def split(self, room: float) -> tuple[Item, Item | None]:
        used, here = self._head + self._below, 0
        for row in self.rows:
            height = row.height
            if used + height > room + _TOLERANCE_PT:
                break
            used += height
            here += 1
        if here == len(self.rows):
            return self, None
        if here > _FEW and here == len(self.rows) - 1:
            here -= 1  # the last one takes another along
        if here:
            return replace(self, rows=self.rows[:here]), replace(self, rows=self.rows[here:])
        if self.rows[0].height <= _LONGEST_WHOLE_PT:
            return self, None
        first, rest = self.rows[0].split(room - used)
        if rest.height <= 2 * rest.white:
            return self, None
        return replace(self, rows=(first,)), replace(self, rows=(rest, *self.rows[1:]))

    def draw(self, surface: Surface, top: float) -> None:
        begun = bool(self.drawn)
        if not begun:
            self.drawn.append(surface.tags.root.add("Table", alt=self.alt))
        if self.ruled:
            self._rules(surface, top)
        elif self.line:
            with surface.tags.artifact():
                self._rule(surface, top + self._rows_end + _LINE_APART_PT, self.line, INK)
        if self.head is not None:
            if begun:
                with surface.tags.artifact():
                    self.head.decorate(surface, top)
            else:
                self.head.draw(surface, top, self.drawn[0], head=True)
            top += self.head.height
        for row in self.rows:
            row.draw(surface, top, self.drawn[0], head=False)
            top += row.height

    def _rules(self, surface: Surface, top: float) -> None:
        with surface.tags.artifact():
            self._rule(surface, top, _HEAVY, INK)
            if self.head is not None:
                self._rule(surface, top + self.head.height, _MIDDLE, INK)
            below = list(accumulate([row.height for row in self.rows[:-1]], initial=top + self._head))
            surface.rules(self.start, self.width, below[1:], thickness=_LIGHT, colour=HAIR)
            self._rule(surface, top + self.height, _HEAVY, INK)

    def _rule(self, surface: Surface, at: float, thickness: float, colour: str) -> None:
        surface.rule(self.start, self.width, at, thickness=thickness, colour=colour)
