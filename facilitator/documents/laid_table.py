"""A table set on its paper: columns on the grid, a head, and each cell in the look of what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from facilitator.documents import blocks
from facilitator.documents.blocks import Words, words
from facilitator.documents.flow import Placed
from facilitator.documents.grid import LANDSCAPE, UNIT_PT, UPRIGHT, Paper
from facilitator.documents.masthead_table import masthead_table
from facilitator.documents.own_voice import OwnVoice
from facilitator.documents.rich import RichText, spoken
from facilitator.documents.styles import Roles, figures_style
from facilitator.documents.surface import plain
from facilitator.documents.tables import Table, TableRow
from facilitator.documents.typeset import Style

_CELL_APART_PT = 3 * mm
_TALLEST_HEAD_PT = 150.0


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Sets the tables of one document."""

    paper: Paper
    rich: RichText
    roles: Roles

    def set(self, table: blocks.Table, voice: OwnVoice) -> Table:
        """Return the table; one that stands above a masthead is set as that."""
        usual = UPRIGHT if self.paper.has_columns else LANDSCAPE
        scale = self.paper.type_width / usual.type_width
        widths = [column.width_mm * mm * scale for column in table.columns]
        if table.role is not None:
            return masthead_table(table, widths, self.rich, voice)
        wide = sum(widths)
        start = max(0.0, self.paper.type_width - wide) if self.paper.has_columns else 0.0
        heads = [(words(column.head), column.figures) for column in table.columns]
        headed = any(column.head for column in table.columns)
        head = self._row(heads, widths, start, self.roles.grey_label) if headed else None
        figures = [column.figures for column in table.columns]
        style = self.roles.cell if table.rules else self.roles.label
        rows = [
            self._row(list(zip(cells, figures, strict=True)), widths, start, style) for cells in table.rows
        ]
        if head is not None and head.height > _TALLEST_HEAD_PT:  # it would leave no room for rows
            rows.insert(0, head)
            head = None
        return Table(head, tuple(rows), start, wide, plain(table.alt), table.rules, space=2 * UNIT_PT)

    def _row(
        self, cells: Sequence[tuple[Words, bool]], widths: Sequence[float], start: float, style: Style
    ) -> TableRow:
        placed: list[Placed] = []
        for (text, figures), width in zip(cells, widths, strict=True):
            look = figures_style(style) if figures else style
            block = self.rich.set(text, look, width - _CELL_APART_PT)
            placed.append(Placed(block, start, words=spoken(text)))
            start += width
        return TableRow(tuple(placed), UNIT_PT / 2 - self.roles.sink / 2)
