"""Which screen is the room's: told apart by name, serial number and place, never the console's own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import QRect


class Screen(Protocol):
    """What is asked of a screen."""

    def name(self) -> str: ...

    def serialNumber(self) -> str: ...

    def geometry(self) -> QRect: ...


S = TypeVar("S", bound=Screen)


@dataclass(frozen=True, slots=True)
class ScreenKey:
    """What a screen is known again by; `place` is x, y, width and height on the desktop."""

    name: str
    serial: str = ""
    place: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def device(self) -> tuple[str, str]:
        """The thing itself, wherever on the desktop it stands."""
        return self.name, self.serial

    def packed(self) -> str:
        return json.dumps([self.name, self.serial, *self.place])


def key_of(screen: Screen) -> ScreenKey:
    box = screen.geometry()
    return ScreenKey(screen.name(), screen.serialNumber(), (box.x(), box.y(), box.width(), box.height()))


def unpacked(text: str | None) -> ScreenKey | None:
    """Return the screen a text tells of; what somebody spoilt tells of none."""
    try:
        found = json.loads(text or "null")
    except ValueError:
        return None
    if not isinstance(found, list) or len(found) != len(_PACKED):
        return None
    if not all(isinstance(value, kind) for value, kind in zip(found, _PACKED, strict=True)):
        return None
    name, serial, x, y, width, height = found
    return ScreenKey(name, serial, (x, y, width, height))


_PACKED = (str, str, int, int, int, int)


def known(screens: Sequence[S], wanted: ScreenKey | None) -> S | None:
    """Return the screen that is meant: at the same place if there are two alike, else wherever it stands."""
    if wanted is None:
        return None
    same = [screen for screen in screens if key_of(screen).device == wanted.device]
    return next((screen for screen in same if key_of(screen) == wanted), same[0] if same else None)


def pick(screens: Sequence[S], own: Screen, wanted: ScreenKey | None) -> S | None:
    """Return the room's screen: the one wanted, else the first that is not the console's own."""
    others = [screen for screen in screens if key_of(screen) != key_of(own)]
    return known(others, wanted) or next(iter(others), None)
