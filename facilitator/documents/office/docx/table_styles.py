"""The looks of tables in a text."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.documents.colours import INK
from facilitator.documents.office.docx.markup import Element, element, twips, val


def table_styles() -> Iterator[Element]:
    """Yield the looks of tables: ruled, of labels without a rule, of numbers, and the masthead's with one."""
    head = element("w:tcPr", element("w:tcBorders", _rule("bottom", 4)))
    first = element("w:tblStylePr", head, type="firstRow")
    yield _table("RuledTable", "Ruled table", _rule("top", 8), _rule("bottom", 8), _hair(), first=first)
    yield _table("PlainTable", "Plain table")
    yield _table("BesideTable", "Number beside text", end_mm=0.0)
    yield _table("MastheadTable", "Masthead table", _rule("bottom", 4))


def _table(
    id_: str, name: str, *borders: Element, first: Element | None = None, end_mm: float = 3.0
) -> Element:
    return element(
        "w:style",
        val("w:name", name),
        element(
            "w:tblPr",
            element("w:tblBorders", *borders) if borders else None,
            element(
                "w:tblCellMar",
                element("w:start", w=0, type="dxa"),
                element("w:end", w=twips(end_mm), type="dxa"),
            ),
        ),
        first,
        type="table",
        styleId=id_,
    )


def _rule(side: str, eighths: int) -> Element:
    return element(f"w:{side}", val="single", sz=eighths, space=0, color=INK.lstrip("#"))


def _hair() -> Element:
    return element("w:insideH", val="single", sz=3, space=0, color="C4C4C4")
