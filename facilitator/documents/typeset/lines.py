"""A set line, and how it is written into the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from facilitator.documents.typeset.composing import Composed
from facilitator.documents.typeset.pieces import Ink, Piece, Place
from facilitator.documents.typeset.style import Thread


class Weaver(Protocol):
    """Knows what becomes of the threads of a paragraph."""

    def takes_up(self, thread: Thread) -> str:
        """Return the operators behind which what is drawn belongs to the thread."""

    def covers(self, thread: Thread, box: tuple[float, float, float, float]) -> None:
        """Some of the thread is drawn within these edges: left, bottom, right, top."""


class Pen:
    """Writes the operators of text objects, and says again only what has changed."""

    def __init__(self, weaver: Weaver | None = None) -> None:
        self.written: list[str] = ["q BT\n"]
        self._weaver = weaver
        self._thread: Thread | None = None
        self._ink: Ink | None = None

    def array(self, pieces: Sequence[Piece], extra_pt: float) -> None:
        """Write pieces from left to right; each space gains `extra_pt`."""
        add = self.written.append
        add(self.switch(pieces[0].ink))
        add("[")
        ink = self._ink
        for piece in pieces:
            if piece.ink is not ink:
                add("] TJ ")
                add(self.switch(piece.ink))
                add("[")
                ink = piece.ink
            add(piece.operators)
            if extra_pt and piece.stretch:
                add(_wider(extra_pt * piece.stretch, piece.ink))
        add("] TJ\n")

    def threaded(self, pieces: Sequence[Piece], extra_pt: float, left: float, baseline: float) -> None:
        """Write pieces that begin at a place; each stretch of a thread belongs to it."""
        for thread, group in groupby(pieces, key=_thread_of):
            stretch = list(group)
            width = sum(piece.width + extra_pt * piece.stretch for piece in stretch)
            self.follow(thread, stretch[0].ink, left, width, baseline)
            self.written.append(f"1 0 0 1 {left:.2f} {baseline:.2f} Tm ")
            self.array(stretch, extra_pt)
            left += width

    def follow(self, thread: Thread | None, ink: Ink, left: float, width: float, baseline: float) -> None:
        """What is written next, in this ink and as wide, belongs to the thread."""
        if self._weaver is None:
            return
        if thread is not self._thread:
            self._leave()
            if thread is not None:
                self._part(self._weaver.takes_up(thread))
            self._thread = thread
        if thread is not None and thread.target:
            self._weaver.covers(thread, _box(ink, left, width, baseline))

    def _leave(self) -> None:
        if self._thread is not None:
            self._part("EMC")

    def _part(self, between: str) -> None:
        """Another text object begins, with operators before it; nothing is in force there."""
        self.written.append(f"ET Q\n{between}\nq BT\n")
        self._ink = None

    def all(self) -> str:
        """Return all that was written, which belongs to no thread any more."""
        self._leave()
        return f"{''.join(self.written)}ET Q"

    def switch(self, ink: Ink) -> str:
        """Return the operators that bring an ink into force."""
        before, self._ink = self._ink, ink
        if before is ink:
            return ""
        if before is None:
            return ink.opening
        paint = "" if before.paint == ink.paint else ink.paint + " "
        rise = "" if ink.rise == before.rise else f"{ink.rise:.3g} Ts "
        return f"{paint}{rise}{ink.select} "


def _thread_of(piece: Piece) -> Thread | None:
    return piece.ink.thread


def _box(ink: Ink, left: float, width: float, baseline: float) -> tuple[float, float, float, float]:
    measures = ink.font.face.measures
    up, down = (value * ink.size / 1000 for value in (measures.ascent, measures.descent))
    return left, baseline + ink.rise - down, left + width, baseline + ink.rise + up


def _wider(extra_pt: float, ink: Ink) -> str:
    return f" {-1000 * extra_pt / ink.size:.1f}"


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
            between += _wider(self.extra_pt, self.space.ink)
        return f"1 0 0 1 {left:.2f} {baseline:.2f} Tm {select}[{between.join(shown)}] TJ\n"


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
            between += _wider(self.extra_pt, self.space.ink)
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


SetLine = StraightLine | NumberedLine | Line


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
