"""A PDF file to draw on: title, language, direction, moment, nothing that changes from run to run."""

from __future__ import annotations

import gc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from facilitator.documents.typeset.metadata import Metadata
from facilitator.documents.typeset.whole_file import Objects, whole_file

rl_config.useA85 = 0  # ASCII armour costs a quarter of the time and of the size
_PDF_1_7 = (1, 7)
_EFFORT = 4  # of 9: half the time of the usual 6, for a tenth more bytes


class Sheet(Canvas):
    """A canvas that packs each page as soon as it is full.

    It does not open a page with Helvetica, a font that no file of ours holds.
    """

    path: Path
    metadata: Metadata
    objects: Objects

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"

    def showPage(self) -> None:
        super().showPage()
        page = document_of(self).Pages.pages[-1]
        packed = zlib.compress(page.stream.encode(), _EFFORT)
        page.Contents = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), packed)
        page.stream = ""

    def annotate(self, number: int) -> None:
        """An object that is ready is an annotation of the page under way."""
        self._annotationrefs.append(f"{number} 0 R")  # type: ignore[attr-defined]  # not in its stubs

    def save(self) -> None:
        if self._code:  # type: ignore[attr-defined]  # reportlab's stubs leave it out
            self.showPage()
        document = document_of(self)
        document.Catalog.Metadata = self.metadata.stream()
        parts = whole_file(document, self.objects.ready)
        with self.path.open("wb") as file:
            file.writelines(parts)


def document_of(canvas: Canvas) -> Any:  # noqa: ANN401 - reportlab's stubs leave it out
    """Return the document that a canvas draws into; reportlab offers no other door to it."""
    return canvas._doc  # type: ignore[attr-defined] # noqa: SLF001 - as above


def write_on(canvas: Canvas, operators: str) -> None:
    """The page goes on with these operators."""
    canvas._code.append(operators)  # type: ignore[attr-defined] # noqa: SLF001 - for speed, past its text objects


class _Moment:
    """The moment of the document, as reportlab asks for it."""

    def __init__(self, moment_ms: int) -> None:
        instant = datetime.fromtimestamp(moment_ms / 1000, UTC)
        self.t = moment_ms / 1000
        self.lt = instant.timetuple()
        self.YMDhms = tuple(self.lt)[:6]
        self.dhh = self.dmm = 0
        self.tzname = "UTC"


def open_canvas(  # noqa: PLR0913 - each says one thing about the file
    path: Path,
    *,
    title: str,
    author: str,
    subject: str,
    lang: str,
    rtl: bool,
    moment: int,
    size: tuple[float, float] = A4,
) -> Sheet:
    """Return a canvas whose `save` writes the file; `moment` is in UTC milliseconds.

    The same content at the same moment gives the same bytes.
    """
    canvas = Sheet(str(path), pagesize=size, pageCompression=1, invariant=1, pdfVersion=_PDF_1_7, lang=lang)
    canvas.path, canvas.objects = path, Objects(document_of(canvas))
    canvas.metadata = Metadata(title=title, author=author, subject=subject, lang=lang, moment=moment)
    document = document_of(canvas)
    document.Catalog.Outlines = None  # reportlab writes an entry in five times the time
    document._timeStamp = _Moment(moment)  # noqa: SLF001 - reportlab takes no moment otherwise
    document.updateSignature(str(moment))  # the file's identity changes with its moment
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setCreator("Facilitator")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if rtl:
        canvas.setViewerPreference("Direction", "R2L")
    return canvas


@contextmanager
def unswept() -> Iterator[None]:
    """Meanwhile, nothing looks for dead rings of objects: setting makes millions that live, and few rings.

    At the end those are looked for among what was made since, not in all of the program.
    """
    was_swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_swept:
            gc.collect(0)
            gc.enable()
