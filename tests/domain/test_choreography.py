"""How long a panel has sat: its breaks and what lies between a close and a reopening are no sitting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.choreography import closed, opened, phase_left, planned, sat_ms, suspended
from facilitator.domain.floor import Floor
from facilitator.domain.programme import PanelId, Phase, PlannedPhase
from facilitator.domain.timing import MINUTE

DOES = {"break": suspended, "open": opened, "close": closed}


def sat(*steps, until):
    """The minutes sat of a panel that is opened at 0 and taken through steps at their minutes."""
    floor = opened(Floor(PanelId("p")), 0)
    for does, minute in steps:
        floor = DOES[does](floor, minute * MINUTE)
    return sat_ms(floor, until * MINUTE) / MINUTE


@pytest.mark.parametrize(
    ("steps", "until", "minutes"),
    [
        ((), 30, 30),
        ((("close", 50),), 80, 50),
        ((("break", 20),), 30, 20),
        ((("break", 20), ("open", 35)), 60, 45),
        ((("break", 20), ("open", 35), ("break", 40), ("open", 41), ("close", 60)), 90, 44),
        ((("break", 20), ("close", 60)), 90, 20),
        ((("break", 20), ("close", 60), ("open", 70), ("close", 75)), 90, 25),
        ((("close", 50), ("open", 55)), 60, 55),
    ],
)
def test_a_break_is_no_sitting(steps, until, minutes):
    assert sat(*steps, until=until) == minutes


def test_a_break_that_ends_with_the_panel_is_no_time_of_the_phase():
    plan = (PlannedPhase(Phase.OPENING, 60 * MINUTE),)
    floor = suspended(opened(planned(Floor(PanelId("p")), plan), 0), 20 * MINUTE)
    over = closed(floor, 40 * MINUTE)
    again = opened(over, 45 * MINUTE)

    left = [phase_left(each, 50 * MINUTE) for each in (floor, over, again)]
    assert left == [40 * MINUTE, 40 * MINUTE, 35 * MINUTE]


def test_a_panel_that_was_never_opened_has_not_sat():
    assert sat_ms(Floor(PanelId("p")), 90 * MINUTE) == 0


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), max_size=6), st.integers(0, 60))
def test_what_it_sat_and_its_breaks_make_the_whole(halves, rest):
    floor, at = opened(Floor(PanelId("p")), 0), 0
    for sits, breaks in halves:
        floor = suspended(floor, at + sits)
        at += sits + breaks
        floor = opened(floor, at)
    floor = closed(floor, at + rest)

    assert sat_ms(floor, at + 1_000) == sum(sits for sits, _ in halves) + rest
