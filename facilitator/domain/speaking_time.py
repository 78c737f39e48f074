"""The record of a panel's speaking time: each category in figures, how long each spoke, who went first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.domain.balance_sheet import Override, overridden
from facilitator.domain.floor import Floor
from facilitator.domain.hearing import Heard, Part, body_of, part_of
from facilitator.domain.intervention import Intervention
from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.summary import PanelSummary
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View

_EARLY_MS = 60 * MINUTE


@dataclass(frozen=True, slots=True)
class CategoryTime:
    """One category's part with its time; `bodies` are those that were in the room or spoke."""

    heard: Heard
    ms: int
    bodies_heard: int
    bodies: int


@dataclass(frozen=True, slots=True)
class Length:
    """How long one intervention from the floor was, and might be; neither tells of an accommodation."""

    category: CategoryKey
    ms: int
    limit_ms: int

    @property
    def over(self) -> bool:
        return self.ms > self.limit_ms


@dataclass(frozen=True, slots=True)
class SpeakingTime:
    """`called` counts those who were given the floor from the queue, whether in its order or not."""

    summary: PanelSummary
    rows: tuple[CategoryTime, ...]
    lengths: tuple[Length, ...]
    overrides: tuple[Override, ...]
    called: int

    @property
    def late(self) -> tuple[Category, ...]:
        """Return the categories in the room of which nobody spoke within the first hour."""
        until = self.summary.begins + _EARLY_MS
        early = {turn.category for turn in self.summary.turns if turn.begins < until}
        there = (row for row in self.summary.heard if row.present or row.turns)
        return tuple(row.category for row in there if row.category.key not in early)


def speaking_time(view: View, summary: PanelSummary, now: int) -> SpeakingTime:
    """Return the record of the panel in view at `now`; the `summary` is of the same panel and instant."""
    floor = view.floor
    if floor is None or view.panel is None:
        return SpeakingTime(summary, (), (), (), 0)
    return SpeakingTime(
        summary,
        tuple(_rows(view, floor, summary, now)),
        tuple(_lengths(floor, now)),
        tuple(overridden(view, view.panel, floor)),
        sum(i.request is not None for i in floor.interventions),
    )


def _rows(view: View, floor: Floor, summary: PanelSummary, now: int) -> Iterator[CategoryTime]:
    spoken = {CategoryKey(share.key): share.ms for share in view.balance(now)}
    there: dict[CategoryKey, set[str]] = {}
    heard: dict[CategoryKey, set[str]] = {}
    for person in view.people.values():
        if person.present:
            there.setdefault(person.category, set()).add(body_of(view, person))
    for intervention in floor.interventions:
        if intervention.counts:
            body = body_of(view, view.people[intervention.participant])
            heard.setdefault(intervention.category, set()).add(body)
    for row in summary.heard:
        key = row.category.key
        spoke = heard.get(key, set())
        yield CategoryTime(row, spoken.get(key, 0), len(spoke), len(spoke | there.get(key, set())))


def _lengths(floor: Floor, now: int) -> Iterator[Length]:
    for intervention in floor.interventions:
        if intervention.counts and part_of(intervention) is Part.FLOOR:
            yield Length(intervention.category, *_without_accommodation(intervention, now))


def _without_accommodation(intervention: Intervention, now: int) -> tuple[int, int]:
    clock = intervention.clock
    usual = max(0, clock.limit_ms - clock.extra_ms)
    spoken = clock.elapsed(now)
    return spoken - min(clock.extra_ms, max(0, spoken - usual)), usual
