"""What a search is narrowed to: a row of chips, each of which chooses a value, tells it and takes it off."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.language.speech import mark
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context

CHIPS = {
    "panel": mark("Panel"),
    "kind": mark("Kind"),
    "speaker": mark("Speaker"),
    "category": mark("Category"),
}
_LONG = 18  # four of them stand side by side
_AGAIN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chip(Button):
    """What a filter is about, and its value while it is set."""

    def __init__(self, context: Context, word: str) -> None:
        super().__init__(context, word, Look.OUTLINE)
        self._say, self._word = context.language.say, word

    def tell(self, value: str) -> None:
        """The value, if there is one, stands in the chip, which is filled then."""
        say, word = self._say, self._word
        self._look, self._icon = (Look.FILLED, "x") if value else (Look.OUTLINE, "")
        self.setText(say("{name}: {value}", name=word, value=_short(value)) if value else word)
        told = say("{name}: {value}. Enter takes the filter off.", name=word, value=value)
        self.setAccessibleName(told if value else word)
        self.updateGeometry()
        self.update()


class Chips(QWidget):
    """Tab goes from one to the next; Space or Enter presses one, Esc goes back to the words."""

    pressed = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.chips: dict[str, Chip] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name, word in CHIPS.items():
            chip = self.chips[name] = Chip(context, context.language.say(word))
            chip.clicked.connect(partial(self._press, name))
            chip.installEventFilter(self)
            row.addWidget(chip)
        row.addStretch(1)

    def tell(self, values: Mapping[str, str]) -> None:
        """Each filter that is set tells its value; the others only what they are about."""
        for name, chip in self.chips.items():
            chip.tell(values.get(name, ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if Qt.Key(event.key()) in _AGAIN and isinstance(watched, Button):
            watched.click()
            return True
        return False

    def _press(self, name: str, *_: object) -> None:
        self.pressed.emit(name)


def _short(value: str) -> str:
    return value if len(value) <= _LONG else f"{value[: _LONG - 1].rstrip()}…"
