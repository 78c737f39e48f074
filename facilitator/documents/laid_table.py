"""A table set on its paper: its columns on the grid."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.units import mm

from facilitator.documents import blocks
from facilitator.documents.grid import LANDSCAPE, UPRIGHT, Paper
from facilitator.documents.headed_table import headed_table
from facilitator.documents.masthead_table import masthead_table
from facilitator.documents.own_voice import OwnVoice
from facilitator.documents.rich import RichText
from facilitator.documents.styles import Roles
from facilitator.documents.tables import Table


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
        start = max(0.0, self.paper.type_width - sum(widths)) if self.paper.has_columns else 0.0
        return headed_table(table, widths, start, self.rich, self.roles)
