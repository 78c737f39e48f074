"""How a report desk is left to the one that takes its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.ui.report.making import Making
from facilitator.ui.report.naming import Found
from facilitator.ui.report.wish import Wish


@dataclass(frozen=True, slots=True)
class Standing:
    """What was chosen, whether the draft was in sight, the file in the making if there is one, the names."""

    wish: Wish | None
    target: Path
    drafting: bool
    exporting: Making | None
    found: Found | None
