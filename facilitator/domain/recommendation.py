"""A recommendation as an object of its own: what it says, of whom it asks it, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from facilitator.domain.intervention import InterventionId
from facilitator.domain.notes import Note, NoteId, NoteKind, RecommendationId
from facilitator.domain.programme import PanelId, QuestionId

ChangeId = NewType("ChangeId", str)
LanguageCode = NewType("LanguageCode", str)


class Status(StrEnum):
    """How far a recommendation has come; the first eleven in the order in which it passes them."""

    CAPTURED = "captured"
    DRAFTED = "drafted"
    CONSOLIDATED = "consolidated"
    REVIEWED = "reviewed"
    VALIDATED = "validated"
    READ_BACK = "read_back"
    RETAINED = "retained"
    IN_REPORT = "in_report"
    SUBMITTED = "submitted"
    ISSUED = "issued"
    CORRECTED = "corrected"
    NOT_RETAINED = "not_retained"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    SPLIT = "split"

    @property
    def stands(self) -> bool:
        """Whether it is still one of the panel's: not struck, withdrawn, or gone into others."""
        return self not in _GONE

    @property
    def reported(self) -> bool:
        """Whether it stands in the report, and therefore has the number of a paragraph."""
        return self in _WAY[_WAY.index(Status.IN_REPORT) :]


class Translation(StrEnum):
    """What a text in another language is worth."""

    UNOFFICIAL = "unofficial"
    MACHINE = "machine"
    HUMAN = "human"
    OFFICIAL = "official"


class Sensitivity(StrEnum):
    """What keeps a recommendation from leaving: anything but none."""

    NONE = "none"
    NAMES_STATE = "names_state"
    NAMES_PERSON = "names_person"
    PROTECTION = "protection"


class ChangeState(StrEnum):
    """What became of a change that somebody proposed."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Tagged(StrEnum):
    """The fields that hold codes, called as the vocabulary they are from."""

    ADDRESSEES = "addressees"
    LEVELS = "levels"
    THEMES = "themes"
    DDPA = "ddpa"
    GROUPS = "groups"
    PERSONS = "persons"
    AREAS = "areas"
    INSTRUMENTS = "instruments"
    GOALS = "goals"
    MODALITIES = "modalities"
    OBJECTIVES = "objectives"


class Told(StrEnum):
    """The fields that hold one word or a text of their own."""

    VERB = "verb"
    VOICE = "voice"
    AGREEMENT = "agreement"
    AGREEMENT_NOTE = "agreement_note"
    ATTRIBUTION = "attribution"
    SENSITIVITY = "sensitivity"
    INDICATOR = "indicator"
    TIMELINE = "timeline"
    RESPONSIBLE = "responsible"
    REMARKS = "remarks"
    REVIEWER = "reviewer"


_WAY = tuple(Status)[:11]
_GONE = frozenset({Status.NOT_RETAINED, Status.WITHDRAWN, Status.MERGED, Status.SPLIT})
_LAST_TO_WITHDRAW = Status.VALIDATED


@dataclass(frozen=True, slots=True)
class Worded:
    """A text in another language than the original; `of` is the revision of the original it was made from."""

    text: str
    translation: Translation
    revision: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A proposed recommendation; `number` counts within its panel, `alternative` among its other wordings.

    The names of its lists are those of the vocabularies that their codes are from. `revision` is the event
    that wrote the text, "" for one that was never changed.
    """

    id: RecommendationId
    panel: PanelId
    number: int
    text: str
    addressees: tuple[str, ...] = ()
    notes: tuple[NoteId, ...] = ()
    interventions: tuple[InterventionId, ...] = ()
    original: str = ""
    worded: Mapping[str, Worded] = field(default_factory=dict)
    verb: str = ""
    voice: str = "participants"
    levels: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    ddpa: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    question: QuestionId | None = None
    agreement: str = ""
    agreement_note: str = ""
    status: Status = Status.CAPTURED
    attribution: str = ""
    sensitivity: Sensitivity = Sensitivity.NONE
    indicator: str = ""
    timeline: str = ""
    responsible: str = ""
    remarks: str = ""
    reviewer: str = ""
    revision: str = ""
    merged_into: RecommendationId | None = None
    split_from: RecommendationId | None = None
    alternative_of: RecommendationId | None = None
    alternative: int = 0

    def behind(self, language: str) -> bool:
        """Say whether the original has been changed since it was put into the language."""
        there = self.worded.get(language)
        return there is not None and there.of != self.revision


@dataclass(frozen=True, slots=True)
class Change:
    """A text that somebody would rather have; `base` is the revision it was written against."""

    id: ChangeId
    recommendation: RecommendationId
    number: int
    language: str
    text: str
    base: str
    at: int
    state: ChangeState = ChangeState.PROPOSED
    proposer: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Redraft:
    """A text that a recommendation had in a language until then."""

    language: LanguageCode
    text: str
    until: int


@dataclass(frozen=True, slots=True)
class Step:
    """A recommendation went from one status to another: when, why and by whom."""

    recommendation: RecommendationId
    at: int
    was: Status
    becomes: Status
    reason: str = ""
    who: str = ""


def onward(status: Status) -> tuple[Status, ...]:
    """Return where a recommendation may go from here, the usual way first."""
    if not status.stands:
        return ()
    place = _WAY.index(status)
    ahead = _WAY[place + 1 : place + 2]
    if place < _WAY.index(Status.IN_REPORT):
        ahead = (*ahead, Status.NOT_RETAINED)
    if place < _WAY.index(_LAST_TO_WITHDRAW):
        ahead = (*ahead, Status.WITHDRAWN)
    return ahead


def backward(status: Status, steps: Sequence[Step]) -> tuple[Status, ...]:
    """Return where a recommendation may be sent back to, the nearest first.

    What was struck or withdrawn goes back to where it was; what went into others does not come back so.
    """
    if status in (Status.MERGED, Status.SPLIT):
        return ()
    if status.stands:
        return tuple(reversed(_WAY[: _WAY.index(status)]))
    return tuple(step.was for step in reversed(steps) if step.becomes is status)[:1]


def family(recommendation: Recommendation, others: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    """Return a recommendation with its alternative wordings, the first wording first."""
    root = recommendation.alternative_of or recommendation.id
    alike = [each for each in others if root in (each.id, each.alternative_of)]
    return tuple(sorted(alike, key=lambda each: each.alternative))


def stays_with_the_team(recommendation: Recommendation, notes: Iterable[Note]) -> bool:
    """Say whether no document may have it: it is sensitive, suppressed, or of what never leaves.

    That is so if it came of a protection concern, or repeats a private memo.
    """
    if recommendation.sensitivity is not Sensitivity.NONE or recommendation.attribution == "A5":
        return True
    sources = [note for note in notes if note.id in recommendation.notes]
    words = recommendation.text.split()
    return any(
        note.kind is NoteKind.PROTECTION or (note.kind is NoteKind.MEMO and note.text.split() == words)
        for note in sources
    )
