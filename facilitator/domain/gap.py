"""Who has not been heard although there is somebody in the room, before it is too late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.domain.balance import FEW, Share

_EARLY = 0.25  # of the time; before that silence says nothing


@dataclass(frozen=True, slots=True)
class Gap:
    """Nobody of `group` has spoken, and `gone` is the fraction of the panel's time that has passed."""

    dimension: str
    group: str
    gone: float
    present: int
    waiting: int

    @property
    def small(self) -> bool:
        """The group is so small that its silence says little."""
        return self.present < FEW


def gaps(shares: Sequence[Share], dimension: str, opened: int, stop: int, now: int) -> Iterator[Gap]:
    """Yield the gaps once a quarter of the time has gone, the largest groups first."""
    gone = (now - opened) / (stop - opened) if stop > opened else 1.0
    if gone >= _EARLY:
        unheard = sorted((s for s in shares if s.unheard), key=lambda share: -share.present)
        for share in unheard:
            yield Gap(dimension, share.key, min(1.0, gone), share.present, share.waiting)
