"""What can be handed over: the products, their kinds of file, and how much of a speaker they may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.domain.attribution import Level
from facilitator.domain.running_record import LEVELS

_WITH_NAMES = (Level.NAME,)
"""What is for the desk at the door, and makes no sense without names."""
_TABLES = (".pdf", ".docx", ".xlsx", ".csv", ".json")


@dataclass(frozen=True, slots=True)
class Product:
    """The endings of its files; the level of attribution unless another is asked for, and all it can have."""

    formats: tuple[str, ...]
    level: Level = Level.BODY
    levels: tuple[Level, ...] = tuple(Level)
    one_panel: bool = False
    """It is always of one panel."""
    of_all: bool = False
    """It is of all panels, unless one is chosen for it."""

    def ending_of(self, name: str) -> str | None:
        """Return the longest of the endings that a file's name has, if any."""
        found = [ending for ending in self.formats if name.lower().endswith(ending)]
        return max(found, key=len, default=None)


PRODUCTS: Mapping[str, Product] = {
    "panel-summary": Product((".pdf", ".docx"), one_panel=True),
    "report": Product((".pdf", ".docx", ".json"), Level.QUANTITY),
    "record": Product((*_TABLES, ".jsonld", ".qdpx"), Level.NAME, LEVELS),
    "follow-up": Product(_TABLES, Level.BODY, LEVELS),
    "ledger": Product((*_TABLES, ".uhri.json")),
    "ledger-fields": Product((".xlsx", ".json"), Level.NAME, _WITH_NAMES),
    "earlier": Product((".xlsx", ".json"), Level.NAME, _WITH_NAMES),
    "balance": Product(_TABLES),
    "speaking-time": Product((".pdf",), one_panel=True),
    "participants": Product(_TABLES, Level.NAME, of_all=True),
    "codebook": Product(_TABLES, Level.BODY, LEVELS),
    "programme": Product(_TABLES, Level.NAME, _WITH_NAMES, of_all=True),
    "speakers": Product(_TABLES, Level.NAME, _WITH_NAMES),
    "badges": Product((".pdf",), Level.NAME, _WITH_NAMES, of_all=True),
    "name-plates": Product((".pdf",), Level.NAME, _WITH_NAMES, of_all=True),
}
