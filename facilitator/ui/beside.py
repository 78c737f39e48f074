"""What takes long is made by another thread, while the window lives."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from threading import current_thread, main_thread
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop

T = TypeVar("T")
_LOOK_S = 0.005
_WHILE_S = 0.03  # nobody sees a window stand that long


def paint(*, wanted: bool = True) -> None:
    """What waits to be painted is, if that is wanted; what is pressed meanwhile waits."""
    if wanted:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


class Painting:
    """Paints what waits each time a while has passed; what takes less is painted once, when it is whole."""

    def __init__(self) -> None:
        self._painted = time.monotonic()

    def between(self) -> None:
        if time.monotonic() - self._painted >= _WHILE_S:
            paint()
            self._painted = time.monotonic()


def beside(work: Callable[[], T], pump: Callable[[], object] = paint) -> T:
    """Return what another thread makes, or raise what it raised; `pump` is called meanwhile.

    Who is on another thread already makes it there.
    """
    if current_thread() is not main_thread():
        return work()
    with ThreadPoolExecutor(1) as pool:
        making = pool.submit(work)
        while not wait([making], _LOOK_S).done:
            pump()
    return making.result()
