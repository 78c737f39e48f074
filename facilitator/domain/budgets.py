"""The groups' budgets: granted, spent by speaking, overdrawn and given back, carried to another panel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from facilitator.domain.budget import Budget
from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.once import Same
from facilitator.domain.people import CategoryKey
from facilitator.domain.refusals import BadTime, GroupHasFloor, NoBudget, NoOverdraft


def charged_ms(floor: Floor, category: CategoryKey, now: int) -> int:
    """Return what a group has been charged in the panel until `now`, its speaker under way included."""
    return charges(floor, now)[category]


def charges(floor: Floor, now: int) -> Mapping[CategoryKey, int]:
    """Return what each group has been charged in the panel until `now`, nothing for any other group."""
    total = Counter(_settled(Same(floor.interventions)))
    for intervention in floor.under_way:
        total[intervention.category] += intervention.charged_ms(now)
    return total


@lru_cache(maxsize=4)
def _settled(known: Same[tuple[Intervention, ...]]) -> Mapping[CategoryKey, int]:
    """Return what those were charged that have ended: no beat of the clock changes it."""
    total: Counter[CategoryKey] = Counter()
    for intervention in known.value:
        if not intervention.under_way:
            total[intervention.category] += intervention.charged_ms(0)
    return total


def left_ms(floor: Floor, now: int) -> Mapping[CategoryKey, int]:
    """Return what each group with a budget has left; an overdraft is below zero."""
    if not floor.budgets:
        return {}
    charged = charges(floor, now)
    return {category: budget.left(charged[category]) for category, budget in floor.budgets.items()}


def granted(floor: Floor, category: CategoryKey, ms: int | None, now: int) -> Floor:
    """The group has exactly `ms` left at `now`, whatever it has spent; None: it has no budget any more."""
    if ms is None:
        return replace(floor, budgets={key: b for key, b in floor.budgets.items() if key != category})
    if ms < 0:
        raise BadTime(field="seconds")
    budget = Budget(ms, charged_ms(floor, category, now))
    return replace(floor, budgets={**floor.budgets, category: budget})


def added(floor: Floor, category: CategoryKey, ms: int) -> Floor:
    """The group has more, or less if `ms` is below zero."""
    if category not in floor.budgets:
        raise NoBudget
    budget = floor.budgets[category]
    return replace(floor, budgets={**floor.budgets, category: _more(budget, ms)})


def overdraft_given_back(floor: Floor, now: int) -> Floor:
    """The most overdrawn group is at zero, and every other one has as much more: none is better off.

    Refused while somebody of that group has the floor, running or paused, or if no group is overdrawn.
    """
    left = left_ms(floor, now)
    worst = min(left, key=lambda category: left[category], default=None)
    if worst is None or left[worst] >= 0:
        raise NoOverdraft
    if any(i.category == worst and i.counts for i in floor.under_way):
        raise GroupHasFloor
    return replace(floor, budgets={key: _more(b, -left[worst]) for key, b in floor.budgets.items()})


def carried(floor: Floor, other: Floor, now: int) -> Floor:
    """What each group has left in another panel, or owes there, is added to what it has here."""
    if not other.budgets:
        raise NoBudget
    budgets = dict(floor.budgets)
    for category, ms in left_ms(other, now).items():
        here = budgets.get(category) or Budget(0, charged_ms(floor, category, now))
        budgets[category] = _more(here, ms)
    return replace(floor, budgets=budgets)


def _more(budget: Budget, ms: int) -> Budget:
    return replace(budget, granted_ms=budget.granted_ms + ms)
