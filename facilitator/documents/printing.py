"""A document of blocks as a PDF: one way for all products, whatever they hold."""

from __future__ import annotations

from pathlib import Path

from facilitator.documents.blocks import Document
from facilitator.documents.grid import Grid
from facilitator.documents.layout import Layout
from facilitator.documents.page import Frame, Pages, room_pt
from facilitator.documents.pagination import paginate
from facilitator.documents.setting import Missing, Setter, untold
from facilitator.documents.styles import roles
from facilitator.documents.surface import Surface, plain
from facilitator.documents.template import STANDARD, Template
from facilitator.documents.template.logo_item import logo_of
from facilitator.documents.typeset import Typesetter, open_canvas
from facilitator.language.speech import Language

_NO_FACE = "\ufffd"


def print_document(
    document: Document,
    language: Language,
    target: Path,
    *,
    moment: int,
    template: Template = STANDARD,
    missing: Missing = untold,
) -> int:
    """Write the document as a PDF and return its number of pages; `moment` is in UTC milliseconds.

    `missing` is told the characters that no font has.
    The same content at the same moment gives the same bytes. Raises OSError if the target cannot be written.
    """
    typesetter = Typesetter(stand_in=_NO_FACE)
    styles, paper = template.roles(roles(language)), template.paper(landscape=document.landscape)
    frame = Frame(panel="", title=document.head, date="", foot=document.foot, facing=document.facing)
    setter = Setter(typesetter, french=language.code == "fr", paper=paper)
    layout = Layout(setter, lambda other: template.roles(roles(other)), language, paper)
    items = [*logo_of(template), *layout.items(document)]
    pages = paginate(items, room_pt(styles, frame, paper), layout.notes)
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
    drawn.write(canvas, surface, pages)
    missing(typesetter.missing)
    return len(pages)
