"""How far a document in the making is, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from facilitator.documents.flow import Item

Progress = Callable[[int, int], None]
"""Is told the page that is reached, of a table the row, and of how many; 0 while nobody knows that."""

_ROWS_AT_ONCE = 500
Row = TypeVar("Row")


def unheeded(page: int, of: int) -> None:
    """Nobody wants to know how far it is."""


def counted(items: Iterable[Item], room: float, progress: Progress) -> Iterator[Item]:
    """Yield the items, and tell about which page, `room` points high, the last of them stands on."""
    height, told = 0.0, 0
    for item in items:
        height += item.space + item.height
        if height > told * room:
            told = int(height / room) + 1
            progress(told, 0)
        yield item


class Rows:
    """The rows of some tables, `of` them altogether: each five hundredth is told, and the last."""

    def __init__(self, of: int, progress: Progress) -> None:
        self._done, self._of, self._progress = 0, of, progress

    def counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows of one table, and tell of them as they are done."""
        for row in rows:
            yield row
            self._done += 1
            if self._done % _ROWS_AT_ONCE == 0 or self._done == self._of:
                self._progress(self._done, self._of)
