"""What is known of one person is erased on request: who is found by name, and asked for twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.people import Participant, ParticipantId
from facilitator.language.direction import isolate
from facilitator.ui.buttons import Button
from facilitator.ui.context import Attire
from facilitator.ui.field import Field
from facilitator.ui.floor.entries import Directory, shown
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_SHOWN = 5
People = Mapping[ParticipantId, Participant]
Erase = Callable[[Participant], object]


class Erasing(QWidget):
    """The first press at a person says what will be gone, the second one erases it; `locked` is why not."""

    def __init__(self, attire: Attire, people: People, erase: Erase, locked: str) -> None:
        super().__init__()
        self._attire, self._erase, self._locked = attire, erase, locked
        self._people = Directory()
        self._people.read(people)
        self.rows: list[Button] = []
        self.field = Field(rtl=attire.rtl)
        name = attire.language.say("The person's name")
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.setFont(attire.font(Role.BODY))
        self.field.setFixedHeight(32)
        self.field.textChanged.connect(self._find)
        self._found = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.field)
        whole.addWidget(self._found)

    def _find(self, typed: str) -> None:
        """The likeliest people stand under the field, nobody while it is empty."""
        self.rows = []
        self._found.deleteLater()
        self._found = QWidget()
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for who in self._people.find(typed)[:_SHOWN] if typed.strip() else ():
            column.addLayout(self._row(who))
        whole = self.layout()
        if whole is not None:
            whole.addWidget(self._found)

    def _row(self, who: Participant) -> QHBoxLayout:
        attire, say = self._attire, self._attire.language.say
        words = label(attire, isolate(shown(who)), attire.font(Role.SMALL), attire.tokens.text)
        button = Button(attire, say("Erase"))
        button.setAccessibleDescription(shown(who))
        button.setEnabled(not self._locked)
        button.setToolTip(self._locked)
        button.clicked.connect(partial(self._ask, who, button))
        self.rows.append(button)
        row = QHBoxLayout()
        row.addWidget(words, 1)
        row.addWidget(button)
        return row

    def _ask(self, who: Participant, button: Button) -> None:
        for other in self.rows:
            other.setEnabled(other is button)
        button.setText(self._attire.language.say("Erase for good"))
        button.clicked.disconnect()
        button.clicked.connect(partial(self._erase, who))
