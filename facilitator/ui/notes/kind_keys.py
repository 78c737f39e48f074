"""Which key chooses each kind of note: its own, or the one a person has chosen."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtGui import QKeyEvent

from facilitator.domain.notes import NoteKind

_ARABIC = dict(zip("سلؤبمتثحصءقنضشريخفة", "sgcfljepwxrkqavdotm", strict=True))
_RUSSIAN = dict(zip("ыпсадоуцзчклйфмвщеь", "sgcfljewpxrkqavdotm", strict=True))
_SAME_PLACE = _ARABIC | _RUSSIAN
_USUAL = tuple(kind.value for kind in NoteKind)


class KindKeys:
    """No two kinds lie on one key; a kind that was not moved lies on its own."""

    def __init__(self, moved: Mapping[str, str] | None = None) -> None:
        """What cannot be, such as two kinds on one key, is as if nothing had been chosen."""
        chosen = {usual: key for usual, key in (moved or {}).items() if usual in _USUAL and is_kind_key(key)}
        taken = {chosen.get(usual, usual) for usual in _USUAL}
        self._moved = chosen if len(taken) == len(_USUAL) else {}

    def of(self, usual: str) -> str:
        """Return the key a kind lies on, told by the one it has as a rule."""
        return self._moved.get(usual, usual)

    def holder(self, keys: str) -> str | None:
        """Return the kind that lies on a key, told by the key it has as a rule."""
        return next((usual for usual in _USUAL if self.of(usual) == keys), None)

    def kind_of(self, letter: str) -> NoteKind | None:
        """Return the kind that a key chooses; on an Arabic or Russian keyboard, the key in the same place."""
        usual = self.holder(letter) or self.holder(_SAME_PLACE.get(letter, letter))
        return None if usual is None else NoteKind(usual)

    def moved(self, usual: str, keys: str) -> KindKeys:
        return KindKeys({**self._moved, usual: keys})

    def kept(self) -> str:
        return json.dumps({usual: keys for usual, keys in self._moved.items() if usual != keys})


def read_kind_keys(kept: str | None) -> KindKeys:
    """Return the keys as they were kept; what is no list of keys counts as nothing chosen."""
    try:
        found = json.loads(kept or "{}")
    except (ValueError, RecursionError):
        return KindKeys()
    return KindKeys(found if isinstance(found, dict) else None)


def is_kind_key(key: object) -> bool:
    """Say whether a kind can lie on a key: a letter or sign that no word and no short code begins with."""
    if not isinstance(key, str) or len(key) != 1 or key != key.lower():
        return False
    return key.isprintable() and not key.isspace() and not key.isdigit() and key not in ";؛；"


def pressed_letter(event: QKeyEvent) -> str:
    """Return the key of a kind that was pressed, whatever the layout; the empty text for others."""
    letter = event.text().lower()
    letter = _SAME_PLACE.get(letter, letter)
    return letter if is_kind_key(letter) else ""
