"""A document of blocks as a PDF: one way for all products, whatever they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from facilitator.documents.blocks import Document
from facilitator.documents.flow import Item
from facilitator.documents.grid import Grid
from facilitator.documents.layout import Layout
from facilitator.documents.page import Frame, Pages, room_pt
from facilitator.documents.pagination import paginate
from facilitator.documents.setting import Missing, Setter, untold
from facilitator.documents.styles import roles
from facilitator.documents.surface import Surface, plain
from facilitator.documents.template import STANDARD, Template
from facilitator.documents.template.logo_item import logo_of
from facilitator.documents.typeset import Typesetter, open_sheet, unswept
from facilitator.language.speech import Language

_NO_FACE = "\ufffd"
Progress = Callable[[int, int], None]
"""Is told the page that is reached, and of how many; 0 while nobody knows that."""


def unheeded(page: int, of: int) -> None:
    """Nobody wants to know how far it is."""


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
    typesetter = Typesetter(stand_in=_NO_FACE)
    looks = cache(lambda other: template.roles(roles(other)))
    styles, paper = looks(language), template.paper(landscape=document.landscape)
    frame = Frame(panel="", title=document.head, date="", foot=document.foot, facing=document.facing)
    setter = Setter(typesetter, french=language.code == "fr", paper=paper)
    layout = Layout(setter, looks, language, paper)
    room = room_pt(styles, frame, paper)
    items = [*logo_of(template), *_counted(layout.items(document), room, progress)]
    pages = paginate(items, room, layout.notes)
    layout.places.learn(pages)
    sheet = open_sheet(
        target,
        title=plain(document.title),
        author=plain(document.author),
        subject=plain(document.subject),
        lang=language.code,
        rtl=language.rtl,
        moment=moment,
        size=(paper.width, paper.height),
    )
    surface = Surface(sheet, Grid(language.rtl, paper))
    drawn = Pages(typesetter, styles, frame, paper, progress)
    drawn.write(sheet, surface, pages)
    missing(typesetter.missing)
    return len(pages)


def _counted(items: Iterable[Item], room: float, progress: Progress) -> Iterator[Item]:
    """Yield the items, and tell about which page the last of them stands on."""
    height, told = 0.0, 0
    for item in items:
        height += item.space + item.height
        if height > told * room:
            told = int(height / room) + 1
            progress(told, 0)
        yield item
