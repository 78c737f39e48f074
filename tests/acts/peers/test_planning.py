"""What planners of other systems are tested with, and where ours decides otherwise."""

from datetime import UTC, datetime, timedelta

import pytest

from facilitator.acts.questions import floor_now, programme
from facilitator.domain.day_ahead import day_ahead
from facilitator.domain.programme import Panel, PanelId
from facilitator.domain.requests import Kind
from facilitator.domain.timing import MINUTE
from tests.conftest import TEN


def verdict(desk):
    return floor_now(desk)["forecast"]["verdict"]


def instant(ms):
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)).isoformat(timespec="milliseconds")


def panels(desk, *gaps):
    """Add panels of an hour, each so many minutes after the one before."""
    at = TEN + 60 * MINUTE
    for gap in gaps:
        at += gap * MINUTE
        desk.do("add_panel", title="Next", starts=at, ends=at + 60 * MINUTE)
        at += 60 * MINUTE


def expected(desk):
    return [panel["expected_start"] for panel in programme(desk)["panels"]]


def last_ends_at(desk, sitting, clock, minutes_past_the_hour):
    """Let the forecast of the present panel end so many minutes after its hard stop."""
    ends = datetime.fromisoformat(floor_now(desk)["forecast"]["ends"]).timestamp() * 1000
    clock.now += round(TEN + (60 + minutes_past_the_hour) * MINUTE - ends)


@pytest.mark.parametrize(("gap", "late"), [(20, 0), (10, 10)])
def test_ux28_a_break_takes_up_the_delay_and_passes_on_the_rest(desk, sitting, clock, gap, late):
    panels(desk, gap)
    last_ends_at(desk, sitting, clock, 20)

    assert expected(desk) == [None, instant(TEN + (60 + gap + late) * MINUTE)]


def test_ux29_who_is_early_does_not_begin_the_next_panel_early(desk, sitting, clock):
    """Theirs pulls a linked item forward; interpreters and speakers come when the programme says."""
    panels(desk, 0, 0)
    last_ends_at(desk, sitting, clock, -10)

    assert expected(desk) == [None, instant(TEN + 60 * MINUTE), instant(TEN + 120 * MINUTE)]


@pytest.mark.parametrize(
    ("free_at", "begins", "ends"), [(0, 10, 70), (40, 40, 70), (70, 70, 70), (95, 95, 95)]
)
def test_ux30_a_late_panel_still_ends_at_its_hard_stop_and_beyond_it_as_it_begins(free_at, begins, ends):
    panel = Panel(PanelId("p"), 1, "Next", 10 * MINUTE, 70 * MINUTE, 70 * MINUTE)
    after = Panel(PanelId("q"), 2, "After", 80 * MINUTE, 90 * MINUTE, 90 * MINUTE)

    one, two = day_ahead([panel, after], free_at * MINUTE)
    assert (one.begins, one.ends, one.late_ms) == (
        begins * MINUTE,
        ends * MINUTE,
        (begins - 10) * MINUTE,
    )
    assert two.begins == max(80 * MINUTE, ends * MINUTE)


@pytest.mark.parametrize(
    ("late_s", "heard_at_s", "proposed"),
    [
        (0, 180, None),  # on time: no change
        (-600, 180, None),  # early: nobody is given more than was announced
        (2_820, 180, None),  # 13:00 left for 12:00 of statements and four changes
        (2_821, 175, {"GOV": 120.0, "NGO": 150.0}),  # one second less
        (2_940, 120, {"GOV": 120.0, "NGO": 120.0}),  # 11:00 left
        (2_941, 115, {"GOV": 90.0, "NGO": 90.0}),  # one second less
        (3_120, 80, {"GOV": 60.0, "NGO": 60.0}),  # 8:00 left: nobody has less than a minute
        (3_300, None, {"GOV": 60.0, "NGO": 60.0}),  # 5:00 left: even a minute each is too long
    ],
)
def test_t45_the_rest_is_shortened_by_steps_that_can_be_announced(
    desk, people, clock, late_s, heard_at_s, proposed
):
    """Theirs shortens every part by the same factor, to the second and unasked, and gives up over 15 minutes.

    Ours proposes a round limit for the categories, as the Human Rights Council announces it, only shorter
    ones, at any distance, and nothing changes until a person takes it.
    """
    desk.do("open_panel", panel=1)
    for id_ in people.values():
        desk.do("request_floor", participant=id_)
    clock.pass_s(late_s)

    found = verdict(desk)
    told = found["proposal"]
    assert (found["all_heard_at_s"], told and told["allotments"]) == (heard_at_s, proposed)
    assert floor_now(desk)["queue"][0]["category"] == "GOV"


