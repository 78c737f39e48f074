"""What the live keys do to the floor, whichever desk is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from facilitator.domain.intervention import Intervention
from facilitator.domain.people import ParticipantId
from facilitator.domain.programme import Panel
from facilitator.domain.requests import Kind, RequestId
from facilitator.domain.timing import SECOND
from facilitator.domain.view import View
from facilitator.ui.floor.phases import next_step

_LATE_MS = 30 * SECOND
Do = Callable[..., str | None]


class Gestures(Protocol):
    """What a key means depends on what is chosen and typed on the floor's desk."""

    def selected(self) -> RequestId | None: ...

    def typed(self) -> ParticipantId | None: ...

    def clear_typed(self) -> None: ...

    def ask_for(self, kind: Kind) -> None: ...

    def ask_side_clock(self) -> None: ...

    def open_list_menu(self) -> None: ...

    def take_proposal(self) -> None: ...


class LiveActs:
    """Each press names the intervention the screen shows, so that one that comes too late is refused."""

    def __init__(
        self, do: Do, view: Callable[[], View], desk: Gestures, begin: Callable[[Panel], object]
    ) -> None:
        self._do, self._view, self._desk, self._begin = do, view, desk, begin

    def by_name(self) -> dict[str, Callable[[], object]]:
        """Return the acts by the keys they lie on."""
        return {
            "Shift F3": self._desk.open_list_menu,
            "F5": self.pause_or_resume,
            "Shift F5": self.began_earlier,
            "Ctrl F5": self._desk.take_proposal,
            "Ctrl F6": self.next_phase,
            "F7": partial(self.add_seconds, -15),
            "Shift F7": partial(self.add_seconds, -60),
            "Ctrl F7": self.start_or_stop_side_clock,
            "F8": partial(self.add_seconds, 15),
            "Shift F8": partial(self.add_seconds, 60),
            "Ctrl F8": self.reset_side_clock,
            "F9": self.main,
            "Shift F9": self.end,
            "Ctrl F9": self.point_of_order,
        }

    def main(self) -> None:
        """F9: open the panel, or give the floor to the one selected, else to the next.

        In two steps, the first press ends who speaks: the room sees who is next, with the whole limit.
        """
        view = self._view()
        floor = view.floor
        if floor is None or view.panel is None:
            return
        if not view.live:
            self._begin(view.panel)
            return
        if floor.rules.two_step and floor.speaking is not None:
            self.end()
            return
        selected = self._desk.selected()
        self.give(selected if selected in {r.id for r in floor.waiting} else None)

    def give(self, request: RequestId | None) -> None:
        """The request, or the next one, has the floor."""
        speaker = self._speaker()
        self._do("give_floor", request=request, current=None if speaker is None else speaker.id)

    def point_of_order(self) -> None:
        """Ctrl F9: the point of order that waits is heard, else one by whoever is typed or selected."""
        floor = self._view().floor
        if floor is None:
            return
        raised = next((r for r in floor.waiting if r.kind is Kind.POINT_OF_ORDER), None)
        if raised is not None:
            self.give(raised.id)
            return
        who = self._desk.typed() or self._who(self._desk.selected())
        if who is None:
            self._desk.ask_for(Kind.POINT_OF_ORDER)
            return
        speaker = self._speaker()
        current = None if speaker is None else speaker.id
        if self._do("raise_point_of_order", participant=who, current=current) is not None:
            self._desk.clear_typed()

    def pause_or_resume(self) -> None:
        speaker = self._speaker()
        if speaker is not None:
            self._do("resume" if speaker.clock.paused else "pause", current=speaker.id)

    def end(self) -> None:
        speaker = self._speaker()
        if speaker is not None:
            self._do("end_intervention", current=speaker.id)

    def add_seconds(self, seconds: int) -> None:
        speaker = self._speaker()
        self._do("add_time", seconds=seconds, current=None if speaker is None else speaker.id)

    def began_earlier(self) -> None:
        """Shift F5: the speaker began half a minute before the key was pressed."""
        speaker = self._speaker()
        if speaker is not None:
            self._do("repair", intervention=speaker.id, begin=speaker.clock.began - _LATE_MS)

    def next_phase(self) -> None:
        """Ctrl F6: the panel goes on to the next phase of its plan."""
        floor = self._view().floor
        following = None if floor is None else next_step(floor)
        if following is not None:
            self._do("enter_phase", phase=following.phase)

    def start_or_stop_side_clock(self) -> None:
        """Ctrl F7: the small clock runs or stands; one that is not set yet is asked for."""
        floor = self._view().floor
        if floor is None or floor.side_clock is None:
            self._desk.ask_side_clock()
        else:
            self._do("start_side_clock" if floor.side_clock.since is None else "stop_side_clock")

    def reset_side_clock(self) -> None:
        """Ctrl F8: the small clock stands at what it was set to; one that does so is set afresh."""
        floor = self._view().floor
        clock = None if floor is None else floor.side_clock
        if clock is None or (clock.since is None and clock.shown_ms == clock.set_ms):
            self._desk.ask_side_clock()
        else:
            self._do("reset_side_clock")

    def _who(self, request: RequestId | None) -> ParticipantId | None:
        floor = self._view().floor
        waiting = () if floor is None else floor.waiting
        return next((r.participant for r in waiting if r.id == request), None)

    def _speaker(self) -> Intervention | None:
        floor = self._view().floor
        return None if floor is None else floor.speaking
