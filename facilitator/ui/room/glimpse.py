"""What the room's window holds of the workshop: no note, no recommendation, no balance, no file."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain.floor import Floor
from facilitator.domain.interruption import under_way
from facilitator.domain.protection import Ceilings
from facilitator.domain.view import View


def glimpse(view: View) -> View:
    """Return the view without all that the room never reads; whoever was heard before is not in it either."""
    return replace(
        view,
        floor=None if view.floor is None else _now(view.floor),
        notes=(),
        recommendations=(),
        last_acts=(),
        undo=None,
        redo=None,
        floors={},
        codings={},
        relations={},
        conflicts=0,
        ceilings=Ceilings(),
    )


def _now(floor: Floor) -> Floor:
    """Without those who were heard no share of the time can be told."""
    return replace(floor, interventions=under_way(floor.interventions))
