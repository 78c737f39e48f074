"""A PDF file to draw on: title, language, direction, moment, nothing that changes from run to run."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from facilitator.documents.lengths import A4
from facilitator.documents.typeset.metadata import Metadata
from facilitator.documents.typeset.outline import Outline
from facilitator.documents.typeset.pdf_file import PdfFile, Ref, Value


class Fonts(Protocol):
    """The fonts of a document, which it carries once all is drawn."""

    def in_file(self, file: PdfFile) -> Mapping[str, Ref]:
        """Return the fonts by the names that the pages call them."""


class Sheet:
    """The pages of a file, drawn one after the other."""

    def __init__(self, size: tuple[float, float], metadata: Metadata, *, rtl: bool = False) -> None:
        self.file = PdfFile()
        self.metadata = metadata
        self.catalog: dict[str, Value] = {}
        """What the file's root says beyond the usual."""
        self._size, self._rtl = size, rtl
        self._pages, self._named_fonts = self.file.reserve(), self.file.reserve()
        self._drawn: list[tuple[Ref, dict[str, Value]]] = []
        self._page = b""
        self._code: list[str] = []
        self._clicks: list[tuple[Ref, Mapping[str, Value]]] = []
        self._clicks_here: list[Ref] = []
        self._places: dict[str, Ref] = {}
        self._outline = Outline()
        self._fonts: list[Fonts] = []
        self._images_here: dict[str, Ref] = {}

    @property
    def number(self) -> int:
        """The number of the page under way, counted from 0."""
        return len(self._drawn)

    @property
    def pages(self) -> list[tuple[Ref, dict[str, Value]]]:
        """The pages that are drawn, and what they say of themselves."""
        return self._drawn

    def write(self, operators: str) -> None:
        """The page goes on with these operators."""
        self._code.append(operators)

    def end_page(self) -> None:
        """The page is packed, and the next one begins."""
        contents = self.file.add_stream("\n".join(self._code).encode(), {})
        held = {"XObject": self._images_here} if self._images_here else {}
        entries: dict[str, Value] = {
            "Type": b"/Page",
            "Parent": self._pages,
            "MediaBox": [0, 0, *self._size],
            "Resources": {"Font": self._named_fonts, **held},
            "Contents": contents,
        }
        if self._clicks_here:
            entries["Annots"] = self._clicks_here
        self._drawn.append((self._here(), entries))
        self._page, self._code, self._clicks_here, self._images_here = b"", [], [], {}

    def _here(self) -> Ref:
        """The page under way."""
        self._page = self._page or self.file.reserve()
        return self._page

    def place(self, name: str, top: float) -> None:
        """A link or a heading of the outline can lead here."""
        self.file.put(self.leading_to(name), [self._here(), b"/XYZ", 0, top, b"null"])

    def leading_to(self, name: str) -> Ref:
        """Return what leads to a place, which may be drawn later."""
        if name not in self._places:
            self._places[name] = self.file.reserve()
        return self._places[name]

    def head(self, title: str, name: str, level: int) -> None:
        """The outline goes on with a title that leads to a place."""
        self._outline.add(title, self.leading_to(name), level)

    def click(self, entries: Mapping[str, Value]) -> Ref:
        """Return the annotation of the page under way that `entries` say; they may still grow."""
        ref = self.file.reserve()
        self._clicks.append((ref, entries))
        self._clicks_here.append(ref)
        return ref

    def serve(self, fonts: Fonts) -> None:
        """The file carries these fonts."""
        if fonts not in self._fonts:
            self._fonts.append(fonts)

    def image(self, data: bytes, entries: Mapping[str, Value]) -> str:
        """Return the name by which the page under way calls an image."""
        name = f"I{self.number}-{len(self._images_here)}"
        kind = {"Type": b"/XObject", "Subtype": b"/Image"}
        self._images_here[name] = self.file.add_stream(data, {**kind, **entries})
        return name

    def whole(self) -> bytes:
        """Return the file with all that was drawn."""
        if self._code or not self._drawn:
            self.end_page()
        file = self.file
        for ref, entries in (*self._drawn, *self._clicks):
            file.put(ref, entries)
        refs = [ref for ref, _ in self._drawn]
        file.put(self._pages, {"Type": b"/Pages", "Count": len(refs), "Kids": refs})
        fonts = {name: ref for each in self._fonts for name, ref in each.in_file(file).items()}
        file.put(self._named_fonts, fonts)
        return file.whole(file.add(self._root()), file.add(self.metadata.entries()))

    def _root(self) -> Mapping[str, Value]:
        direction = {"Direction": b"/R2L"} if self._rtl else {}
        return {
            "Type": b"/Catalog",
            "Pages": self._pages,
            "Lang": self.metadata.lang,
            "ViewerPreferences": {"DisplayDocTitle": b"true", **direction},
            "Metadata": self.metadata.in_file(self.file),
            **self._outline.in_file(self.file),
            **self.catalog,
        }


class FileOfSheets(Sheet):
    """Pages that are written to a file."""

    def __init__(self, path: Path, size: tuple[float, float], metadata: Metadata, *, rtl: bool) -> None:
        super().__init__(size, metadata, rtl=rtl)
        self._path = path

    def save(self) -> None:
        """All that was drawn is in the file; raises OSError."""
        self._path.write_bytes(self.whole())


def open_sheet(  # noqa: PLR0913 - each says one thing about the file
    path: Path,
    *,
    title: str,
    author: str,
    subject: str,
    lang: str,
    rtl: bool,
    moment: int,
    size: tuple[float, float] = A4,
) -> FileOfSheets:
    """Return a sheet whose `save` writes the file; `moment` is in UTC milliseconds.

    The same content at the same moment gives the same bytes.
    """
    metadata = Metadata(title=title, author=author, subject=subject, lang=lang, moment=moment)
    return FileOfSheets(path, size, metadata, rtl=rtl)


@contextmanager
def unswept() -> Iterator[None]:
    """Meanwhile, nothing looks for dead rings of objects: setting makes millions that live, and no rings."""
    was_swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_swept:
            gc.enable()
