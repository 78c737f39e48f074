"""New orders of those who wait: by lot, by the alphabet, by slots shared out among groups."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from hashlib import sha256
from itertools import chain
from typing import TypeVar

from facilitator.domain.floor import Floor
from facilitator.domain.folding import alphabetical, folded
from facilitator.domain.inscription import current_requests
from facilitator.domain.ordering import LAST, leading, past_replies
from facilitator.domain.people import Participant, ParticipantId
from facilitator.domain.refusals import NotUnderstood
from facilitator.domain.requests import Request

People = Mapping[ParticipantId, Participant]
Block = tuple[Request, ...]
"""A request with the replies right under it: they stay together."""

G = TypeVar("G", bound=Hashable)
_MOST_SLOTS = 9_999


class Grouping(StrEnum):
    """What slots are shared out by."""

    CATEGORY = "category"
    REGION = "region"


def drawn(floor: Floor, seed: str) -> Floor:
    """Lots decide the order: the same people waiting and the same seed give the same order everywhere.

    From the last place to the second, who stands there changes places with the one at the place that is drawn
    from the SHA-256 of "seed/place", so that anybody can draw it again.
    """

    def draw(blocks: list[Block]) -> list[Block]:
        lots = sorted(blocks, key=lambda block: (block[0].asked_at, block[0].id))
        for last in range(len(lots) - 1, 0, -1):
            lot = _below(last + 1, f"{seed}/{last}")
            lots[last], lots[lot] = lots[lot], lots[last]
        return lots

    return _reordered(floor, draw)


def alphabetised(floor: Floor, letter: str, people: People) -> Floor:
    """The alphabet decides, by delegation or else by name, beginning with a letter and going round."""
    first = folded(letter)
    if not first:
        raise NotUnderstood(field="letter")

    def key(block: Block) -> tuple[bool, str, str]:
        who = people[block[0].participant]
        name = alphabetical(who.delegation or who.name)
        return name < first, name, folded(who.name)

    return _reordered(floor, lambda blocks: sorted(blocks, key=key))


def shared_out(floor: Floor, slots: Mapping[str, int], by: Grouping, people: People) -> Floor:
    """Each group has its slots, first come first served; those without one wait behind in their order.

    What a group leaves unused goes to the others by the same key.
    """
    if not all(0 <= n <= _MOST_SLOTS for n in slots.values()):
        raise NotUnderstood(field="slots")

    def share(blocks: list[Block]) -> list[Block]:
        groups = [group_of(block[0], by, people) for block in blocks]
        left = slots_filled(slots, {group: groups.count(group) for group in slots})
        inside: list[Block] = []
        behind: list[Block] = []
        for block, group in zip(blocks, groups, strict=True):
            has_one = left.get(group, 0) > 0
            if has_one:
                left[group] -= 1
            (inside if has_one else behind).append(block)
        return inside + behind

    return _reordered(floor, share)


def group_of(request: Request, by: Grouping, people: People) -> str:
    """Return the group in which a request has its slot: that of the hat worn, or the region."""
    who = people[request.participant]
    return who.region if by is Grouping.REGION else request.category or who.category


def slots_filled(slots: Mapping[G, int], wanted: Mapping[G, int]) -> dict[G, int]:
    """Return how many slots each group fills: its own, and those left by others in proportion to its own.

    Fractions go to the largest remainder, then to the larger key, then to the group named first.
    """
    filled = {group: min(own, wanted.get(group, 0)) for group, own in slots.items()}
    while True:
        left = sum(slots.values()) - sum(filled.values())
        open_ = [g for g, own in slots.items() if own and filled[g] < wanted.get(g, 0)]
        if not left or not open_:
            return filled
        for group, more in _in_proportion(left, {group: slots[group] for group in open_}).items():
            filled[group] = min(filled[group] + more, wanted[group])


def _in_proportion(left: int, key: Mapping[G, int]) -> dict[G, int]:
    whole = sum(key.values())
    parts = {group: left * own // whole for group, own in key.items()}
    by_remainder = sorted(key, key=lambda group: (-(left * key[group] % whole), -key[group]))
    for group in by_remainder[: left - sum(parts.values())]:
        parts[group] += 1
    return parts


def _reordered(floor: Floor, arrange: Callable[[list[Block]], Sequence[Block]]) -> Floor:
    """Those who wait are arranged anew, but for those before whom nobody comes.

    These are points of order, interposed questions and replies to the current speaker at the head, and the
    protected next places.
    """
    waiting = floor.waiting
    near = leading(waiting, (LAST[0] - 1, 0), current_requests(floor))
    near = past_replies(max(near, min(floor.rules.protected, len(waiting))), waiting)
    head = (waiting[:near],) if near else ()
    ids = [r.id for r in chain(*head, *arrange(_blocks(waiting[near:])))]
    return replace(floor, queue=floor.queue.order(ids))


def _blocks(waiting: Sequence[Request]) -> list[Block]:
    blocks: list[Block] = []
    place = 0
    while place < len(waiting):
        until = place + past_replies(1, waiting[place:])
        blocks.append(tuple(waiting[place:until]))
        place = until
    return blocks


def _below(bound: int, text: str) -> int:
    """Return a number from 0 to below `bound`; of 256 bits the rest of a division favours none of them."""
    return int.from_bytes(sha256(text.encode()).digest(), "big") % bound
