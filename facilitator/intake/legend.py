"""How a list is to be read where its own words do not tell: columns by field, and meanings by value."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from facilitator.intake.faults import MapNotUnderstood


@dataclass(frozen=True, slots=True)
class Legend:
    """`columns` hold the column of a field, `values` what a field's cell stands for, by `plain` text."""

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def over(self, other: Legend) -> Legend:
        """Return this legend with what only the other one says."""
        fields = {*self.values, *other.values}
        values = {f: {**other.values.get(f, {}), **self.values.get(f, {})} for f in sorted(fields)}
        return Legend({**other.columns, **self.columns}, values)

    def meant(self, name: str, cell: str) -> str:
        """Return what a cell of a field stands for, the cell itself if nobody said."""
        said = self.values.get(name)
        return said.get(plain(cell), cell) if said else cell

    def as_text(self) -> str:
        return json.dumps({"columns": self.columns, "values": self.values}, ensure_ascii=False)


def legend_of(text: str) -> Legend:
    """Return the legend that `as_text` wrote."""
    told = json.loads(text or "{}")
    return Legend(told.get("columns", {}), told.get("values", {}))


def parse_map(pairs: Iterable[str]) -> Legend:
    """Return the legend of FIELD=COLUMN and FIELD:VALUE=MEANING texts; raises MapNotUnderstood."""
    columns: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    for pair in pairs:
        name, sign, column = pair.partition("=")
        about, colon, value = name.partition(":")
        if colon:
            value, sign, column = pair.partition(":")[2].rpartition("=")
        if not sign or not about.strip() or not column.strip() or (colon and not value.strip()):
            raise MapNotUnderstood(text=pair)
        key = about.strip().lower()
        if colon:
            values.setdefault(key, {})[plain(value)] = column.strip()
        else:
            columns[key] = column.strip()
    return Legend(columns, values)


def plain(name: str) -> str:
    """Return a name of a column or a value without case, accents, spaces and signs."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\W_]+", "", decomposed)
