"""The desk of the computer that only serves the room: what the room reads, and nothing else."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.painting import ground
from facilitator.ui.room.display import RoomDisplay

_MARGIN = 24


class Hall(QWidget):
    """The mirror of the room's screen, as large as it can be."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        ground(self, context.tokens.surface)
        self.mirror = RoomDisplay(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self.mirror, 1)

    def show_view(self, view: View, now: int) -> None:
        self.mirror.show_view(view, now)

    def tick(self, now: int) -> None:
        self.mirror.tick(now)

    def take_focus(self) -> None:
        """Nothing is typed here."""
        self.setFocus()
