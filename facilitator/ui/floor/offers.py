"""Lines of a menu that ask for acts; a menu that stands open stops nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from facilitator.ui.context import Context
from facilitator.ui.floor.questions import Questions

Ask = Callable[..., None]


class Offers:
    """What is chosen leaves through `ask`; what must be typed first, through `questions`."""

    def __init__(self, context: Context, ask: Ask, questions: Questions) -> None:
        self.context, self._ask, self.questions = context, ask, questions

    def offer(self, menu: QMenu, words: str, act: str, **arguments: object) -> QAction:
        """The line asks for an act."""
        return self.does(menu, words, partial(self._ask, act, **arguments))

    def does(self, menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
        """The line does something of the desk's own."""
        action = menu.addAction(words)
        action.triggered.connect(lambda _=False: act())
        return action

    def inner(self, menu: QMenu, words: str) -> QMenu:
        """The line opens a menu of its own."""
        made = menu.addMenu(words)
        made.setFont(menu.font())
        return made

    def check(self, action: QAction, *, on: bool) -> None:
        """The line tells whether it is so."""
        action.setCheckable(True)
        action.setChecked(on)
