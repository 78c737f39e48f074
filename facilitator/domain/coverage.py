"""What a panel's notes cover: each question by the category of who spoke, and what is still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.domain.notes import NoteKind
from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.programme import Question, QuestionId
from facilitator.domain.view import View
from facilitator.domain.vocabulary import VocabularyKey

_SERVES = {
    "O1": frozenset({NoteKind.PROGRESS}),
    "O2": frozenset({NoteKind.GOOD_PRACTICE, NoteKind.CHALLENGE}),
    "O3": frozenset({NoteKind.GAP, NoteKind.LESSON, NoteKind.PROGRESS}),
    "O4": frozenset({NoteKind.GOOD_PRACTICE, NoteKind.REMEDY}),
    "O5": frozenset({NoteKind.NEW_FORM}),
    "O6": frozenset({NoteKind.COOPERATION, NoteKind.JOINT_ACTIVITY}),
}
"""The kinds of note that serve an objective of the workshop."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What there is nothing about: questions, people in the room by category and region, groups, objectives.

    `recommendation` are the questions without one, `questions` those without a note.
    """

    recommendation: tuple[Question, ...] = ()
    voices: tuple[Category, ...] = ()
    questions: tuple[Question, ...] = ()
    regions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()


def counts(view: View) -> Counter[tuple[QuestionId, CategoryKey]]:
    """Return the number of notes by question and category; notes without one of the two are not counted."""
    return Counter((n.question, n.category) for n in view.notes if n.question and n.category)


def mentions(view: View, vocabulary: VocabularyKey) -> Counter[str]:
    """Return in how many notes of the panel each code of a vocabulary is mentioned."""
    found: Counter[str] = Counter()
    for note in {note.id for note in view.notes}.intersection(view.codings):
        codes = {coding.code for coding in view.codings[note] if not coding.orphaned}
        found.update(name for key, _, name in (code.partition(":") for code in codes) if key == vocabulary)
    return found


def missing(view: View, groups: Iterable[str] = (), objectives: Iterable[str] = ()) -> Missing:
    """Return what the notes of a panel that was opened do not have yet; nothing before.

    `groups` and `objectives` are the codes of those that should come up.
    """
    if view.panel is None or view.floor is None or view.floor.opened_at is None:
        return Missing()
    sources = {note for proposal in view.recommendations for note in proposal.notes}
    proposed = {note.question for note in view.notes if note.id in sources}
    asked = {note.question for note in view.notes}
    noted = {note.category for note in view.notes}
    spoken = {view.people[n.participant].region for n in view.notes if n.participant is not None}
    present = {(person.category, person.region) for person in view.people.values() if person.present}
    here = {category for category, _ in present}
    kinds = {note.kind for note in view.notes}
    mentioned = mentions(view, VocabularyKey.GROUPS)
    return Missing(
        recommendation=tuple(q for q in view.panel.questions if q.id not in proposed),
        voices=tuple(c for c in view.categories if c.key in here - noted),
        questions=tuple(q for q in view.panel.questions if q.id not in asked),
        regions=tuple(sorted({region for _, region in present if region} - spoken)),
        groups=tuple(code for code in groups if not mentioned[code]),
        objectives=tuple(code for code in objectives if not kinds & _SERVES.get(code, kinds)),
    )
