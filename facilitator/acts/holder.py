"""The floor has one writer: an act of the floor is done on the laptop that holds it, or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps

from facilitator.domain.refusals import FloorElsewhere
from facilitator.store.duties import DUTY
from facilitator.store.journal import Change
from facilitator.store.work import Work
from facilitator.store.workshop_file import WorkshopFile

Run = Callable[..., str | None]


def by_the_holder(run: Run) -> Run:
    """Return an act of the floor that another laptop than its holder's is refused."""

    @wraps(run)
    def held(work: Work, **arguments: object) -> str | None:
        must_be_here(work.reading.floor_elsewhere(work.laptop))
        return run(work, **arguments)

    return held


def must_hold(file: WorkshopFile, desk: str, changes: Iterable[Change]) -> None:
    """Raise FloorElsewhere if these are another laptop's to take back; a hand-over is everybody's own."""
    if desk == "floor" and any(change.table != DUTY for change in changes):
        must_be_here(file.reading.floor_elsewhere(file.replica))


def must_be_here(elsewhere: str) -> None:
    """Raise FloorElsewhere if a laptop of this name holds the floor, and not this one."""
    if elsewhere:
        raise FloorElsewhere(name=elsewhere)
