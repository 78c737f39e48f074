"""A second, small clock beside the speaker's: for a right of reply, or a moment of silence."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class SideClock:
    """It shows `shown_ms` at `since`, and moves from there while it runs; `since` is None while it stands.

    `set_ms` is what it is reset to. Lengths in milliseconds, `since` in UTC milliseconds.
    """

    set_ms: int
    shown_ms: int
    since: int | None = None
    up: bool = False

    def reading(self, now: int) -> int:
        """Return what it shows at `now`; below zero once it has run out."""
        if self.since is None:
            return self.shown_ms
        run = max(0, now - self.since)
        return self.shown_ms + run if self.up else self.shown_ms - run

    def start(self, at: int) -> SideClock:
        return self if self.since is not None else replace(self, since=at)

    def stand(self, at: int) -> SideClock:
        """It stands still at what it shows."""
        return replace(self, shown_ms=self.reading(at), since=None)

    def reset(self) -> SideClock:
        """It stands at what it was set to."""
        return replace(self, shown_ms=self.set_ms, since=None)

    def add(self, ms: int) -> SideClock:
        """It shows so much more, or less if `ms` is below zero."""
        return replace(self, shown_ms=self.shown_ms + ms)

    def turn(self, at: int) -> SideClock:
        """It goes the other way from what it shows."""
        since = None if self.since is None else at
        return replace(self, shown_ms=self.reading(at), since=since, up=not self.up)
