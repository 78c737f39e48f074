"""When each panel entered its phases, as the journal tells it."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.acts.desk import Desk
from facilitator.domain.hearing import PhaseSpan, phase_spans
from facilitator.domain.programme import PanelId, Phase
from facilitator.domain.view import View
from facilitator.store.journal import Change, from_json

Entered = list[tuple[int, Phase]]


def phases_entered(desk: Desk, panels: Iterable[PanelId]) -> dict[PanelId, Entered]:
    """Return when each panel entered each phase: an undone entry does not count."""
    entered: dict[PanelId, Entered] = {panel: [] for panel in panels}
    for event in desk.file.journal():
        for change in from_json(event.changes):
            if change.table == "panel" and change.id in entered and change.after is not None:
                _note(entered[PanelId(change.id)], change, event.at, undone=event.act == "undo")
    return entered


def _note(entered: Entered, change: Change, at: int, *, undone: bool) -> None:
    after = change.after or {}
    if undone and entered and "phase" in after:
        entered.pop()
    elif "phase" in after and not undone and change.before is not None:
        entered.append((at, Phase(after["phase"])))
    elif after.get("opened_at") is not None and not entered:
        entered.append((at, Phase.OPENING))


def spans(view: View, entered: Entered, now: int) -> tuple[PhaseSpan, ...]:
    """Return the phases of the panel in view as stretches, the last one up to its close or until `now`."""
    closed = None if view.floor is None else view.floor.closed_at
    return phase_spans(entered, now if closed is None else closed)
