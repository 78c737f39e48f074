"""How the values of the domain stand in rows, and rows become values again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.domain.floor import Floor, Intervention, InterventionId
from facilitator.domain.notes import Note, NoteId, NoteKind, Recommendation, RecommendationId, RevisionId
from facilitator.domain.ordering import Queue
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import (
    Panel,
    PanelId,
    PanelState,
    Phase,
    Question,
    QuestionId,
    QuestionKind,
    Workshop,
)
from facilitator.domain.requests import Capacity, Kind, Request, RequestId, RequestState
from facilitator.domain.timing import Clock, Pause

Values = dict[str, Any]
Row = Mapping[str, Any]


def to_workshop(row: Row) -> Workshop:
    return Workshop(**{name: row[name] for name in Workshop.__dataclass_fields__})


def to_category(row: Row) -> Category:
    return Category(
        CategoryKey(row["id"]),
        row["label"],
        row["number"],
        row["short"],
        row["allotment_ms"],
        row["target_share"],
        row["one"],
        row["tiny"],
    )


def from_category(category: Category) -> Values:
    return {
        "id": category.key,
        "number": category.position,
        "label": category.label,
        "short": category.short,
        "allotment_ms": category.allotment_ms,
        "target_share": category.target_share,
        "one": category.one,
        "tiny": category.tiny,
    }


def to_participant(row: Row) -> Participant:
    return Participant(
        ParticipantId(row["id"]),
        row["name"],
        CategoryKey(row["category"]),
        row["delegation"],
        row["region"],
        row["gender"],
        row["language"],
        bool(row["present"]),
        row["second_name"],
    )


def from_participant(who: Participant) -> Values:
    return {
        "id": who.id,
        "name": who.name,
        "second_name": who.second_name,
        "category": who.category,
        "delegation": who.delegation,
        "region": who.region,
        "gender": who.gender,
        "language": who.language,
        "present": int(who.present),
    }


def to_panel(row: Row, questions: Iterable[Row]) -> Panel:
    return Panel(
        PanelId(row["id"]),
        row["number"],
        row["title"],
        row["starts"],
        row["ends"],
        row["hard_stop"],
        row["short"],
        row["summary"],
        QuestionKind(row["questions_are"]),
        tuple(Question(QuestionId(q["id"]), q["number"], q["text"], q["short"]) for q in questions),
    )


def from_panel(panel: Panel) -> Values:
    """Return the row of a panel that has not sat."""
    return {
        "id": panel.id,
        "number": panel.number,
        "title": panel.title,
        "short": panel.short,
        "summary": panel.summary,
        "starts": panel.starts,
        "ends": panel.ends,
        "hard_stop": panel.hard_stop,
        "questions_are": panel.questions_are.value,
        **sitting(Floor(panel.id)),
    }


def from_question(question: Question, panel: PanelId) -> Values:
    return {
        "id": question.id,
        "panel": panel,
        "number": question.number,
        "text": question.text,
        "short": question.short,
    }


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


def to_note(row: Row) -> Note:
    return Note(
        NoteId(row["id"]),
        PanelId(row["panel"]),
        NoteKind(row["kind"]),
        row["text"],
        row["at"],
        RevisionId(row["revision"]),
        row["revisions"],
        row["intervention"],
        row["participant"],
        row["category"],
        row["question"],
        row["offset_ms"],
    )


def from_note(note: Note) -> Values:
    return {
        "id": note.id,
        "panel": note.panel,
        "intervention": note.intervention,
        "participant": note.participant,
        "category": note.category,
        "question": note.question,
        "kind": note.kind.value,
        "text": note.text,
        "at": note.at,
        "offset_ms": note.offset_ms,
        "revision": note.revision,
        "revisions": note.revisions,
    }


def to_recommendation(row: Row, sources: Iterable[Row]) -> Recommendation:
    return Recommendation(
        RecommendationId(row["id"]),
        PanelId(row["panel"]),
        row["number"],
        row["text"],
        tuple(json.loads(row["addressees"])),
        tuple(NoteId(s["note"]) for s in sources),
    )


def from_recommendation(recommendation: Recommendation) -> Values:
    return {
        "id": recommendation.id,
        "panel": recommendation.panel,
        "number": recommendation.number,
        "text": recommendation.text,
        "addressees": json.dumps(recommendation.addressees, ensure_ascii=False),
    }
