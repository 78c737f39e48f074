"""In which capacity somebody speaks of whom nothing else is said."""

import pytest

from facilitator.domain.inscription import usual_capacity
from facilitator.domain.people import ParticipantId
from facilitator.domain.programme import Panel, PanelId, Seat, SeatId, SeatRole
from facilitator.domain.requests import Capacity


@pytest.mark.parametrize(
    ("who", "capacity"),
    [
        ("moderator", Capacity.CHAIR),
        ("rapporteur", Capacity.PANELLIST),
        ("panellist", Capacity.PANELLIST),
        ("somebody", Capacity.FLOOR),
        (None, Capacity.FLOOR),
    ],
)
def test_it_is_as_they_sit_at_the_table(who, capacity):
    seats = tuple(
        Seat(SeatId(role), ParticipantId(role), number, role) for number, role in enumerate(SeatRole, 1)
    )
    panel = Panel(PanelId("p"), 1, "Remedies", 0, 1, 1, seats=seats)

    assert usual_capacity(panel, who) is capacity
