"""Over the floor's desk where another laptop holds the floor: who, and the way to take it over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facilitator.domain.view import View
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.painting import ground
from facilitator.ui.type import Role


class Held(QWidget):
    """Hidden on the laptop that holds the floor."""

    taken = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.words = QLabel()
        self.words.setFont(context.font(Role.BODY))
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.take = Button(context, context.language.say("Take the floor over"), Look.OUTLINE)
        self.take.clicked.connect(self.taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        ground(self, context.tokens.accent_soft)
        self.setMinimumHeight(40)
        self.hide()

    def show_view(self, view: View) -> None:
        """Whoever would take the floor over reads first what that means."""
        elsewhere = view.floor_elsewhere
        if elsewhere:
            told = self._context.language.say(
                "{name} holds the floor; what was done there since its last package is not here. Take the "
                "floor over only if that laptop cannot go on.",
                name=elsewhere,
            )
            self.words.setText(told)
            self.setAccessibleName(told)
        self.setVisible(bool(elsewhere))
