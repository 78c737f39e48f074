"""A proof: paragraphs one after the other on A4, to be read, judged and timed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from facilitator.documents.typeset import Block, Style, Typesetter, is_vowelled, open_canvas, unswept

MARGIN_PT = 25 * mm
FULL_WIDTH_PT = A4[0] - 2 * MARGIN_PT
_NARROWEST_PT = 30.0
_APART_PT = 6.0
_MET_TOGETHER = 50  # paragraphs
# Latin as the font file has it, so that a judge finds each outline in the file itself.
RIGHT_TO_LEFT = Style(
    ("amiri", "frank-ruhl"),
    size_pt=11,
    leading_pt=17,
    rtl=True,
    align="justify",
    first_choice_ltr=("source-serif-as-filed",),
    ltr_scale=0.88,
    widest_space=3,
)
LEFT_TO_RIGHT = Style(
    ("source-serif-as-filed", "frank-ruhl"),
    size_pt=11,
    leading_pt=17,
    align="justify",
    widest_space=3,
)


VOWELLED = replace(RIGHT_TO_LEFT, leading_pt=22)
"""Marks above and below the letters want more room between the lines than letters alone."""


class ProofParagraph(NamedTuple):
    """Text in the order in which it is typed, and its base direction."""

    text: str
    rtl: bool


class Flaw(Enum):
    """What is wrong with a file of paragraphs."""

    UNREADABLE = "unreadable"
    NOT_JSON = "not_json"
    NOT_A_LIST = "not_a_list"
    NOT_A_PARAGRAPH = "not_a_paragraph"


class ProofFault(Exception):
    """The file does not hold paragraphs; `index` counts them from 0, where one is at fault."""

    def __init__(self, path: Path, what: Flaw, index: int | None = None) -> None:
        super().__init__(path, what, index)
        self.path = path
        self.what = what
        self.index = index


class UnfitWidth(Exception):
    """A column of this width does not fit between the margins, or holds no word."""

    def __init__(self, width_pt: float) -> None:
        super().__init__(width_pt)
        self.width_pt = width_pt


def read_paragraphs(path: Path) -> list[ProofParagraph]:
    """Return the paragraphs of a JSON file, [{"text": TEXT, "dir": "rtl" or "ltr"}, …]; raises ProofFault."""
    try:
        content = json.loads(path.read_bytes())
    except OSError as fault:
        raise ProofFault(path, Flaw.UNREADABLE) from fault
    except (ValueError, RecursionError) as fault:  # not JSON, not Unicode, or nested without end
        raise ProofFault(path, Flaw.NOT_JSON) from fault
    if not isinstance(content, list):
        raise ProofFault(path, Flaw.NOT_A_LIST)
    return [_paragraph(path, index, item) for index, item in enumerate(content)]


def _paragraph(path: Path, index: int, item: object) -> ProofParagraph:
    match item:
        case {"text": str(text), "dir": "rtl" | "ltr" as direction}:
            return ProofParagraph(text, direction == "rtl")
        case _:
            raise ProofFault(path, Flaw.NOT_A_PARAGRAPH, index)


@unswept()
def set_proof(
    paragraphs: Sequence[ProofParagraph],
    target: Path,
    *,
    width_pt: float | None,
    title: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Write the paragraphs as a PDF and return its number of pages: 11 on 17 pt, justified, margins 25 mm.

    Arabic that shows its vowels is set on 22 pt. Without a title the file has its own name for one.
    `progress` hears, paragraph by paragraph, how many of how many are set. Raises UnfitWidth and
    MissingGlyphs, and OSError if the target cannot be written.
    """
    width = FULL_WIDTH_PT if width_pt is None else width_pt
    if not _NARROWEST_PT <= width <= FULL_WIDTH_PT + 0.01:
        raise UnfitWidth(width)
    rtl = bool(paragraphs) and paragraphs[0].rtl
    title, lang = title or target.stem, "ar" if rtl else "en"
    canvas = open_canvas(target, title=title, author="", subject="", lang=lang, rtl=rtl, moment=0)
    pages = _Pages(canvas)
    for number, block in enumerate(_blocks(paragraphs, width), 1):
        pages.place(block)
        if progress:
            progress(number, len(paragraphs))
    pages.end()
    canvas.save()
    return pages.count


def _blocks(paragraphs: Sequence[ProofParagraph], width_pt: float) -> Iterator[Block]:
    typesetter = Typesetter()
    for begin in range(0, len(paragraphs), _MET_TOGETHER):
        some = paragraphs[begin : begin + _MET_TOGETHER]
        styles = [_style(each) for each in some]
        for style in (RIGHT_TO_LEFT, VOWELLED, LEFT_TO_RIGHT):
            its = map(style.__eq__, styles)
            typesetter.meet([each.text for each in compress(some, its)], style)
        for each, style in zip(some, styles, strict=True):
            yield typesetter.set(each.text, style, width_pt)


def _style(paragraph: ProofParagraph) -> Style:
    if not paragraph.rtl:
        return LEFT_TO_RIGHT
    return VOWELLED if is_vowelled(paragraph.text.split(" ")) else RIGHT_TO_LEFT


class _Pages:
    """Fills page after page from the top."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._y = A4[1] - MARGIN_PT
        self.count = 1

    def place(self, block: Block) -> None:
        """Draw the block, over as many pages as it takes."""
        while block.lines > (room := int((self._y - MARGIN_PT) / block.leading_pt)):
            here, block = block.split(_fair_share(block.lines, room))
            here.draw(self._canvas, MARGIN_PT, self._y)
            self._turn()
        block.draw(self._canvas, MARGIN_PT, self._y)
        self._y -= block.height_pt
        self._y -= _APART_PT

    def end(self) -> None:
        """Close the last page."""
        self._canvas.showPage()

    def _turn(self) -> None:
        self._canvas.showPage()
        self._y = A4[1] - MARGIN_PT
        self.count += 1


def _fair_share(lines: int, room: int) -> int:
    """How many of more lines than have room this page takes: none alone here, nor alone on the next."""
    here = room - 1 if lines - room == 1 else room
    return here if here > 1 else 0
