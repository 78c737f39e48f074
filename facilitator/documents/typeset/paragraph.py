"""A paragraph that is set: its lines, how they are drawn out, and where they go on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportlab.pdfgen.canvas import Canvas

from facilitator.documents.typeset.composing import Composed
from facilitator.documents.typeset.font_object import DocumentFonts
from facilitator.documents.typeset.shaping import Ink, Piece, Place
from facilitator.documents.typeset.sheet import document_of, write_on


@dataclass(slots=True)
class Line:
    """Pieces in the order of the text; without places they run one way.

    `extra_pt` is what a space gains, `left_pt` where the line begins.
    """

    pieces: list[Piece]
    places: list[Place] | None
    rtl: bool
    width_pt: float
    stretch: float
    extra_pt: float = 0.0
    left_pt: float = 0.0

    def runs(self) -> Iterator[tuple[float, list[Piece]]]:
        """Yield (distance from the line's left end, pieces from left to right) in the order of the text.

        Readers of the file find words in the order in which they are drawn, so runs of one direction follow
        the text.
        """
        if self.places is None:
            yield 0.0, self.pieces[::-1] if self.rtl else self.pieces
            return
        places, pieces, extra = self.places, self.pieces, self.extra_pt
        lefts, ranks, at = [0.0] * len(pieces), [0] * len(pieces), 0.0
        for rank, index in enumerate(sorted(range(len(pieces)), key=places.__getitem__)):
            lefts[index], ranks[index] = at, rank
            at += pieces[index].width + extra * pieces[index].stretch
        begin = 0
        for end in range(1, len(pieces) + 1):
            backwards = places[end - 1][2]
            step = -1 if backwards else 1
            if end < len(pieces) and ranks[end] == ranks[end - 1] + step and places[end][2] is backwards:
                continue
            yield lefts[end - 1 if backwards else begin], pieces[begin:end][::step]
            begin = end


def line_of(words: Sequence[Composed], *, rtl: bool) -> Line:
    """Return the line that holds these words."""
    pieces: list[Piece] = []
    places: list[Place] | None = None if words[0].unit.places is None else []
    for number, word in enumerate(words):
        if number and word.gap:
            pieces.append(word.gap)
            if places is not None and word.gap_place is not None:
                places.append(word.gap_place)
        pieces.extend(word.unit.pieces)
        if places is not None and word.unit.places is not None:
            places.extend(word.unit.places)
    return Line(pieces, places, rtl, sum(p.width for p in pieces), sum(p.stretch for p in pieces))


@dataclass(frozen=True, slots=True)
class Block:
    """Set lines, ready to be drawn on any page of the document they were set for."""

    width_pt: float
    leading_pt: float
    first_baseline_pt: float
    fonts: DocumentFonts
    set_lines: Sequence[Line] = field(repr=False)

    @property
    def lines(self) -> int:
        return len(self.set_lines)

    @property
    def height_pt(self) -> float:
        return self.leading_pt * len(self.set_lines)

    @property
    def natural_width_pt(self) -> float:
        """The width of the widest line before it is drawn out."""
        return max((line.width_pt for line in self.set_lines), default=0.0)

    def split(self, lines: int) -> tuple[Block, Block]:
        """Return the block as two: the first `lines` lines, and the rest."""
        return replace(self, set_lines=self.set_lines[:lines]), replace(
            self, set_lines=self.set_lines[lines:]
        )

    def draw(self, canvas: Canvas, left_pt: float, top_pt: float) -> None:
        """Draw the lines on the page; `top_pt` is the top of the block, counted upwards."""
        if not self.set_lines:
            return
        self.fonts.serve(document_of(canvas))
        pen = _Pen()
        baseline = top_pt - self.first_baseline_pt
        for number, line in enumerate(self.set_lines):
            pen.line(line, left_pt + line.left_pt, baseline - number * self.leading_pt)
        write_on(canvas, f"q BT\n{''.join(pen.written)}ET Q")


class _Pen:
    """Writes the operators of a text object, and says again only what has changed."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._ink: Ink | None = None

    def line(self, line: Line, left: float, baseline: float) -> None:
        at: float | None = None
        for distance, pieces in line.runs():
            if at is None:
                self.written.append(f"1 0 0 1 {left + distance:.2f} {baseline:.2f} Tm ")
            else:
                self.written.append(f"{distance - at:.3f} 0 Td ")
            at = distance
            self._array(pieces, line.extra_pt)

    def _array(self, pieces: list[Piece], extra_pt: float) -> None:
        add = self.written.append
        add(self._switch(pieces[0].ink))
        add("[")
        ink = self._ink
        for piece in pieces:
            if piece.ink is not ink:
                add("] TJ ")
                add(self._switch(piece.ink))
                add("[")
                ink = piece.ink
            add(piece.operators)
            if extra_pt and piece.stretch:
                add(f" {-1000 * extra_pt * piece.stretch / piece.ink.size:.1f}")
        add("] TJ\n")

    def _switch(self, ink: Ink) -> str:
        before, self._ink = self._ink, ink
        if before is ink:
            return ""
        paint = "" if before and before.paint == ink.paint else ink.paint + " "
        return paint + ink.select + " "
