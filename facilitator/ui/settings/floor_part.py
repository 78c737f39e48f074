"""Which laptop holds the floor, and the buttons by which it goes to another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facilitator.ui.buttons import Button
from facilitator.ui.context import Attire
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_COLUMNS, _MOST = 3, 24


class Holding(Protocol):
    """Who holds the floor; each step answers with what is to be told."""

    def floor(self) -> tuple[str, Sequence[str]]: ...

    def hand_over(self, laptop: str) -> str: ...

    def take_over(self) -> str: ...


class FloorPart(QWidget):
    """A button for each laptop that the floor can go to."""

    def __init__(self, attire: Attire, holding: Holding, again: Callable[[str], object]) -> None:
        super().__init__()
        self._attire, self._again = attire, again
        elsewhere, others = holding.floor()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        words = self._words(elsewhere, others)
        rows.addWidget(label(attire, words, attire.font(Role.SMALL), attire.tokens.text2))
        grid = QGridLayout()
        say = attire.language.say
        steps = (
            [(say("Take the floor over"), holding.take_over)]
            if elsewhere
            else [
                (say("Hand over to {name}", name=name), partial(holding.hand_over, name))
                for name in others[:_MOST]
            ]
        )
        self.buttons = [self._button(word, step) for word, step in steps]
        for number, button in enumerate(self.buttons):
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)
        rows.addLayout(grid)

    def _words(self, elsewhere: str, others: Sequence[str]) -> str:
        say = self._attire.language.say
        if elsewhere:
            return say(
                "{name} holds the floor; what was done there since its last package is not here. Take the "
                "floor over only if that laptop cannot go on.",
                name=elsewhere,
            )
        if others:
            return say("This laptop holds the floor: only here are the panels led. Pack after handing over.")
        return say("This laptop holds the floor. No other one is known here yet.")

    def _button(self, word: str, step: Callable[[], str]) -> Button:
        button = Button(self._attire, word)
        button.clicked.connect(lambda *_: self._again(step()))
        return button
