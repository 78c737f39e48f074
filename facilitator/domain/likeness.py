"""Who may be one person, written twice: proposed to somebody who knows, never decided."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import combinations

from facilitator.domain.folding import folded
from facilitator.domain.people import Participant, ParticipantId
from facilitator.domain.sounding import sounding, spoken_parts

_MOST_NAMESAKES = 12
_LEAST_SOUNDS, _LEAST_PARTS = 4, 2
_NEAR = 0.84


class Likeness(StrEnum):
    """Why two may be one: the same name, its parts in another order, or one that sounds like it."""

    NAME = "name"
    ORDER = "order"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Pair:
    one: Participant
    other: Participant
    why: Likeness


def likely_same(
    people: Iterable[Participant], apart: Collection[frozenset[ParticipantId]] = ()
) -> tuple[Pair, ...]:
    """Return the pairs that may be one person, the surest first; `apart` are known to be two.

    Both come from one delegation, or nobody knows from which one of them comes.
    """
    named = [who for who in people if who.name]
    found: dict[frozenset[ParticipantId], Pair] = {}
    for why, groups in (
        (Likeness.NAME, _grouped((folded(who.name), who) for who in named)),
        (Likeness.ORDER, _grouped((_parts(who.name), who) for who in named)),
        (Likeness.SOUND, _grouped((_sounds(who.name), who) for who in named)),
    ):
        for one, other in _pairs(groups):
            both = frozenset((one.id, other.id))
            if both not in found and both not in apart and _may_be_one(one, other, why):
                found[both] = Pair(one, other, why)
    return tuple(found.values())


def _pairs(groups: Mapping[Hashable, list[Participant]]) -> Iterator[tuple[Participant, Participant]]:
    for key, group in groups.items():
        if key not in {"", ()} and 1 < len(group) <= _MOST_NAMESAKES:
            yield from combinations(group, 2)


def _grouped(people: Iterable[tuple[Hashable, Participant]]) -> Mapping[Hashable, list[Participant]]:
    groups: dict[Hashable, list[Participant]] = {}
    for key, who in people:
        groups.setdefault(key, []).append(who)
    return groups


def _parts(name: str) -> tuple[str, ...]:
    parts = folded(name).replace(",", " ").replace("-", " ").split()
    return tuple(sorted(parts)) if len(parts) >= _LEAST_PARTS else ()


def _sounds(name: str) -> tuple[str, ...]:
    sounds = sounding(name)
    return sounds if len(sounds) >= _LEAST_PARTS and sum(map(len, sounds)) >= _LEAST_SOUNDS else ()


def _may_be_one(one: Participant, other: Participant, why: Likeness) -> bool:
    if not _one_delegation(one.delegation, other.delegation):
        return False
    if why is not Likeness.SOUND or _script(one.name) != _script(other.name):
        return True
    spelled = [" ".join(sorted(spoken_parts(who.name))) for who in (one, other)]
    return SequenceMatcher(a=spelled[0], b=spelled[1]).ratio() >= _NEAR


def _one_delegation(one: str, other: str) -> bool:
    return not one or not other or folded(one) == folded(other) or sounding(one) == sounding(other)


def _script(name: str) -> str:
    """Return the first word of the first letter's own name: LATIN, ARABIC, CYRILLIC."""
    first = next((sign for sign in name if sign.isalpha()), " ")
    return unicodedata.name(first, "").partition(" ")[0]