def test_a_taken_proposal_comes_true_to_the_second(desk, sitting, clock):
    """Everybody takes what the proposal gives, every change takes its time: the panel ends when it said."""
    clock.pass_s(2_941)
    step = verdict(desk)["proposal"]
    desk.do("set_allotments", allotments=step["allotments"])
    while floor_now(desk)["queue"]:
        desk.do("give_floor")
        clock.pass_s(floor_now(desk)["floor"]["remaining_s"])
        desk.do("end_intervention")
        if floor_now(desk)["queue"]:
            clock.pass_s(15)

    assert instant(clock.now) == step["ends"]
    assert floor_now(desk)["forecast"]["unheard"] == []


def test_the_last_call_is_the_last_moment_at_which_one_more_is_heard(desk, people, clock):
    desk.do("open_panel", panel=1)
    called = datetime.fromisoformat(verdict(desk)["last_call"]).timestamp() * 1000
    clock.now = round(called)
    last = desk.do("request_floor", participant=people["Coalition"]).id
    assert floor_now(desk)["forecast"]["unheard"] == []
    desk.do("withdraw", request=last)
    clock.pass_s(0.001)
    late = desk.do("request_floor", participant=people["Coalition"]).id

    assert verdict(desk)["last_call"] is None
    assert floor_now(desk)["forecast"]["unheard"] == [late]


def test_what_is_kept_for_replies_is_not_there_for_the_list(desk, sitting):
    before = floor_now(desk)["forecast"]["behind_s"]
    desk.do("set_rule", rule="reserve_ms", value=15 * MINUTE)

    assert floor_now(desk)["forecast"]["behind_s"] == before + 900


def test_the_forecast_comes_true_with_every_term_there_is(desk, sitting, clock):
    """Limits of their own, interpretation, accommodation, a kind of its own, and an interrupted speaker."""
    desk.do("set_limit", request=sitting["Norway"], seconds=45)
    desk.do("interpret", on=True, request=sitting["Kenya"])
    desk.do("accommodate", seconds=40, request=sitting["Coalition"])
    desk.do("give_floor")
    clock.pass_s(30)
    desk.do("request_floor", participant=desk.view().floor.speaking.participant, kind=Kind.POINT_OF_ORDER)
    desk.do("give_floor")
    clock.pass_s(10)
    foreseen = floor_now(desk)["forecast"]["ends"]

    while floor_now(desk)["floor"] or floor_now(desk)["queue"]:
        now = floor_now(desk)
        if now["floor"] is None:
            clock.pass_s(15)
            desk.do("give_floor")
        else:
            clock.pass_s(now["floor"]["remaining_s"])
            desk.do("end_intervention")
    assert instant(clock.now) == foreseen


def test_nobody_of_a_group_that_is_there_has_spoken(desk, people, clock):
    desk.do("open_panel", panel=1)
    desk.do("request_floor", participant=people["Brazil"])
    desk.do("request_floor", participant=people["Network"])
    desk.do("give_floor")
    clock.pass_s(24 * 60)

    assert floor_now(desk)["gaps"] == [
        {
            "category": "NGO",
            "gone": 0.4,
            "present": 2,
            "waiting": 1,
            "small": True,
            "words": "\u2068Civil society\u2069: nobody has spoken, \u206640 %\u2069 of the time is gone, "
            "2 present, 1 waits",
        }
    ]


def test_a_dimension_is_hidden_for_good_and_can_be_brought_back_by_undo(desk):
    desk.do("hide_dimension", dimension="gender")
    desk.do("hide_dimension", dimension="region")
    desk.do("set_rule", rule="hidden", value=())
    assert desk.reading.rules().hidden == ("gender", "region")
    desk.do("undo")

    assert desk.reading.rules().hidden == ("gender",)
