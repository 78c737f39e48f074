"""Finding people by what is typed: a short number, a name, a delegation, or a part of either."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.domain.folding import folded
from facilitator.domain.people import Participant

_NOWHERE = 4


def found(people: Iterable[Participant], typed: str) -> tuple[Participant, ...]:
    """Return whom the text may mean, the likeliest first; those in the room before the others.

    A short number comes before a whole name or delegation, that before the beginning of one, that before
    the beginning of its words, and those before any part of it.
    """
    wanted = folded(typed)
    if not wanted:
        return ()
    ranked = [(_rank(who, wanted), who) for who in people]
    likely = [
        (rank, not who.present, folded(who.name), who.id, who) for rank, who in ranked if rank <= _NOWHERE
    ]
    return tuple(row[-1] for row in sorted(likely, key=lambda row: row[:-1]))


def free_number(people: Iterable[Participant]) -> int:
    """Return the next short number: one more than the highest that was given."""
    return 1 + max((who.number or 0 for who in people), default=0)


def _rank(who: Participant, wanted: str) -> int:
    """Return how well somebody is meant: 0 for the short number, above `_NOWHERE` if not at all."""
    if str(who.number) == wanted:
        return 0
    words = wanted.split()
    return min((_match(folded(name), wanted, words) for name in _names(who)), default=_NOWHERE + 1)


def _match(name: str, wanted: str, words: list[str]) -> int:
    if name == wanted:
        return 1
    if name.startswith(wanted):
        return 2
    begins = name.split()
    if all(any(part.startswith(word) for part in begins) for word in words):
        return 3
    return _NOWHERE if all(word in name for word in words) else _NOWHERE + 1


def _names(who: Participant) -> tuple[str, ...]:
    together = f"{who.name} {who.delegation}"
    return tuple(name for name in (who.name, who.delegation, who.second_name, together) if name.strip())
