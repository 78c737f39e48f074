"""What a panel's notes cover: each question by the category of who spoke, and what is still missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.programme import Question, QuestionId
from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class Missing:
    """Questions without a recommendation, and categories in the room from which there is no note."""

    recommendation: tuple[Question, ...] = ()
    voices: tuple[Category, ...] = ()


def counts(view: View) -> Counter[tuple[QuestionId, CategoryKey]]:
    """Return the number of notes by question and category; notes without one of the two are not counted."""
    return Counter((n.question, n.category) for n in view.notes if n.question and n.category)


def missing(view: View) -> Missing:
    """Return what the notes of a panel that was opened do not have yet; nothing before."""
    if view.panel is None or view.floor is None or view.floor.opened_at is None:
        return Missing()
    sources = {note for proposal in view.recommendations for note in proposal.notes}
    proposed = {note.question for note in view.notes if note.id in sources}
    noted = {note.category for note in view.notes}
    present = {person.category for person in view.people.values() if person.present}
    return Missing(
        tuple(question for question in view.panel.questions if question.id not in proposed),
        tuple(c for c in view.categories if c.key in present and c.key not in noted),
    )
