"""Who has been heard: time charged and turns of each group against the share planned for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitator.domain import tally
from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.people import Category
from facilitator.domain.requests import Capacity
from facilitator.domain.rules import Rules
from facilitator.domain.tally import CATEGORY, People, Side, Tally

_NONE: Mapping[str, int] = {}
FEW = 3
"""Below this many people a part says little: nothing is made of it."""


@dataclass(frozen=True, slots=True)
class Share:
    """One group's part: shares are fractions of the milliseconds charged to all groups.

    `target_share` is what the workshop set for it, `planned_share` what it is planned to have in any case:
    its target, or an equal part and a part for its numbers. Both are None where nothing can be planned.
    """

    key: str
    ms: int = 0
    share: float = 0.0
    target_share: float | None = None
    turns: int = 0
    speakers: int = 0
    waiting: int = 0
    present: int = 0
    invited: int = 0
    planned_share: float | None = None

    def distance_ms(self, total_ms: int) -> int:
        """Return how far the group is above its target, below zero if under it; 0 without a target."""
        return 0 if self.target_share is None else self.ms - round(self.target_share * total_ms)

    @property
    def unheard(self) -> bool:
        """Somebody of the group is in the room and none of it has spoken."""
        return self.turns == 0 and self.present > 0

    @property
    def small(self) -> bool:
        """The group is so small that its share says little."""
        return max(self.present, self.speakers) < FEW


def counted(interventions: Iterable[Intervention]) -> tuple[Intervention, ...]:
    """Return the interventions that are charged to their groups."""
    return tuple(i for i in interventions if i.counts)


def without_chair(interventions: Iterable[Intervention]) -> tuple[Intervention, ...]:
    """Return all interventions but the chair's own."""
    return tuple(i for i in interventions if i.capacity is not Capacity.CHAIR)


def balance(
    floors: Sequence[Floor],
    categories: Sequence[Category],
    people: People,
    now: int,
    *,
    by: str = CATEGORY,
    side: Side | None = None,
) -> tuple[Share, ...]:
    """Return each group's share in these panels until `now`.

    Categories come in their order, then what only the interventions name; other groups by their name. The
    unknown group "" has no row unless somebody of it spoke.
    """
    listed, asked = tally.invited(people, by), tally.waiting(floors, people, by)
    return tuple(
        replace(share, waiting=asked.get(share.key, 0), invited=listed.get(share.key, 0))
        for share in planned_and_spoken(floors, categories, people, now, by=by, side=side)
    )


def planned_and_spoken(
    floors: Sequence[Floor],
    categories: Sequence[Category],
    people: People,
    now: int,
    *,
    by: str = CATEGORY,
    side: Side | None = None,
) -> tuple[Share, ...]:
    """Return the balance without those who wait and are invited, who are many to count at each press."""
    spoken = tally.tallies(floors, people, by, now, side)
    there, listed = tally.present(people, by), tally.invited(people, by)
    rules = floors[0].rules if floors else Rules()
    targets = {str(c.key): c.target_share for c in categories} if by == CATEGORY else {}
    planned = planned_shares(targets, there, rules.equal_part)
    rows = targets if by == CATEGORY else dict.fromkeys(sorted(group for group in listed if group))
    return shares(spoken, rows, there, planned)


def shares(
    spoken: Mapping[str, Tally],
    targets: Mapping[str, float | None],
    present: Mapping[str, int] = _NONE,
    planned: Mapping[str, float] = _NONE,
) -> tuple[Share, ...]:
    """Return the shares of all groups in `targets`, then of those that only spoke."""
    total = sum(each.ms for each in spoken.values())
    return tuple(
        Share(
            key=group,
            ms=(part := spoken.get(group, Tally())).ms,
            share=part.ms / total if total else 0.0,
            target_share=targets.get(group),
            turns=part.turns,
            speakers=len(part.speakers),
            present=present.get(group, 0),
            planned_share=planned.get(group),
        )
        for group in (*targets, *(group for group in spoken if group not in targets))
    )


def planned_shares(
    targets: Mapping[str, float | None], present: Mapping[str, int], equal_part: float
) -> Mapping[str, float]:
    """Return the fraction of the time planned for each group that is in the room or has a target.

    Targets stand as they are set. What they leave is divided among the other groups: `equal_part` of it
    equally, the rest by their numbers in the room (the key of the European Parliament's rule 171).
    """
    set_ = {group: target for group, target in targets.items() if target is not None}
    others = {group: n for group, n in present.items() if group and n and group not in set_}
    rest, heads = max(0.0, 1.0 - sum(set_.values())), sum(others.values())
    each = {
        group: rest * (equal_part / len(others) + (1.0 - equal_part) * n / heads)
        for group, n in others.items()
    }
    return {**set_, **each}


def total_ms(interventions: Iterable[Intervention], now: int) -> int:
    """Return the time spoken in all, whoever is charged for it."""
    return sum(i.clock.elapsed(now) for i in interventions)
