"""Whether a panel can begin: what is looked at before it, and how each point stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.floor import Floor
from facilitator.domain.people import CategoryKey, Participant
from facilitator.domain.programme import Panel
from facilitator.domain.timing import MINUTE

LITTLE_ROOM = 1_000_000_000
"""Bytes on the disk below which a warning is due."""
NO_ROOM = 100_000_000
"""Bytes below which a day of notes and snapshots may not be kept."""


class State(StrEnum):
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was looked at: `name` says what, `n` how many people, minutes, megabytes or files."""

    name: str
    state: State
    n: int = 0


def room_left(free_bytes: int) -> Point:
    """Return how much room there is on the disk, in megabytes."""
    state = State.FAIL if free_bytes < NO_ROOM else State.WARN if free_bytes < LITTLE_ROOM else State.OK
    return Point("disk", state, free_bytes // 1_000_000)


def counted(name: str, n: int, otherwise: State) -> Point:
    """Return a point that is well where nothing of it was counted."""
    return Point(name, otherwise if n else State.OK, n)


def panel_points(
    panel: Panel, floor: Floor, there: Collection[Participant], categories: Iterable[CategoryKey], now: int
) -> Iterator[Point]:
    """Yield how the panel itself stands: its people, its times and its plan."""
    known = frozenset(categories)
    yield Point("people", State.OK if there else State.FAIL, len(there))
    yield counted("category", sum(who.category not in known for who in there), State.FAIL)
    yield counted("language", sum(not who.language for who in there), State.WARN)
    yield _hard_stop(panel, now)
    yield Point("questions", State.OK if panel.questions else State.WARN, len(panel.questions))
    yield _plan(panel, floor)
    spoken = len(panel.interpretation)
    yield Point("interpretation", State.OK if spoken else State.WARN, spoken)


def _hard_stop(panel: Panel, now: int) -> Point:
    if panel.hard_stop <= now:
        return Point("hard_stop_over", State.FAIL)
    early = panel.ends - panel.hard_stop
    return Point("hard_stop", State.WARN if early > 0 else State.OK, max(early, 0) // MINUTE)


def _plan(panel: Panel, floor: Floor) -> Point:
    if not floor.plan:
        return Point("no_plan", State.WARN)
    over = sum(each.ms for each in floor.plan) - (panel.ends - panel.starts)
    return Point("plan", State.WARN if over > 0 else State.OK, -(-max(over, 0) // MINUTE))
