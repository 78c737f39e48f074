"""The workshop's programme: days, panels, their phases and guiding questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NewType

from facilitator.domain.people import ParticipantId

PanelId = NewType("PanelId", str)
QuestionId = NewType("QuestionId", str)
SeatId = NewType("SeatId", str)


class Phase(StrEnum):
    OPENING = "opening"
    PRESENTATIONS = "presentations"
    DISCUSSION = "discussion"
    REPLIES = "replies"
    SECOND_ROUND = "second_round"
    CLOSING = "closing"


class PanelState(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    """A step in the plan of a panel; a phase may come again."""

    phase: Phase
    ms: int


@dataclass(frozen=True, slots=True)
class Named:
    """Something in a list of the workshop, known by what it is called: an objective, a profile of rules."""

    id: str
    text: str


class Decision(StrEnum):
    """What a person says of an anomaly: the note is right or put right, it does not matter, or not yet."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Anomaly:
    """What a concept note leaves for a person to decide, and what was; `chosen` says how, if it was said."""

    id: str
    text: str
    decision: Decision = Decision.OPEN
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, as in 2019-10-21, and when the workshop sits on it: clock times, as in 10:00 to 13:00."""

    id: str
    date: str
    sittings: tuple[tuple[str, str], ...]


class QuestionKind(StrEnum):
    """A concept note puts questions to a panel or only names areas of focus; each is called what it is."""

    QUESTIONS = "questions"
    FOCUS_AREAS = "focus_areas"


@dataclass(frozen=True, slots=True)
class Question:
    """A guiding question or focus area; `number` counts from 1 within its panel."""

    id: QuestionId
    number: int
    text: str
    short: str = ""

    @property
    def brief(self) -> str:
        return self.short or self.text


class SeatRole(StrEnum):
    """What somebody does at the table of a panel."""

    MODERATOR = "moderator"
    RAPPORTEUR = "rapporteur"
    PANELLIST = "panellist"


@dataclass(frozen=True, slots=True)
class Seat:
    """A place at the table of a panel; `capacity` is the office in which somebody sits there, if any."""

    id: SeatId
    participant: ParticipantId
    number: int
    role: SeatRole = SeatRole.PANELLIST
    capacity: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel as planned; instants are UTC milliseconds, `hard_stop` is when interpretation ends.

    `origin` is the programme that told of it first, where `uid` names it. `titles` are pairs of a language
    and what the panel is called in it; `interpretation` are the languages that it can be followed in.
    """

    id: PanelId
    number: int
    title: str
    starts: int
    ends: int
    hard_stop: int
    short: str = ""
    summary: str = ""
    questions_are: QuestionKind = QuestionKind.QUESTIONS
    questions: tuple[Question, ...] = ()
    origin: str = ""
    uid: str = ""
    room: str = ""
    titles: tuple[tuple[str, str], ...] = ()
    interpretation: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()

    @property
    def brief(self) -> str:
        return self.short or self.title

    def title_in(self, language: str) -> str:
        """Return what the panel is called in a language: its title where it has none in that one."""
        return dict(self.titles).get(language, self.title)

    def brief_in(self, language: str) -> str:
        """Return what the panel is called for short in a language."""
        return dict(self.titles).get(language, self.brief)

    def called_in(self, language: str) -> Panel:
        """Return the panel under its title in a language, itself if it has none."""
        title = self.title_in(language)
        return self if title == self.title else replace(self, title=title, short="")

    def seat_of(self, participant: ParticipantId) -> Seat | None:
        """Return where somebody sits at the table, None for whoever does not."""
        return next((seat for seat in self.seats if seat.participant == participant), None)


@dataclass(frozen=True, slots=True)
class Workshop:
    """What is true of the whole workshop; `notice`, if any, is shown wherever its statements are."""

    title: str
    language: str
    zone: str
    short: str = ""
    slug: str = "workshop"
    aim: str = ""
    place: str = ""
    outcome: str = ""
    notice: str = ""

    @property
    def brief(self) -> str:
        return self.short or self.title
