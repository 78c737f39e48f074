"""How a panel that sits stands in rows: requests, interventions, pauses, allotments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.domain.budget import Budget
from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.ordering import Queue
from facilitator.domain.people import Category, CategoryKey, ParticipantId
from facilitator.domain.programme import PanelId, PanelState, Phase, PlannedPhase
from facilitator.domain.requests import Capacity, Kind, Request, RequestId, RequestState, Terms
from facilitator.domain.rules import Rules
from facilitator.domain.side_clock import SideClock
from facilitator.domain.timing import Clock, Pause, Thresholds

Values = dict[str, Any]
Row = Mapping[str, Any]


def sitting(floor: Floor) -> Values:
    """Return the columns of a panel's row that change while it sits."""
    return {
        "state": floor.state.value,
        "phase": floor.phase.value,
        "list_open": int(floor.list_open),
        "opened_at": floor.opened_at,
        "closed_at": floor.closed_at,
        "suspended_at": floor.suspended_at,
        "resumes_at": floor.resumes_at,
        "rested_ms": floor.rested_ms,
        "step": floor.step,
        "phase_since": floor.phase_since,
        "list_closes_at": floor.list_closes_at,
        **_from_side_clock(floor.side_clock),
    }


def _from_side_clock(clock: SideClock | None) -> Values:
    return {
        "side_set_ms": None if clock is None else clock.set_ms,
        "side_shown_ms": None if clock is None else clock.shown_ms,
        "side_since": None if clock is None else clock.since,
        "side_up": None if clock is None else int(clock.up),
    }


def _to_side_clock(row: Row) -> SideClock | None:
    if row["side_set_ms"] is None:
        return None
    return SideClock(row["side_set_ms"], row["side_shown_ms"], row["side_since"], bool(row["side_up"]))


@dataclass(frozen=True, slots=True)
class FloorRows:
    """The rows of one panel, each kind in the order of its ids or numbers."""

    panel: Row
    requests: Iterable[Row]
    interventions: Iterable[Row]
    pauses: Iterable[Row]
    allotments: Iterable[Row]
    budgets: Iterable[Row]
    plan: Iterable[Row]


def to_floor(rows: FloorRows, categories: Iterable[Category], rules: Rules) -> Floor:
    stilled: dict[str, list[Pause]] = {}
    for row in rows.pauses:
        stilled.setdefault(row["intervention"], []).append(to_pause(row))
    panel, allotments, known = rows.panel, list(rows.allotments), list(categories)
    return Floor(
        panel=PanelId(panel["id"]),
        state=PanelState(panel["state"]),
        phase=Phase(panel["phase"]),
        list_open=bool(panel["list_open"]),
        opened_at=panel["opened_at"],
        closed_at=panel["closed_at"],
        suspended_at=panel["suspended_at"],
        resumes_at=panel["resumes_at"],
        rested_ms=panel["rested_ms"],
        queue=Queue(tuple(to_request(row) for row in rows.requests)),
        interventions=tuple(to_intervention(r, stilled.get(r["id"], ())) for r in rows.interventions),
        allotments={CategoryKey(row["category"]): row["ms"] for row in allotments if not row["kind"]},
        usual={c.key: c.allotment_ms for c in known if c.allotment_ms is not None},
        kinds={Kind(row["kind"]): row["ms"] for row in allotments if row["kind"]},
        thresholds={c.key: Thresholds(c.warning_ms, c.danger_ms, rules.grace_ms) for c in known},
        rules=rules,
        plan=tuple(PlannedPhase(Phase(row["phase"]), row["ms"]) for row in rows.plan),
        step=panel["step"],
        phase_since=panel["phase_since"],
        list_closes_at=panel["list_closes_at"],
        budgets={
            CategoryKey(row["category"]): Budget(row["granted_ms"], row["charged_before_ms"])
            for row in rows.budgets
        },
        side_clock=_to_side_clock(panel),
    )


def to_pause(row: Row) -> Pause:
    return Pause(row["began"], row["ended"], row["interruption"])


def to_request(row: Row) -> Request:
    return Request(
        RequestId(row["id"]),
        ParticipantId(row["participant"]),
        row["asked_at"],
        row["place"],
        Kind(row["kind"]),
        Capacity(row["capacity"]),
        RequestState(row["state"]),
        row["on_behalf_of"],
        row["note"],
        row["settled_at"],
        row["category"],
        row["organisations"],
        row["rank"],
        row["answers"],
        row["calls"],
        row["overtaken"],
        row["instead_of"],
        Terms(
            row["terms_allotment_ms"],
            row["accommodation_ms"],
            bool(row["clock_off"]),
            bool(row["interpreted"]),
            bool(row["counted"]),
            row["words"],
        ),
    )


