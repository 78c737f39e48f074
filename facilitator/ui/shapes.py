"""The shapes that tell the phases of a clock apart without colour, drawn on a grid of 24."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

GRID = 24.0


class Mode(StrEnum):
    """How a clock looks: the states of a running clock, and the two of one that stands."""

    PENDING = "pending"
    RUNNING = "running"
    WARNING = "warning"
    DANGER = "danger"
    GRACE = "grace"
    OVER = "over"
    PAUSED = "paused"


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _boxes(*boxes: tuple[float, float, float, float]) -> QPainterPath:
    path = QPainterPath()
    for box in boxes:
        path.addRect(QRectF(*box))
    return path


def _ring(radius: float, width: float) -> QPainterPath:
    path, centre = QPainterPath(), QPointF(12, 12)
    path.addEllipse(centre, radius + width / 2, radius + width / 2)
    hole = QPainterPath()
    hole.addEllipse(centre, radius - width / 2, radius - width / 2)
    return path - hole


def _half_disc() -> QPainterPath:
    path = QPainterPath(QPointF(12, 4))
    path.arcTo(QRectF(4, 4, 16, 16), 90, -180)
    path.closeSubpath()
    return path


@cache
def shape(mode: Mode) -> QPainterPath:
    """Return the silhouette of a phase; marks inside it are holes that the ground shows through."""
    octagon = _polygon((8, 1), (16, 1), (23, 8), (23, 16), (16, 23), (8, 23), (1, 16), (1, 8))
    made: dict[Mode, QPainterPath] = {
        Mode.PENDING: _ring(9, 3),
        Mode.RUNNING: _polygon((6, 3), (21, 12), (6, 21)),
        Mode.WARNING: _polygon((12, 2), (23, 21), (1, 21)) - _boxes((11, 9, 2, 6), (11, 16.6, 2, 2)),
        Mode.DANGER: octagon - _boxes((11, 6, 2, 8), (11, 16, 2, 2)),
        Mode.OVER: _boxes((2, 2, 20, 20)) - _boxes((11, 6, 2, 12)) - _boxes((6, 11, 12, 2)),
        Mode.GRACE: _ring(9.5, 3) + _half_disc(),
        Mode.PAUSED: _boxes((5, 3, 5, 18), (14, 3, 5, 18)),
    }
    return made[mode]


def draw_shape(painter: QPainter, mode: Mode, box: QRectF, colour: QColor) -> None:
    """The shape of a phase fills `box`; it is never mirrored."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / GRID, box.height() / GRID)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(shape(mode))
    painter.restore()


def draw_mark(painter: QPainter, box: QRectF, bars: QColor, line: QColor, *, mirrored: bool) -> None:
    """The mark of the application fills `box`: bars that end before a line."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 20.0, box.height() / 20.0)
    if mirrored:
        painter.translate(20, 0)
        painter.scale(-1, 1)
    for x, y, width in ((1, 2, 11), (1, 8, 7), (1, 14, 13)):
        painter.fillRect(QRectF(x, y, width, 4), bars)
    painter.fillRect(QRectF(17, 0, 2.5, 20), line)
    painter.restore()
