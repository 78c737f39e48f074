"""Texts of the other direction: they fill the column of the others, their numbers where all numbers are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from facilitator.documents.blocks import Block, Numbered, SubParagraph
from facilitator.documents.office.docx.looks import LOOKS, SUB_AT_MM, TEXT_AT_MM, Look
from facilitator.documents.office.docx.markup import Element, element, twips, val
from facilitator.documents.office.docx.runs import runs_rtl

_TEXT, _NUMBER = "Abroad", "Beside"


@dataclass(frozen=True, slots=True)
class Beside:
    """A text and its number as paragraphs; those `inner` are parts of another.

    One that is `whole` is not parted: a program leaves single lines of a cell behind.
    """

    number: Element
    text: Element
    inner: bool
    whole: bool


def is_abroad(block: Block, *, rtl: bool) -> bool:
    """Return whether a numbered text runs against the document."""
    return isinstance(block, Numbered | SubParagraph) and runs_rtl(block.text, rtl=rtl) is not rtl


def text_style(style: str) -> str:
    """Return how the style is called in which a text of the other direction is set."""
    return f"{style}{_TEXT}"


def number_style(style: str) -> str:
    """Return how the style is called of a number beside such a text."""
    return f"{style}{_NUMBER}"


def text_look(style: str) -> Look:
    """Return the look of a text of the other direction: it leaves free what those of its own do."""
    look = LOOKS[style]
    return replace(
        look,
        name=f"{look.name}, other direction",
        start_mm=0.0,
        hanging_mm=0.0,
        end_mm=0.0 if look.hanging_mm else look.start_mm,
        based_on="",  # the usual one has the document's direction
    )


def number_look(style: str, *, script: int) -> Look:
    """Return the look of a number whose line is as high as those of its text, which is in that `script`."""
    look = LOOKS[style]
    leading = look.leadings[script]
    return replace(look, name=f"{look.name}, number beside", leadings=(leading, leading, leading))


def beside_each_other(rows: Iterable[Beside], *, rtl: bool, type_mm: float) -> Element:
    """Return numbers and texts side by side, in the columns in which the others stand."""
    columns = (TEXT_AT_MM, SUB_AT_MM - TEXT_AT_MM, type_mm - SUB_AT_MM)
    return element(
        "w:tbl",
        element(
            "w:tblPr",
            val("w:tblStyle", "BesideTable"),
            element("w:bidiVisual") if rtl else None,
            element("w:tblW", w=sum(map(twips, columns)), type="dxa"),
            element("w:tblLayout", type="fixed"),
            element("w:tblLook", firstRow=0, noHBand=1, noVBand=1),
        ),
        element("w:tblGrid", *(element("w:gridCol", w=twips(wide)) for wide in columns)),
        *(element("w:tr", _whole(row), *_cells(row, columns)) for row in rows),
    )


def _whole(row: Beside) -> Element | None:
    return element("w:trPr", element("w:cantSplit")) if row.whole else None


def _cells(row: Beside, columns: Sequence[float]) -> Iterator[Element]:
    """Yield the number with all that is free before it, and the text to the end."""
    numbers = 2 if row.inner else 1
    yield _cell(row.number, columns[:numbers])
    yield _cell(row.text, columns[numbers:])


def _cell(paragraph: Element, columns: Sequence[float]) -> Element:
    width = element("w:tcW", w=sum(map(twips, columns)), type="dxa")
    spans = val("w:gridSpan", len(columns)) if len(columns) > 1 else None
    return element("w:tc", element("w:tcPr", width, spans), paragraph)
