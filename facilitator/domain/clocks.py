"""How far the clock of another laptop is ahead of ours."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ahead:
    """By how many milliseconds a clock is ahead, at least and at most; below zero it is behind.

    None where nothing tells.
    """

    least: int | None
    most: int | None

    @property
    def fast(self) -> bool:
        return self.least is not None and self.least > 0

    @property
    def surely(self) -> tuple[int, int | None] | None:
        """Return at least and at most how far the two are apart; None if both may be right."""
        if self.least is not None and self.least > 0:
            return self.least, self.most
        if self.most is not None and self.most < 0:
            return -self.most, None if self.least is None else -self.least
        return None
