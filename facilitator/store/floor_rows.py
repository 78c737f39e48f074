"""How a panel that sits stands in rows: requests, interventions, pauses, allotments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.domain.floor import Floor, Intervention, InterventionId
from facilitator.domain.ordering import Queue
from facilitator.domain.people import CategoryKey, ParticipantId
from facilitator.domain.programme import PanelId, PanelState, Phase
from facilitator.domain.requests import Capacity, Kind, Request, RequestId, RequestState
from facilitator.domain.timing import Clock, Pause

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
        "resumes_at": floor.resumes_at,
    }


def to_floor(
    panel: Row,
    usual: Mapping[CategoryKey, int],
    requests: Iterable[Row],
    interventions: Iterable[Row],
    pauses: Iterable[Row],
    allotments: Iterable[Row],
) -> Floor:
    stilled: dict[str, list[Pause]] = {}
    for row in pauses:
        stilled.setdefault(row["intervention"], []).append(Pause(row["began"], row["ended"]))
    return Floor(
        PanelId(panel["id"]),
        PanelState(panel["state"]),
        Phase(panel["phase"]),
        bool(panel["list_open"]),
        panel["opened_at"],
        panel["closed_at"],
        panel["resumes_at"],
        Queue(tuple(to_request(row) for row in requests)),
        tuple(to_intervention(row, stilled.get(row["id"], ())) for row in interventions),
        {CategoryKey(row["category"]): row["ms"] for row in allotments},
        usual,
    )


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
    }


def to_intervention(row: Row, pauses: Iterable[Pause]) -> Intervention:
    clock = Clock(row["began"], row["allotment_ms"], row["added_ms"], row["ended"], tuple(pauses))
    return Intervention(
        InterventionId(row["id"]),
        ParticipantId(row["participant"]),
        CategoryKey(row["category"]),
        clock,
        row["request"],
        Kind(row["kind"]),
        Capacity(row["capacity"]),
        row["on_behalf_of"],
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
        }
        for number, pause in enumerate(intervention.clock.pauses, 1)
    }


def from_allotments(floor: Floor) -> dict[str, Values]:
    """Return the rows of a panel's allotments by their id."""
    return {
        f"{floor.panel}/{category}": {
            "id": f"{floor.panel}/{category}",
            "panel": floor.panel,
            "category": category,
            "ms": ms,
        }
        for category, ms in floor.allotments.items()
    }
