"""The notes desk of a console whose panel sits, and how a rapporteur types into it."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.ui.notes.desk import NotesDesk

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Rapporteur:
    """Types into the capture line of a notes desk, one key after the other."""

    notes: NotesDesk

    @property
    def field(self):
        return self.notes.capture.field

    def types(self, text):
        QTest.keyClicks(self.field, text)

    def writes(self, text):
        self.types(text)
        self.presses(Qt.Key.Key_Return)

    def presses(self, key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.field, key, held)

    def anchor(self):
        return self.notes.capture.anchor.text()


@pytest.fixture
def rapporteur(console):
    console.open_page(1)
    return Rapporteur(console.notes)
