"""Long work on the thread of the window: between its steps the clock is painted and the stop key is heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QWidget

from facilitator.acts.importing.order import ImportStopped
from facilitator.ui.beside import beside
from facilitator.ui.buttons import Button

T = TypeVar("T")
_ESCAPE = QKeySequence(Qt.Key.Key_Escape)
_KINDS = QEvent.Type
_KEYS = frozenset({_KINDS.KeyPress, _KINDS.Shortcut})
_REFUSED = frozenset(
    {
        _KINDS.KeyRelease,
        _KINDS.ShortcutOverride,
        _KINDS.MouseButtonPress,
        _KINDS.MouseButtonRelease,
        _KINDS.MouseButtonDblClick,
        _KINDS.ContextMenu,
        _KINDS.Wheel,
        _KINDS.DragEnter,
        _KINDS.Drop,
        _KINDS.Close,
    }
)


class LongWork(QObject):
    """While it is under way, nobody can do anything but stop it; keys pressed meanwhile are done after it.

    An act in the middle of another one would be a part of it, and gone with it.
    """

    def __init__(self, stop: Button) -> None:
        super().__init__(stop)
        self._button = stop
        self._stopped = False
        self._later: list[tuple[QObject, QEvent]] = []
        stop.clicked.connect(self.stop)

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """The work is done in here."""
        application = QCoreApplication.instance()
        self._stopped = False
        if application is not None:
            application.installEventFilter(self)
        try:
            yield
        finally:
            if application is not None:
                application.removeEventFilter(self)
            for receiver, event in self._later:
                QCoreApplication.postEvent(receiver, event)
            self._later.clear()

    def stop(self) -> None:
        """The work ends at its next step."""
        self._stopped = True

    def pump(self) -> None:
        """What waits to be painted is."""
        QCoreApplication.processEvents()

    def breathe(self) -> None:
        """As `pump`; raises ImportStopped if somebody wanted it."""
        self.pump()
        if self._stopped:
            raise ImportStopped

    def beside(self, work: Callable[[], T]) -> T:
        """Return what another thread makes; the window lives meanwhile."""
        return beside(work, self.pump)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._stopped = self._stopped or kind != _KINDS.KeyRelease  # a press comes as a shortcut first
            return True
        if isinstance(event, QShortcutEvent) and event.key() == _ESCAPE:
            return True
        if kind in _KEYS:
            self._later.append((watched, event.clone()))
            return True
        return kind in _REFUSED and not self._stops(watched)

    def _stops(self, watched: QObject) -> bool:
        """Say whether something goes to the button, or to the window that hands it on."""
        return watched is self._button or watched.isWindowType() or not isinstance(watched, QWidget)
