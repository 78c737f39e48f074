"""Who has been heard: speaking time and turns against the share planned for each group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.people import Category, Participant, ParticipantId
from facilitator.domain.requests import Capacity

People = Mapping[ParticipantId, Participant]


@dataclass(frozen=True, slots=True)
class Share:
    """One group's part: `share` and `target_share` are fractions of `ms` summed over all groups."""

    key: str
    ms: int
    share: float
    target_share: float | None
    turns: int
    speakers: int
    waiting: int
    present: int

    def distance_ms(self, total_ms: int) -> int:
        """Return how far the group is above its target, below zero if under it; 0 without a target."""
        return 0 if self.target_share is None else self.ms - round(self.target_share * total_ms)

    @property
    def unheard(self) -> bool:
        """Somebody of the group is in the room and none of it has spoken."""
        return self.turns == 0 and self.present > 0


def counted(interventions: Iterable[Intervention]) -> tuple[Intervention, ...]:
    """Return the interventions that count for the balance: all but the chair's own."""
    return tuple(i for i in interventions if i.capacity is not Capacity.CHAIR)


def balance(floor: Floor, categories: Sequence[Category], people: People, now: int) -> tuple[Share, ...]:
    """Return each category's share of the panel until `now`, in the order of the categories."""
    return shares(
        counted(floor.interventions),
        now,
        key=lambda i: i.category,
        keys={str(c.key): c.target_share for c in categories},
        waiting=[people[r.participant].category for r in floor.waiting],
        present=[p.category for p in people.values() if p.present],
    )


def shares(
    interventions: Sequence[Intervention],
    now: int,
    *,
    key: Callable[[Intervention], str],
    keys: Mapping[str, float | None],
    waiting: Sequence[str],
    present: Sequence[str],
) -> tuple[Share, ...]:
    """Return the shares of all groups in `keys`, then of those that only the interventions name."""
    spoken: dict[str, list[Intervention]] = {k: [] for k in keys}
    for intervention in interventions:
        spoken.setdefault(key(intervention), []).append(intervention)
    total = total_ms(interventions, now)
    return tuple(
        Share(
            key=group,
            ms=(ms := total_ms(theirs, now)),
            share=ms / total if total else 0.0,
            target_share=keys.get(group),
            turns=len(theirs),
            speakers=len({i.participant for i in theirs}),
            waiting=waiting.count(group),
            present=present.count(group),
        )
        for group, theirs in spoken.items()
    )


def total_ms(interventions: Iterable[Intervention], now: int) -> int:
    return sum(i.clock.elapsed(now) for i in interventions)
