"""When the clock turns amber and red in the workshops that are made on this computer."""

from __future__ import annotations

from facilitator.acts.desk import Desk
from facilitator.ui.room.control import Memory

THRESHOLDS = "thresholds"
SECONDS = ((30, 10), (60, 15), (60, 30), (120, 30))


def key_of(amber: int, red: int) -> str:
    return f"{amber} {red}"


def warn_as_wished(desk: object, kept: Memory) -> None:
    """Every category of a new workshop warns as this person wishes; nothing chosen leaves the usual parts."""
    wished = {key_of(*pair): pair for pair in SECONDS}.get(kept.kept(THRESHOLDS) or "")
    if wished is None or not isinstance(desk, Desk):
        return
    for category in desk.view().categories:
        desk.do("set_thresholds", category=category.key, warning_s=wished[0], danger_s=wished[1])
