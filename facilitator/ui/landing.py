"""Where packages land that are dropped on the window, wherever that is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

SUFFIX = ".package"


def packages_in(event: QDropEvent) -> list[Path]:
    """Return the packages among what is dropped."""
    return packages_of(event.mimeData())


def packages_of(carried: QMimeData) -> list[Path]:
    """Return the packages among what is carried over the window, or pasted."""
    files = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix == SUFFIX]


def accept(event: QDropEvent) -> None:
    """What is dropped stays where it lies: a file that was moved would be taken from its stick."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


class Landing(QObject):
    """What is dropped on the page is kept until it is taken; `opens` shows where that is done.

    A field of one line takes no drops: it would write the name of a file into itself.
    """

    def __init__(self, page: QWidget, opens: Callable[[], object]) -> None:
        super().__init__(page)
        self._opens = opens
        self._dropped: list[Path] = []
        for field in page.findChildren(QLineEdit):
            field.setAcceptDrops(False)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def take(self) -> list[Path]:
        """Return what was dropped; it is taken."""
        found, self._dropped = self._dropped, []
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragMoveEvent) and packages_in(event):  # it has entered, or moves on
            accept(event)
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._dropped = packages_in(event)
            if self._dropped:
                accept(event)
                self._opens()
            return True
        return False
