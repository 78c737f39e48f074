"""Text in lines: broken once for a width, each line drawn on its own so that it stands at the edge."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextLayout, QTextOption

from facilitator.language.direction import first_strong_rtl
from facilitator.ui.painting import Pencil

_LINE, _LINE_ARABIC = 1.43, 1.57  # of the size of the letters


def line_height(font: QFont, *, rtl: bool) -> int:
    return round(font.pixelSize() * (_LINE_ARABIC if rtl else _LINE))


@lru_cache(maxsize=4096)
def wrapped(text: str, font: QFont, width: int, *, rtl: bool) -> tuple[str, ...]:
    """Return the lines of a text; the spaces at which it was broken belong to none of them."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(_option(rtl=rtl))
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, 0))
        lines.append(_units(text, line.textStart(), line.textLength()).strip())
    layout.endLayout()
    return tuple(lines) or ("",)


def shortened(text: str, font: QFont, width: int, most: int, *, rtl: bool) -> str:
    """Return as much of a text as fits into `most` lines, with an ellipsis if that is not all."""
    lines = wrapped(text, font, width, rtl=rtl)
    if len(lines) <= most:
        return text
    last = QFontMetricsF(font).elidedText(f"{lines[most - 1]} …", Qt.TextElideMode.ElideRight, width)
    return " ".join((*lines[: most - 1], last))


def draw_lines(pencil: Pencil, box: QRectF, text: str, font: QFont, ink: QColor) -> None:
    """Each paragraph runs as its first letter says and stands at the leading side of the page."""
    pencil.painter.setFont(font)
    pencil.painter.setPen(ink)
    for place, line, option in lines_in(pencil, box, text, font):
        pencil.painter.drawText(place, line, option)


def lines_in(
    pencil: Pencil, box: QRectF, text: str, font: QFont
) -> Iterator[tuple[QRectF, str, QTextOption]]:
    """Yield where and how each line of a text stands that `draw_lines` draws."""
    height = _height_in(text, font, page_rtl=pencil.rtl)
    top = box.top()
    for paragraph, rtl in _paragraphs(text, page_rtl=pencil.rtl):
        option = _option_on(pencil, rtl=rtl)
        for line in wrapped(paragraph, font, int(box.width()), rtl=rtl):
            yield QRectF(box.left(), top, box.width(), height), line, option
            top += height


def height_of(text: str, font: QFont, width: int, *, page_rtl: bool) -> int:
    """Return the height of the lines that `draw_lines` draws."""
    parts = _paragraphs(text, page_rtl=page_rtl)
    many = sum(len(wrapped(paragraph, font, width, rtl=rtl)) for paragraph, rtl in parts)
    return many * _height_in(text, font, page_rtl=page_rtl)


def _paragraphs(text: str, *, page_rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield each paragraph and whether it runs from right to left; one without letters runs as its text."""
    otherwise = first_strong_rtl(text, otherwise=page_rtl)
    for paragraph in text.split("\n"):
        yield paragraph, first_strong_rtl(paragraph, otherwise=otherwise)


def _height_in(text: str, font: QFont, *, page_rtl: bool) -> int:
    """Return how high each line of a text is: all of them alike."""
    parts = _paragraphs(text, page_rtl=page_rtl)
    return line_height(font, rtl=page_rtl or any(rtl for _, rtl in parts))


def _option_on(pencil: Pencil, *, rtl: bool) -> QTextOption:
    """Return how a line that runs so is set in its place on the page."""
    option = _option(rtl=rtl)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    side = Qt.AlignmentFlag.AlignRight if pencil.rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return option


def _option(*, rtl: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    return option


def _units(text: str, start: int, length: int) -> str:
    """Qt counts in units of sixteen bits, Python in characters."""
    units = text.encode("utf-16-le")[2 * start : 2 * (start + length)]
    return units.decode("utf-16-le", errors="ignore")
