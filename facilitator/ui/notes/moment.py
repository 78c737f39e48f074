"""The moment a note was begun in: the link it will have, whatever happens on the floor meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.programme import PanelId
from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class Moment:
    """What was the case when the first letter was typed; `offset_ms` is the speaker's clock then."""

    at: int
    panel: PanelId | None = None
    intervention: InterventionId | None = None
    speaker: str = ""
    offset_ms: int | None = None


def moment_of(view: View, now: int) -> Moment:
    """Return the link that a note begun at `now` has."""
    speaker = None if view.floor is None else view.floor.speaking
    return _moment(view, now, speaker)


def still(moment: Moment, view: View) -> Moment:
    """Return the moment as it can be linked by now: giving the floor may have been taken back since."""
    floor = view.floor
    if floor is None or floor.panel != moment.panel or moment.intervention is None:
        return moment
    turn = next((turn for turn in floor.interventions if turn.id == moment.intervention), None)
    return _moment(view, moment.at, turn or _speaking_at(floor, moment.at))


def _moment(view: View, at: int, speaker: Intervention | None) -> Moment:
    panel = None if view.panel is None else view.panel.id
    if speaker is None:
        return Moment(at, panel)
    name = view.people[speaker.participant].name
    return Moment(at, panel, speaker.id, name, speaker.clock.spoken_by(at))


def _speaking_at(floor: Floor, at: int) -> Intervention | None:
    for turn in reversed(floor.interventions):
        if turn.clock.began <= at and (turn.clock.ended is None or at <= turn.clock.ended):
            return turn
    return None
