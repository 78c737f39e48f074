"""The rest of the panel against the hard stop: words, ruler and cuts in one bar."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.floor.cuts import Cuts
from facilitator.ui.floor.ruler import Ruler
from facilitator.ui.floor.verdict import Verdict

_WITH_RULER = 60


class ForecastBar(QWidget):
    """Words, ruler and cuts in one line; a low one goes without the ruler."""

    def __init__(self, context: Context, height: int = 80) -> None:
        super().__init__()
        self.setFixedHeight(height)
        compact = height < _WITH_RULER
        self.verdict, self.ruler = Verdict(context, compact=compact), Ruler(context)
        self.cuts = Cuts(context, compact=compact)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.verdict, 1 if compact else 0)
        row.addWidget(self.ruler, 1)
        row.addWidget(self.cuts)
        self.ruler.setVisible(not compact)

    def show_view(self, view: View, now: int) -> None:
        """All three show what was found once."""
        found = view.verdict(now) if view.live else None
        for part in (self.verdict, self.ruler):
            part.show_found(view, now, found)
        self.cuts.show_steps(view, now, found)
