"""What is looked at before a panel begins, and how each point stands."""

from dataclasses import replace

import pytest

from facilitator.domain.floor import Floor
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import Panel, PanelId, Phase, PlannedPhase, Question, QuestionId
from facilitator.domain.readiness import Point, State, panel_points, room_left
from facilitator.domain.timing import MINUTE

HOUR = 60 * MINUTE
ASKED = (Question(QuestionId("q"), 1, "First?"),)
PANEL = Panel(
    PanelId("p"), 1, "Remedies", HOUR, 2 * HOUR, 2 * HOUR, questions=ASKED, interpretation=("ar", "en")
)
FLOOR = Floor(PANEL.id, plan=(PlannedPhase(Phase.DISCUSSION, HOUR),))
ANA = Participant(ParticipantId("a"), "Ana", CategoryKey("GOV"), language="es")


def _wrong(panel=PANEL, floor=FLOOR, there=(ANA,), now=0):
    points = panel_points(panel, floor, there, [CategoryKey("GOV")], now)
    return [point for point in points if point.state is not State.OK]


def test_nothing_is_wrong_with_a_panel_that_has_all_it_needs():
    assert _wrong() == []


@pytest.mark.parametrize(
    ("changed", "point"),
    [
        ({"there": ()}, Point("people", State.FAIL)),
        ({"there": (replace(ANA, category=CategoryKey("")),)}, Point("category", State.FAIL, 1)),
        ({"there": (replace(ANA, language=""),)}, Point("language", State.WARN, 1)),
        ({"panel": replace(PANEL, hard_stop=2 * HOUR - MINUTE)}, Point("hard_stop", State.WARN, 1)),
        ({"now": 2 * HOUR}, Point("hard_stop_over", State.FAIL)),
        ({"panel": replace(PANEL, questions=())}, Point("questions", State.WARN)),
        ({"panel": replace(PANEL, interpretation=())}, Point("interpretation", State.WARN)),
        ({"floor": Floor(PANEL.id)}, Point("no_plan", State.WARN)),
        ({"panel": replace(PANEL, starts=HOUR + 1)}, Point("plan", State.WARN, 1)),
    ],
)
def test_each_thing_that_is_wrong_is_told_by_itself(changed, point):
    assert _wrong(**changed) == [point]


@pytest.mark.parametrize(
    ("free", "point"),
    [
        (99_999_999, Point("disk", State.FAIL, 99)),
        (100_000_000, Point("disk", State.WARN, 100)),
        (1_000_000_000, Point("disk", State.OK, 1000)),
    ],
)
def test_a_disk_that_fills_up_warns_before_nothing_can_be_kept(free, point):
    assert room_left(free) == point
