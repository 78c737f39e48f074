"""A document of blocks as a PDF: one way for all products, whatever they hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from facilitator.documents.blocks import Document, Heading
from facilitator.documents.grid import Grid
from facilitator.documents.layout import Layout
from facilitator.documents.page import Frame, Pages, room_pt
from facilitator.documents.pagination import paginate
from facilitator.documents.progress import Progress, counted, unheeded
from facilitator.documents.setting import Missing, Setter, untold
from facilitator.documents.styles import roles
from facilitator.documents.surface import Surface, plain
from facilitator.documents.template import STANDARD, Template
from facilitator.documents.template.logo_item import logo_of
from facilitator.documents.typeset import Typesetter, open_canvas, unswept
from facilitator.language.speech import Language

_NO_FACE = "\ufffd"


@unswept()
def print_document(  # noqa: PLR0913 - what is printed, how it looks, and who is told of it
    document: Document,
    language: Language,
    target: Path,
    *,
    moment: int,
    template: Template = STANDARD,
    missing: Missing = untold,
    progress: Progress = unheeded,
) -> int:
    """Write the document as a PDF and return its number of pages; `moment` is in UTC milliseconds.

    `missing` is told the characters that no font has.
    The same content at the same moment gives the same bytes. Raises OSError if the target cannot be written.
    """
    laid = _LaidOut(document, language, template, progress)
    canvas = open_canvas(
        target,
        title=plain(document.title),
        author=plain(document.author),
        subject=plain(document.subject),
        lang=language.code,
        rtl=language.rtl,
        moment=moment,
        size=(laid.paper.width, laid.paper.height),
    )
    surface = Surface(canvas, Grid(language.rtl, laid.paper))
    drawn = Pages(laid.typesetter, laid.styles, laid.frame, laid.paper, progress)
    drawn.write(canvas, surface, laid.pages)
    missing(laid.typesetter.missing)
    return len(laid.pages)


@unswept()
def pages_of_headings(
    document: Document,
    language: Language,
    template: Template = STANDARD,
    progress: Progress = unheeded,
) -> Sequence[int | None]:
    """Return the page that each heading stands on when the document is printed, in their order."""
    found = _LaidOut(document, language, template, progress).layout.places.pages
    headings = sum(isinstance(block, Heading) for block in document.blocks)
    return [found.get(f"heading-{number}") for number in range(1, headings + 1)]


class _LaidOut:
    """A document with its lines set and its pages known, before anything is drawn."""

    def __init__(
        self, document: Document, language: Language, template: Template, progress: Progress
    ) -> None:
        self.typesetter = Typesetter(stand_in=_NO_FACE)
        looks = cache(lambda other: template.roles(roles(other)))
        self.styles, self.paper = looks(language), template.paper(landscape=document.landscape)
        self.frame = Frame(panel="", title=document.head, date="", foot=document.foot, facing=document.facing)
        setter = Setter(self.typesetter, french=language.code == "fr", paper=self.paper)
        self.layout = Layout(setter, looks, language, self.paper)
        room = room_pt(self.styles, self.frame, self.paper)
        items = [*logo_of(template), *counted(self.layout.items(document), room, progress)]
        self.pages = paginate(items, room, self.layout.notes)
        self.layout.places.learn(self.pages)
