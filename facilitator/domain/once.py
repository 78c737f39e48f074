"""Sums over thousands of values that are made once, as long as these are the very same values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import Any, Generic, TypeVar

T = TypeVar("T")
_STRETCH = 256  # so many are compared at once, and looked at one by one only if they differ


class Same(Generic[T]):
    """Stands for a value in a cache: told apart by being the very same object, nobody compares thousands."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


def difference(old: tuple[T, ...], new: tuple[T, ...]) -> tuple[tuple[T, ...], tuple[T, ...]]:
    """Return what `new` has no more and what it has instead."""
    return _difference(Same(old), Same(new))


@lru_cache(maxsize=8)
def _difference(
    before: Same[tuple[T, ...]], after: Same[tuple[T, ...]]
) -> tuple[tuple[T, ...], tuple[T, ...]]:
    old, new = before.value, after.value
    both = min(len(old), len(new))
    gone: list[T] = []
    come: list[T] = []
    for first in range(0, both, _STRETCH):
        stretch = slice(first, min(first + _STRETCH, both))
        those, these = old[stretch], new[stretch]
        if those != these:
            pairs = [(a, b) for a, b in zip(those, these, strict=True) if a is not b]
            gone += [a for a, _ in pairs]
            come += [b for _, b in pairs]
    return (*gone, *old[both:]), (*come, *new[both:])


def counted(panel: str, key: Callable[[T], Hashable], values: tuple[T, ...]) -> Mapping[Any, int]:
    """Return how often each key is met among what a panel has thousands of; None counts for nothing.

    Each key is for one kind of values: what is followed from look to look is kept by panel and key.
    """
    return _counter(panel, key).look(values)


class _Counts(Generic[T]):
    """What changed since the last look is added or taken off, not all counted again."""

    def __init__(self, key: Callable[[T], Hashable]) -> None:
        self._key = key
        self._of: tuple[T, ...] = ()
        self._found: Counter[Hashable] = Counter()

    def look(self, values: tuple[T, ...]) -> Mapping[Any, int]:
        if values is not self._of:
            gone, come = difference(self._of, values)
            found = Counter(self._found)
            found.subtract(map(self._key, gone))
            found.update(map(self._key, come))
            found[None] = 0
            self._of, self._found = values, +found
        return self._found


@lru_cache(maxsize=128)
def _counter(panel: str, key: Callable[[T], Hashable]) -> _Counts[T]:  # noqa: ARG001 - each panel its own
    return _Counts(key)
