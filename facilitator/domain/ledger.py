"""The ledger of recommendations: each with its number, addressees and the voices it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.notes import Note, Recommendation, RecommendationId, speaker_of, stays_with_the_team
from facilitator.domain.people import CategoryKey
from facilitator.domain.programme import Panel, QuestionId
from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation of a panel; `voices` are distinct speakers, `questions` the numbers it answers to."""

    number: str
    panel: Panel
    text: str
    addressees: tuple[str, ...]
    notes: int
    voices: int
    categories: tuple[CategoryKey, ...]
    regions: tuple[str, ...]
    questions: tuple[int, ...]
    id: RecommendationId


@dataclass(frozen=True, slots=True)
class Ledger:
    """`held_back` recommendations rest on a protected note and are left out."""

    rows: tuple[Recommended, ...]
    held_back: int


def ledger(views: Sequence[View]) -> Ledger:
    """Return the recommendations of the panels in view, in the order of panels and numbers."""
    rows = tuple(row for view in views for row in _rows(view))
    there = sum(len(view.recommendations) for view in views)
    return Ledger(rows, there - len(rows))


def working_number(panel: Panel, recommendation: Recommendation) -> str:
    """Return the number it has until it stands in a report."""
    return f"R-P{panel.number}-{recommendation.number:02}"


def _rows(view: View) -> Iterator[Recommended]:
    if view.panel is None:
        return
    notes = {note.id: note for note in view.notes}
    turns = {} if view.floor is None else {i.id: i for i in view.floor.interventions}
    numbers = {question.id: question.number for question in view.panel.questions}
    for recommendation in sorted(view.recommendations, key=lambda r: r.number):
        sources = [notes[id_] for id_ in recommendation.notes if id_ in notes]
        if not stays_with_the_team(recommendation, view.notes):
            yield _row(view, view.panel, recommendation, sources, turns, numbers)


def _row(
    view: View,
    panel: Panel,
    recommendation: Recommendation,
    sources: Sequence[Note],
    turns: Mapping[InterventionId, Intervention],
    numbers: Mapping[QuestionId, int],
) -> Recommended:
    ids = dict.fromkeys(speaker_of(note, turns) for note in sources)
    speakers = [view.people[id_] for id_ in ids if id_ is not None and id_ in view.people]
    order = [category.key for category in view.categories]
    categories = {who.category for who in speakers}
    return Recommended(
        working_number(panel, recommendation),
        panel,
        recommendation.text,
        recommendation.addressees,
        len(sources),
        len(speakers),
        tuple(sorted(categories, key=lambda key: order.index(key) if key in order else len(order))),
        tuple(sorted({who.region for who in speakers if who.region})),
        tuple(
            sorted({numbers[n.question] for n in sources if n.question is not None and n.question in numbers})
        ),
        recommendation.id,
    )
