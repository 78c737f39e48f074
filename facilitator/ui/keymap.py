"""Which key each act of the live desk lies on: its own, or the one a person has chosen."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.ui.commands import COMMANDS

_CHORD = re.compile(r"(?:(?:Shift|Ctrl) )?F(?:[1-9]|1[0-2])")
_NAMED = re.compile(r"\b(?:(?P<held>Shift|Ctrl)(?P<joint>[ +]))?(?P<key>F(?:1[0-2]|[1-9]))\b")
_FIXED = ("F1", "F6")  # help and the way round the window lie where everybody looks for them
_HELD = {
    Qt.KeyboardModifier.NoModifier: "",
    Qt.KeyboardModifier.ShiftModifier: "Shift ",
    Qt.KeyboardModifier.ControlModifier: "Ctrl ",
}
_USUAL = tuple(command.keys for command in COMMANDS if _CHORD.fullmatch(command.keys))
MOVABLE = tuple(keys for keys in _USUAL if keys not in _FIXED)


class KeyMap:
    """No two acts lie on one key; an act that was not moved lies on its own."""

    def __init__(self, moved: Mapping[str, str] | None = None) -> None:
        """What cannot be, such as two acts on one key, is as if nothing had been chosen."""
        chosen = {usual: keys for usual, keys in (moved or {}).items() if usual in MOVABLE and _is_key(keys)}
        taken = [chosen.get(usual, usual) for usual in _USUAL]
        self._moved = chosen if len(set(taken)) == len(taken) else {}

    def of(self, usual: str) -> str:
        """Return the key an act lies on, told by the one it has as a rule."""
        return self._moved.get(usual, usual)

    def holder(self, keys: str) -> str | None:
        """Return the act that lies on a key, told by the key it has as a rule."""
        return next((usual for usual in _USUAL if self.of(usual) == keys), None)

    def told(self, text: str) -> str:
        """Return a sentence with the keys it names as they are now."""
        return _NAMED.sub(self._named, text) if self._moved else text

    def _named(self, found: re.Match[str]) -> str:
        held, joint, key = found["held"] or "", found["joint"] or "", found["key"]
        usual = f"{held} {key}".strip()
        return self.of(usual).replace(" ", joint or "+") if usual in self._moved else found[0]

    def moved(self, usual: str, keys: str) -> KeyMap:
        return KeyMap({**self._moved, usual: keys})

    def kept(self) -> str:
        return json.dumps({usual: keys for usual, keys in self._moved.items() if usual != keys})


def read_keys(kept: str | None) -> KeyMap:
    """Return the keys as they were kept; what is no list of keys counts as nothing chosen."""
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return KeyMap()
    return KeyMap(found if isinstance(found, dict) else None)


def pressed(event: QKeyEvent) -> str:
    """Return the name of a function key that was pressed, with what was held; the empty text for others."""
    number = event.key() - Qt.Key.Key_F1 + 1
    held = _HELD.get(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
    name = f"{held}F{number}"
    return name if held is not None and _is_key(name) else ""


def _is_key(name: object) -> bool:
    return isinstance(name, str) and _CHORD.fullmatch(name) is not None
