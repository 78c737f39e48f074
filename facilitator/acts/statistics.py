"""Who spoke for how long, by any grouping of the participants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from facilitator.acts.desk import Desk
from facilitator.acts.panels import find_panel
from facilitator.acts.roster import UNKNOWN_CATEGORY
from facilitator.domain.balance import Share, shares, without_chair
from facilitator.domain.intervention import Intervention
from facilitator.domain.people import Category, Participant
from facilitator.domain.tally import Tally
from facilitator.domain.timing import SECOND
from facilitator.language.groups import group_name
from facilitator.language.speech import Language, language_for

_NOTHING_KNOWN = ""


class Grouping(StrEnum):
    """What people and their speaking time are counted by."""

    CATEGORY = "category"
    REGION = "region"
    GENDER = "gender"
    DELEGATION = "delegation"
    LANGUAGE = "language"


def statistics(desk: Desk, *, by: Grouping, panel: int | None, chair: bool = True) -> dict[str, Any]:
    """Return the figures of a panel, or of all, by group, as `stats --json` promises them.

    `participants` are those of the workshop, whether they spoke or not; so every category has a row, and
    every group that has people. Those of whom the group is not known come last, under the key "".
    Raises UnknownReference if there is no such panel.
    """
    spoken, now = _interventions(desk, panel), desk.now()
    said = spoken if chair else without_chair(spoken)
    people, categories = desk.reading.people(), _stated(desk.reading.categories())
    groups = Counter(_group(who, by) for who in people.values())
    found = shares(_spoken(said, _grouping(by, people), now), _keys(by, groups, categories))
    name = _names(by, categories, _language(desk))
    rows = [_row(share, name(share.key), groups[share.key]) for share in _in_order(found, by, name)]
    return {"by": by.value, "panel": panel, "rows": rows, "total": _total(said, len(people), now)}


def _spoken(
    said: Sequence[Intervention], group: Callable[[Intervention], str], now: int
) -> Mapping[str, Tally]:
    """Return the time each group spoke: all of it, whether it is charged to the group or not."""
    found: dict[str, Tally] = {}
    for intervention in said:
        key = group(intervention)
        spoken = Tally(intervention.clock.elapsed(now), 1, frozenset({intervention.participant}))
        found[key] = found.get(key, Tally()) + spoken
    return found


def _interventions(desk: Desk, panel: int | None) -> tuple[Intervention, ...]:
    panels = desk.reading.panels() if panel is None else (find_panel(desk.reading, panel),)
    return tuple(i for each in panels for i in desk.reading.floor(each.id).interventions)


def _stated(categories: Sequence[Category]) -> tuple[Category, ...]:
    return tuple(category for category in categories if category.key != UNKNOWN_CATEGORY)


def _group(who: Participant, by: Grouping) -> str:
    return _known(who.category) if by is Grouping.CATEGORY else str(getattr(who, by.value))


def _known(category: str) -> str:
    return _NOTHING_KNOWN if category == UNKNOWN_CATEGORY else category


def _grouping(by: Grouping, people: Mapping[Any, Participant]) -> Callable[[Intervention], str]:
    """Return how an intervention is counted: by the category it was made in, else by its speaker."""
    if by is Grouping.CATEGORY:
        return lambda intervention: _known(intervention.category)
    return lambda intervention: _group(people[intervention.participant], by)


def _keys(by: Grouping, groups: Mapping[str, int], categories: Sequence[Category]) -> dict[str, float | None]:
    """Return the groups that have a row in any case, with their targets."""
    if by != "category":
        return dict.fromkeys(groups)
    targets = {str(c.key): c.target_share for c in categories}
    rest = {key: None for key in groups if key not in targets}
    return {**targets, **rest}


def _names(by: Grouping, categories: Sequence[Category], language: Language) -> Callable[[str], str]:
    labels = {str(c.key): c.label for c in categories} if by is Grouping.CATEGORY else {}
    if by is Grouping.DELEGATION:
        return lambda key: key or group_name(key, language)
    return lambda key: labels.get(key) or group_name(key, language)


def _in_order(found: Sequence[Share], by: Grouping, name: Callable[[str], str]) -> list[Share]:
    """Return categories as the workshop orders them, other groups by time and name; the unknown last."""
    if by is Grouping.CATEGORY:
        return sorted(found, key=lambda s: s.key == _NOTHING_KNOWN)
    return sorted(found, key=lambda s: (s.key == _NOTHING_KNOWN, -s.ms, name(s.key)))


def _row(share: Share, label: str, participants: int) -> dict[str, Any]:
    return {
        "key": share.key,
        "label": label,
        "participants": participants,
        "interventions": share.turns,
        "seconds": share.ms / SECOND,
        "share": share.share,
        "target_share": share.target_share,
    }


def _total(said: Sequence[Intervention], participants: int, now: int) -> dict[str, Any]:
    lengths = [i.clock.elapsed(now) for i in said]
    return {
        "participants": participants,
        "interventions": len(said),
        "seconds": sum(lengths) / SECOND,
        "overruns": sum(i.clock.remaining(now) < 0 for i in said),
        "longest_s": max(lengths, default=0) / SECOND,
    }


def _language(desk: Desk) -> Language:
    workshop = desk.reading.workshop()
    return language_for(workshop.language, workshop.zone)
