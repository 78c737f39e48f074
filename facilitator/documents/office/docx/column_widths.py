"""How wide the columns of a text's tables are: measured in the letters of the printed page."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from reportlab.lib.units import mm

from facilitator.documents.blocks import Table
from facilitator.documents.grid import LANDSCAPE, UPRIGHT
from facilitator.documents.headed_table import columns_of
from facilitator.documents.rich import RichText
from facilitator.documents.setting import Setter
from facilitator.documents.styles import Roles, roles
from facilitator.documents.template import Template
from facilitator.documents.typeset import Typesetter
from facilitator.language.speech import Language

_NO_FACE = "\ufffd"


class ColumnWidths:
    """Widens and narrows the columns of tables as the printed page does; faces are read at the first."""

    def __init__(self, language: Language, template: Template, *, landscape: bool) -> None:
        self._language, self._template = language, template
        self._paper = template.paper(landscape=landscape)
        self._scale = self._paper.type_width / (LANDSCAPE if landscape else UPRIGHT).type_width

    def fitted(self, table: Table) -> Table:
        """Return the table with columns that hold their words; a masthead only grows with the paper."""
        widths = [column.width_mm * mm * self._scale for column in table.columns]
        if table.role is None:
            _, columns = columns_of(table, widths, self._rich, self._roles)
            widths = columns.widths
        fitted = zip(table.columns, widths, strict=True)
        return replace(table, columns=tuple(replace(column, width_mm=wide / mm) for column, wide in fitted))

    @cached_property
    def _rich(self) -> RichText:
        french = self._language.code == "fr"
        setter = Setter(Typesetter(stand_in=_NO_FACE), french=french, paper=self._paper)
        return RichText(setter, self._roles.note, rtl=self._language.rtl)

    @cached_property
    def _roles(self) -> Roles:
        return self._template.roles(roles(self._language))
