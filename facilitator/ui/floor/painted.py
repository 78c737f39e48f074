"""A part of the forecast that paints what it was shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.domain.planning import Forecast
from facilitator.domain.steps import Verdict
from facilitator.domain.view import View
from facilitator.ui.context import Context


class Painted(QWidget):
    """Something that shows the view at the instant it is told, with what was found for it then."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.view: View | None = None
        self.now = 0
        self.found: Verdict | None = None

    def show_found(self, view: View, now: int, found: Verdict | None) -> None:
        """The view is shown; `found` is None while no panel sits."""
        self.view, self.now, self.found = view, now, found
        self.update()

    def rest(self) -> Forecast | None:
        return None if self.found is None else self.found.now
