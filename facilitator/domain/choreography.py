"""The course of a panel: opened, taken through its phases, suspended, closed, its list closed in time."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain.floor import Floor
from facilitator.domain.programme import PanelState, Phase
from facilitator.domain.refusals import BadTime, ListAlreadyClosed, ListAlreadyOpen, PanelNotOpen


def opened(floor: Floor, at: int) -> Floor:
    """The panel sits, for the first time or again."""
    since = at if floor.opened_at is None else floor.opened_at
    return replace(floor, state=PanelState.OPEN, opened_at=since, closed_at=None, resumes_at=None)


def entered(floor: Floor, phase: Phase) -> Floor:
    """The panel is in this phase."""
    floor.must_be_open()
    return replace(floor, phase=phase)


def suspended(floor: Floor, at: int, until: int | None = None) -> Floor:
    """The panel takes a break; the clock of whoever speaks stands still meanwhile."""
    floor.must_be_open()
    if until is not None and until < at:
        raise BadTime(field="until")
    speaker = floor.speaking
    running = speaker is not None and not speaker.clock.paused
    return replace(floor.pause(at) if running else floor, state=PanelState.SUSPENDED, resumes_at=until)


def closed(floor: Floor, at: int) -> Floor:
    """The panel is over; an intervention under way ends with it, those who wait stay unheard."""
    if floor.state not in (PanelState.OPEN, PanelState.SUSPENDED):
        raise PanelNotOpen
    return replace(floor.ended(at), state=PanelState.CLOSED, closed_at=at, resumes_at=None)


def list_closed(floor: Floor) -> Floor:
    """Nobody can ask for the floor any more, except on a point of order."""
    floor.must_be_open()
    if not floor.list_open:
        raise ListAlreadyClosed
    return replace(floor, list_open=False)


def list_reopened(floor: Floor) -> Floor:
    """The floor can be asked for again."""
    floor.must_be_open()
    if floor.list_open:
        raise ListAlreadyOpen
    return replace(floor, list_open=True)
