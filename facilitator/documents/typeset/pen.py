"""What writes set lines into the file, and what becomes of the threads that run through them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol

from facilitator.documents.typeset.pieces import Ink, Piece
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
                add(wider(extra_pt * piece.stretch, piece.ink))
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
    up, down = measures.ascent * ink.size / 1000, measures.descent * ink.size / 1000
    return left, baseline + ink.rise - down, left + width, baseline + ink.rise + up


def wider(extra_pt: float, ink: Ink) -> str:
    """Return what the array of a TJ holds where a space gains so much."""
    return f" {-1000 * extra_pt / ink.size:.1f}"
