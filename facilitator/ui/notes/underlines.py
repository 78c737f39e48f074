"""The words of a note that are coded, underlined where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QTextLayout, QTextOption

from facilitator.domain.notes import Coding
from facilitator.ui.painting import Pencil
from facilitator.ui.wrapping import lines_in

_THICK, _STEP, _MOST = 2, 3, 3


@dataclass(frozen=True, slots=True)
class Span:
    """Words from `begin` to `end`, in code points; of several over the same words each has its `row`."""

    begin: int
    end: int
    row: int = 0


def spans_of(codings: Sequence[Coding], shown: int) -> tuple[Span, ...]:
    """Return which of the first so many letters are coded; what codes the whole note underlines nothing."""
    ends: list[int] = []
    found = []
    there = [
        (c.begin, c.end) for c in codings if c.begin is not None and c.end is not None and not c.orphaned
    ]
    for begin, end in sorted(set(there)):
        row = next((row for row, last in enumerate(ends) if last <= begin), len(ends))
        ends[row : row + 1] = [end]
        if begin < min(end, shown) and row < _MOST:
            found.append(Span(begin, min(end, shown), row))
    return tuple(found)


def underline(
    pencil: Pencil, box: QRectF, text: str, font: QFont, spans: Sequence[Span], ink: QColor
) -> None:
    """Words that `draw_lines` has drawn stand on a line, as they run, over as many lines as they take."""
    at = 0
    for place, line, option in lines_in(pencil, box, text, font) if spans else ():
        at = text.index(line, at)
        for span in spans:
            begin, end = max(span.begin - at, 0), min(span.end - at, len(line))
            top = place.bottom() - _THICK - span.row * _STEP
            for left, width in _extents(line, font, option, place.width(), begin, end):
                pencil.fill(QRectF(place.left() + left, top, width, _THICK), ink)
        at += len(line)


def _extents(
    line: str, font: QFont, option: QTextOption, width: float, begin: int, end: int
) -> Iterator[tuple[float, float]]:
    """Yield from where and how far letters of a line reach: in pieces where directions meet."""
    if begin >= end:
        return
    layout = QTextLayout(line, font)
    layout.setTextOption(option)
    layout.beginLayout()
    only = layout.createLine()
    only.setLineWidth(width)
    only.setPosition(QPointF(0, 0))
    layout.endLayout()
    first, after = (len(line[:place].encode("utf-16-le")) // 2 for place in (begin, end))
    for run in only.glyphRuns(first, after - first):
        reach = run.boundingRect()
        yield round(reach.left()), round(reach.width())
