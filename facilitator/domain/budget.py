"""A group's budget of speaking time: what was granted, against what its speakers were charged since."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """`granted_ms` holds from the moment at which the group had been charged `charged_before_ms`."""

    granted_ms: int
    charged_before_ms: int = 0

    def left(self, charged_ms: int) -> int:
        """Return what is left of it when the group has been charged so much; an overdraft is negative."""
        return self.granted_ms - (charged_ms - self.charged_before_ms)
