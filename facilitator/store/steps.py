"""Long work in steps: between two of them a window is painted, and whoever wants it stopped is heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
Pause = Callable[[], object]
AT_ONCE = 250
"""So many rows are done in one step: it takes no longer than a frame may wait."""


def no_pause() -> None:
    """Nobody waits for anything between two steps."""


def in_steps(rows: Sequence[T], pause: Pause) -> Iterator[Sequence[T]]:
    """Yield so many rows at a time, with a pause before each step."""
    for first in range(0, len(rows), AT_ONCE):
        pause()
        yield rows[first : first + AT_ONCE]
