"""The one heartbeat of all windows: it beats when a shown second changes, and never counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facilitator.domain.side_clock import SideClock
from facilitator.domain.timing import SECOND, Clock

_ALIVE_EVERY_MS = 5 * SECOND
_AFTER_FRAME_MS = 100
_LONG_MS = 300  # of the waits between the seconds of three clocks one is as long, or nearly always
LEAP_MS = 2_000  # clocks that differ by more were put forward or back, or the computer slept


def next_change(now: int, clock: Clock | None, side: SideClock | None = None) -> int:
    """Return the milliseconds until a second changes: on the wall, the speaker's clock or the small one."""
    waits = [SECOND - now % SECOND]
    if clock is not None and not clock.paused and clock.ended is None:
        waits.append(clock.remaining(now) % SECOND or SECOND)
    if side is not None and side.since is not None:
        reading = side.reading(now)
        waits.append(SECOND - reading % SECOND if side.up else reading % SECOND or SECOND)
    return min(waits)


class Heartbeat(QObject):
    """Tells everybody the same `now` at once; it comes, in UTC milliseconds, from the clock handed in."""

    beat = Signal(object)  # an instant, too long for a C int
    leapt = Signal(int)  # by how many milliseconds the wall clock ran ahead of the computer's own

    def __init__(
        self,
        clock: Callable[[], int],
        parent: QObject | None = None,
        steady: Callable[[], float] | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._steady = steady
        self._shown: Clock | None = None
        self._side: SideClock | None = None
        self._last: tuple[int, float] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def show_clock(self, clock: Clock | None, side: SideClock | None = None) -> None:
        """The heart beats with the seconds of these clocks from now on; who asks has shown this one."""
        self._shown, self._side = clock, side
        self._timer.start(next_change(self._clock(), clock, side))

    def tick(self) -> None:
        """Everybody hears what time it is now, and will again when a second changes."""
        now = self._clock()
        self._compare(now)
        self._timer.start(next_change(now, self._shown, self._side))
        self.beat.emit(now)

    def rest_ms(self) -> int:
        """Return for how long after the beat no second changes."""
        return self._timer.interval()

    def stop(self) -> None:
        self._timer.stop()

    def _compare(self, now: int) -> None:
        if self._steady is None:
            return
        steady = self._steady()
        if self._last is not None:
            leap = (now - self._last[0]) - round((steady - self._last[1]) * SECOND)
            if abs(leap) > LEAP_MS:
                self.leapt.emit(leap)
        self._last = (now, steady)


class Alive(QTimer):
    """Writes down now and then that the application is alive.

    It waits until a second is painted after which none changes for a while: a slow disk holds up no clock.
    """

    def __init__(self, parent: QObject, keep: Callable[[], object]) -> None:
        super().__init__(parent, singleShot=True, interval=_AFTER_FRAME_MS)
        self._last: int | None = None
        self.timeout.connect(keep)

    def tick(self, now: int, rest_ms: int) -> None:
        """A second is being painted, and the next one changes after so long a rest."""
        if self._last is None:
            self._last = now - _ALIVE_EVERY_MS
        wait = _ALIVE_EVERY_MS if rest_ms >= _LONG_MS else 2 * _ALIVE_EVERY_MS
        if abs(now - self._last) >= wait:
            self._last = now
            self.start()
