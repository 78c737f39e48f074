"""How the programme and its people stand in rows, and rows become values again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from sys import intern
from typing import Any, TypeVar

from sqlalchemy import CursorResult

from facilitator.domain.floor import Floor
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import (
    Panel,
    PanelId,
    Question,
    QuestionId,
    QuestionKind,
    Seat,
    SeatId,
    SeatRole,
    Workshop,
)
from facilitator.store.floor_rows import sitting

Values = dict[str, Any]
Row = Mapping[str, Any]
T = TypeVar("T")


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
        row["warning_ms"],
        row["danger_ms"],
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
        "warning_ms": category.warning_ms,
        "danger_ms": category.danger_ms,
    }


def made(found: CursorResult[Any], make: Callable[[Row], T]) -> list[T]:
    """Return what each row makes: of thousands, no row outlives what is made of it."""
    names = tuple(found.keys())
    return [make(dict(zip(names, row, strict=True))) for row in found]


def to_participant(row: Row) -> Participant:
    return participant([row[name] for name in Participant.__dataclass_fields__])


def participant(values: Sequence[Any]) -> Participant:
    """Return the participant of a row's values in the order of the fields."""
    id_, name, category, delegation, region, gender, language, present, *rest = values
    second, number, origin, pronounced, registered = rest
    category, region = CategoryKey(intern(category)), intern(region)
    gender, language = intern(gender), intern(language)
    told = (id_, name, category, delegation, region, gender, language, bool(present), second, number, origin)
    return Participant(*told, pronounced, bool(registered))


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
        "number": who.number,
        "origin": who.origin,
        "pronounced": who.pronounced,
        "registered": int(who.registered),
    }


def to_panel(row: Row, questions: Iterable[Row], seats: Iterable[Row] = ()) -> Panel:
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
        row["origin"],
        row["uid"],
        row["room"],
        tuple(sorted(json.loads(row["titles"]).items())),
        tuple(row["interpretation"].split()),
        tuple(to_seat(seat) for seat in seats),
    )


def to_seat(row: Row) -> Seat:
    role, who = SeatRole(row["role"]), ParticipantId(row["participant"])
    return Seat(SeatId(row["id"]), who, row["number"], role, row["capacity"])


def from_seat(seat: Seat, panel: PanelId) -> Values:
    return {
        "id": seat.id,
        "panel": panel,
        "participant": seat.participant,
        "number": seat.number,
        "role": seat.role.value,
        "capacity": seat.capacity,
    }


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
        "origin": panel.origin,
        "uid": panel.uid,
        "room": panel.room,
        "titles": json.dumps(dict(panel.titles), ensure_ascii=False, sort_keys=True),
        "interpretation": " ".join(panel.interpretation),
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
