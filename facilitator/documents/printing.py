"""A document of blocks as a PDF: one way for all products, whatever they hold."""

from __future__ import annotations

from pathlib import Path

from facilitator.documents.blocks import Document
from facilitator.documents.grid import LANDSCAPE, UPRIGHT, Grid
from facilitator.documents.layout import Layout
from facilitator.documents.page import Frame, Pages, room_pt
from facilitator.documents.pagination import paginate
from facilitator.documents.setting import Setter
from facilitator.documents.styles import roles
from facilitator.documents.surface import Surface, plain
from facilitator.documents.typeset import Typesetter, open_canvas
from facilitator.language.speech import Language

_NO_FACE = "\ufffd"


def print_document(document: Document, language: Language, target: Path, *, moment: int) -> int:
    """Write the document as a PDF and return its number of pages; `moment` is in UTC milliseconds.

    The same content at the same moment gives the same bytes. Raises OSError if the target cannot be written.
    """
    typesetter = Typesetter(stand_in=_NO_FACE)
    styles, paper = roles(language), LANDSCAPE if document.landscape else UPRIGHT
    frame = Frame(panel="", title=document.head, date="", foot=document.foot)
    layout = Layout(
        Setter(typesetter, rtl=language.rtl, french=language.code == "fr"), styles, language, paper
    )
    pages = paginate(list(layout.items(document)), room_pt(styles, frame, paper), layout.notes)
    layout.places.learn(pages)
    canvas = open_canvas(
        target,
        title=plain(document.title),
        author=plain(document.author),
        subject=plain(document.subject),
        lang=language.code,
        rtl=language.rtl,
        moment=moment,
        size=(paper.width, paper.height),
    )
    surface = Surface(canvas, Grid(language.rtl, paper))
    drawn = Pages(typesetter, styles, frame, paper)
    for number, page in enumerate(pages, 1):
        drawn.draw(surface, page, number, len(pages))
        canvas.showPage()
    surface.tags.write()
    canvas.showOutline()
    canvas.save()
    return len(pages)
