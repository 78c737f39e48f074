"""The pages of a document as pictures: of the very file that is handed over."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtGui import QImage


class Pages:
    """Read whole at once: the file on the disk may change or go."""

    def __init__(self, path: Path) -> None:
        self._content = path.read_bytes()
        self._document = pypdfium2.PdfDocument(self._content)
        self.sizes = [self._document.get_page_size(number) for number in range(len(self._document))]

    @property
    def content(self) -> bytes:
        return self._content

    def picture(self, number: int, width: int) -> QImage:
        """Return a page, counted from 0, so many pixels wide."""
        page = self._document[number]
        bitmap = page.render(scale=width / self.sizes[number][0], prefer_bgrx=True)
        picture = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
        bitmap.close()
        page.close()
        return picture

    def close(self) -> None:
        self._document.close()
