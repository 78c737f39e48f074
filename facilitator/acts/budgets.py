"""The groups' budgets of time: set, added to, given back, carried from another panel."""

from __future__ import annotations

from facilitator.acts.panels import find_panel, panel_or_sitting, sitting
from facilitator.acts.registry import Seconds, Work, act, ms
from facilitator.acts.time import known_category
from facilitator.domain import budgets
from facilitator.domain.people import CategoryKey
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import (
    BadTime,
    GroupHasFloor,
    NoBudget,
    NoOverdraft,
    NoPanelOpen,
    UnknownReference,
)


@act("floor", NoPanelOpen, BadTime, UnknownReference)
def set_budget(
    work: Work, category: CategoryKey, seconds: Seconds | None = None, panel: PanelId | int | None = None
) -> None:
    """The group has exactly so much left from now on, whatever it has spent; null: no budget any more."""
    group = known_category(work, category)
    floor = panel_or_sitting(work, panel)
    work.keep(budgets.granted(floor, category, None if seconds is None else ms(seconds), work.now))
    work.subject = group.label


@act("floor", NoPanelOpen, NoBudget, UnknownReference)
def add_to_budget(
    work: Work, category: CategoryKey, seconds: Seconds, panel: PanelId | int | None = None
) -> None:
    """The group has so much more, or less if `seconds` is below zero."""
    group = known_category(work, category)
    work.keep(budgets.added(panel_or_sitting(work, panel), category, ms(seconds)))
    work.subject = group.label


@act("floor", NoPanelOpen, NoOverdraft, GroupHasFloor)
def give_back_overdraft(work: Work) -> None:
    """The most overdrawn group is at zero, and every other one has as much more."""
    work.keep(budgets.overdraft_given_back(sitting(work), work.now))


@act("floor", NoPanelOpen, NoBudget, UnknownReference)
def carry_budgets(work: Work, panel: PanelId | int) -> None:
    """What each group has left in another panel, or owes there, is added to what it has in this one."""
    here, there = sitting(work), find_panel(work.reading, panel)
    if there.id == here.panel:
        raise NoBudget
    work.keep(budgets.carried(here, work.floor(there.id), work.now))
    work.subject = there.title
