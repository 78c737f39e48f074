"""When advice is worked out: at once, or with a crowd after the frame that shows what a press has done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from facilitator.domain.view import View

_CROWD = 60  # who waits
_AFTER_MS = 30


class Part(Protocol):
    """Something on the desk that shows a view."""

    def show_view(self, view: View, now: int) -> None: ...


class Advising(QTimer):
    """Brings the parts that advise up to date; `done` hears of it when they are.

    Out of sight nothing is worked out; whoever turns to them sees them whole.
    """

    def __init__(
        self, parent: QWidget, parts: Sequence[Part], clock: Callable[[], int], done: Callable[[View], None]
    ) -> None:
        super().__init__(parent, singleShot=True, interval=_AFTER_MS)
        self._parts, self._clock, self._done = parts, clock, done
        self._view: View | None = None
        self._resting = False
        self.timeout.connect(self._late)

    def rest(self) -> None:
        """Nobody sees the parts."""
        self._resting = True
        self.stop()

    def wake(self) -> None:
        """Somebody turns to the parts: they show the view that was told last."""
        if self._resting:
            self._resting = False
            self._late()

    def show_view(self, view: View, now: int) -> None:
        """The parts show the view, a moment later if many wait: of many presses in that moment the last."""
        self._view = view
        if self._resting:
            return
        if view.floor is not None and len(view.floor.waiting) > _CROWD:
            self.start()
        else:
            self.tick(now)

    def tick(self, now: int) -> None:
        """What is advised at `now` stands there."""
        self.stop()
        if self._view is not None and not self._resting:
            for part in self._parts:
                part.show_view(self._view, now)

    def _late(self) -> None:
        self.tick(self._clock())
        if self._view is not None:
            self._done(self._view)
