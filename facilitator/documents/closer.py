"""A document that is a little too long for its page, set closer: less white, the same letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitator.documents.flow import Item, Line, Row
from facilitator.documents.plot import Chart
from facilitator.documents.styles import Roles
from facilitator.documents.tables import Table, TableRow
from facilitator.documents.typeset import Style

_WHITE = 0.5
_LEADING = 1.22  # of the size: what a label and small letters need at the least


def closer_roles(roles: Roles) -> Roles:
    """Return the styles with labels and small letters on narrow lines, as Latin ones are anyway."""
    return replace(roles, label=_narrow(roles.label), small=_narrow(roles.small), sink=0.0)


def closer(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items with half of the white that parts them."""
    for item in items:
        if isinstance(item, Table):
            head, rows = item.head, tuple(map(_low, item.rows))
            yield replace(item, head=head and _low(head), rows=rows, space=item.space * _WHITE)
        elif isinstance(item, Row | Line):
            yield replace(item, space=item.space * _WHITE)
        else:
            if isinstance(item, Chart):
                item.space *= _WHITE
            yield item


def _low(row: TableRow) -> TableRow:
    return replace(row, white=row.white * _WHITE)


def _narrow(style: Style) -> Style:
    return replace(style, leading_pt=min(style.leading_pt, style.size_pt * _LEADING))
