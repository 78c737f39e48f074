"""The balance sheet: what was planned against what was, who was heard, and what the moderator decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from facilitator.domain.balance import Share, balance, without_chair
from facilitator.domain.floor import Floor
from facilitator.domain.hearing import PhaseSpan
from facilitator.domain.people import Participant
from facilitator.domain.programme import Panel, PanelId, PanelState, Phase
from facilitator.domain.requests import Request, RequestState
from facilitator.domain.rules import DIMENSIONS
from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class Sitting:
    """A panel, planned against held; instants in UTC milliseconds, `waits_ms` the median of all waits."""

    panel: Panel
    state: PanelState
    opened: int | None
    closed: int | None
    interventions: int
    speaking_ms: int
    overruns: int
    overrun_ms: int
    waited_ms: int | None
    overtakes: int
    overrides: int
    unheard: int


@dataclass(frozen=True, slots=True)
class PhaseTime:
    """`planned_ms` is None for a phase that was not in the plan."""

    panel: Panel
    phase: Phase
    planned_ms: int | None
    held_ms: int


@dataclass(frozen=True, slots=True)
class GroupShare:
    """A group's part by one dimension, in one panel or, if that is None, in all of them."""

    panel: Panel | None
    dimension: str
    share: Share


@dataclass(frozen=True, slots=True)
class Override:
    """The floor was given to another than the suggestion named; `motive` is the key of the reason, or ""."""

    panel: Panel
    at: int
    given: Participant
    suggested: Participant | None
    motive: str


@dataclass(frozen=True, slots=True)
class Unheard:
    """Somebody who asked for the floor and waited when the panel ended."""

    panel: Panel
    who: Participant
    request: Request


@dataclass(frozen=True, slots=True)
class BalanceSheet:
    shares: tuple[GroupShare, ...]
    sittings: tuple[Sitting, ...]
    phases: tuple[PhaseTime, ...]
    overrides: tuple[Override, ...]
    unheard: tuple[Unheard, ...]


def balance_sheet(
    views: Sequence[View], spans: Mapping[PanelId, Sequence[PhaseSpan]], now: int
) -> BalanceSheet:
    """Return the sheet of the panels in view as they stand at `now`; `spans` are their phases as held."""
    held = [(view, view.panel, view.floor) for view in views if view.panel and view.floor]
    return BalanceSheet(
        tuple(_shares(views, now)),
        tuple(_sitting(panel, floor, now) for _, panel, floor in held),
        tuple(each for _, panel, floor in held for each in _phases(panel, floor, spans.get(panel.id, ()))),
        tuple(each for view, panel, floor in held for each in overridden(view, panel, floor)),
        tuple(each for view, panel, floor in held for each in _unheard(view, panel, floor)),
    )


def _sitting(panel: Panel, floor: Floor, now: int) -> Sitting:
    spoken = without_chair(floor.interventions)
    over = [-i.clock.remaining(now) for i in spoken if i.clock.remaining(now) < 0]
    waits = [
        request.settled_at - request.asked_at
        for request in floor.queue.requests
        if request.state is RequestState.CALLED and request.settled_at is not None
    ]
    return Sitting(
        panel,
        floor.state,
        floor.opened_at,
        floor.closed_at,
        len(spoken),
        sum(i.clock.elapsed(now) for i in spoken),
        len(over),
        sum(over),
        round(median(waits)) if waits else None,
        sum(request.overtaken for request in floor.queue.requests),
        sum(i.suggested is not None for i in floor.interventions),
        len(floor.waiting) if floor.state is PanelState.CLOSED else 0,
    )


def _phases(panel: Panel, floor: Floor, spans: Sequence[PhaseSpan]) -> Iterator[PhaseTime]:
    """Yield each phase once, in the order in which it was planned or, failing that, entered."""
    planned: dict[Phase, int] = {}
    for step in floor.plan:
        planned[step.phase] = planned.get(step.phase, 0) + step.ms
    for phase in dict.fromkeys([*planned, *(span.phase for span in spans)]):
        held = sum(span.ends - span.begins for span in spans if span.phase is phase)
        yield PhaseTime(panel, phase, planned.get(phase), held)


def _shares(views: Sequence[View], now: int) -> Iterator[GroupShare]:
    held = [view for view in views if view.floor is not None and view.floor.interventions]
    for scope in ([held] if len(views) > 1 else []) + [[view] for view in held]:
        whole = len(views) > 1 and scope is held
        for dimension in _shown(scope):
            floors = [view.floor for view in scope if view.floor is not None]
            for share in balance(floors, scope[0].categories, scope[0].people, now, by=dimension):
                yield GroupShare(None if whole else scope[0].panel, dimension, share)


def _shown(views: Sequence[View]) -> list[str]:
    rules = [view.floor.rules for view in views if view.floor is not None]
    hidden = {dimension for rule in rules for dimension in rule.hidden}
    return [d for d in DIMENSIONS if d not in hidden and any(d in rule.dimensions for rule in rules)]


def overridden(view: View, panel: Panel, floor: Floor) -> Iterator[Override]:
    """Yield each time the floor was given to another than was suggested, in the order of time."""
    requests = {request.id: request for request in floor.queue.requests}
    for intervention in sorted(floor.interventions, key=lambda i: i.clock.began):
        if intervention.suggested is not None:
            named = requests.get(intervention.suggested)
            yield Override(
                panel,
                intervention.clock.began,
                view.people[intervention.participant],
                None if named is None else view.people[named.participant],
                intervention.motive,
            )


def _unheard(view: View, panel: Panel, floor: Floor) -> Iterator[Unheard]:
    if floor.state is PanelState.CLOSED:
        for request in floor.waiting:
            yield Unheard(panel, view.people[request.participant], request)
