"""The ledger narrowed to what somebody looks for, put in an order, and grouped by whom it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from facilitator.domain.folding import folded
from facilitator.domain.ledger import Recommended
from facilitator.domain.programme import PanelId
from facilitator.domain.recommendation import Sensitivity, Status

NOBODY = ""
"""The group of what is addressed to nobody yet."""


class Flag(StrEnum):
    """What somebody should look at."""

    ONE_VOICE = "one_voice"
    ONE_CATEGORY = "one_category"
    ONE_REGION = "one_region"
    NO_SOURCE = "no_source"
    NO_ADDRESSEE = "no_addressee"
    SENSITIVE = "sensitive"


class Column(StrEnum):
    """What the ledger is sorted by, in the order of its columns."""

    NUMBER = "number"
    TEXT = "text"
    ADDRESSEES = "addressees"
    THEMES = "themes"
    STATUS = "status"
    VOICES = "voices"


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is looked for; nothing said lets everything through that still stands."""

    words: str = ""
    panel: PanelId | None = None
    status: Status | None = None
    addressee: str | None = None
    flag: Flag | None = None
    gone: bool = False
    meaning: Callable[[str], str] = folded
    """What two have in common that are one addressee in other words."""

    def lets(self, row: Recommended, plain: str, words: Sequence[str]) -> bool:
        """Say whether a recommendation passes; `plain` is its text and `words` are the own ones, folded."""
        held = row.held
        if held is None or (self.panel is not None and row.panel.id != self.panel):
            return False
        if self.status is None and not (self.gone or held.status.stands):
            return False
        if self.status is not None and held.status is not self.status:
            return False
        if self.addressee is not None and not self._asks(row, self.addressee):
            return False
        if self.flag is not None and self.flag not in flags(row):
            return False
        return all(word in plain for word in words)

    def _asks(self, row: Recommended, addressee: str) -> bool:
        return self.meaning(addressee) in map(self.meaning, row.addressees or (NOBODY,))


def flags(row: Recommended) -> tuple[Flag, ...]:
    """Return what should be looked at in a recommendation, the gravest first."""
    held = row.held
    sensitive = held is not None and (held.sensitivity is not Sensitivity.NONE or held.attribution == "A5")
    found = {
        Flag.SENSITIVE: sensitive,
        Flag.NO_SOURCE: row.voices == 0,
        Flag.ONE_VOICE: row.voices == 1,
        Flag.ONE_CATEGORY: row.voices > 1 and row.one_category,
        Flag.ONE_REGION: row.voices > 1 and row.one_region,
        Flag.NO_ADDRESSEE: not row.addressees,
    }
    return tuple(flag for flag, there in found.items() if there)


def in_order(
    rows: Iterable[tuple[Recommended, str]], by: Column, *, downward: bool = False
) -> list[Recommended]:
    """Return the recommendations sorted, each given with its text folded; like ones stay as they came."""
    if by is Column.TEXT:
        told = sorted(rows, key=lambda row: row[1].removeprefix("["), reverse=downward)
        return [row for row, _ in told]
    found = [row for row, _ in rows]
    if by is Column.NUMBER:
        return found[::-1] if downward else found
    return sorted(found, key=_KEYS[by], reverse=downward)


def grouped(
    rows: Sequence[Recommended], meaning: Callable[[str], str] = folded
) -> Mapping[str, Sequence[Recommended]]:
    """Return for each addressee what is asked of it; what is asked of two stands under both.

    Those of one meaning are one, called as the first is.
    """
    names: dict[str, str] = {}
    found: dict[str, list[Recommended]] = {}
    for row in rows:
        asked = row.addressees or (NOBODY,)
        for name in dict.fromkeys(names.setdefault(meaning(each), each) for each in asked):
            found.setdefault(name, []).append(row)
    return dict(sorted(found.items(), key=lambda group: (group[0] == NOBODY, -len(group[1]), group[0])))


_PLACES = {status: place for place, status in enumerate(Status)}
_KEYS: Mapping[Column, Callable[[Recommended], Any]] = {
    Column.ADDRESSEES: lambda row: row.addressees or ("\uffff",),
    Column.THEMES: lambda row: (row.held.themes if row.held else ()) or ("\uffff",),
    Column.STATUS: lambda row: _PLACES[row.held.status] if row.held else 0,
    Column.VOICES: lambda row: (row.voices, row.notes),
}
