"""How one person types notes: the keys of the kinds, and short codes for phrases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from facilitator.language.short_codes import ShortCodes, read_short_codes
from facilitator.ui.keymap import KeyMap, read_keys
from facilitator.ui.notes.kind_keys import KindKeys, read_kind_keys

KEYS, KIND_KEYS, SHORT_CODES = "keys", "kind_keys", "short_codes"
"""How the choices are kept."""


@dataclass(frozen=True, slots=True)
class Typing:
    """`codes` gives the short codes as they are at this moment: they are edited while the desk is there."""

    kinds: KindKeys = field(default_factory=KindKeys)
    codes: Callable[[], ShortCodes] = ShortCodes


def chosen_keys(kept: Callable[[str], str | None]) -> tuple[KeyMap, Typing]:
    """Return what one person has chosen, as it is kept: keys of the live acts, and how notes are typed."""
    typing = Typing(read_kind_keys(kept(KIND_KEYS)), lambda: read_short_codes(kept(SHORT_CODES)))
    return read_keys(kept(KEYS)), typing
