"""How large everything may be drawn where the screen has less room than the smallest window needs."""

from __future__ import annotations

import os
import sys
from math import floor

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

_SMALLEST, _NEEDED = (900, 500), (911, 512)  # of a window; what all screens are laid out for
TITLE_BAR = 28  # no system says how high it is before there is one
_FACTOR = "QT_SCALE_FACTOR"


def fitted_application() -> QApplication:
    """An application whose smallest window fits the screen; the person's scale gives way as far as it must.

    How much larger than its pixels a screen is drawn is known once there is an application and cannot be
    changed then: where it is too much, and only there, another one takes its place.
    """
    made = QApplication(sys.argv[:1])
    factor = factor_for(made.primaryScreen().availableSize())
    if factor == 1:
        return made
    os.environ[_FACTOR] = str(floor(_asked() * factor * 10_000) / 10_000)
    made.shutdown()
    del made
    return QApplication(sys.argv[:1])


def factor_for(room: QSize) -> float:
    """Return 1 where the smallest window fits with its title bar, else how much smaller all must be."""
    width, height = room.width(), room.height() - TITLE_BAR
    if width >= _SMALLEST[0] and height >= _SMALLEST[1]:
        return 1
    return min(1, width / _NEEDED[0], height / _NEEDED[1])


def _asked() -> float:
    try:
        return float(os.environ.get(_FACTOR) or 1)
    except ValueError:
        return 1.0
