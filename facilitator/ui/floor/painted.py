"""A part of the desk that paints what it was shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.domain.planning import Forecast
from facilitator.domain.view import View
from facilitator.ui.context import Context


class Painted(QWidget):
    """Something that shows the view at the instant it is told."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.view: View | None = None
        self.now = 0

    def show_view(self, view: View, now: int) -> None:
        self.view, self.now = view, now
        self.update()

    def rest(self) -> Forecast | None:
        return None if self.view is None or not self.view.live else self.view.forecast(self.now)
