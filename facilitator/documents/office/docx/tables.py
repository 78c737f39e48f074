"""Tables of a text: in the direction of the language, their head on every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.documents.blocks import Role, Table, TableColumn, Words, words
from facilitator.documents.office.docx.looks import STYLE_OF
from facilitator.documents.office.docx.markup import Element, element, twips, val
from facilitator.documents.office.docx.runs import Notes, runs
from facilitator.documents.office.safe_text import xml_safe
from facilitator.language.direction import bare

_NAME = "MastheadName"
"""What has this style stands beside all the rows of its table."""
_PLACES: Mapping[Role | None, Mapping[int, str]] = {
    Role.MASTHEAD: {0: _NAME},
    Role.SYMBOL: {1: "SymbolAtEnd"},
}
"""Columns of a masthead that have a style of their own."""


def table(found: Table, notes: Notes, *, rtl: bool) -> Element:
    """Return a table whose head is repeated and whose rows are not parted."""
    ruled = found.rules
    heads = [words(column.head) for column in found.columns]
    return element(
        "w:tbl",
        element(
            "w:tblPr",
            val("w:tblStyle", _table_style(found)),
            element("w:bidiVisual") if rtl else None,
            element("w:tblW", w=sum(twips(c.width_mm) for c in found.columns), type="dxa"),
            element("w:tblLayout", type="fixed"),
            element("w:tblLook", firstRow=int(ruled), noHBand=1, noVBand=1),
            val("w:tblDescription", bare(xml_safe(found.alt))) if found.alt else None,
        ),
        element("w:tblGrid", *(element("w:gridCol", w=twips(c.width_mm)) for c in found.columns)),
        _row(found.columns, _styles(found, head=True), heads, notes, rtl=rtl, head=True) if ruled else None,
        *(_row(found.columns, _styles(found), row, notes, rtl=rtl) for row in found.rows),
    )


def _table_style(found: Table) -> str:
    if found.rules:
        return "RuledTable"
    return "PlainTable" if found.role is None else "MastheadTable"


def _styles(found: Table, *, head: bool = False) -> list[str]:
    """Return the style of each column's cells."""
    if found.rules:
        return [_style(column, head=head) for column in found.columns]
    look = "Fact" if found.role is None else STYLE_OF[found.role]
    places = _PLACES.get(found.role, {})
    return [places.get(place, look) for place in range(len(found.columns))]


def _row(
    columns: Sequence[TableColumn],
    styles: Sequence[str],
    cells: Sequence[Words],
    notes: Notes,
    *,
    rtl: bool,
    head: bool = False,
) -> Element:
    return element(
        "w:tr",
        element("w:trPr", element("w:cantSplit"), element("w:tblHeader") if head else None),
        *(
            element(
                "w:tc",
                element(
                    "w:tcPr",
                    element("w:tcW", w=twips(column.width_mm), type="dxa"),
                    _over_rows(cell) if style == _NAME else None,
                ),
                _cell(cell, style, notes, rtl=rtl and not column.figures),
            )
            for column, style, cell in zip(columns, styles, cells, strict=True)
        ),
    )


def _over_rows(cell: Words) -> Element:
    """A cell that says something goes on over the empty ones below it."""
    return val("w:vMerge", "restart") if cell else element("w:vMerge")


def _style(column: TableColumn, *, head: bool) -> str:
    if column.figures:
        return "TableFigureHead" if head else "TableFigure"
    if head:
        return "TableHead"
    if column.said:
        return "TableText"
    return "TableStrong" if column.strong else "TableLabel"


def _cell(cell: Words, style: str, notes: Notes, *, rtl: bool) -> Element:
    return element(
        "w:p",
        element("w:pPr", val("w:pStyle", style), element("w:bidi") if rtl else None),
        *runs(cell, rtl=rtl, notes=notes),
    )
