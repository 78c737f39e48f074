"""Line icons in any colour, drawn once for each size they are wanted in."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from facilitator.language.places import resource

MIRRORED = frozenset(
    ("list-plus", "undo-2", "redo-2", "chevron-right", "list-checks", "message-circle-question-mark")
)


@lru_cache(maxsize=512)
def icon(name: str, colour: str, size: int = 16, ratio: float = 1.0, *, rtl: bool = False) -> QPixmap:
    """Return an icon of `resources/icons` as a pixmap; those that point somewhere turn round in `rtl`."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - not needed for the first frame

    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    if rtl and name in MIRRORED:
        pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: QColor, *, rtl: bool = False) -> None:
    """An icon fills `box`, sharp at the ratio and scale it is painted with."""
    ratio = painter.device().devicePixelRatio() * painter.transform().m11()
    pixmap = icon(name, colour.name(), round(box.width()), max(1.0, abs(ratio)), rtl=rtl)
    painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))
