"""What the live keys do to the floor, whichever desk is shown."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.domain.intervention import Intervention
from facilitator.domain.requests import RequestId
from facilitator.domain.timing import SECOND
from facilitator.domain.view import View

_LATE_MS = 30 * SECOND
Do = Callable[..., str | None]


class LiveActs:
    """Each press names the intervention the screen shows, so that one that comes too late is refused."""

    def __init__(self, do: Do, view: Callable[[], View], selected: Callable[[], RequestId | None]) -> None:
        self._do, self._view, self._selected = do, view, selected

    def main(self) -> None:
        """F9: open the panel, or give the floor to the one selected, else to the next."""
        view = self._view()
        floor = view.floor
        if floor is None or view.panel is None:
            return
        if not view.live:
            self._do("open_panel", panel=view.panel.id)
            return
        selected = self._selected()
        request = selected if selected in {r.id for r in floor.waiting} else None
        self._do("give_floor", request=request, current=None if floor.speaking is None else floor.speaking.id)

    def pause_or_resume(self) -> None:
        speaker = self._speaker()
        if speaker is not None:
            self._do("resume" if speaker.clock.paused else "pause", current=speaker.id)

    def end(self) -> None:
        speaker = self._speaker()
        if speaker is not None:
            self._do("end_intervention", current=speaker.id)

    def add_seconds(self, seconds: int) -> None:
        self._do("add_time", seconds=seconds)

    def began_earlier(self) -> None:
        """Shift F5: the speaker began half a minute before the key was pressed."""
        speaker = self._speaker()
        if speaker is not None:
            self._do("repair", intervention=speaker.id, begin=speaker.clock.began - _LATE_MS)

    def _speaker(self) -> Intervention | None:
        floor = self._view().floor
        return None if floor is None else floor.speaking
