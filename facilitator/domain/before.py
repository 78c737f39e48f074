"""What came before: earlier recommendations with what was found of each, and what consultations concluded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NewType

from facilitator.domain.folding import folded

BeforeId = NewType("BeforeId", str)
_BULLET = re.compile(r"^(?:[-–—•·*▪●]|\(?[0-9٠-٩]{1,3}[.)]|\([a-z]{1,4}\))\s+")


class Finding(StrEnum):
    """What is recorded against an earlier recommendation."""

    PROGRESS = "progress"
    GAP = "gap"
    LESSON = "lesson"


class Follows(StrEnum):
    """How a recommendation stands to an earlier one."""

    FOLLOWS_UP = "follows_up"
    REPEATS = "repeats"
    SUPERSEDES = "supersedes"


@dataclass(frozen=True, slots=True)
class Assessed:
    """What was found of an earlier recommendation, in the panel of that number if in any."""

    kind: Finding
    text: str
    panel: int | None = None


@dataclass(frozen=True, slots=True)
class Used:
    """Where it went: into a recommendation, by its number, or a panel; `how` it is followed, if it is."""

    recommendation: str = ""
    panel: int | None = None
    how: Follows | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier recommendation, or a conclusion of the consultation that is its `source`.

    `by` is who recommended it, as its list says, and `themes` are codes.
    """

    id: BeforeId
    source: str
    number: int
    text: str
    conclusion: bool = False
    symbol: str = ""
    paragraph: str = ""
    found: tuple[Assessed, ...] = ()
    used: tuple[Used, ...] = ()
    detail: Mapping[str, str] = field(default_factory=dict)
    by: str = ""
    themes: tuple[str, ...] = ()

    @property
    def awaited(self) -> bool:
        """Whether nobody has said yet what became of it."""
        return not (self.used if self.conclusion else self.found)


class Column(StrEnum):
    """What the list is sorted by, in the order of its columns."""

    SOURCE = "source"
    PLACE = "place"
    TEXT = "text"
    BY = "by"
    FOUND = "found"
    USED = "used"


class Look(StrEnum):
    """What somebody wants to see of the list."""

    EARLIER = "earlier"
    CONCLUSIONS = "conclusions"
    AWAITED = "awaited"


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is looked for; nothing said lets everything through."""

    words: str = ""
    source: str | None = None
    look: Look | None = None

    def lets(self, row: Before, plain: str, words: Sequence[str]) -> bool:
        """Say whether a row passes; `plain` is all it says and `words` are the own ones, folded."""
        if self.source is not None and row.source != self.source:
            return False
        if self.look is Look.AWAITED and not row.awaited:
            return False
        if self.look in (Look.EARLIER, Look.CONCLUSIONS) and row.conclusion is (self.look is Look.EARLIER):
            return False
        return all(word in plain for word in words)


def plain(row: Before) -> str:
    """Return what a row is found by: its words, where it comes from and where it stands."""
    return folded(f"{row.text} {row.source} {row.symbol} {row.paragraph}")


def in_order(rows: Iterable[Before], by: Column, *, downward: bool = False) -> list[Before]:
    """Return the rows sorted; those that are alike stay in the order they came in."""
    return sorted(rows, key=_KEYS[by], reverse=downward)


def _place(row: Before) -> tuple[str, int, str, int]:
    digits = "".join(letter for letter in row.paragraph if letter.isdecimal())
    return row.symbol, int(digits[:9] or 0), row.paragraph, row.number


_KEYS: Mapping[Column, Callable[[Before], Any]] = {
    Column.SOURCE: lambda row: (row.conclusion, folded(row.source), row.number),
    Column.PLACE: _place,
    Column.TEXT: lambda row: folded(row.text),
    Column.BY: lambda row: (folded(row.by), row.themes),
    Column.FOUND: lambda row: len(row.found),
    Column.USED: lambda row: len(row.used),
}


def lines_of(text: str) -> tuple[str, ...]:
    """Return what stands on each line, without the bullet or the number before it; blank lines are none."""
    lines = (_BULLET.sub("", line.strip()).strip() for line in text.splitlines())
    return tuple(filter(None, lines))
