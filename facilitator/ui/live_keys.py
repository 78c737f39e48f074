"""The keys of the live acts: the same act whichever widget has the focus, and nothing on Esc."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_HELD = {"Shift": Qt.KeyboardModifier.ShiftModifier, "Ctrl": Qt.KeyboardModifier.ControlModifier}


def chord(name: str) -> QKeyCombination:
    """Return the keys of a name as it is shown: "F9", "Shift F9", "Ctrl F9"."""
    *held, key = name.split()
    modifiers = Qt.KeyboardModifier.NoModifier
    for each in held:
        modifiers |= _HELD[each]
    return QKeyCombination(modifiers, Qt.Key(Qt.Key.Key_F1 + int(key.removeprefix("F")) - 1))


class LiveKeys(QObject):
    """Listens before any widget does; a key held down acts once."""

    def __init__(self, acts: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._acts = {chord(name).toCombined(): act for name, act in acts.items()}
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._acts.get(QKeyCombination(held, Qt.Key(event.key())).toCombined())
        if act is None or not watched.isWindowType():
            return False
        if not event.isAutoRepeat():
            act()
        return True
