"""A paragraph that is set: its lines, and where they go on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

from facilitator.documents.typeset.font_object import DocumentFonts
from facilitator.documents.typeset.lines import SetLine, StraightLine, is_one_word, threads_of
from facilitator.documents.typeset.pen import Pen, Weaver
from facilitator.documents.typeset.sheet import write_on
from facilitator.documents.typeset.style import Thread


@dataclass(slots=True)  # a frozen one takes four times as long to make, and a report has thousands
class Block:
    """Set lines, ready to be drawn on any page of the document they were set for."""

    width_pt: float
    leading_pt: float
    first_baseline_pt: float
    fonts: DocumentFonts
    set_lines: Sequence[SetLine] = field(repr=False)
    threads: tuple[Thread, ...] = ()
    """The threads that run through the lines, in the order of the text."""

    @property
    def lines(self) -> int:
        return len(self.set_lines)

    @property
    def height_pt(self) -> float:
        return self.leading_pt * len(self.set_lines)

    @property
    def left_pt(self) -> float:
        """Where the first line begins."""
        return self.set_lines[0].left_pt if self.set_lines else 0.0

    @property
    def ends_in_one_word(self) -> bool:
        """Whether the last of several lines holds no space that could end it."""
        return len(self.set_lines) > 1 and is_one_word(self.set_lines[-1])

    @property
    def natural_width_pt(self) -> float:
        """The width of the widest line before it is drawn out."""
        return max((line.width_pt for line in self.set_lines), default=0.0)

    def split(self, lines: int) -> tuple[Block, Block]:
        """Return the block as two: the first `lines` lines, and the rest."""
        return self._with(self.set_lines[:lines]), self._with(self.set_lines[lines:])

    def _with(self, lines: Sequence[SetLine]) -> Block:
        threads = threads_of(lines) if self.threads else ()
        return Block(self.width_pt, self.leading_pt, self.first_baseline_pt, self.fonts, lines, threads)

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes whose marks stand in the block, in the order of the text."""
        if not self.threads:  # as in most
            return ()
        return tuple([thread.note for thread in self.threads if thread.note])

    def draw(self, canvas: Canvas, left_pt: float, top_pt: float, weaver: Weaver | None = None) -> None:
        """Draw the lines on the page; `top_pt` is the top of the block, counted upwards."""
        if self.set_lines:
            write_on(canvas, self.operators(canvas, left_pt, top_pt, weaver))

    def operators(self, canvas: Canvas, left_pt: float, top_pt: float, weaver: Weaver | None = None) -> str:
        """Return what draws the lines, of which there are some, on the page."""
        self.fonts.serve(canvas)
        baseline = top_pt - self.first_baseline_pt
        lines = self.set_lines
        first = lines[0]
        if weaver is None and len(lines) == 1 and isinstance(first, StraightLine):  # a label or a number
            return first.alone(left_pt + first.left_pt, baseline)
        pen = Pen(weaver)
        for line in lines:
            line.write(pen, left_pt + line.left_pt, baseline)
            baseline -= self.leading_pt
        return pen.all()
