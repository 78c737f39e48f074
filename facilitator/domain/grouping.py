"""Bodies within bodies: a name tells what it is a part of, the largest first, with “ / ” between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from facilitator.domain.people import Category, CategoryKey, Participant

BETWEEN = " / "
Levels = tuple[str, ...]


@lru_cache(maxsize=65_536)
def levels(name: str) -> Levels:
    """Return what a name names and what that is a part of, the largest first."""
    return tuple(filter(None, map(str.strip, name.split(BETWEEN)))) or (name,)


@dataclass(frozen=True, slots=True)
class Group:
    """People of some categories and of a body with all its parts; without either everybody.

    `within` are the levels of the categories' names: it tells two headings over the same categories apart.
    """

    categories: frozenset[CategoryKey] = frozenset()
    body: Levels = ()
    within: Levels = ()

    def holds(self, who: Participant) -> bool:
        if self.categories and who.category not in self.categories:
            return False
        return not self.body or levels(who.delegation)[: len(self.body)] == self.body


EVERYBODY = Group()


def headings(categories: Iterable[Category]) -> list[Group]:
    """Return a group for each level of the categories' names, every one after what it is a part of."""
    below: dict[Levels, set[CategoryKey]] = {}
    for category in categories:
        told = levels(category.label)
        for depth in range(1, len(told) + 1):
            below.setdefault(told[:depth], set()).add(category.key)
    return [Group(frozenset(keys), within=told) for told, keys in below.items()]
