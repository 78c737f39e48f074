"""A sound when a speaker's time is up, for those who switch it on: interpreters wear headsets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from facilitator.domain.intervention import InterventionId
from facilitator.domain.view import View
from facilitator.ui.room.control import Memory

CHIME, ON = "chime", "on"
"""How the choice is kept."""


class Chime:
    """Rings once as a speaker's clock comes to 0:00; a clock that is off never does.

    Time added afterwards has an end of its own. What was over already when it was first seen does not ring.
    """

    def __init__(
        self, memory: Memory, view: Callable[[], View], ring: Callable[[], object] = QApplication.beep
    ) -> None:
        self._memory, self._view, self._ring = memory, view, ring
        self._has_time: InterventionId | None = None

    @property
    def on(self) -> bool:
        return self._memory.kept(CHIME) == ON

    def toggle(self) -> None:
        """It rings from the next 0:00 on, or no more; remembered for the next start."""
        self._memory.keep(CHIME, "off" if self.on else ON)

    def tick(self, now: int) -> None:
        """The heart has beaten: it rings if whoever had time left has none."""
        floor, had = self._view().floor, self._has_time
        speaker = None if floor is None else floor.speaking
        self._has_time = None
        if speaker is None or speaker.clock_off:
            return
        if speaker.clock.remaining(now) > 0:
            self._has_time = speaker.id
        elif self.on and had == speaker.id:
            self._ring()
