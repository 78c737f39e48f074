"""What is done once a window has come to rest, while nobody waits for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from facilitator.ui.type import load_all_faces

_SETTLED_MS = 1_000  # after which nothing of an opening is still being made


class Rest(QTimer):
    """Started at each opening; only the last of several openings is followed by a rest."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, singleShot=True, interval=_SETTLED_MS)
        self._window, self._before = window, False
        self.timeout.connect(self._begin)

    def _begin(self) -> None:
        if self._before:
            gc.unfreeze()  # what the opening before left is swept, too
        self._before = True
        settle()
        QTimer.singleShot(0, self, self._load_faces)  # a press in between comes first

    def _load_faces(self) -> None:
        load_all_faces()
        self._window.update()


def settle() -> None:
    """All that was made at the opening is there to stay: no press waits until it has been looked through."""
    gc.collect()
    gc.freeze()


@contextmanager
def growing() -> Iterator[None]:
    """Much is made in here that is there to stay: it is not looked through, neither meanwhile nor later."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()
