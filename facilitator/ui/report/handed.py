"""What was handed over from this computer, and what has happened since: a file on the disk may be old."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from facilitator.domain.view import View
from facilitator.language.speech import Language
from facilitator.ui.context import Desk
from facilitator.ui.report.wish import Wish
from facilitator.ui.room.control import Memory

_KEY, _MOST = "handed_over", 60


class Handed:
    """Remembers the last event each file was made from, while the file is the one that was made."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def keep(self, path: Path, event: str) -> None:
        """The file was made from all that had happened up to the event."""
        rows = self._rows()
        rows.pop(str(path), None)
        rows[str(path)] = [event, _stamp(path)]
        kept = dict(list(rows.items())[-_MOST:])
        self._memory.keep(_KEY, json.dumps(kept, ensure_ascii=False))

    def warning(self, path: Path, wish: Wish, view: View, desk: Desk, language: Language) -> str:
        """Return what a file lacks; the empty text if nothing, or if nothing is known of it."""
        row = self._rows().get(str(path))
        if not isinstance(row, list) or len(row) != 2 or row[1] != _stamp(path):
            return ""
        newer = desk.newer_than(str(row[0]), [panel.id for panel in wish.panels(view)])
        if newer is None or not (newer.notes or newer.other):
            return ""
        if newer.notes:
            return language.count(
                "{n} note newer than {file}", "{n} notes newer than {file}", newer.notes, file=path.name
            )
        return language.say("The workshop has changed since {file} was made", file=path.name)

    def _rows(self) -> dict[str, Any]:
        try:
            found = json.loads(self._memory.kept(_KEY) or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


def opened(path: Path) -> bool:
    """Return whether the system has a program that opens the file; if so, it is being opened."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _stamp(path: Path) -> int:
    """Return when the file was last written to; 0 if there is none."""
    try:
        return path.stat().st_mtime_ns
    except (OSError, ValueError):
        return 0
