"""How the programme and its people stand in rows, and rows become values again."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from sys import intern
from typing import Any, TypeVar

from sqlalchemy import CursorResult

from facilitator.domain.floor import Floor
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import (
    Anomaly,
    Day,
    Decision,
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
    return participants([FIELDS_OF_ONE(row)])[0]


def participants(rows: Sequence[Sequence[Any]]) -> list[Participant]:
    """Return the participants of rows, whose values are in the order of the fields.

    Of thousands, field by field: their making one by one would take four times as long.
    """
    columns = dict(zip(Participant.__dataclass_fields__, zip(*rows, strict=True), strict=False))
    columns |= {name: _alike(columns[name]) for name in _ALIKE if name in columns}
    columns |= {name: tuple(map(bool, columns[name])) for name in _TOLD_BY_NUMBERS if name in columns}
    made = [object.__new__(Participant) for _ in rows]
    for name, values in columns.items():
        deque(map(vars(Participant)[name].__set__, made, values), maxlen=0)
    return made


def _alike(words: Sequence[str]) -> tuple[str, ...]:
    """Return the same words, each of them one text however often it stands there."""
    known = {word: intern(word) for word in set(words)}
    return tuple(map(known.__getitem__, words))


FIELDS_OF_ONE = itemgetter(*Participant.__dataclass_fields__)
_ALIKE = ("category", "region", "gender", "language")
"""Of thousands these are the same few words."""
_TOLD_BY_NUMBERS = ("present", "registered")


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


def to_day(row: Row) -> Day:
    return Day(row["id"], row["date"], tuple((begins, ends) for begins, ends in json.loads(row["sittings"])))


def to_anomaly(row: Row) -> Anomaly:
    told = json.loads(row["detail"])
    decision = Decision(told.get("decision", Decision.OPEN))
    return Anomaly(row["id"], row["label"], decision, told.get("chosen", ""))


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
