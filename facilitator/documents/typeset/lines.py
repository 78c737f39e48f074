"""A set line, and how it is written into the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.documents.typeset.composing import Composed
from facilitator.documents.typeset.pen import Pen, wider
from facilitator.documents.typeset.pieces import Piece, Place
from facilitator.documents.typeset.style import Thread


@dataclass(slots=True)
class StraightLine:
    """Words of one ink that run one way, in the order of the text; `space`, which has the ink, is between."""

    pieces: list[Piece]
    space: Piece
    rtl: bool
    width_pt: float
    stretch: float
    extra_pt: float = 0.0
    left_pt: float = 0.0

    def widest_spaces(self) -> tuple[float, bool]:
        return self.space.width, True

    def threads(self) -> list[Thread]:
        """Return the thread of the line, if it is part of one."""
        thread = self.space.ink.thread
        return [] if thread is None else [thread]

    def write(self, pen: Pen, left: float, baseline: float) -> None:
        ink = self.space.ink
        if ink.thread is not None:
            pen.follow(ink.thread, ink, left, self.width_pt + self.extra_pt * self.stretch, baseline)
        pen.written.append(self._operators(left, baseline, pen.switch(ink)))

    def alone(self, left: float, baseline: float) -> str:
        """Return what a pen would write of the line, if that were all and belonged to no thread."""
        return f"q BT\n{self._operators(left, baseline, self.space.ink.opening)}ET Q"

    def _operators(self, left: float, baseline: float, select: str) -> str:
        shown = [word.operators for word in self.pieces]
        if self.rtl:
            shown.reverse()
        between = self.space.operators
        if self.extra_pt:
            between += wider(self.extra_pt, self.space.ink)
        return f"1 0 0 1 {left:.2f} {baseline:.2f} Tm {select}[{between.join(shown)}] TJ\n"


@dataclass(slots=True)
class MarkedLine:
    """The last line of a text with the raised mark of a note behind it, each a thread of its own."""

    text: StraightLine
    mark: StraightLine
    width_pt: float
    stretch: float
    extra_pt: float = 0.0
    left_pt: float = 0.0

    def widest_spaces(self) -> tuple[float, bool]:
        return self.text.widest_spaces()

    def threads(self) -> list[Thread]:
        """Return the threads of the text and of the mark."""
        return self.text.threads() + self.mark.threads()

    def write(self, pen: Pen, left: float, baseline: float) -> None:
        self.text.write(pen, left, baseline)
        self.mark.write(pen, left + self.text.width_pt, baseline)


@dataclass(slots=True)
class NumberedLine:
    """Words of one ink that run to the left, parted by numbers, in the order of the text; `space` is between.

    Every second stretch is a number; the first and the last may hold nothing but a piece without width.
    """

    stretches: list[list[Piece]]
    space: Piece
    width_pt: float
    stretch: float
    extra_pt: float = 0.0
    left_pt: float = 0.0

    def widest_spaces(self) -> tuple[float, bool]:
        return self.space.width, True

    def threads(self) -> list[Thread]:
        """No line of this kind is part of a thread."""
        return []

    def write(self, pen: Pen, left: float, baseline: float) -> None:
        between = self.space.operators
        if self.extra_pt:
            between += wider(self.extra_pt, self.space.ink)
        before: float | None = None
        for at, stretch in zip(self._lefts(), self.stretches, strict=True):
            if len(stretch) == 1 and not stretch[0].operators:
                continue
            if before is None:
                move, select = f"1 0 0 1 {left + at:.2f} {baseline:.2f} Tm ", pen.switch(self.space.ink)
            else:
                move, select = f"{at - before:.3f} 0 Td ", ""
            before = at
            pen.written.append(
                f"{move}{select}[{between.join([piece.operators for piece in reversed(stretch)])}] TJ\n"
            )

    def _lefts(self) -> list[float]:
        """How far the left end of each stretch is from the line's: the last of the text stands there."""
        gap = self.space.width + self.extra_pt
        found: list[float] = []
        at = 0.0
        for stretch in reversed(self.stretches):
            found.append(at)
            at += stretch[-1].width
            for piece in stretch[-2::-1]:
                at += gap
                at += piece.width
        return found[::-1]


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

    def widest_spaces(self) -> tuple[float, bool]:
        """Return the width of the widest space, and whether all that can stretch are spaces."""
        widths = [piece.width for piece in self.pieces if piece.stretch]
        return max(widths, default=0.0), all(widths)

    def threads(self) -> list[Thread]:
        """Return the threads of the line in the order of the text."""
        found = dict.fromkeys([piece.ink.thread for piece in self.pieces])
        return [thread for thread in found if thread is not None]

    def write(self, pen: Pen, left: float, baseline: float) -> None:
        if any(piece.ink.thread for piece in self.pieces):
            for distance, pieces in self.runs():
                pen.threaded(pieces, self.extra_pt, left + distance, baseline)
            return
        at: float | None = None
        for distance, pieces in self.runs():
            if at is None:
                pen.written.append(f"1 0 0 1 {left + distance:.2f} {baseline:.2f} Tm ")
            else:
                pen.written.append(f"{distance - at:.3f} 0 Td ")
            at = distance
            pen.array(pieces, self.extra_pt)

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


SetLine = StraightLine | MarkedLine | NumberedLine | Line


def is_one_word(line: SetLine) -> bool:
    """Return whether no space is on a line; between Chinese characters it stretches less than at one."""
    return line.stretch < 1 or (isinstance(line, Line) and all(piece.stretch < 1 for piece in line.pieces))


def threads_of(lines: Sequence[SetLine]) -> tuple[Thread, ...]:
    """Return the threads that run through lines, in the order of the text."""
    return tuple(dict.fromkeys([thread for line in lines for thread in line.threads()]))


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
