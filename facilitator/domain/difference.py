"""What a change does to a text, word by word: what stays, what goes, what comes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


class Fate(StrEnum):
    """What becomes of a piece of a text."""

    STAYS = "stays"
    GOES = "goes"
    COMES = "comes"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that have the same fate: what stays and goes makes the old text, what stays and comes the new."""

    fate: Fate
    text: str


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces in the order in which they are read, what goes before what comes in its place."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    return tuple(_pieces(before, after))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, left, left_end, right, right_end in matcher.get_opcodes():
        if what == "equal":
            yield Piece(Fate.STAYS, "".join(before[left:left_end]))
            continue
        if left < left_end:
            yield Piece(Fate.GOES, "".join(before[left:left_end]))
        if right < right_end:
            yield Piece(Fate.COMES, "".join(after[right:right_end]))
