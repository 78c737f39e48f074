"""The way into an encrypted workshop: its passphrase, or its recovery code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.refusals import Explained
from facilitator.language.direction import isolate
from facilitator.language.refusals import sentence
from facilitator.ui.buttons import Button, Look
from facilitator.ui.painting import ground
from facilitator.ui.start.parts import Mark, StartAttire, label
from facilitator.ui.type import Role

_WIDE = 440


class Unlock(QWidget):
    """`open` takes what was typed and whether the keyring may keep it; what it raises is told here.

    Of a workshop that is `new` the passphrase is typed twice.
    """

    left = Signal()

    def __init__(
        self, attire: StartAttire, path: Path, open_: Callable[[str, bool], object], *, new: bool = False
    ) -> None:
        super().__init__()
        self._attire, self._open = attire, open_
        say, tokens = attire.language.say, attire.tokens
        ground(self, tokens.surface)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(Mark(tokens.text, tokens.accent, rtl=attire.rtl))
        file = isolate(path.stem)
        title = say("{file} gets a key", file=file) if new else say("{file} is locked", file=file)
        column.addWidget(label(attire, title, attire.font(Role.PLACE), tokens.text))
        self.field = self._field(column, say("New passphrase") if new else say("Passphrase or recovery code"))
        self.twice = self._field(column, say("The same once more")) if new else None
        if self.twice is not None:
            self.field.returnPressed.connect(self.twice.setFocus)
        (self.twice or self.field).returnPressed.connect(self._try)
        self.fault = label(attire, "", attire.font(Role.SMALL), tokens.danger)
        self.fault.setMinimumHeight(2 * self.fault.fontMetrics().lineSpacing())  # nothing moves when it comes
        column.addWidget(self.fault)
        self.remember = QCheckBox(say("Let the keyring of this computer open it from now on"))
        self.remember.setFont(attire.font(Role.SMALL))
        self.remember.setMinimumHeight(24)
        column.addWidget(self.remember)
        column.addLayout(self._buttons(say("Encrypt the workshop") if new else say("Unlock")))
        self._centre(column)

    def tell(self, text: str) -> None:
        """The sentence stands under the field, which is empty again."""
        self.fault.setText(text)
        for field in filter(None, (self.field, self.twice)):
            field.clear()
        self.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """One can type at once: the screen before it takes the focus along when it goes."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self.field, self.field.setFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _field(self, column: QVBoxLayout, words: str) -> QLineEdit:
        attire = self._attire
        column.addWidget(label(attire, words, attire.font(Role.SMALL), attire.tokens.text2))
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setFont(attire.font(Role.BODY))
        field.setMinimumHeight(40)
        field.setAccessibleName(words)
        column.addWidget(field)
        return field

    def _buttons(self, name: str) -> QHBoxLayout:
        row, say = QHBoxLayout(), self._attire.language.say
        self.button = Button(self._attire, name, Look.FILLED, key="Enter")
        self.button.clicked.connect(self._try)
        back = Button(self._attire, say("Back"), key="Esc")
        back.clicked.connect(self.left)
        row.addWidget(self.button)
        row.addWidget(back)
        row.addStretch(1)
        return row

    def _centre(self, column: QVBoxLayout) -> None:
        inside = QWidget()
        inside.setFixedWidth(_WIDE)
        inside.setLayout(column)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(inside, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def _try(self) -> None:
        if self.twice is not None and self.twice.text() != self.field.text():
            self.tell(self._attire.language.say("The two passphrases differ. Type the same one twice."))
            return
        try:
            self._open(self.field.text(), self.remember.isChecked())
        except Explained as told:
            self.tell(sentence(self._attire.language, told))
