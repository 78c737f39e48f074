"""A rapporteur's notes: closed kinds, and a link to the moment they were written in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.people import CategoryKey, ParticipantId
from facilitator.domain.programme import PanelId, QuestionId

NoteId = NewType("NoteId", str)
RevisionId = NewType("RevisionId", str)
RecommendationId = NewType("RecommendationId", str)


class NoteKind(StrEnum):
    """The kinds of annotation; the value is the key that chooses it."""

    POINT = "s"
    GOOD_PRACTICE = "g"
    CHALLENGE = "c"
    GAP = "f"
    LESSON = "l"
    JOINT_ACTIVITY = "j"
    NEW_FORM = "e"
    PROGRESS = "p"
    COOPERATION = "w"
    REMEDY = "x"
    RECOMMENDATION = "r"
    COMMITMENT = "k"
    QUESTION = "q"
    ANSWER = "a"
    QUOTATION = "v"
    DOCUMENT = "d"
    PROCEDURE = "o"
    FOLLOW_UP = "t"
    PROTECTION = "!"
    MEMO = "m"

    @property
    def leaves_the_team(self) -> bool:
        """Protection concerns, private memos, procedure and follow-up never reach a document."""
        return self not in _STAYS


_STAYS = frozenset({NoteKind.PROTECTION, NoteKind.MEMO, NoteKind.PROCEDURE, NoteKind.FOLLOW_UP})


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it reads now; `offset_ms` is the speaker's clock then, None without a speaker."""

    id: NoteId
    panel: PanelId
    kind: NoteKind
    text: str
    at: int
    revision: RevisionId
    revisions: int = 1
    intervention: InterventionId | None = None
    participant: ParticipantId | None = None
    category: CategoryKey | None = None
    question: QuestionId | None = None
    offset_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A proposed recommendation; `number` counts within its panel."""

    id: RecommendationId
    panel: PanelId
    number: int
    text: str
    addressees: tuple[str, ...] = ()
    notes: tuple[NoteId, ...] = ()


def speaker_of(note: Note, turns: Mapping[InterventionId, Intervention]) -> ParticipantId | None:
    """Return whose words a note holds: the speaker of its intervention as it stands now, put right or not."""
    turn = None if note.intervention is None else turns.get(note.intervention)
    return note.participant if turn is None else turn.participant


def stays_with_the_team(recommendation: Recommendation, notes: Iterable[Note]) -> bool:
    """Say whether it came of a protection concern or repeats a private memo: then no document has it."""
    sources = [note for note in notes if note.id in recommendation.notes]
    words = recommendation.text.split()
    return any(
        note.kind is NoteKind.PROTECTION or (note.kind is NoteKind.MEMO and note.text.split() == words)
        for note in sources
    )
