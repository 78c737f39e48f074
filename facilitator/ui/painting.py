"""Painting in either direction: places are told from the leading edge, the pencil turns them round."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from facilitator.domain.once import Same
from facilitator.language.direction import isolate, runs_against


class Side(Enum):
    """Where a text stands in its box: at the leading or trailing end, or in the middle."""

    START = 0
    END = 1
    MIDDLE = 2


_LINE = (
    Qt.AlignmentFlag.AlignVCenter
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.TextFlag.TextSingleLine
    | Qt.TextFlag.TextDontClip
)
_MIDDLE, _LEFT, _RIGHT = (  # beside AlignAbsolute: whoever paints has asked for the direction
    int(_LINE | side)
    for side in (Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)


def width_of(text: str, font: QFont) -> float:
    return _width(text, Same(font))


@lru_cache(maxsize=8192)
def _width(text: str, font: Same[QFont]) -> float:
    """Shaping is dear, and nearly all that is painted has been painted before."""
    return QFontMetricsF(font.value).horizontalAdvance(text)


@lru_cache(maxsize=8192)
def _in_its_own_direction(text: str, *, rtl: bool) -> str:
    return isolate(text) if runs_against(text, rtl=rtl) else text


def forget_widths() -> None:
    """A face was loaded: what had no letters of its own may be as wide as never before."""
    _width.cache_clear()
    faces.cache_clear()


@lru_cache(maxsize=1)
def faces() -> object:
    """Return what stands for the faces there are: another one once a face was loaded."""
    return object()


class Pencil:
    """A painter over `bounds` that counts x from the leading edge."""

    def __init__(self, painter: QPainter, bounds: QRectF, *, rtl: bool) -> None:
        self.painter = painter
        self.bounds = bounds
        self.rtl = rtl
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)

    @property
    def width(self) -> float:
        return self.bounds.width()

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return the rectangle whose leading edge is `x` after the leading edge of the bounds."""
        left = self.bounds.right() - x - width if self.rtl else self.bounds.left() + x
        return QRectF(left, self.bounds.top() + y, width, height)

    def fill(self, box: QRectF, colour: QColor) -> None:
        self.painter.fillRect(box, colour)

    def frame(self, box: QRectF, colour: QColor, width: float = 1, radius: float = 0) -> None:
        """A line runs inside the box along its edge."""
        self._outline(box, QPen(colour, width), radius)

    def dashes(self, box: QRectF, colour: QColor, radius: float = 0) -> None:
        pen = QPen(colour, 1)
        pen.setDashPattern([3, 3])
        self._outline(box, pen, radius)

    def _outline(self, box: QRectF, pen: QPen, radius: float) -> None:
        half = pen.widthF() / 2
        inner = box.adjusted(half, half, -half, -half)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, radius > 0)
        self.painter.drawRoundedRect(inner, radius, radius)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def rounded(self, box: QRectF, colour: QColor, radius: float) -> None:
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(box, radius, radius)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def text(self, box: QRectF, text: str, font: QFont, colour: QColor, side: Side = Side.START) -> bool:
        """The text stands in one line in the middle of the box's height; answers whether all of it fits.

        A name in letters of the other direction keeps its brackets and its ellipsis at its own end.
        """
        text = _in_its_own_direction(text, rtl=self.rtl)
        fits = width_of(text, font) <= box.width() + 0.5
        if not fits:
            text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 0.5)
        self.painter.setFont(font)
        self.painter.setPen(colour)
        at_left = (side is Side.START) is not self.rtl
        flags = _MIDDLE if side is Side.MIDDLE else _LEFT if at_left else _RIGHT
        self.painter.drawText(box, flags, text)
        return fits

    def hatch(self, box: QRectF, colour: QColor, step: float = 6, width: float = 1) -> None:
        """Lines at 45 degrees fill the box; they lean forward in the direction of reading."""
        self.painter.save()
        self.painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(QPen(colour, width))
        height, x = box.height(), box.left() - box.height()
        lean = (0.0, height) if not self.rtl else (height, 0.0)
        while x < box.right():
            self.painter.drawLine(QLineF(x + lean[0], box.bottom(), x + lean[1], box.top()))
            x += step
        self.painter.restore()


def tag_width(text: str, font: QFont) -> float:
    return width_of(text, font) + 14


def draw_tag(
    pencil: Pencil, x: float, middle: float, text: str, font: QFont, colours: tuple[QColor, QColor]
) -> float:
    """A tag with a frame stands at `x`; `colours` are those of its frame and text. Answers its width."""
    width, height = tag_width(text, font), font.pixelSize() + 4
    box = pencil.box(x, middle - height / 2, width, height)
    pencil.frame(box, colours[0], 1, 3)
    pencil.text(box, text, font, colours[1], Side.MIDDLE)
    return width


def ground(widget: QWidget, colour: QColor) -> None:
    """The widget stands on this colour."""
    widget.setAutoFillBackground(True)
    palette = widget.palette()
    palette.setColor(widget.backgroundRole(), colour)
    widget.setPalette(palette)
