"""A table of the text: a head over its columns, a row for each line, no word in two that can be whole."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm

from facilitator.documents import blocks
from facilitator.documents.blocks import Words, words
from facilitator.documents.columns import Columns
from facilitator.documents.flow import Placed
from facilitator.documents.grid import UNIT_PT
from facilitator.documents.rich import RichText, spoken
from facilitator.documents.styles import Roles, figures_style
from facilitator.documents.surface import plain
from facilitator.documents.tables import Table, TableRow
from facilitator.documents.typeset import Style

_APART_PT = 3 * mm
_TALLEST_HEAD_PT = 150.0


def headed_table(
    table: blocks.Table, widths: Sequence[float], start: float, rich: RichText, roles: Roles
) -> Table:
    """Return the table with columns of about these widths."""
    head: list[Words] = [words(column.head) for column in table.columns]
    of_cells = roles.cell if table.rules else roles.label
    lines = [(head, roles.grey_label), *((cells, of_cells) for cells in table.rows)]
    columns = Columns(rich, lines, widths, _APART_PT)
    figures = [column.figures for column in table.columns]
    white = UNIT_PT / 2 - roles.sink / 2
    first, *rows = (
        TableRow(tuple(_cells(cells, figures, columns, start, columns.sized(style), rich)), white)
        for cells, style in lines
    )
    headed = any(column.head for column in table.columns)
    if headed and first.height > _TALLEST_HEAD_PT:  # it would leave no room for rows
        rows.insert(0, first)
        headed = False
    return Table(
        first if headed else None,
        tuple(rows),
        start,
        sum(widths),
        plain(table.alt),
        table.rules,
        space=2 * UNIT_PT,
    )


def _cells(
    cells: Sequence[Words],
    figures: Sequence[bool],
    columns: Columns,
    start: float,
    style: Style,
    rich: RichText,
) -> list[Placed]:
    of_figures = figures_style(style)
    placed: list[Placed] = []
    for text, figure, width in zip(cells, figures, columns.widths, strict=True):
        block = rich.set(text, of_figures if figure else style, width - _APART_PT)
        placed.append(Placed(block, start, words=spoken(text)))
        start += width
    return placed
