"""Rows of a list: a label in the margin stands beside as many of them as it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitator.documents.flow import Item, Row


def hung(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items: rows that a label still stands beside keep together, and the last leaves it room."""
    waiting: Row | None = None
    over = 0.0
    for item in items:
        if waiting is not None:
            goes_on = isinstance(item, Row) and item.listed and not item.beside
            yield replace(waiting, keeps_next=True) if goes_on else _with_white(waiting, over)
            waiting = None
        if isinstance(item, Row) and item.listed:
            over = item.beside_height if item.beside else over - item.space
            over -= item.height
            if over > 0:
                waiting = item
                continue
        yield item
    if waiting is not None:
        yield _with_white(waiting, over)


def _with_white(row: Row, below: float) -> Row:
    return replace(row, text=replace(row.text, below=row.text.below + below))
