"""A field for one line, which runs as its first letter says and is empty at the page's leading side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from facilitator.language.direction import first_strong_rtl


class Field(QLineEdit):
    """A name in Arabic starts at the right of an English window, one in Latin letters at the left of ours."""

    def __init__(self, *, rtl: bool) -> None:
        super().__init__()
        self._rtl = rtl
        self.textChanged.connect(self._run_as_typed)
        self._run_as_typed("")

    def _run_as_typed(self, text: str) -> None:
        """An empty line told no absolute side takes the keyboard's, and its hint that of its own words."""
        rtl = first_strong_rtl(text, otherwise=self._rtl)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(Qt.AlignmentFlag.AlignAbsolute | side | Qt.AlignmentFlag.AlignVCenter)


class Finder(Field):
    """Where nothing is typed there is nothing to undo but the last act: the keys are the page's then."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            back = event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y)
            if back and event.modifiers() == Qt.KeyboardModifier.ControlModifier and not self.text():
                event.ignore()
                return True
        return super().event(event)
