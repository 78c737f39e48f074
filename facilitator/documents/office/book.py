"""Tables as they are handed over: what each column holds is known, so that every format can say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from facilitator.documents.blocks import Bars, Sign
from facilitator.language.direction import bare, freed, held
from facilitator.language.speech import Language

Cell = str | int | float | bool | None


class Composed(str):
    """A text that the program composed; `typed` is the same with no isolates but those that people typed."""

    __slots__ = ("typed",)
    typed: str

    @classmethod
    def of(cls, make: Callable[[Callable[[str], str]], str]) -> Composed:
        """Return what `make` composes; it is given what everything that people typed must go through."""
        made = cls(make(str))
        made.typed = freed(bare(make(held)))
        return made


class Holds(StrEnum):
    """What stands in a column: lengths are milliseconds, instants UTC milliseconds, shares fractions."""

    TEXT = "text"
    WHOLE = "whole"
    SHARE = "share"
    POINTS = "points"
    LENGTH = "length"
    INSTANT = "instant"
    FLAG = "flag"

    @property
    def is_figure(self) -> bool:
        return self not in (Holds.TEXT, Holds.FLAG)


@dataclass(frozen=True, slots=True)
class Column:
    """`key` names the column to other programs and `label` to people; `width` counts characters.

    `choices` are the words that may stand in it; what is not `printed` has no room on paper. On paper what
    people `said` is set as text, what is `strong` stands out, and a word may have a sign before it. What is
    `composed` by the program holds others' texts in isolates.
    """

    key: str
    label: str
    holds: Holds = Holds.TEXT
    width: int = 14
    choices: tuple[str, ...] = ()
    printed: bool = True
    said: bool = False
    strong: bool = False
    composed: bool = False
    signs: tuple[tuple[str, Sign], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; one that is `grouped` is on paper a table for each value of its first column.

    Above the tables of some of these values stands a chart of `bars`. The `meanings` are those of the signs
    in its columns.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    grouped: bool = False
    bars: Mapping[Cell, Bars] = field(default_factory=dict)
    meanings: tuple[tuple[Sign, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A product as tables, the first of which is what it is about.

    `texts` of people stand in it that nobody put into its language, unless that is the workshop's; `older`
    ones were put into it before their originals were changed.
    """

    key: str
    title: str
    workshop: str
    sheets: tuple[Sheet, ...]
    notice: str = ""
    texts: int = 0
    older: int = 0


def worded(cell: Cell, column: Column, language: Language) -> str:
    """Return a cell as people read it."""
    if cell is None:
        return ""
    match column.holds:
        case Holds.FLAG:
            return language.say("yes") if cell else language.say("no")
        case Holds.TEXT:
            return str(cell)
        case _:
            return _figure(float(cell), column.holds, language)


def _figure(figure: float, holds: Holds, language: Language) -> str:
    match holds:
        case Holds.SHARE:
            return language.percent(figure, 1)
        case Holds.POINTS:
            return language.number(figure, 1)
        case Holds.LENGTH:
            return language.duration(round(figure), down=False)
        case Holds.INSTANT:
            return language.time_of_day(round(figure), seconds=True)
        case _:
            return language.number(figure)


def bare_rows(sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows without the isolates of the program, which others would draw as boxes.

    What people typed stays as they typed it.
    """
    composed = [place for place, column in enumerate(sheet.columns) if column.composed]
    for row in sheet.rows:
        cells = list(row)
        for place in composed:
            cell = cells[place]
            if isinstance(cell, str):
                cells[place] = cell.typed if isinstance(cell, Composed) else bare(cell)
        yield tuple(cells)


def without(sheet: Sheet, hidden: frozenset[str]) -> Sheet:
    """Return the table without the columns of these keys, and without what stood in them."""
    kept = [place for place, column in enumerate(sheet.columns) if column.key not in hidden]
    rows = tuple(tuple(row[place] for place in kept) for row in sheet.rows)
    return replace(sheet, columns=tuple(sheet.columns[place] for place in kept), rows=rows)
