"""What is remembered of a workshop that was opened."""

from __future__ import annotations

from pathlib import Path

from facilitator.domain.view import View
from facilitator.ui.start.recents import Recent


def recent(path: Path, view: View, at: int, *, encrypted: bool = False) -> Recent:
    """Return what is remembered of a workshop opened at an instant: of an `encrypted` one only its file."""
    if encrypted:
        return Recent(path=path, title=path.stem, at=at)
    return Recent(
        path=path,
        title=view.workshop.brief,
        at=at,
        first=min((panel.starts for panel in view.panels), default=0),
        last=max((panel.ends for panel in view.panels), default=0),
        place=view.workshop.place,
        panels=len(view.panels),
        people=len(view.people),
    )
