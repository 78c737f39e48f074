"""A picture that a template brings: a PNG, or the shapes of an SVG; drawn on a page, or painted as a PNG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from facilitator.documents.template.shapes import NotShapes, Shape, read_shapes
from facilitator.documents.typeset import Sheet, rgb
from facilitator.documents.typeset.metadata import Metadata
from facilitator.documents.typeset.pdf_file import Value

_PAINTED_DPI, _INCH_PT = 300, 72
_LARGEST = 10_000
"""Pixels along one side."""
_OPAQUE = 255


class NotAPicture(Exception):
    """The file is no picture that can be drawn."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`width` and `height` are in the picture's own units; it is a PNG or shapes."""

    width: float
    height: float
    png: bytes = b""
    shapes: Sequence[Shape] = ()

    def draw(self, sheet: Sheet, left: float, bottom: float, width: float) -> None:
        """The picture stands on the page, as wide as asked for."""
        scale = width / self.width
        height = self.height * scale
        if self.png:
            place = f"{width:.3f} 0 0 {height:.3f} {left:.3f} {bottom:.3f}"
            sheet.write(f"q {place} cm /{_image_of(self.png, sheet)} Do Q")
            return
        sheet.write(f"q {scale:.6f} 0 0 {-scale:.6f} {left:.3f} {bottom + height:.3f} cm")
        for shape in self.shapes:
            sheet.write(_drawn(shape))
        sheet.write("Q")

    def painted(self, width: float) -> bytes:
        """Return the picture as a PNG, for programs that know no shapes."""
        if self.png:
            return self.png
        paint = BytesIO()
        nothing = Metadata(title="", author="", subject="", lang="", moment=0)
        sheet = Sheet((width, width * self.height / self.width), nothing)
        self.draw(sheet, 0, 0, width)
        document = pypdfium2.PdfDocument(sheet.whole())
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


def _image_of(png: bytes, sheet: Sheet) -> str:
    """Return the name of the image in the file; where it is clear, the page shows through."""
    with Image.open(BytesIO(png)) as image:
        seen = image.convert("RGBA")
    width, height = seen.size
    grey: dict[str, Value] = {"Width": width, "Height": height, "BitsPerComponent": 8}
    about = {**grey, "ColorSpace": b"/DeviceRGB"}
    veil = seen.getchannel("A")
    if veil.getextrema() != (_OPAQUE, _OPAQUE):
        mask = {"Type": b"/XObject", "Subtype": b"/Image", **grey, "ColorSpace": b"/DeviceGray"}
        about["SMask"] = sheet.file.add_stream(veil.tobytes(), mask)
    return sheet.image(seen.convert("RGB").tobytes(), about)


def _drawn(shape: Shape) -> str:
    """Return the operators of a shape."""
    signs = {"M": "m", "L": "l", "C": "c", "Z": "h"}
    path = [
        " ".join([*(f"{place:.4f}" for place in places), signs[command]]) for command, places in shape.path
    ]
    looks = []
    if shape.fill:
        looks.append(f"{rgb(shape.fill)} rg")
    if shape.stroke:
        looks.append(f"{rgb(shape.stroke)} RG {shape.line:.4f} w")
    fill = ("f*" if shape.even_odd else "f") if shape.fill else ""
    both = ("B*" if shape.even_odd else "B") if shape.fill else "S"
    paint = both if shape.stroke else fill or "n"
    return " ".join([*looks, *path, paint])
