"""What every screen sees: one frozen look at the workshop, from which all that moves is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from facilitator.domain.balance import Share, balance
from facilitator.domain.day_ahead import Expected, day_ahead
from facilitator.domain.floor import Floor
from facilitator.domain.gap import Gap, gaps
from facilitator.domain.inscription import list_open_at
from facilitator.domain.notes import Coding, Note, NoteId, Relation
from facilitator.domain.people import Attendance, Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.planning import Forecast, capped, forecast, given
from facilitator.domain.programme import Anomaly, Day, Named, Panel, PanelId, PanelState, Workshop
from facilitator.domain.protection import Ceilings
from facilitator.domain.recommendation import Recommendation
from facilitator.domain.steps import Verdict, verdict
from facilitator.domain.suggestion import Suggestion, suggestion
from facilitator.domain.tally import CATEGORY, Side


@dataclass(frozen=True, slots=True)
class Done:
    """An act in the journal: what was done, when, and to whom or what (`subject`: a name or short text)."""

    at: int
    act: str
    subject: str = ""
    undoes: str = ""  # the act that this undo or redo took back or brought back


class Scope(StrEnum):
    """How much of the workshop is looked at."""

    PANEL = "panel"
    DAY = "day"
    WORKSHOP = "workshop"


@dataclass(frozen=True, slots=True)
class View:
    """`panel` is the one under way, else the one last looked at, else None; `floor` and `notes` are its own.

    `people` are in the room or not as at the panel, `attendance` is what is told of that panel itself,
    `invited` are the same people as for the whole workshop.
    `floors` are those of all panels; `ceilings` are what a document may show of anybody at most. Where
    bodies are kept back, `bodies` has for each person the first one of the same body.

    `conflicts` counts the places that read differently on two laptops.

    `last_acts` come newest first; `undo` and `redo` name the act that the key would take back or bring back.
    """

    workshop: Workshop
    categories: tuple[Category, ...] = ()
    people: Mapping[ParticipantId, Participant] = field(default_factory=dict)
    panels: tuple[Panel, ...] = ()
    states: Mapping[PanelId, PanelState] = field(default_factory=dict)
    panel: Panel | None = None
    floor: Floor | None = None
    notes: tuple[Note, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    last_acts: tuple[Done, ...] = ()
    undo: Done | None = None
    redo: Done | None = None
    floors: Mapping[PanelId, Floor] = field(default_factory=dict)
    codings: Mapping[NoteId, tuple[Coding, ...]] = field(default_factory=dict)
    relations: Mapping[NoteId, tuple[Relation, ...]] = field(default_factory=dict)
    attendance: Mapping[ParticipantId, Attendance] = field(default_factory=dict)
    invited: Mapping[ParticipantId, Participant] = field(default_factory=dict)
    ceilings: Ceilings = field(default_factory=Ceilings)
    bodies: Mapping[ParticipantId, ParticipantId] = field(default_factory=dict)
    days: tuple[Day, ...] = ()
    objectives: tuple[Named, ...] = ()
    profiles: tuple[Named, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    conflicts: int = 0
    short_codes: Mapping[str, str] = field(default_factory=dict)  # the workshop's own, with their phrases
    floor_elsewhere: str = ""  # which laptop holds the floor, if not this one

    @property
    def live(self) -> bool:
        """A panel sits or is in a break: nothing modal, no switch of language."""
        return self.floor is not None and self.floor.state in (PanelState.OPEN, PanelState.SUSPENDED)

    def list_open(self, now: int) -> bool:
        """Say whether the floor can be asked for: nobody closed the list, and it has not closed by itself."""
        return self.floor is not None and list_open_at(self.floor, now)

    def category(self, key: CategoryKey) -> Category:
        return next((c for c in self.categories if c.key == key), Category(key, str(key)))

    def balance(
        self, now: int, by: str = CATEGORY, scope: Scope = Scope.PANEL, side: Side | None = None
    ) -> tuple[Share, ...]:
        """Return who has been heard until `now`, by a dimension, in the panel or in more than it."""
        floors = self._of(scope)
        return balance(floors, self.categories, self.people, now, by=by, side=side) if floors else ()

    def suggestion(self, now: int) -> Suggestion | None:
        """Return who might be moved up at `now`."""
        return None if self.floor is None else suggestion(self.floor, self.categories, self.people, now)

    def gaps(self, now: int) -> tuple[Gap, ...]:
        """Return the categories nobody has been heard of although somebody is there."""
        floor, panel = self.floor, self.panel
        if floor is None or panel is None or floor.opened_at is None or CATEGORY in floor.rules.hidden:
            return ()
        return tuple(gaps(self.balance(now), CATEGORY, floor.opened_at, panel.hard_stop, now))

    def forecast(self, now: int, each_ms: int | None = None) -> Forecast | None:
        """Return the rest of the panel as foreseen at `now`, with at most `each_ms` for everyone."""
        if self.floor is None or self.panel is None:
            return None
        floor = self.floor
        if each_ms is not None:
            floor = given(floor, capped(floor, self.people, each_ms))
        return forecast(floor, self.people, self.panel.hard_stop, now)

    def verdict(self, now: int) -> Verdict | None:
        """Return what the rest of the panel comes to, and what could be done about it."""
        if self.floor is None or self.panel is None:
            return None
        return verdict(self.floor, self.people, self.panel.hard_stop, now)

    def ahead(self, now: int) -> tuple[Expected, ...]:
        """Return when the panels that are still planned will begin, as it looks at `now`."""
        rest = self.forecast(now) if self.live else None
        planned = (p for p in self.panels if self.states.get(p.id) is PanelState.PLANNED)
        return tuple(day_ahead(planned, now if rest is None else max(now, rest.ends)))

    def _of(self, scope: Scope) -> tuple[Floor, ...]:
        if self.floor is None or self.panel is None or scope is Scope.PANEL:
            return () if self.floor is None else (self.floor,)
        own = self._date(self.panel)
        chosen = [p for p in self.panels if scope is Scope.WORKSHOP or self._date(p) == own]
        first = [
            self.floor,
            *(self.floors[p.id] for p in chosen if p.id != self.panel.id and p.id in self.floors),
        ]
        return tuple(first)

    def _date(self, panel: Panel) -> date:
        """Return the day of a panel where the workshop is held."""
        return datetime.fromtimestamp(panel.starts / 1000, ZoneInfo(self.workshop.zone)).date()
