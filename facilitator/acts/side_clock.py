"""The small clock beside the speaker's: set, started, stopped, reset, turned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from facilitator.acts.panels import sitting
from facilitator.acts.registry import Seconds, Work, act, ms
from facilitator.domain.refusals import BadTime, NoPanelOpen, NoSideClock
from facilitator.domain.side_clock import SideClock


@act("floor", NoPanelOpen, BadTime)
def set_side_clock(
    work: Work,
    seconds: Seconds | None = None,
    up: bool = False,
) -> None:
    """The small clock stands at so much and will count down, or up; null: there is none."""
    if seconds is not None and seconds < 0:
        raise BadTime(field="seconds")
    clock = None if seconds is None else SideClock(ms(seconds), ms(seconds), up=up)
    work.keep(replace(sitting(work), side_clock=clock))


@act("floor", NoPanelOpen, NoSideClock)
def start_side_clock(work: Work) -> None:
    """The small clock runs."""
    _change(work, lambda clock: clock.start(work.now))


@act("floor", NoPanelOpen, NoSideClock)
def stop_side_clock(work: Work) -> None:
    """The small clock stands at what it shows."""
    _change(work, lambda clock: clock.stand(work.now))


@act("floor", NoPanelOpen, NoSideClock)
def reset_side_clock(work: Work) -> None:
    """The small clock stands at what it was set to."""
    _change(work, lambda clock: clock.reset())


@act("floor", NoPanelOpen, NoSideClock)
def turn_side_clock(work: Work) -> None:
    """The small clock goes the other way from what it shows."""
    _change(work, lambda clock: clock.turn(work.now))


@act("floor", NoPanelOpen, NoSideClock)
def add_to_side_clock(work: Work, seconds: Seconds) -> None:
    """The small clock shows so much more, or less; a reset forgets it."""
    _change(work, lambda clock: clock.add(ms(seconds)))


def _change(work: Work, change: Callable[[SideClock], SideClock]) -> None:
    floor = sitting(work)
    if floor.side_clock is None:
        raise NoSideClock
    work.keep(replace(floor, side_clock=change(floor.side_clock)))
