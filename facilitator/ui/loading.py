"""What a workshop's window is made of is loaded when one is opened, while the window is painted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from importlib import import_module

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtWidgets import QWidget

from facilitator.ui.beside import beside, paint
from facilitator.ui.parts_of_window import under_way
from facilitator.ui.sweeping import growing

_MODULES = (
    "facilitator.acts.keys",
    "facilitator.ui.opened_desk",
    "facilitator.ui.vault",
    "facilitator.ui.keeper",
    "facilitator.ui.start.visit",
    "facilitator.ui.console",
)
_TURN_S = 0.010


def load(window: QWidget) -> None:
    """The classes of Qt and the modules of the desks are there: no turn that makes a desk waits for them.

    Qt makes its classes when they are first asked for, some all at once. They come first and by themselves:
    no two threads make the same one.
    """
    with under_way(window), growing():
        for _ in _turns():
            paint()
        beside(_import)


def _turns() -> Iterator[None]:
    began = time.thread_time()
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            if time.thread_time() - began > _TURN_S:
                yield
                began = time.thread_time()


def _import() -> None:
    for module in _MODULES:
        import_module(module)
