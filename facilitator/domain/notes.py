"""A rapporteur's notes: closed kinds, and a link to the moment they were written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.people import CategoryKey, ParticipantId
from facilitator.domain.programme import PanelId, QuestionId

NoteId = NewType("NoteId", str)
RevisionId = NewType("RevisionId", str)
RecommendationId = NewType("RecommendationId", str)


MODERATOR = "moderator"
"""Who is in charge of a follow-up that waits for the moderator of the panel."""


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


class About(StrEnum):
    """Whose words a note holds: those of its speaker, what the panel came to, or nobody's (its writer's)."""

    SPEAKER = "speaker"
    PANEL = "panel"
    NOBODY = "nobody"


class Bond(StrEnum):
    """How a note stands to another one."""

    REFERS = "refers"
    ANSWERS = "answers"
    MERGED = "merged"
    """The other one went into this one, and is not shown any more."""
    SPLIT = "split"
    """This one was taken out of the other."""


_NEVER_LEAVE = (NoteKind.PROTECTION, NoteKind.MEMO, NoteKind.FOLLOW_UP)
_STAYS = (*_NEVER_LEAVE, NoteKind.PROCEDURE)


def strictest(first: NoteKind, *others: NoteKind) -> NoteKind:
    """Return the first kind, or that of the others which keeps a note within the team most strictly."""
    return next((kind for kind in _NEVER_LEAVE if kind in (first, *others)), first)


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it reads now; `offset_ms` is the speaker's clock then, None without a speaker.

    `languages` has a code for each paragraph, "" where the letters tell; `heard` is the language that came
    from the floor, "" if it is the one noted. `charge` and `due` (a date) say who follows it up until when.
    """

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
    languages: tuple[str, ...] = ()
    heard: str = ""
    interpreted: bool = False
    nobody: bool = False
    charge: str = ""
    due: str = ""
    settled_at: int | None = None
    removed_at: int | None = None

    @property
    def followed_up(self) -> bool:
        """Whether somebody is to follow it up: by its kind, or because somebody is in charge of it."""
        return self.kind is NoteKind.FOLLOW_UP or bool(self.charge)

    @property
    def about(self) -> About:
        if self.nobody:
            return About.NOBODY
        return About.PANEL if self.intervention is None else About.SPEAKER


@dataclass(frozen=True, slots=True)
class Coding:
    """A code given to a note, or to the span `begin` to `end` of its text, counted in code points.

    `quote` is what the span says; it is orphaned once the text does not say it any more.
    """

    id: str
    note: NoteId
    code: str
    begin: int | None = None
    end: int | None = None
    quote: str = ""
    orphaned: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """How `note` stands to `other`."""

    id: str
    note: NoteId
    other: NoteId
    kind: Bond


def speaker_of(note: Note, turns: Mapping[InterventionId, Intervention]) -> ParticipantId | None:
    """Return whose words a note holds: the speaker of its intervention as it stands now, put right or not."""
    turn = None if note.intervention is None else turns.get(note.intervention)
    return note.participant if turn is None else turn.participant
