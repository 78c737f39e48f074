"""A picture that a template brings: a PNG, or the shapes of an SVG; drawn on a page, or painted as a PNG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from facilitator.documents.template.shapes import NotShapes, Shape, read_shapes

_PAINTED_DPI, _INCH_PT = 300, 72
_LARGEST = 10_000
"""Pixels along one side."""


class NotAPicture(Exception):
    """The file is no picture that can be drawn."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`width` and `height` are in the picture's own units; it is a PNG or shapes."""

    width: float
    height: float
    png: bytes = b""
    shapes: Sequence[Shape] = ()

    def draw(self, canvas: Canvas, left: float, bottom: float, width: float) -> None:
        """The picture stands on the page, as wide as asked for."""
        scale = width / self.width
        canvas.saveState()
        if self.png:
            image = ImageReader(BytesIO(self.png))
            canvas.drawImage(image, left, bottom, width, self.height * scale, mask="auto")
        else:
            canvas.transform(scale, 0, 0, -scale, left, bottom + self.height * scale)
            for shape in self.shapes:
                _draw(canvas, shape)
        canvas.restoreState()

    def painted(self, width: float) -> bytes:
        """Return the picture as a PNG, for programs that know no shapes."""
        if self.png:
            return self.png
        page, paint = BytesIO(), BytesIO()
        size = width, width * self.height / self.width
        canvas = Canvas(page, pagesize=size, invariant=1)
        self.draw(canvas, 0, 0, width)
        canvas.save()
        document = pypdfium2.PdfDocument(page.getvalue())
        bitmap = document[0].render(scale=_PAINTED_DPI / _INCH_PT, fill_color=(255, 255, 255, 0))
        bitmap.to_pil().save(paint, "PNG")
        document.close()
        return paint.getvalue()


def read_picture(path: Path) -> Picture:
    """Return the picture in a file; raises NotAPicture and OSError."""
    data = path.read_bytes()
    if path.suffix.lower() == ".svg":
        try:
            size, shapes = read_shapes(data)
        except NotShapes as error:
            raise NotAPicture(path.name) from error
        return Picture(*size, shapes=shapes)
    return _png(data)


def _png(data: bytes) -> Picture:
    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as image:
            if max(image.size) > _LARGEST:
                raise NotAPicture
            image.load()
            width, height = image.size
            return Picture(width, height, data)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NotAPicture from error  # Pillow tells of a broken file in each of these ways


def _draw(canvas: Canvas, shape: Shape) -> None:
    path = canvas.beginPath()
    for command, places in shape.path:
        getattr(path, {"M": "moveTo", "L": "lineTo", "C": "curveTo", "Z": "close"}[command])(*places)
    if shape.fill:
        canvas.setFillColor(HexColor(shape.fill))
    if shape.stroke:
        canvas.setStrokeColor(HexColor(shape.stroke))
        canvas.setLineWidth(shape.line)
    rule = 0 if shape.even_odd else 1
    canvas.drawPath(path, stroke=bool(shape.stroke), fill=bool(shape.fill), fillMode=rule)
