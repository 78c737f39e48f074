"""When the panels to come will begin: a break takes up what is late, a hard stop holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.domain.programme import Panel


@dataclass(frozen=True, slots=True)
class Expected:
    """Instants in UTC milliseconds; `late_ms` is how much later than planned the panel begins."""

    panel: Panel
    begins: int
    ends: int

    @property
    def late_ms(self) -> int:
        return self.begins - self.panel.starts


def day_ahead(to_come: Iterable[Panel], free_at: int) -> Iterator[Expected]:
    """Yield the panels to come if the room is free at `free_at`: each as planned, or as soon as it can.

    A panel that begins late still ends at its hard stop, because the interpreters leave then; one that could
    only begin after its hard stop ends as it begins. Nothing ever begins before its time.
    """
    for panel in to_come:
        begins = max(panel.starts, free_at)
        free_at = max(panel.hard_stop, begins)
        yield Expected(panel, begins, free_at)
