"""Who is invited, who of them has registered, who is at a panel and who was heard, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

from facilitator.domain.people import Attendance, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.view import View

_IS_REGISTERED, _IS_PRESENT = attrgetter("registered"), attrgetter("present")  # of thousands, at once


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many people; whoever is `remote` is not among those present."""

    invited: int
    registered: int
    present: int
    remote: int
    heard: int


def heard(view: View, panel: PanelId | None) -> Mapping[ParticipantId, int]:
    """Return how often each had the floor, at a panel or in the whole workshop."""
    floors = (floor for id_, floor in view.floors.items() if panel in {None, id_})
    return Counter(turn.participant for floor in floors for turn in floor.interventions)


def turnout(view: View, panel: PanelId | None) -> Turnout:
    """Return the figures of the panel that is looked at, or of the whole workshop."""
    here = view.invited if panel is None else view.people
    told = {} if panel is None else view.attendance
    remote = sum(each is Attendance.REMOTE for each in told.values())
    return Turnout(
        invited=len(view.invited),
        registered=sum(map(_IS_REGISTERED, view.invited.values())),
        present=sum(map(_IS_PRESENT, here.values())) - remote,
        remote=remote,
        heard=len(heard(view, panel)),
    )
