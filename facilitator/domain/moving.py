"""What a panel's new times do to everything else: told before they are true."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.people import ParticipantId
from facilitator.domain.programme import Panel, PanelId
from facilitator.domain.timing import MINUTE

Sitting = tuple[int, int]
"""When the interpreters of a day begin and end, as instants."""


class Harm(StrEnum):
    OVERLAPS = "overlaps"
    IN_TWO = "in_two"
    HARD_STOP = "hard_stop"
    DAY_ENDS = "day_ends"
    INTERPRETERS = "interpreters"


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that the new times do: to another panel, to somebody who is in both, or for some minutes."""

    harm: Harm
    minutes: int = 0
    panel: PanelId | None = None
    who: ParticipantId | None = None


def effects(
    moved: Panel,
    panels: Iterable[Panel],
    sittings: Sequence[Sitting],
    listed: Mapping[PanelId, Collection[ParticipantId]],
    same_day: Callable[[int, int], bool],
) -> tuple[Effect, ...]:
    """Return what is so if a panel has the times it has here; `listed` are those who wait, by panel."""
    others = [each for each in panels if each.id != moved.id and overlap(moved, each)]
    found = [Effect(Harm.OVERLAPS, overlap(moved, each), each.id) for each in others]
    for other in others:
        twice = _at(moved, listed) & _at(other, listed)
        found += [Effect(Harm.IN_TWO, panel=other.id, who=who) for who in sorted(twice)]
    if moved.hard_stop < moved.ends:
        found.append(Effect(Harm.HARD_STOP, _minutes(moved.ends - moved.hard_stop)))
    return (*found, *_beyond(moved, [each for each in sittings if same_day(each[0], moved.starts)]))


def _beyond(moved: Panel, sittings: Sequence[Sitting]) -> Iterator[Effect]:
    """Yield what of the panel lies after the end of its day, and in hours without interpreters."""
    if not sittings:
        return
    late = moved.ends - max(moved.starts, *(end for _, end in sittings))
    if late > 0:
        yield Effect(Harm.DAY_ENDS, _minutes(late))
    heard = sum(max(0, min(moved.ends, end) - max(moved.starts, start)) for start, end in sittings)
    without = moved.ends - moved.starts - heard - max(0, late)
    if without > 0:
        yield Effect(Harm.INTERPRETERS, _minutes(without))


def _at(panel: Panel, listed: Mapping[PanelId, Collection[ParticipantId]]) -> set[ParticipantId]:
    return {seat.participant for seat in panel.seats} | set(listed.get(panel.id, ()))


def overlap(one: Panel, other: Panel) -> int:
    """Return for how many minutes two panels sit at once, a begun one counted."""
    return max(0, _minutes(min(one.ends, other.ends) - max(one.starts, other.starts)))


def _minutes(ms: int) -> int:
    return -(-ms // MINUTE)
