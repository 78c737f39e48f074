"""Whom a computer is for, and which desks it shows."""

from __future__ import annotations

from facilitator.language.speech import mark

ROLE, ROOM = "role", "room"
ROLES = {
    "": mark("Everybody"),
    "moderator": mark("The moderator"),
    "rapporteur": mark("The rapporteur"),
    "secretariat": mark("The secretariat"),
    ROOM: mark("The room"),
}
FLOOR, NOTES, REPORT, SETUP, LEDGER, HALL = range(6)
"""The desks, as they stand in the row of them; the last one is the room's, which no other computer shows."""
_DESKS = {
    "moderator": (FLOOR,),
    "rapporteur": (NOTES, REPORT, LEDGER),
    "secretariat": (SETUP, REPORT, LEDGER),
    ROOM: (HALL,),
}


def desks_of(role: str | None) -> tuple[int, ...]:
    """Return the desks of a role, the one that is open first at the front; all for everybody."""
    return _DESKS.get(role or "", (FLOOR, NOTES, REPORT, SETUP, LEDGER))
