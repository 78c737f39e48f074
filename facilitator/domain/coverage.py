"""What a panel's notes cover: each question by the category of who spoke, and what is still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from facilitator.domain.notes import Note, NoteKind
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
class Unproposed:
    """Of whom or of what there is a note, and no recommendation rests on any."""

    voices: tuple[Category, ...] = ()
    regions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()


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
    unproposed: Unproposed = Unproposed()


def counts(view: View) -> Counter[tuple[QuestionId, CategoryKey]]:
    """Return the number of notes by question and category; notes without one of the two are not counted."""
    told = Counter(map(attrgetter("question", "category"), _that_leave(view)))
    return Counter({(asked, who): many for (asked, who), many in told.items() if asked and who})


def mentions(view: View, vocabulary: VocabularyKey) -> Counter[str]:
    """Return in how many notes of the panel each code of a vocabulary is mentioned."""
    return _mentioned(view, _that_leave(view), vocabulary)


def missing(view: View, groups: Iterable[str] = (), objectives: Iterable[str] = ()) -> Missing:
    """Return what the notes of a panel that was opened do not have yet; nothing before.

    `groups` and `objectives` are the codes of those that should come up.
    """
    if view.panel is None or view.floor is None or view.floor.opened_at is None:
        return Missing()
    objectives = tuple(objectives)
    sources = {note for proposal in view.recommendations for note in proposal.notes}
    proposing = [note for note in view.notes if note.id in sources]
    said = _that_leave(view)
    noted, proposed = _touched(view, said, objectives), _touched(view, proposing, objectives)
    asked = set(map(attrgetter("question"), said))
    here = filter(attrgetter("present"), view.people.values())
    present = set(map(attrgetter("category", "region"), here))
    return Missing(
        recommendation=tuple(q for q in view.panel.questions if q.id not in {n.question for n in proposing}),
        voices=tuple(c for c in view.categories if c.key in dict(present).keys() - noted.voices),
        questions=tuple(q for q in view.panel.questions if q.id not in asked),
        regions=tuple(sorted({region for _, region in present if region} - noted.regions)),
        groups=tuple(code for code in groups if code not in noted.groups),
        objectives=tuple(code for code in objectives if code not in noted.objectives),
        unproposed=_unproposed(view, noted, proposed),
    )


def _that_leave(view: View) -> tuple[Note, ...]:
    """Return the notes that a document may tell: what stays within the team covers nothing."""
    return tuple([note for note in view.notes if note.kind.leaves_the_team])


@dataclass(frozen=True, slots=True)
class _Touched:
    """Whose some notes are, and what they are about."""

    voices: frozenset[CategoryKey]
    regions: frozenset[str]
    groups: frozenset[str]
    objectives: frozenset[str]


def _touched(view: View, notes: Sequence[Note], objectives: Iterable[str]) -> _Touched:
    kinds = set(map(attrgetter("kind"), notes))
    people = set(map(attrgetter("participant"), notes)) - {None}
    return _Touched(
        frozenset(map(attrgetter("category"), notes)) - {None},
        frozenset(view.people[person].region for person in people),
        frozenset(_mentioned(view, notes, VocabularyKey.GROUPS)),
        frozenset(code for code in objectives if kinds & _SERVES.get(code, kinds)),
    )


def _unproposed(view: View, noted: _Touched, proposed: _Touched) -> Unproposed:
    """Return what the notes touch and no recommendation does, by its sources or by what is said of it."""
    groups = {code for proposal in view.recommendations for code in proposal.groups}
    served = {code for proposal in view.recommendations for code in proposal.objectives}
    return Unproposed(
        tuple(c for c in view.categories if c.key in noted.voices - proposed.voices),
        tuple(sorted(noted.regions - proposed.regions - {""})),
        tuple(sorted(noted.groups - proposed.groups - groups)),
        tuple(sorted(noted.objectives - proposed.objectives - served)),
    )


def _mentioned(view: View, notes: Iterable[Note], vocabulary: VocabularyKey) -> Counter[str]:
    found: Counter[str] = Counter()
    for note in view.codings.keys() & set(map(attrgetter("id"), notes)):
        codes = {coding.code for coding in view.codings[note] if not coding.orphaned}
        found.update(name for key, _, name in (code.partition(":") for code in codes) if key == vocabulary)
    return found
