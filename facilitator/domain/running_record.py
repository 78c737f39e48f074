"""The running record: all that was said and when, of every kind, in the order of time; nothing protected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.attribution import Audience, Level, Voice, audience
from facilitator.domain.hearing import received, unheard
from facilitator.domain.intervention import Intervention
from facilitator.domain.notes import Note, NoteKind, speaker_of
from facilitator.domain.people import Participant
from facilitator.domain.programme import Panel, PanelId, Phase
from facilitator.domain.requests import Request
from facilitator.domain.view import View

LEVELS = (Level.NAME, Level.BODY, Level.CATEGORY)
"""The record tells the moment of everything, which below A2 would point to the speaker."""
KEPT_BACK = frozenset({NoteKind.PROTECTION, NoteKind.MEMO})
"""What never leaves, not even in the record."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One of a phase entered, an intervention, a note, or a request that never had the floor.

    It stands at the instant `at` (UTC milliseconds): a request when its statement was received in writing, or
    at the close that left it unheard. `who` had the floor or asked for it; `ends` is None for what takes no
    time or is still under way.
    """

    panel: Panel
    at: int
    ends: int | None = None
    phase: Phase | None = None
    intervention: Intervention | None = None
    note: Note | None = None
    who: Participant | None = None
    request: Request | None = None
    ceiling: Level = Level.NAME


@dataclass(frozen=True, slots=True)
class RunningRecord:
    """The entries of panels in their order, at one level of attribution."""

    level: Level
    entries: tuple[Entry, ...]
    audiences: Mapping[PanelId, Audience]

    def name(self, entry: Entry) -> str:
        return entry.who.name if entry.who is not None and self.level is Level.NAME else ""

    def body(self, entry: Entry) -> str:
        """Return the body spoken for, with whose words an intervention on behalf of others began."""
        if entry.who is None or self.level is Level.CATEGORY:
            return ""
        return entry.who.delegation

    def on_behalf_of(self, entry: Entry) -> str:
        turn = entry.intervention or entry.request
        if entry.ceiling > Level.BODY:
            return ""
        return "" if turn is None or self.level is Level.CATEGORY else turn.on_behalf_of

    def tells_category(self, entry: Entry) -> bool:
        """Say whether the category may stand there: at A2 only where enough of it spoke."""
        if entry.who is None:
            return False
        return max(self.level, entry.ceiling) is not Level.CATEGORY or self.audiences[entry.panel.id].hides(
            Voice(entry.who).cell
        )


def running_record(
    views: Sequence[View], phases: Mapping[PanelId, Sequence[tuple[int, Phase]]], level: Level
) -> RunningRecord:
    """Return the record of the panels in view; `phases` are the instants at which they entered each."""
    entries: list[Entry] = []
    audiences: dict[PanelId, Audience] = {}
    for view in views:
        if view.panel is not None and view.floor is not None:
            entered = phases.get(view.panel.id, ())
            found = [*_phases(view.panel, entered), *_said(view, view.panel), *_unheard(view, view.panel)]
            entries += sorted(found, key=_order)
            audiences[view.panel.id] = audience(view.floor.interventions, view.people)
    return RunningRecord(level, tuple(entries), audiences)


def _phases(panel: Panel, entered: Sequence[tuple[int, Phase]]) -> Iterator[Entry]:
    for at, phase in entered:
        yield Entry(panel, at, phase=phase)


def _said(view: View, panel: Panel) -> Iterator[Entry]:
    """Yield interventions and what was noted of them."""
    spoken = () if view.floor is None else view.floor.interventions
    for intervention in sorted(spoken, key=lambda i: i.clock.began):
        who = view.ceilings.shown(view.people.get(intervention.participant))
        clock, ceiling = intervention.clock, view.ceilings.of(intervention.participant)
        yield Entry(panel, clock.began, clock.ended, intervention=intervention, who=who, ceiling=ceiling)
    turns = {intervention.id: intervention for intervention in spoken}
    for note in sorted(view.notes, key=lambda n: (n.at, n.id)):
        if note.kind in KEPT_BACK or not note.text.strip():
            continue
        turn = None if note.intervention is None else turns.get(note.intervention)
        speaker = speaker_of(note, turns)
        whose = view.ceilings.shown(None if speaker is None else view.people.get(speaker), note.id)
        ceiling = view.ceilings.of(speaker, note.id)
        yield Entry(panel, note.at, note=note, intervention=turn, who=whose, ceiling=ceiling)


def _unheard(view: View, panel: Panel) -> Iterator[Entry]:
    """Yield statements received but not delivered, and who still waited when the panel was closed."""
    if view.floor is None:
        return
    for request in (*received(view.floor), *unheard(view.floor)):
        at = view.floor.closed_at if request.settled_at is None else request.settled_at
        if at is not None:
            who, ceiling = view.people.get(request.participant), view.ceilings.of(request.participant)
            yield Entry(panel, at, who=view.ceilings.shown(who), request=request, ceiling=ceiling)


def _order(entry: Entry) -> tuple[int, int, bool]:
    """Words come after their speaker, and before the next one who began at the same instant."""
    began = entry.at if entry.intervention is None else entry.intervention.clock.began
    return entry.at, min(began, entry.at), entry.note is not None
