"""How far a document in the making is, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from facilitator.documents.flow import Item

Progress = Callable[[int, int], None]
"""Is told the page that is reached, and of how many; 0 while nobody knows that."""


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
