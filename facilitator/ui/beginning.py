"""Opening a panel: what it cannot do without is told first, and the next press opens it all the same."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from facilitator.domain.programme import Panel, PanelId
from facilitator.ui.context import Desk
from facilitator.ui.settings import READINESS


class Owner(Protocol):
    """Whoever opens panels, and has the sheet with the check opened."""

    desk: Desk
    sheet_wanted: SignalInstance

    def do(self, act: str, **arguments: object) -> str | None: ...


class Beginning:
    """A warning keeps no panel from beginning at once."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._told: PanelId | None = None

    def begin(self, panel: Panel) -> None:
        """The panel is open, or the check says what it lacks."""
        from facilitator.acts.desk import Desk as OnFile  # noqa: PLC0415 - SQLAlchemy loads when it is needed
        from facilitator.acts.readiness import lacks_nothing  # noqa: PLC0415 - as above

        desk = self._owner.desk
        if self._told != panel.id and isinstance(desk, OnFile) and not lacks_nothing(desk, panel):
            self._told = panel.id
            self._owner.sheet_wanted.emit(READINESS)
            return
        self._told = None
        self._owner.do("open_panel", panel=panel.id)
