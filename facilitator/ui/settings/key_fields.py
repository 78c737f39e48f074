"""Keys that can be moved to others: those of the live desk, and those of the kinds of note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.language.direction import isolate, ltr
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.speech import mark
from facilitator.ui.commands import COMMANDS
from facilitator.ui.context import Attire
from facilitator.ui.keymap import MOVABLE, KeyMap, pressed
from facilitator.ui.live_keys import TAKES_KEYS
from facilitator.ui.notes.kind_keys import KindKeys, pressed_letter
from facilitator.ui.settings.options import Offer, Option
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

Pressed = Callable[[QKeyEvent], str]  # the key's name; the empty text for one that nothing can lie on


class Movable(Protocol):
    """Which key each thing lies on, told by the one it has as a rule."""

    def of(self, usual: str) -> str: ...

    def holder(self, keys: str) -> str | None: ...

    def moved(self, usual: str, keys: str) -> Movable: ...

    def kept(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one part of the program: what lies on them, and which can be pressed for it."""

    name: str
    words: Mapping[str, str]
    usual: Movable
    pressed: Pressed
    back: str


def floor_keys() -> Keys:
    """Return the keys of the live acts, which work on every desk."""
    names = {command.keys: command.name for command in COMMANDS if command.keys in MOVABLE}
    back = mark("All keys as they are at first")
    return Keys(mark("Keys of the floor"), names, KeyMap(), pressed, back)


def kind_keys() -> Keys:
    """Return the keys of the kinds of note."""
    names = {kind.value: name for kind, name in NOTE_KINDS.items()}
    back = mark("All kinds on the keys they have at first")
    return Keys(mark("Keys of the kinds of note"), names, KindKeys(), pressed_letter, back)


class KeyField(Option):
    """A tile with a key and what lies on it; pressed, it waits for the key that it shall lie on."""

    def __init__(
        self,
        attire: Attire,
        of: tuple[str, str, str],
        parent: QWidget,
        take: Callable[[str, str], bool],
        read: Pressed,
    ) -> None:
        """`of` is the usual key, the key as it is now, and what lies on it; `take` says if it was taken."""
        usual, keys, words = of
        super().__init__(attire, Offer(usual, f"{ltr(keys)}  {isolate(words)}"), parent)
        self.setCheckable(False)
        self.setAutoExclusive(False)
        waiting = attire.language.say("Press the new key. Esc leaves it.")
        self._words, self._waiting, self._take, self._read = self.text(), waiting, take, read
        self.clicked.connect(self._wait)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.property(TAKES_KEYS):
            super().keyPressEvent(event)
        elif keys := self._read(event):
            self._rest()
            if not self._take(self.offer.key, keys) and len(keys) == 1:
                self._wait()  # for another letter; F keys are the floor's again
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
    """A name, the tiles under it, and above the one pressed a line that says why a key cannot be taken."""

    def __init__(self, attire: Attire, of: Keys, keys: Movable, keep: Callable[[str], object]) -> None:
        super().__init__()
        say = attire.language.say
        self._attire, self._of, self._keys, self._keep = attire, of, keys, keep
        self.name = say(of.name)
        self.setAccessibleName(self.name)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(label(attire, self.name, attire.font(Role.HEADING), attire.tokens.text))
        self.told = label(attire, "", attire.font(Role.SMALL_STRONG), attire.tokens.danger)
        self.told.hide()
        column.addWidget(self.told)
        self.options: list[Option] = [
            KeyField(attire, (usual, keys.of(usual), say(words)), self, self._move, of.pressed)
            for usual, words in of.words.items()
        ]
        back = Option(attire, Offer("", say(of.back)), self)
        back.setCheckable(False)
        back.clicked.connect(lambda: keep(of.usual.kept()))
        self.options.append(back)
        for option in self.options:
            option.setAccessibleDescription(self.name)
            column.addWidget(option)

    def _move(self, usual: str, keys: str) -> bool:
        """Say whether the key is free; why it is not stands where the tile was, which is in sight."""
        holder = self._keys.holder(keys)
        if holder is None or holder == usual:
            self._keep(self._keys.moved(usual, keys).kept())
            return True
        say = self._attire.language.say
        self.told.setText(
            say("{keys} is the key of “{act}”.", keys=ltr(keys), act=say(self._of.words[holder]))
        )
        at = next(n for n, option in enumerate(self.options) if option.offer.key == usual)
        self._column.removeWidget(self.told)
        self._column.insertWidget(at + 1, self.told)  # the heading is the first
        self.told.show()
        return False
