"""Where the panel stands in its course: what comes next, and what is left of what it is in."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.choreography import batch_asked, batch_full, phase_left
from facilitator.domain.floor import Floor
from facilitator.domain.programme import Phase
from facilitator.domain.timing import MINUTE
from facilitator.language.speech import Language
from facilitator.language.wording import PHASES


@dataclass(frozen=True, slots=True)
class Step:
    """A phase to come; `ms` is None if it is not in the plan."""

    phase: Phase
    ms: int | None = None


def next_step(floor: Floor) -> Step | None:
    """Return the phase after the present one: of the plan if there is one, else of the usual order."""
    if floor.step is not None:
        rest = floor.plan[floor.step + 1 :]
        return Step(rest[0].phase, rest[0].ms) if rest else None
    order = [phase for phase in Phase if phase is not Phase.SECOND_ROUND]
    place = order.index(floor.phase) + 1 if floor.phase in order else len(order)
    return Step(order[place]) if place < len(order) else None


def phase_words(floor: Floor, now: int, language: Language) -> str:
    """Return the present phase with the minutes its plan leaves it; nothing if it is not planned."""
    left = phase_left(floor, now)
    if left is None:
        return ""
    phase, minutes = language.say(PHASES[floor.phase]), abs(left) // MINUTE
    if left >= 0:
        return language.count("{phase}: {n} min left", "{phase}: {n} min left", minutes, phase=phase)
    return language.count("{phase}: {n} min over", "{phase}: {n} min over", minutes, phase=phase)


def batch_words(floor: Floor, language: Language) -> str:
    """Return that the turn is the panel's, once as many have asked as the rule says."""
    if not batch_full(floor):
        return ""
    n = batch_asked(floor)
    return language.count("{n} question: now the panel answers", "{n} questions: now the panel answers", n)
