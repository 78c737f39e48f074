"""What can be handed over: the products, their kinds of file, and how much of a speaker they may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.domain.attribution import Level
from facilitator.domain.running_record import LEVELS

_TABLES = (".pdf", ".docx", ".xlsx", ".csv", ".json")


@dataclass(frozen=True, slots=True)
class Product:
    """The endings of its files; the level of attribution unless another is asked for, and all it can have."""

    formats: tuple[str, ...]
    level: Level = Level.BODY
    levels: tuple[Level, ...] = tuple(Level)


PRODUCTS: Mapping[str, Product] = {
    "panel-summary": Product((".pdf", ".docx")),
    "report": Product((".pdf", ".docx", ".json"), Level.QUANTITY),
    "record": Product(_TABLES, Level.NAME, LEVELS),
    "ledger": Product(_TABLES),
    "balance": Product(_TABLES),
    "participants": Product(_TABLES, Level.NAME),
}
