"""A table of the text: a head over its columns, a row for each line, no word in two that can be whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from facilitator.documents import blocks
from facilitator.documents.blocks import Sign, Words, words
from facilitator.documents.colours import GREY, RUST
from facilitator.documents.columns import Columns, Lines
from facilitator.documents.flow import Placed
from facilitator.documents.grid import UNIT_PT
from facilitator.documents.rich import RichText, spoken
from facilitator.documents.signs import Signed, indent_of
from facilitator.documents.styles import Roles, figures_style
from facilitator.documents.surface import plain
from facilitator.documents.tables import Table, TableRow
from facilitator.documents.typeset import Style

_APART_PT = 3 * mm
_TALLEST_HEAD_PT = 150.0
_COLOURS: Mapping[Sign | None, str] = {Sign.BELOW: RUST, Sign.DASH: GREY}


def headed_table(
    table: blocks.Table, widths: Sequence[float], start: float, rich: RichText, roles: Roles
) -> Table:
    """Return the table with columns of about these widths."""
    lines, columns = columns_of(table, widths, rich, roles)
    white = UNIT_PT / 2 - roles.sink / 2
    first, *rows = (TableRow(tuple(_cells(cells, columns, start, rich)), white) for cells in lines)
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


def columns_of(
    table: blocks.Table, widths: Sequence[float], rich: RichText, roles: Roles
) -> tuple[list[Lines], Columns]:
    """Return the head and the rows, each cell in its style, and the columns that they stand in.

    Heads over what people said are strong, as the headings of a text are; over figures alone they are grey.
    """
    heads: list[Words] = [words(column.head) for column in table.columns]
    said = any(column.said for column in table.columns)
    over = [_aligned(column, roles.strong_label if said else roles.grey_label) for column in table.columns]
    looks = [_aligned(column, look_of(column, roles)) for column in table.columns]
    lines: list[Lines] = [
        list(zip(heads, over, strict=True)),
        *(list(zip(cells, looks, strict=True)) for cells in table.rows),
    ]
    return lines, Columns(rich, lines, widths, _APART_PT)


def look_of(column: blocks.TableColumn, roles: Roles) -> Style:
    """Return the style of the cells of a column that does not hold figures."""
    if column.said:
        return roles.cell
    return roles.strong_label if column.strong else roles.label


def _aligned(column: blocks.TableColumn, style: Style) -> Style:
    return figures_style(style) if column.figures else style


def _cells(cells: Lines, columns: Columns, start: float, rich: RichText) -> list[Placed]:
    """Return the cells side by side; their first lines are level."""
    placed: list[Placed] = []
    for place, ((text, look), width) in enumerate(zip(cells, columns.widths, strict=True), 1):
        sign = text[0].sign if text else None
        last = place == len(cells) and look.align == "right"
        room = width - (0.0 if last else _APART_PT)
        if sign is None:
            block = rich.set(text, columns.sized(look), room)
            placed.append(Placed(block, start, words=spoken(text)))
        else:
            indent = indent_of(text)
            coloured = replace(look, colour=_COLOURS[sign]) if sign in _COLOURS else look
            style = columns.sized(coloured)
            cell = Placed(rich.set(text, style, room - indent), start + indent, words=spoken(text))
            placed.append(Signed.of(cell, sign, style))
        start += width
    set_cells = [cell for cell in placed if cell.block.set_lines]
    lowest = max([cell.block.first_baseline_pt for cell in set_cells], default=0.0)
    for cell in set_cells:
        cell.drop = lowest - cell.block.first_baseline_pt
    return placed
