"""The keys of the live acts: the same act whichever widget has the focus, and nothing on Esc."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

Chord = tuple[Qt.Key, bool]  # a function key, and whether Shift is held


class LiveKeys(QObject):
    """Listens before any widget does; a key held down acts once."""

    def __init__(self, acts: Mapping[Chord, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._acts = acts
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        act = self._acts.get((Qt.Key(event.key()), bool(held & shift)))
        if act is None or held & ~shift or not watched.isWindowType():
            return False
        if not event.isAutoRepeat():
            act()
        return True