def from_request(request: Request, panel: PanelId) -> Values:
    return {
        "id": request.id,
        "panel": panel,
        "participant": request.participant,
        "kind": request.kind.value,
        "capacity": request.capacity.value,
        "state": request.state.value,
        "place": request.place,
        "asked_at": request.asked_at,
        "on_behalf_of": request.on_behalf_of,
        "note": request.note,
        "settled_at": request.settled_at,
        "category": request.category,
        "organisations": request.organisations,
        "rank": request.rank,
        "answers": request.answers,
        "calls": request.calls,
        "overtaken": request.overtaken,
        "instead_of": request.instead_of,
        "terms_allotment_ms": request.terms.allotment_ms,
        "accommodation_ms": request.terms.accommodation_ms,
        "clock_off": int(request.terms.clock_off),
        "interpreted": int(request.terms.interpreted),
        "counted": int(request.terms.counted),
        "words": request.terms.words,
    }


def to_intervention(row: Row, pauses: Iterable[Pause]) -> Intervention:
    clock = Clock(
        row["began"],
        row["allotment_ms"],
        row["added_ms"],
        row["ended"],
        tuple(pauses),
        row["extra_ms"],
        Thresholds(row["warning_ms"], row["danger_ms"], row["grace_ms"]),
    )
    return Intervention(
        InterventionId(row["id"]),
        ParticipantId(row["participant"]),
        CategoryKey(row["category"]),
        clock,
        row["request"],
        Kind(row["kind"]),
        Capacity(row["capacity"]),
        row["on_behalf_of"],
        row["interrupts"],
        bool(row["clock_off"]),
        bool(row["interpreted"]),
        bool(row["counted"]),
        row["organisations"],
        row["words"],
        row["suggested"],
        row["motive"],
    )


def from_intervention(intervention: Intervention, panel: PanelId) -> Values:
    clock = intervention.clock
    return {
        "id": intervention.id,
        "panel": panel,
        "request": intervention.request,
        "participant": intervention.participant,
        "category": intervention.category,
        "kind": intervention.kind.value,
        "capacity": intervention.capacity.value,
        "on_behalf_of": intervention.on_behalf_of,
        "began": clock.began,
        "ended": clock.ended,
        "allotment_ms": clock.allotment_ms,
        "added_ms": clock.added_ms,
        "interrupts": intervention.interrupts,
        "extra_ms": clock.extra_ms,
        "warning_ms": clock.thresholds.warning_ms,
        "danger_ms": clock.thresholds.danger_ms,
        "grace_ms": clock.thresholds.grace_ms,
        "clock_off": int(intervention.clock_off),
        "interpreted": int(intervention.interpreted),
        "counted": int(intervention.counted),
        "organisations": intervention.organisations,
        "words": intervention.words,
        "suggested": intervention.suggested,
        "motive": intervention.motive,
    }


def from_pauses(intervention: Intervention) -> dict[str, Values]:
    """Return the rows of an intervention's pauses by their id."""
    return {
        f"{intervention.id}/{number}": {
            "id": f"{intervention.id}/{number}",
            "intervention": intervention.id,
            "number": number,
            "began": pause.begin,
            "ended": pause.end,
            "interruption": pause.interruption,
        }
        for number, pause in enumerate(intervention.clock.pauses, 1)
    }


def from_allotments(floor: Floor) -> dict[str, Values]:
    """Return the rows of a panel's allotments by their id."""
    named = [
        (f"{floor.panel}/{category}", str(category), "", ms) for category, ms in floor.allotments.items()
    ]
    named += [(f"{floor.panel}#{kind.value}", "", kind.value, ms) for kind, ms in floor.kinds.items()]
    return {
        id_: {"id": id_, "panel": floor.panel, "category": category, "kind": kind, "ms": ms}
        for id_, category, kind, ms in named
    }


def from_budgets(floor: Floor) -> dict[str, Values]:
    """Return the rows of a panel's budgets by their id."""
    return {
        f"{floor.panel}/{category}": {
            "id": f"{floor.panel}/{category}",
            "panel": floor.panel,
            "category": category,
            "granted_ms": budget.granted_ms,
            "charged_before_ms": budget.charged_before_ms,
        }
        for category, budget in floor.budgets.items()
    }


def from_plan(floor: Floor) -> dict[str, Values]:
    """Return the rows of a panel's planned phases by their id."""
    return {
        f"{floor.panel}/{number}": {
            "id": f"{floor.panel}/{number}",
            "panel": floor.panel,
            "number": number,
            "phase": planned.phase.value,
            "ms": planned.ms,
        }
        for number, planned in enumerate(floor.plan)
    }
