"""The keys of the live desk, each of which can be moved to another one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.language.direction import isolate, ltr
from facilitator.ui.commands import COMMANDS
from facilitator.ui.context import Attire
from facilitator.ui.keymap import MOVABLE, KeyMap, pressed
from facilitator.ui.live_keys import TAKES_KEYS
from facilitator.ui.settings.options import Offer, Option
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_NAMES = {command.keys: command.name for command in COMMANDS}


class KeyField(Option):
    """A tile with a key and its act; pressed, it waits for the key the act shall lie on."""

    def __init__(
        self, attire: Attire, usual: str, keys: str, parent: QWidget, take: Callable[[str, str], object]
    ) -> None:
        say = attire.language.say
        super().__init__(attire, Offer(usual, f"{ltr(keys)}  {isolate(say(_NAMES[usual]))}"), parent)
        self.setCheckable(False)
        self.setAutoExclusive(False)
        self._words, self._waiting, self._take = self.text(), say("Press the new key. Esc leaves it."), take
        self.clicked.connect(self._wait)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.property(TAKES_KEYS):
            super().keyPressEvent(event)
        elif keys := pressed(event):
            self._rest()
            self._take(self.offer.key, keys)
        elif event.key() == Qt.Key.Key_Escape:
            self._rest()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._rest()
        super().focusOutEvent(event)

    def _wait(self) -> None:
        self.setProperty(TAKES_KEYS, True)
        self._say(self._waiting)

    def _rest(self) -> None:
        self.setProperty(TAKES_KEYS, False)
        self._say(self._words)

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)


class KeyFields(QWidget):
    """A name, the tiles under it, and a line that says why a key cannot be taken."""

    def __init__(self, attire: Attire, keys: KeyMap, keep: Callable[[KeyMap], object]) -> None:
        super().__init__()
        say = attire.language.say
        self._attire, self._keys, self._keep = attire, keys, keep
        self.name = say("Keys of the floor")
        self.setAccessibleName(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(label(attire, self.name, attire.font(Role.HEADING), attire.tokens.text))
        self.told = label(attire, "", attire.font(Role.SMALL_STRONG), attire.tokens.danger)
        self.told.hide()
        column.addWidget(self.told)
        self.options: list[Option] = [
            KeyField(attire, usual, keys.of(usual), self, self._move) for usual in MOVABLE
        ]
        back = Option(attire, Offer("", say("All keys as they are at first")), self)
        back.setCheckable(False)
        back.clicked.connect(lambda: keep(KeyMap()))
        self.options.append(back)
        for option in self.options:
            option.setAccessibleDescription(self.name)
            column.addWidget(option)

    def _move(self, usual: str, keys: str) -> None:
        holder = self._keys.holder(keys)
        if holder is None or holder == usual:
            self._keep(self._keys.moved(usual, keys))
            return
        say = self._attire.language.say
        self.told.setText(say("{keys} is the key of “{act}”.", keys=ltr(keys), act=say(_NAMES[holder])))
        self.told.show()
