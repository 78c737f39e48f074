"""Where people and panels came from: a list of a kind, its columns, and how it was understood."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from facilitator.acts.importing.order import Kind, Order
from facilitator.intake.legend import Legend, legend_of
from facilitator.store.ids import new_id
from facilitator.store.reading import Reading
from facilitator.store.work import Work


@dataclass(frozen=True, slots=True)
class Origin:
    """A list that came in; `before` is its row as it stands, None for a new one."""

    id: str
    kind: str
    name: str
    header: str
    terms: str
    at: int
    before: Origin | None = None

    @property
    def changed(self) -> bool:
        """Whether something is to be kept of it that was not known: that it came again is nothing new."""
        before = self.before
        return before is None or before.header != self.header or before.terms != self.terms

    @staticmethod
    def of(reading: Reading, id_: str) -> Origin | None:
        return next((each for each in _origins(reading) if each.id == id_), None)

    def write(self, work: Work) -> None:
        if self.before is None:
            work.insert("origin", self.row())
        else:
            work.update("origin", self.id, self.before.row(), self.row())

    def row(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "header": self.header,
            "terms": self.terms,
            "at": self.at,
        }


def remembered(reading: Reading, source: Path, header: Sequence[str]) -> Legend:
    """Return how a list with these columns was understood before, the newest first, best the same file."""
    same = origins_with(reading, header)
    best = max(same, key=lambda each: (each.name == source.name, each.at), default=None)
    return Legend() if best is None else legend_of(best.terms)


def origins_with(reading: Reading, header: Sequence[str]) -> list[Origin]:
    """Return the lists that came in with exactly these columns."""
    return [each for each in _origins(reading) if each.header == _header(header)]


def kept_origin(
    reading: Reading, known: Origin | None, order: Order, header: Sequence[str], legend: Legend, now: int
) -> Origin:
    """Return the list as it will be kept: a known one it corrects, the same one once more, or a new one."""
    kind = Kind.PARTICIPANTS.value
    if known is None:
        same = (each for each in _origins(reading) if (each.kind, each.name) == (kind, order.source.name))
        known = next((each for each in same if each.header == _header(header)), None)
    fresh = Origin(new_id(), kind, order.source.name, _header(header), legend.as_text(), now)
    if known is None:
        return fresh
    kept = replace(fresh, id=known.id, before=known)
    return kept if kept.changed else replace(known, before=known)


def same_source(
    reading: Reading, kind: Kind, name: str, header: Sequence[str], legend: Legend, now: int
) -> Origin:
    """Return the source of this kind and name as it will be kept: one that came before, or a new one."""
    fresh = Origin(new_id(), kind.value, name, _header(header), legend.as_text(), now)
    known = next((each for each in _origins(reading) if (each.kind, each.name) == (kind.value, name)), None)
    return fresh if known is None else replace(fresh, id=known.id, before=known)


def _origins(reading: Reading) -> list[Origin]:
    names = ("id", "kind", "name", "header", "terms", "at")
    return [Origin(**{name: row[name] for name in names}) for row in reading.origins()]


def _header(header: Sequence[str]) -> str:
    return json.dumps(list(header), ensure_ascii=False)
