"""A document of one panel, whose items are set by hand: how it comes onto its pages, and into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from facilitator.documents.flow import Item
from facilitator.documents.grid import Grid
from facilitator.documents.page import Frame, Pages, room_pt
from facilitator.documents.pagination import paginate
from facilitator.documents.progress import Progress, counted
from facilitator.documents.setting import Missing, Setter
from facilitator.documents.styles import Roles, roles
from facilitator.documents.surface import Surface, plain
from facilitator.documents.template import Template
from facilitator.documents.template.logo_item import logo_of
from facilitator.documents.typeset import Typesetter, open_canvas, unswept
from facilitator.language.speech import Language

_NO_FACE = "\ufffd"
Content = Callable[[Setter, Roles], Iterator[Item]]
"""Sets the items of the document, down the page."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the file says of itself."""

    title: str
    subject: str
    author: str


@unswept()
def print_panel(  # noqa: PLR0913 - what is printed, how it looks, and who is told of it
    content: Content,
    frame: Frame,
    told: Told,
    language: Language,
    target: Path,
    *,
    moment: int,
    template: Template,
    missing: Missing,
    progress: Progress,
    narrower: Content | None = None,
) -> None:
    """The content is written as a PDF; `moment` is when it is exported, in UTC milliseconds.

    Where it takes more than a page and its `narrower` form does not, that is printed.
    `missing` is told the characters that no font has. The same content at the same moment gives the same
    bytes. Raises OSError if the target cannot be written.
    """
    typesetter = Typesetter(stand_in=_NO_FACE)
    styles, paper = template.roles(roles(language)), template.upright
    setter = Setter(typesetter, french=language.code == "fr", paper=paper)
    room = room_pt(styles, frame, paper)
    pages = paginate([*logo_of(template), *counted(content(setter, styles), room, progress)], room)
    if narrower is not None and len(pages) > 1:
        close = paginate([*logo_of(template), *narrower(setter, styles)], room)
        pages = close if len(close) == 1 else pages
    canvas = open_canvas(
        target,
        title=plain(told.title),
        author=plain(told.author),
        subject=plain(told.subject),
        lang=language.code,
        rtl=language.rtl,
        moment=moment,
    )
    surface = Surface(canvas, Grid(language.rtl, paper))
    Pages(typesetter, styles, frame, paper, progress).write(canvas, surface, pages)
    missing(typesetter.missing)
