"""Another panel is looked at: its notes are many, and they are read while the window is painted."""

from __future__ import annotations

from facilitator.domain.programme import PanelId
from facilitator.ui.beside import paint
from facilitator.ui.context import Desk


def known(desk: Desk, panel: PanelId) -> PanelId:
    """Return the panel once it can be looked at at once."""
    for _ in desk.coming(panel):
        paint()
    return panel
