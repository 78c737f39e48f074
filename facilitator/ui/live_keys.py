"""The keys of the live acts: the same act whichever widget has the focus, and nothing on Esc."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QScrollBar, QWidget

TAKES_KEYS = "takes_keys"
"""A widget with this property set is told every key, so that one can be chosen."""
_NAMES = {"Shift": Qt.KeyboardModifier.ShiftModifier, "Ctrl": Qt.KeyboardModifier.ControlModifier}


def chord(name: str) -> int:
    """Return the keys that "Shift F9" names, as Qt counts them."""
    *held, key = name.split()
    modifiers = Qt.KeyboardModifier.NoModifier
    for each in held:
        modifiers |= _NAMES[each]
    return QKeyCombination(modifiers, Qt.Key(Qt.Key.Key_F1 + int(key.removeprefix("F")) - 1)).toCombined()


def hear(keys: str, within: QWidget, act: Callable[[], object], *, anywhere: bool = False) -> QShortcut:
    """These keys do the act while the focus is within, or anywhere in the window."""
    reach = Qt.ShortcutContext
    context = reach.WindowShortcut if anywhere else reach.WidgetWithChildrenShortcut
    shortcut = QShortcut(QKeySequence(keys), within, context=context)
    shortcut.activated.connect(act)
    return shortcut


class LiveKeys(QObject):
    """Listens before any widget does; a key held down acts once.

    A wheel that turns over a number or a choice without the focus turns nothing but the page under it.
    """

    def __init__(self, acts: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._acts = {chord(name): act for name, act in acts.items()}
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def rest(self) -> None:
        """Nothing is heard any more: what takes this one's place is made without asking it at every event."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):  # quicker than its type: every event passes here
            return _turns_by_chance(watched, event)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._acts.get(QKeyCombination(held, Qt.Key(event.key())).toCombined())
        if act is None or not watched.isWindowType() or _chooses():
            return False
        if not event.isAutoRepeat():
            act()
        return True


def _chooses() -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and bool(focus.property(TAKES_KEYS))


def _turns_by_chance(watched: QObject, event: QEvent) -> bool:
    if not isinstance(watched, QAbstractSpinBox | QComboBox | QAbstractSlider):
        return False
    if isinstance(watched, QScrollBar) or watched.hasFocus():
        return False
    event.ignore()  # what lies under it may scroll
    return True
