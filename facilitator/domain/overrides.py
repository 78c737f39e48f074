"""The floor given to another than would have been next: recorded, so that a chair can say why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.refusals import NoOverride
from facilitator.domain.requests import Request, RequestId
from facilitator.domain.suggestion import Suggestion, ordinary


def noted(before: Floor, after: Floor, found: Suggestion | None) -> Floor:
    """What it means that the floor was given: who was passed over, and who would have been next.

    `before` is the floor as it was, `found` what was suggested then.
    """
    given = after.interventions[-1]
    called = next(r for r in before.waiting if r.id == given.request)
    if not ordinary(called):
        return after
    waiting = before.waiting
    for passed in waiting[: waiting.index(called)]:
        if ordinary(passed):
            after = replace(after, queue=after.queue.put(replace(passed, overtaken=passed.overtaken + 1)))
    due = _due(waiting[0], found)
    if called.id == due or (found is not None and called.id == found.request):
        return after
    return after.put(replace(given, suggested=due))


def _due(first: Request, found: Suggestion | None) -> RequestId:
    """Return who would be next: the first, unless the second was suggested before it."""
    return found.request if found is not None and found.passes == first.id else first.id


def overrides(floor: Floor) -> Iterator[Intervention]:
    """Yield the interventions for which another would have been next, in the order of their beginning."""
    yield from sorted((i for i in floor.interventions if i.suggested), key=lambda i: i.clock.began)


def explained(floor: Floor, motive: str, id_: InterventionId | None = None) -> Floor:
    """The moderator's reason for an override, the last one if none is named; raises NoOverride."""
    found = floor.intervention(id_) if id_ else next(reversed(tuple(overrides(floor))), None)
    if found is None or found.suggested is None:
        raise NoOverride
    return floor.put(replace(found, motive=motive))
