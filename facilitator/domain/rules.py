"""The rules of the floor that a workshop or a panel may set for itself; each has a usual value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import UnionType
from typing import Any, NewType, get_args, get_origin, get_type_hints

from facilitator.domain.refusals import BadRule
from facilitator.domain.timing import GRACE_MS, MINUTE, SECOND

Dimension = NewType("Dimension", str)
RuleKey = NewType("RuleKey", str)
DIMENSIONS = ("category", "region", "gender", "language", "delegation")
"""What the balance can be looked at by."""
CODED = "short_code:"
"""Begins what a short code of the workshop is kept under, beside its rules."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Names ending in `_ms` are milliseconds, parts are fractions; None means that there is no such rule.

    `points_of_order` are the ranked categories of points of order, the first heard first. Whoever has not
    spoken in the panel is new where `first_timers_first`. Into the next `protected` places nobody comes from
    behind, except on a point of order or with what belongs to the one who speaks. `equal_part` of
    the planned time is divided equally among the groups of a dimension, the rest by who is in the room
    (where a category has a target share that stands instead). `hidden` are dimensions that are never shown.
    Where `two_step`, the key that gives the floor first ends who speaks, and at the next press gives it.
    Under `chatham_house` no document tells who said what, nor who was there. Where `consent_needed`, of what
    somebody said no document tells the name or the body without their having agreed. Of what the `counted`
    categories said only a quantity is told; of the `exposed` ones no list tells that they were there, either.
    """

    several: bool = False
    once: bool = False
    only_present: bool = True
    most_waiting: int | None = None
    points_when_closed: bool = True
    points_of_order: tuple[str, ...] = ()
    list_closes_after_ms: int | None = None
    protected: int = 0
    first_timers_first: bool = False
    overtakes_at_most: int = 2
    equal_part: float = 0.5
    dimensions: tuple[str, ...] = ("category", "region", "gender", "language")
    hidden: tuple[str, ...] = ()
    changeover_ms: int = 15 * SECOND
    grace_ms: int = GRACE_MS
    reserve_ms: int = 0
    least_allotment_ms: int = MINUTE
    batch: int = 0
    two_step: bool = False
    chatham_house: bool = False
    consent_needed: bool = True
    counted: tuple[str, ...] = ()
    exposed: tuple[str, ...] = ()


KEYS = tuple(field.name for field in fields(Rules))


def rules_from(*settings: Mapping[str, Any]) -> Rules:
    """Return the rules with these settings, later ones before earlier; unknown keys are passed over.

    Raises BadRule for a value of the wrong kind.
    """
    said = {key: value for setting in settings for key, value in setting.items() if key in KEYS}
    said["hidden"] = tuple({name: None for setting in settings for name in setting.get("hidden", ())})
    return Rules(**{key: checked(key, value) for key, value in said.items()})


def checked(key: str, value: object) -> Any:  # noqa: ANN401 - of the rule's own type
    """Return a rule's value as it is kept; raises BadRule if there is no such rule or it cannot be that."""
    if key not in KEYS:
        raise BadRule(rule=key)
    wanted = get_type_hints(Rules)[key]
    if get_origin(wanted) is UnionType:
        if value is None:
            return None
        wanted = get_args(wanted)[0]
    if get_origin(wanted) is tuple:
        return _names(key, value)
    if isinstance(value, bool) is not (wanted is bool) or not isinstance(value, (int, wanted)):
        raise BadRule(rule=key)
    if not value >= 0 or (wanted is float and value > 1):  # NaN is not at least 0 either
        raise BadRule(rule=key)
    return wanted(value)


def _names(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise BadRule(rule=key)
    if key in ("dimensions", "hidden") and not set(value) <= set(DIMENSIONS):
        raise BadRule(rule=key)
    return tuple(value)
