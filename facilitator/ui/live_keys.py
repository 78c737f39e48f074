"""The keys of the live acts: the same act whichever widget has the focus, and nothing on Esc."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShortcutEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QScrollBar, QWidget

TAKES_KEYS = "takes_keys"
"""A widget with this property set is told every key, so that one can be chosen."""
_TURNED = (QAbstractSpinBox, QComboBox, QAbstractSlider)
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


class Foremost(QObject):
    """Esc does the act whatever has the focus, before all else that waits for it, while it is `heard`."""

    def __init__(self, within: QWidget, act: Callable[[], object]) -> None:
        super().__init__(within)
        self._act, self._shortcut = act, hear("Esc", within, act, anywhere=True)
        self.heard(on=False)

    def heard(self, *, on: bool) -> None:
        self._shortcut.setEnabled(on)
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if application is not None and on:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where two wait for one key, Qt does nothing but tell one of them so."""
        if isinstance(event, QShortcutEvent) and event.isAmbiguous() and event.key() == self._shortcut.key():
            self._act()
            return True
        return False


class LiveKeys(QObject):
    """Listens before any widget does; a key held down acts once.

    The windows that are there are listened to at once, and all that ever are when it is told to: a menu hears
    the keys without having the focus, and to ask at every event is dear where a console is made anew.
    A wheel that turns over a number or a choice without the focus turns nothing but the page under it.
    """

    def __init__(self, acts: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._acts = {chord(name): act for name, act in acts.items()}
        self._rests = False
        for window in QApplication.topLevelWindows():
            window.installEventFilter(self)

    def listen(self, *, at_once: bool) -> None:
        """Keys and wheels are heard in every window, at once or when all that waits now is done."""
        if at_once:
            self._listen()
        else:
            QTimer.singleShot(0, self, self._listen)

    def _listen(self) -> None:
        application = QApplication.instance()
        if application is not None and not self._rests:
            application.installEventFilter(self)

    def rest(self) -> None:
        """Nothing is heard any more."""
        self._rests = True
        for each in (QApplication.instance(), *QApplication.topLevelWindows()):
            if each is not None:
                each.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
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


def _turns_by_chance(watched: QObject, event: QWheelEvent) -> bool:
    """What lies under the pointer gets no focus by a wheel, and turns only if it has it."""
    if watched.isWindowType():
        under = QApplication.widgetAt(event.globalPosition().toPoint())
        while under is not None:
            if _turns_round(under) and under.focusPolicy() is Qt.FocusPolicy.WheelFocus:
                under.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            under = under.parentWidget()
        return False
    if not isinstance(watched, QWidget) or not _turns_round(watched) or watched.hasFocus():
        return False
    event.ignore()  # what lies under it may scroll
    return True


def _turns_round(widget: QWidget) -> bool:
    """Say whether a wheel changes what the widget says."""
    return isinstance(widget, _TURNED) and not isinstance(widget, QScrollBar)
