"""A workshop's file is opened and read while the window is painted: with many notes it takes seconds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from facilitator.acts.desk import Desk, open_desk
from facilitator.acts.keys import find_key
from facilitator.store.keys import FileKey
from facilitator.ui.beside import beside
from facilitator.ui.parts_of_window import under_way
from facilitator.ui.sweeping import growing


def opened(window: QWidget, path: Path, clock: Callable[[], int], key: FileKey | None) -> Desk:
    """Return the desk of a file, with all that is shown first read already; raises a fault."""
    kept = key or find_key(path)

    def work() -> Desk:
        desk = open_desk(path, clock, kept)
        desk.view()
        return desk

    with under_way(window), growing():
        return beside(work)
