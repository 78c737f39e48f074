"""The speaker's clock: only instants and pauses are kept, everything shown is computed from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

SECOND = 1_000
MINUTE = 60 * SECOND
DAY = 24 * 60 * MINUTE
YEAR = 366 * DAY
GRACE_MS = 30 * SECOND


class ClockState(StrEnum):
    RUNNING = "running"
    WARNING = "warning"
    DANGER = "danger"
    GRACE = "grace"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch that does not count as speech; `end` is None while it lasts.

    `interruption` is the intervention that the clock stands still for, and runs on after.
    """

    begin: int
    end: int | None = None
    interruption: str | None = None

    def length(self, now: int) -> int:
        return max(0, (now if self.end is None else self.end) - self.begin)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The times left at which a clock warns, in milliseconds; None stands for a part of the limit."""

    warning_ms: int | None = None
    danger_ms: int | None = None
    grace_ms: int = GRACE_MS


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of one intervention: instants in UTC milliseconds, lengths in milliseconds.

    `extra_ms` is an accommodation: part of the limit, and told to nobody.
    """

    began: int
    allotment_ms: int
    added_ms: int = 0
    ended: int | None = None
    pauses: tuple[Pause, ...] = ()
    extra_ms: int = 0
    thresholds: Thresholds = Thresholds()

    @property
    def paused(self) -> bool:
        return self.ended is None and bool(self.pauses) and self.pauses[-1].end is None

    @property
    def latest(self) -> int:
        """The last instant that is known of it: nothing happens to it before."""
        last = self.pauses[-1] if self.pauses else Pause(self.began)
        known = (self.began, last.begin, last.end, self.ended)
        return max(instant for instant in known if instant is not None)

    @property
    def limit_ms(self) -> int:
        """The time given altogether: the allotment and what was added or taken since, never below zero."""
        return max(0, self.allotment_ms + self.added_ms + self.extra_ms)

    @property
    def warning_ms(self) -> int:
        """The time left at which the speaker is warned: a fifth of the limit, at least 30 seconds."""
        if self.thresholds.warning_ms is not None:
            return self.thresholds.warning_ms
        return max(30 * SECOND, self.limit_ms // 5)

    @property
    def danger_ms(self) -> int:
        """The time left at which the last seconds begin: a twentieth of the limit, at least 10 seconds."""
        if self.thresholds.danger_ms is not None:
            return self.thresholds.danger_ms
        return max(10 * SECOND, self.limit_ms // 20)

    def elapsed(self, now: int) -> int:
        """Return the time spoken until `now`: without pauses, untouched by added time."""
        until = now if self.ended is None else self.ended
        return max(0, until - self.began - sum(pause.length(until) for pause in self.pauses))

    def spoken_by(self, instant: int) -> int:
        """Return the time spoken at an instant that may lie before the end."""
        until = instant if self.ended is None else min(instant, self.ended)
        return self.moved(self.began, max(self.began, until)).elapsed(until)

    def remaining(self, now: int) -> int:
        """Return the time left at `now`; negative once over the limit."""
        return self.limit_ms - self.elapsed(now)

    def state(self, now: int) -> ClockState:
        """Return the phase of the clock; exactly zero left is still the last seconds."""
        left = self.remaining(now)
        if left < -self.thresholds.grace_ms:
            return ClockState.OVER
        if left < 0:
            return ClockState.GRACE
        if left <= self.danger_ms:
            return ClockState.DANGER
        return ClockState.WARNING if left <= self.warning_ms else ClockState.RUNNING

    def pause(self, at: int, interruption: str | None = None) -> Clock:
        return replace(self, pauses=(*self.pauses, Pause(at, None, interruption)))

    def resume(self, at: int) -> Clock:
        *before, last = self.pauses
        return replace(self, pauses=(*before, replace(last, end=max(at, last.begin))))

    def stop(self, at: int) -> Clock:
        """Return the clock ended at `at`; a pause still open ends with it."""
        at = max(at, self.began)
        stopped = self.resume(at) if self.paused else self
        return replace(stopped, ended=at)

    def moved(self, began: int, ended: int | None) -> Clock:
        """Return the clock with corrected instants, each pause cut to what still lies within them."""
        kept = tuple(_cut(self.pauses, began, ended))
        return replace(self, began=began, ended=ended, pauses=kept)


def _cut(pauses: Iterable[Pause], began: int, ended: int | None) -> Iterable[Pause]:
    for pause in pauses:
        begin = max(began, pause.begin)
        end = pause.end if ended is None else min(ended, pause.end if pause.end is not None else ended)
        if end is None or end > begin:
            yield replace(pause, begin=begin, end=end)


def shown_seconds(ms: int, *, down: bool = True) -> int:
    """Return whole seconds for a display: up to the next when counting down, down when counting up."""
    return -(-ms // SECOND) if down else ms // SECOND
