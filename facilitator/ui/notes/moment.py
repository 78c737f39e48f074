"""The moment a note was begun in: the link it will have, whatever happens on the floor meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

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
    nobody: bool = False


class Whose(Enum):
    """For whom a note is: whoever speaks, whoever spoke before, the panel as a whole, or nobody."""

    SPEAKER = "speaker"
    BEFORE = "before"
    PANEL = "panel"
    NOBODY = "nobody"

    @property
    def next(self) -> Whose:
        choices = list(Whose)
        return choices[(choices.index(self) + 1) % len(choices)]


def moment_of(view: View, now: int, whose: Whose = Whose.SPEAKER) -> Moment:
    """Return the link that a note begun at `now` has."""
    if whose is Whose.NOBODY:
        return replace(_moment(view, now, None), nobody=True)
    if view.floor is None or whose is Whose.PANEL:
        return _moment(view, now, None)
    speaker = view.floor.speaking
    if whose is Whose.BEFORE:
        turns = sorted(view.floor.interventions, key=lambda turn: turn.clock.began)
        speaker = next((turn for turn in reversed(turns) if turn is not speaker), None)
    return _moment(view, now, speaker)


def still(moment: Moment, view: View) -> Moment:
    """Return the moment as it can be linked by now: giving the floor may have been taken back since."""
    floor = view.floor
    if floor is None or floor.panel != moment.panel or moment.intervention is None:
        return moment
    turn = next((turn for turn in floor.interventions if turn.id == moment.intervention), None)
    return _moment(view, moment.at, turn or _speaking_at(floor, moment.at))


def _moment(view: View, at: int, speaker: Intervention | None) -> Moment:
    panel = id_of(view)
    if speaker is None:
        return Moment(at, panel)
    name = view.people[speaker.participant].name
    return Moment(at, panel, speaker.id, name, speaker.clock.spoken_by(at))


def _speaking_at(floor: Floor, at: int) -> Intervention | None:
    for turn in reversed(floor.interventions):
        if turn.clock.began <= at and (turn.clock.ended is None or at <= turn.clock.ended):
            return turn
    return None


def id_of(view: View) -> PanelId | None:
    """Return which panel is looked at."""
    return None if view.panel is None else view.panel.id
