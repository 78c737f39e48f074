"""The keys of the live acts: the same act whichever widget has the focus, and nothing on Esc."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWheelEvent, QWindow
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


class LiveKeys(QObject):
    """Listens before any widget does; a key held down acts once.

    A wheel that turns over a number or a choice without the focus turns nothing but the page under it. Only
    the windows are listened to, through which both come: not one in hundreds of events is a key or a wheel.
    """

    def __init__(self, acts: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._acts = {chord(name): act for name, act in acts.items()}
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusWindowChanged.connect(self._listen_to)
        for window in QApplication.topLevelWindows():
            self._listen_to(window)

    def rest(self) -> None:
        """Nothing is heard any more: what takes this one's place hears it."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusWindowChanged.disconnect(self._listen_to)
        for window in QApplication.topLevelWindows():
            window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            return self._turns(watched, event)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._acts.get(QKeyCombination(held, Qt.Key(event.key())).toCombined())
        if act is None or not watched.isWindowType() or _chooses():
            return False
        if not event.isAutoRepeat():
            act()
        return True

    def _listen_to(self, window: QWindow | None) -> None:
        """The window, and every one that comes later, has the focus before it is told a key."""
        if window is not None:
            window.installEventFilter(self)

    def _turns(self, watched: QObject, event: QWheelEvent) -> bool:
        """What lies under the pointer is listened to from now on, and gets no focus by a wheel."""
        if not watched.isWindowType():
            return _turns_by_chance(watched, event)
        under = QApplication.widgetAt(event.globalPosition().toPoint())
        while under is not None:
            if _turns_round(under):
                under.installEventFilter(self)
                if under.focusPolicy() is Qt.FocusPolicy.WheelFocus:
                    under.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            under = under.parentWidget()
        return False


def _chooses() -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and bool(focus.property(TAKES_KEYS))


def _turns_by_chance(watched: QObject, event: QWheelEvent) -> bool:
    if not isinstance(watched, QWidget) or not _turns_round(watched) or watched.hasFocus():
        return False
    event.ignore()  # what lies under it may scroll
    return True


def _turns_round(widget: QWidget) -> bool:
    """Say whether a wheel changes what the widget says."""
    return isinstance(widget, _TURNED) and not isinstance(widget, QScrollBar)
