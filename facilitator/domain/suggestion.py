"""Who might be moved up so that everybody is heard, why, and what it costs whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitator.domain.balance import Share, planned_and_spoken
from facilitator.domain.floor import Floor
from facilitator.domain.ordering import answered_until
from facilitator.domain.people import Category
from facilitator.domain.programme import PanelState
from facilitator.domain.refusals import NotSuggested
from facilitator.domain.requests import Request, RequestId
from facilitator.domain.rules import Rules
from facilitator.domain.tally import CATEGORY, People, group_of
from facilitator.domain.timing import SECOND

LEAST_MS = 30 * SECOND
"""A difference smaller than this is none."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A group the speaker belongs to is `below_ms` under what is planned for it of the time so far."""

    dimension: str
    group: str
    below_ms: int
    present: int
    turns: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`request` might change places with `passes`, which waits right before it; `place` counts from 1.

    `passed` is how often the other will have been overtaken then, of `overtakes_at_most`, `overtaken` how
    often the one suggested has been. The reasons come
    the weightiest first.
    """

    request: RequestId
    place: int
    passes: RequestId
    passed: int
    overtakes_at_most: int
    asked_at: int
    overtaken: int
    reasons: tuple[Reason, ...]


def suggestion(floor: Floor, categories: Sequence[Category], people: People, now: int) -> Suggestion | None:
    """Return whom the balance would have heard earlier, or None if the order is fair as it stands.

    It is the one whose groups are furthest below their planned shares, over all dimensions the rules name,
    of those that miss more than whoever waits right before them. What a category has had beyond its share
    counts against it; nobody is held back for a region, gender or language that has been heard much.

    Three things bound what following it can do.
    Whoever has been overtaken `overtakes_at_most` times (k) is not passed any more, nor are a point of order,
    a question or a reply; so a request with p others before it is heard after p + k turns at the latest. Only
    the first of its category is ever moved, so that a category keeps the order in which it asked. And one
    request changes places with one other at a time, never into a protected place.
    """
    waiting = floor.waiting
    if floor.state is not PanelState.OPEN or len(waiting) == 1:
        return None
    needs = _Needs(floor, categories, people, now)
    best: int | None = None
    most = 0
    for place in _movable(floor, waiting, people):
        need = needs.of(waiting[place])
        more_than_before = need >= needs.of(waiting[place - 1]) + LEAST_MS
        if more_than_before and need > most and needs.reasons(waiting[place]):
            best, most = place, need
    return None if best is None else _suggested(floor, waiting, best, needs)


def taken(floor: Floor, id_: RequestId, found: Suggestion | None) -> Floor:
    """Who is suggested has changed places with the one before; raises NotSuggested for any other."""
    if found is None or found.request != id_:
        raise NotSuggested
    passed = replace(floor.queue.request(found.passes), overtaken=found.passed)
    behind = answered_until(id_, floor.waiting)  # the replies to it stay right under it
    after = None if behind is None or behind == len(floor.waiting) else floor.waiting[behind].id
    return replace(floor, queue=floor.queue.put(passed).move(passed.id, after))


def ordinary(request: Request) -> bool:
    """Say whether the request has its place by the time it was made, and not by its kind."""
    return not request.kind.procedural and request.answers is None


def passable(request: Request, rules: Rules) -> bool:
    """Say whether any of those behind it may be moved up."""
    return ordinary(request) and request.overtaken < rules.overtakes_at_most


def _movable(floor: Floor, waiting: Sequence[Request], people: People) -> Iterator[int]:
    """Yield the place, from 1, of the first of each category, up to the first request not to be passed."""
    met: set[str] = set()
    for place, request in enumerate(waiting):
        if not ordinary(request):
            return
        group = group_of(request, people, CATEGORY)
        if group not in met:
            met.add(group)
            if place > floor.rules.protected:
                yield place
        if not passable(request, floor.rules):
            return


def _suggested(floor: Floor, waiting: Sequence[Request], place: int, needs: _Needs) -> Suggestion:
    request, passes = waiting[place], waiting[place - 1]
    return Suggestion(
        request.id,
        place + 1,
        passes.id,
        passes.overtaken + 1,
        floor.rules.overtakes_at_most,
        request.asked_at,
        request.overtaken,
        needs.reasons(request),
    )


class _Needs:
    """How far the groups of whoever waits are below what is planned for them."""

    def __init__(self, floor: Floor, categories: Sequence[Category], people: People, now: int) -> None:
        self._people = people
        rules = floor.rules
        self._missing = {
            dimension: _missing(planned_and_spoken((floor,), categories, people, now, by=dimension))
            for dimension in rules.dimensions
            if dimension not in rules.hidden
        }

    def of(self, request: Request) -> int:
        """Return the milliseconds missing to its groups in all; below zero if its category has had more."""
        return sum(
            below if dimension == CATEGORY else max(0, below) for dimension, _, below in self._each(request)
        )

    def reasons(self, request: Request) -> tuple[Reason, ...]:
        found = [
            Reason(dimension, share.key, below, share.present, share.turns)
            for dimension, share, below in self._each(request)
            if below >= LEAST_MS
        ]
        return tuple(sorted(found, key=lambda reason: -reason.below_ms))

    def _each(self, request: Request) -> Iterator[tuple[str, Share, int]]:
        for dimension, missing in self._missing.items():
            found = missing.get(group_of(request, self._people, dimension))
            if found is not None:
                yield dimension, *found


def _missing(shares: Sequence[Share]) -> Mapping[str, tuple[Share, int]]:
    """Return by group what is missing of its planned part, for groups of which one is planned."""
    total = sum(share.ms for share in shares)
    return {
        share.key: (share, round(share.planned_share * total) - share.ms)
        for share in shares
        if share.planned_share is not None
    }
