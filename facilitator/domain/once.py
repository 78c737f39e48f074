"""Sums over thousands of values that are made once, as long as these are the very same values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from operator import is_not
from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """Stands for a value in a cache: told apart by being the very same object, nobody compares thousands."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


def difference(old: Sequence[T], new: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    """Return what `new` has no more and what it has instead, told apart by being the very same objects."""
    both = min(len(old), len(new))
    changed = list(compress(range(both), map(is_not, old, new)))
    return [*(old[n] for n in changed), *old[both:]], [*(new[n] for n in changed), *new[both:]]
