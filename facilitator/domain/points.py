"""What was noted in a panel, as points of a report: the same words are one point, with all who said them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from facilitator.domain.attribution import Level, Voice, applied, attribute, audience
from facilitator.domain.notes import Note, NoteId, NoteKind, speaker_of
from facilitator.domain.programme import Question
from facilitator.domain.report import Point, Title
from facilitator.domain.view import View

LISTED = frozenset(
    {
        NoteKind.GOOD_PRACTICE,
        NoteKind.CHALLENGE,
        NoteKind.GAP,
        NoteKind.LESSON,
        NoteKind.JOINT_ACTIVITY,
        NoteKind.NEW_FORM,
        NoteKind.PROGRESS,
        NoteKind.COOPERATION,
        NoteKind.REMEDY,
        NoteKind.COMMITMENT,
    }
)
_NOT_REPORTED = frozenset({NoteKind.RECOMMENDATION, NoteKind.QUESTION, NoteKind.DOCUMENT})
"""Kinds that leave the team and yet are no paragraph: a recommendation has its own place."""


class Said:
    """The notes of a panel; `taken` are those that stand elsewhere in the report already."""

    def __init__(self, view: View, level: Level, taken: Container[NoteId] = ()) -> None:
        self._view = view
        self._level = level
        self._taken = taken
        self._turns = {} if view.floor is None else {i.id: i for i in view.floor.interventions}
        self._audience = audience(self._turns.values(), view.people)

    def under(self, title: Question | Title) -> dict[NoteKind, list[Point]]:
        """Return what is reported under a question, or under none of them, by kind."""
        question = title.id if isinstance(title, Question) else None
        reported = [
            note
            for note in self._view.notes
            if note.question == question and note.kind not in _NOT_REPORTED and note.id not in self._taken
        ]
        return self._by_kind(reported)

    def of(self, notes: Container[NoteId]) -> list[Point]:
        """Return the points that some notes make; nothing protected is among them."""
        found = self._by_kind(note for note in self._view.notes if note.id in notes)
        return [point for points in found.values() for point in points]

    def _by_kind(self, notes: Iterable[Note]) -> dict[NoteKind, list[Point]]:
        same: dict[tuple[NoteKind, str], list[Note]] = {}
        for note in sorted(notes, key=lambda n: (n.at, n.id)):
            if note.kind.leaves_the_team and note.text.strip():
                same.setdefault((note.kind, " ".join(note.text.split())), []).append(note)
        found: dict[NoteKind, list[Point]] = {}
        for (kind, text), of_it in same.items():
            found.setdefault(kind, []).append(self._point(text, of_it))
        return found

    def _point(self, text: str, notes: Sequence[Note]) -> Point:
        voices = [voice for note in notes if (voice := self._voice(note)) is not None]
        level = applied(self._level, voices, self._audience)
        speakers = {voice.participant.id for voice in voices}
        attribution = attribute(level, voices, self._audience)
        return Point(text, attribution, len(speakers), tuple(note.id for note in notes))

    def _voice(self, note: Note) -> Voice | None:
        speaker = speaker_of(note, self._turns)
        who = None if speaker is None else self._view.people.get(speaker)
        turn = None if note.intervention is None else self._turns.get(note.intervention)
        if who is None:
            return None
        ceiling = self._view.ceilings.of(who.id, note.id)
        return Voice(who, "" if turn is None else turn.on_behalf_of, ceiling)


def protected(views: Sequence[View]) -> frozenset[NoteId]:
    """Return the notes that no document may have."""
    kept = frozenset(note.id for view in views for note in view.notes if not note.kind.leaves_the_team)
    return kept.union(id_ for view in views for id_ in view.ceilings.suppressed)
