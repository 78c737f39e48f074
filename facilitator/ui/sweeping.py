"""What is done once a window has come to rest, while nobody waits for it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from weakref import ref

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from facilitator.ui.type import load_all_faces

_SETTLED_MS = 1_000  # after which nothing of an opening is still being made


class Rest(QTimer):
    """Only the last of several consoles of a workshop is followed by a rest.

    The workshop and its first console are there to stay. Those that take its place for another language or
    theme are swept when they are gone, without all that is kept being looked through each time; the first
    one waits for that until another workshop is open.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, singleShot=True, interval=_SETTLED_MS)
        self._window = window
        self._made: Callable[[], object] | None = None
        self._kept: Callable[[], object] | None = None
        self.timeout.connect(self._begin)

    def after(self, desk: object) -> None:
        """A console of this desk was made."""
        self._made = ref(desk)
        self.start()

    def _begin(self) -> None:
        if self._kept is not None and self._made is not None and self._kept() is self._made():
            gc.collect()
            return
        if self._kept is not None:
            gc.unfreeze()  # what the workshop before left is swept, too
        self._kept = self._made
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
