"""Whether anything may move by itself: not where the computer asks for rest, nor where it is chosen here."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

_STILL, _FLASH = "keeps-still", "flash-time"  # of the application, whose clocks all ask

_CLIENT_AREA_ANIMATION = 0x1042
_DESKTOPS = {
    "gtk-3.0/settings.ini": r"^gtk-enable-animations\s*=\s*(0|false)\s*$",
    "gtk-4.0/settings.ini": r"^gtk-enable-animations\s*=\s*(0|false)\s*$",
    "kdeglobals": r"^AnimationDurationFactor\s*=\s*0(\.0*)?\s*$",
}
"""Where desktops of Linux keep it, and how it reads there."""


def keep_still(*, chosen: bool) -> None:
    """From now on nothing pulses or blinks, if it is chosen; else as the computer wants it."""
    application = QCoreApplication.instance()
    if application is None:
        return
    hints = QGuiApplication.styleHints()
    if application.property(_FLASH) is None:
        application.setProperty(_FLASH, hints.cursorFlashTime())
    application.setProperty(_STILL, chosen or asks_for_rest())
    hints.setCursorFlashTime(application.property(_FLASH) if may_move() else 0)


def may_move() -> bool:
    """Say whether movement is allowed by whoever sits here, and by the computer as it was last asked."""
    application = QCoreApplication.instance()
    return application is None or not application.property(_STILL)


def asks_for_rest() -> bool:
    """Say whether the computer is set to move as little as can be, for all programs."""
    hints = QGuiApplication.styleHints()
    asked = getattr(hints.accessibility(), "motionPreference", None)  # Qt tells from 6.12 on
    if asked is not None:
        return "Reduced" in str(asked())
    if sys.platform == "win32":
        moves = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)
        return not moves.value
    if sys.platform == "darwin":
        return mac_asks(Path.home() / "Library/Preferences/com.apple.universalaccess.plist")
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return any(re.search(line, _text(folder / name), re.MULTILINE) for name, line in _DESKTOPS.items())


def mac_asks(file: Path) -> bool:
    """Say whether the file in which macOS keeps it asks for rest; one that cannot be read does not."""
    import plistlib  # noqa: PLC0415 - only a Mac keeps it so, and a first frame waits for each module
    from xml.parsers.expat import ExpatError  # noqa: PLC0415 - as above

    try:
        kept = plistlib.loads(file.read_bytes())
    except (OSError, ValueError, ExpatError):
        return False
    return isinstance(kept, dict) and bool(kept.get("reduceMotion"))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
