"""The program's icon from its drawing: icon.py TARGET.png|.ico|.icns [SIZE]."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[1] / "resources" / "app" / "facilitator.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_WINDOWS_MOST = 256


def drawn(size: int) -> Image.Image:
    """Return the icon at so many pixels, drawn and not scaled."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(held, QByteArray(b"png")).write(image)
    return Image.open(io.BytesIO(held.data().data()))


def write(target: Path, size: int) -> None:
    """The target holds one size as PNG, or all of them as ICO or ICNS."""
    match target.suffix:
        case ".ico":
            sizes = [drawn(one) for one in SIZES if one <= _WINDOWS_MOST]
            sizes[-1].save(target, append_images=sizes[:-1], sizes=[one.size for one in sizes])
        case ".icns":
            sizes = [drawn(one) for one in SIZES]
            sizes[-1].save(target, append_images=sizes[:-1])
        case _:
            drawn(size).save(target)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SIZES[-1])  # noqa: PLR2004 - one word or two
