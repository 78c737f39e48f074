"""What every screen sees: one frozen look at the workshop, from which all that moves is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.domain.balance import Share, balance
from facilitator.domain.floor import Floor
from facilitator.domain.inscription import list_open_at
from facilitator.domain.notes import Note, Recommendation
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.planning import Forecast, forecast
from facilitator.domain.programme import Panel, PanelId, PanelState, Workshop


@dataclass(frozen=True, slots=True)
class Done:
    """An act in the journal: what was done, when, and to whom or what (`subject`: a name or short text)."""

    at: int
    act: str
    subject: str = ""
    undoes: str = ""  # the act that this undo or redo took back or brought back


@dataclass(frozen=True, slots=True)
class View:
    """`panel` is the one under way, else the one last looked at, else None; `floor` and `notes` are its own.

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

    @property
    def live(self) -> bool:
        """A panel sits or is in a break: nothing modal, no switch of language."""
        return self.floor is not None and self.floor.state in (PanelState.OPEN, PanelState.SUSPENDED)

    def list_open(self, now: int) -> bool:
        """Say whether the floor can be asked for: nobody closed the list, and it has not closed by itself."""
        return self.floor is not None and list_open_at(self.floor, now)

    def category(self, key: CategoryKey) -> Category:
        return next((c for c in self.categories if c.key == key), Category(key, str(key)))

    def balance(self, now: int) -> tuple[Share, ...]:
        return () if self.floor is None else balance(self.floor, self.categories, self.people, now)

    def forecast(self, now: int, each_ms: int | None = None) -> Forecast | None:
        """Return the rest of the panel as foreseen at `now`, with at most `each_ms` for everyone."""
        if self.floor is None or self.panel is None:
            return None
        return forecast(self.floor, self.people, self.panel.hard_stop, now, each_ms=each_ms)
