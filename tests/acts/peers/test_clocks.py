"""What show timers are tested with, held to the millisecond, through our own acts."""

from datetime import datetime

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.questions import floor_now
from facilitator.domain.programme import Phase
from facilitator.domain.refusals import AlreadyPaused, NobodySpeaking, NobodyWaiting
from facilitator.language.speech import language_for
from tests.conftest import TEN

HOUR = 3_600


def floor(desk):
    return floor_now(desk)["floor"]


def ends(desk):
    return floor_now(desk)["forecast"]["ends"]


def behind(desk):
    return floor_now(desk)["forecast"]["behind_s"]


def events(desk):
    return len(list(desk.file.journal()))


def at(text):
    return round(datetime.fromisoformat(text).timestamp() * 1000)


@pytest.fixture
def alone(desk, people):
    """The panel sits and one speaker waits, with two minutes."""
    desk.do("open_panel", panel=1)
    return desk.do("request_floor", participant=people["Brazil"]).id


def test_ux1_time_taken_leaves_what_was_spoken(desk, alone, clock):
    desk.do("give_floor")
    clock.pass_s(180)
    desk.do("add_time", seconds=-600)

    assert floor(desk)["elapsed_s"] == 180


def test_ux2_a_pause_is_not_spoken(desk, alone, clock):
    desk.do("give_floor")
    clock.pass_s(60)
    desk.do("pause")
    clock.pass_s(300)
    desk.do("resume")
    clock.pass_s(120)

    assert floor(desk)["elapsed_s"] == 180


def test_ux3_elapsed_stops_at_a_pause(desk, alone, clock):
    desk.do("give_floor")
    for act, after in (("pause", 120), ("resume", 60), ("pause", 120)):
        clock.pass_s(after)
        desk.do(act)
    clock.pass_s(600)

    assert floor(desk)["elapsed_s"] == 240


def test_ux4_who_has_not_begun_has_no_clock(desk, alone):
    assert floor(desk) is None


def test_ux5_pauses_and_added_time_put_the_end_off(desk, alone, clock):
    """Elsewhere time taken may put the end before the beginning; a limit of ours is never below zero."""
    desk.do("give_floor")
    assert ends(desk) == "2019-10-21T08:02:00.000+00:00"
    desk.do("pause")
    clock.pass_s(25)
    desk.do("resume")
    assert ends(desk) == "2019-10-21T08:02:25.000+00:00"
    desk.do("add_time", seconds=-30)
    assert ends(desk) == "2019-10-21T08:01:55.000+00:00"
    desk.do("add_time", seconds=-600)
    assert (floor(desk)["allotment_s"], ends(desk)) == (0, "2019-10-21T08:00:25.000+00:00")


def test_ux6_time_is_added_to_no_clock_that_does_not_run(desk, alone):
    with pytest.raises(NobodySpeaking):
        desk.do("add_time", seconds=60)
    desk.do("give_floor")

    assert floor(desk)["remaining_s"] == 120


def test_ux7_midnight_is_no_jump(desk, people, clock):
    clock.now = at("2019-10-21T23:59:30+02:00")
    desk.do("open_panel", panel=1)
    desk.do("request_floor", participant=people["Brazil"])
    desk.do("give_floor")
    told = []
    for _ in range(3):
        clock.pass_s(20)
        told.append(floor(desk)["remaining_s"])

    assert told == [100, 80, 60]


def test_ux8_the_fixed_end_counts_before_anybody_speaks(desk, clock):
    assert behind(desk) == -HOUR
    clock.pass_s(600)
    assert behind(desk) == -HOUR + 600


def test_ux9_a_late_start_leaves_the_end_where_it_is(desk, clock):
    clock.pass_s(600)
    desk.do("open_panel", panel=1)

    assert (desk.view().panel.hard_stop, behind(desk)) == (TEN + HOUR * 1000, -HOUR + 600)


def test_ux10_a_turn_ends_after_its_time_and_exactly_so_much_later_as_was_added(desk, alone, clock):
    desk.do("give_floor")
    assert ends(desk) == "2019-10-21T08:02:00.000+00:00"
    desk.do("add_time", seconds=37)

    assert ends(desk) == "2019-10-21T08:02:37.000+00:00"


@pytest.mark.parametrize("spoken", [120.001, 150, 150.001])
def test_ux11_below_zero_is_over(desk, alone, clock, spoken):
    """Elsewhere it is overtime at once; half a minute of grace comes first with us."""
    desk.do("give_floor")
    clock.pass_s(spoken)

    assert floor(desk)["state"] == ("over" if spoken > 150 else "grace")


def test_ux12_exactly_zero_is_still_danger(desk, alone, clock):
    desk.do("give_floor")
    clock.pass_s(120)

    assert floor(desk)["state"] == "danger"


@pytest.mark.parametrize(
    ("spoken", "state"), [(89.999, "running"), (90, "warning"), (109.999, "warning"), (110, "danger")]
)
def test_ux13_phases_change_at_their_limits(desk, alone, clock, spoken, state):
    desk.do("give_floor")
    clock.pass_s(spoken)

    assert floor(desk)["state"] == state


@pytest.mark.parametrize(
    ("spoken", "state"), [(59, "running"), (60, "warning"), (99, "warning"), (100, "danger")]
)
def test_ux13_a_category_has_limits_of_its_own(desk, alone, clock, spoken, state):
    desk.do("set_thresholds", category="GOV", warning_s=60, danger_s=20)
    desk.do("give_floor")
    clock.pass_s(spoken)

    assert floor(desk)["state"] == state


def test_ux14_without_a_speaker_there_is_no_phase_and_a_planned_panel_waits(desk):
    told = floor_now(desk)

    assert (told["floor"], told["state"]) == (None, "planned")


PLAN = ((Phase.OPENING, 5), (Phase.DISCUSSION, 45))


@pytest.fixture
def planned(desk, people):
    desk.do("set_plan", panel=1, phases=PLAN)
    return desk


def behind_plan(desk):
    return floor_now(desk)["behind_plan_s"]


def test_ux15_a_late_start_is_behind_the_plan(planned, clock):
    clock.pass_s(50)
    planned.do("open_panel", panel=1)

    assert behind_plan(planned) == 50


def test_ux16_time_granted_costs_the_schedule(desk, alone, clock):
    desk.do("give_floor")
    before = behind(desk)
    desk.do("add_time", seconds=10)

    assert behind(desk) == before + 10


def test_ux17_a_phase_that_lasts_too_long_is_behind_while_it_lasts(planned, clock):
    planned.do("open_panel", panel=1)
    clock.pass_s(300)
    assert behind_plan(planned) == 0

    clock.pass_s(10)
    assert behind_plan(planned) == 10


def test_ux18_a_break_is_behind_and_grows_while_it_lasts(planned, clock):
    planned.do("open_panel", panel=1)
    clock.pass_s(60)
    planned.do("suspend_panel")
    told = []
    for _ in range(2):
        clock.pass_s(25)
        told.append(behind_plan(planned))
    planned.do("open_panel", panel=1)

    assert [*told, behind_plan(planned)] == [25, 50, 50]


def test_ux19_a_panel_that_is_only_planned_is_not_behind(planned, clock):
    clock.pass_s(-21 * HOUR)

    assert behind_plan(planned) is None


def test_ux20_the_fixed_end_is_missed_only_by_what_goes_past_it(desk, alone, clock):
    clock.pass_s(HOUR - 120)
    desk.do("give_floor")
    assert behind(desk) == 0

    clock.pass_s(140)
    desk.do("add_time", seconds=30)
    assert behind(desk) == 30


def test_ux21_a_late_start_can_be_left_out_of_account(planned, clock):
    clock.pass_s(50)
    planned.do("open_panel", panel=1)

    told = floor_now(planned)
    assert (told["behind_plan_s"], told["behind_since_opening_s"], told["phase_left_s"]) == (50, 0, 300)


def test_ux22_nothing_is_started_or_stilled_where_nobody_waits_or_speaks(desk):
    desk.do("open_panel", panel=1)
    before = events(desk)
    for act, refusal in (
        ("give_floor", NobodyWaiting),
        ("pause", NobodySpeaking),
        ("resume", NobodySpeaking),
    ):
        with pytest.raises(refusal):
            desk.do(act)

    assert events(desk) == before


def test_ux23_the_life_of_a_turn(desk, alone, clock):
    desk.do("give_floor")
    assert (floor(desk)["state"], floor(desk)["paused"]) == ("running", False)
    desk.do("pause")
    with pytest.raises(AlreadyPaused):
        desk.do("pause")
    assert floor(desk)["paused"] is True
    desk.do("resume")
    assert floor(desk)["paused"] is False
    desk.do("end_intervention")
    assert floor(desk) is None


def test_ux24_time_added_and_taken_leaves_what_was_spoken_and_what_remains_follows(desk, alone, clock):
    desk.do("set_allotment", seconds=600)
    desk.do("give_floor")
    clock.pass_s(120)
    told = []
    for seconds in (300, -480):
        desk.do("add_time", seconds=seconds)
        told.append((floor(desk)["elapsed_s"], floor(desk)["remaining_s"]))

    assert told == [(120, 780), (120, 300)]


def test_ux25_after_a_pause_the_count_goes_on(desk, alone, clock):
    desk.do("give_floor")
    for act, after in (("pause", 120), ("resume", 300)):
        clock.pass_s(after)
        desk.do(act)
    clock.pass_s(60)

    assert floor(desk)["elapsed_s"] == 180


def test_ux26_the_expected_end_is_the_plan_and_what_went_past_it_at_each_step(desk, people, clock):
    desk.do("open_panel", panel=1)
    for name in ("Brazil", "Norway"):
        desk.do("request_floor", participant=people[name])
    assert ends(desk) == "2019-10-21T08:04:15.000+00:00"
    clock.pass_s(50)
    desk.do("give_floor")
    assert ends(desk) == "2019-10-21T08:05:05.000+00:00"
    clock.pass_s(135)
    desk.do("give_floor")
    assert ends(desk) == "2019-10-21T08:05:05.000+00:00"
    desk.do("add_time", seconds=10)
    assert ends(desk) == "2019-10-21T08:05:15.000+00:00"
    desk.do("end_intervention")
    assert (floor(desk), ends(desk)) == (None, "2019-10-21T08:03:05.000+00:00")


def test_ux27_whoever_takes_over_restarts_nothing(desk, alone, clock):
    """Elsewhere the plan may run by the wall clock; nothing of ours begins by itself, so a second program
    that takes the floor over finds it as it was."""
    desk.do("give_floor")
    clock.pass_s(30)
    desk.do("add_time", seconds=10)
    before = floor_now(desk)
    desk.close()

    again = open_desk(desk.path, clock)
    taken_over = floor_now(again)
    again.close()

    assert taken_over == before


def test_ux34_what_remains_differs_by_what_was_spoken_only(desk, alone, clock):
    desk.do("give_floor")
    for act, after in (("pause", 1.5), ("resume", 0.2)):
        clock.pass_s(after)
        desk.do(act)
    clock.pass_s(0.1)

    assert floor(desk)["remaining_s"] == 120 - 1.6


def small(desk):
    return floor_now(desk)["side_clock"]


def test_ux35_a_small_clock_turned_while_it_runs_keeps_its_number(desk, alone, clock):
    desk.do("set_side_clock", seconds=60)
    desk.do("start_side_clock")
    clock.pass_s(10)
    desk.do("turn_side_clock")
    assert small(desk) == {"set_s": 60, "shown_s": 50, "running": True, "up": True}

    clock.pass_s(3)
    assert small(desk)["shown_s"] == 53


def test_ux36_time_added_to_a_small_clock_is_forgotten_when_it_is_reset(desk, alone, clock):
    desk.do("set_side_clock", seconds=60)
    desk.do("add_to_side_clock", seconds=1)
    assert small(desk)["shown_s"] == 61
    desk.do("start_side_clock")
    clock.pass_s(5)
    desk.do("stop_side_clock")
    assert small(desk)["shown_s"] == 56
    desk.do("reset_side_clock")

    assert small(desk) == {"set_s": 60, "shown_s": 60, "running": False, "up": False}


@pytest.mark.parametrize(
    ("before", "shown"),
    [("2019-03-31T01:59:50+01:00", ("01:59", "03:00")), ("2019-10-27T02:59:50+02:00", ("02:59", "02:00"))],
    ids=["spring", "autumn"],
)
def test_ux37_the_change_of_the_hour_moves_the_wall_clock_and_no_speech(desk, people, clock, before, shown):
    clock.now = at(before)
    desk.do("open_panel", panel=1)
    desk.do("request_floor", participant=people["Brazil"])
    desk.do("give_floor")
    language = language_for("en", "Europe/Zurich")
    first = language.time_of_day(clock.now)
    clock.pass_s(20)

    assert (first, language.time_of_day(clock.now)) == tuple(f"\u2066{time}\u2069" for time in shown)
    assert floor(desk)["elapsed_s"] == 20


@pytest.mark.parametrize(
    ("forth", "back"), [(20, HOUR), (20, 23 * HOUR + 3_480)], ids=["an hour", "nearly a day"]
)
def test_ux38_a_clock_put_back_shows_no_more_than_the_limit_and_can_be_set_right(
    desk, alone, clock, forth, back
):
    desk.do("set_side_clock", seconds=60)
    desk.do("start_side_clock")
    desk.do("give_floor")
    clock.pass_s(forth)
    clock.pass_s(-back)
    assert (floor(desk)["elapsed_s"], floor(desk)["remaining_s"]) == (0, 120)

    desk.do("move_clocks", seconds=-back)
    assert (floor(desk)["elapsed_s"], small(desk)["shown_s"]) == (forth, 40)
    clock.pass_s(5)
    desk.do("end_intervention")
    assert floor_now(desk)["spoken"][0]["seconds"] == forth + 5


def test_ux38_a_clock_put_back_makes_no_time_negative_even_if_nobody_sets_it_right(desk, sitting, clock):
    desk.do("give_floor")
    clock.pass_s(20)
    desk.do("pause")
    clock.pass_s(-HOUR)
    desk.do("resume")
    desk.do("give_floor")

    first, second = desk.view().floor.interventions
    assert (first.clock.elapsed(clock.now), first.clock.ended, second.clock.began) == (
        20_000,
        TEN + 20_000,
        TEN + 20_000,
    )


def test_a_sleep_of_the_laptop_can_be_taken_off_without_adding_time(desk, alone, clock):
    desk.do("give_floor")
    clock.pass_s(30)
    clock.pass_s(600)
    desk.do("move_clocks", seconds=600)

    told = floor(desk)
    assert (told["elapsed_s"], told["remaining_s"], told["allotment_s"]) == (30, 90, 120)
    desk.do("undo")
    assert floor(desk)["elapsed_s"] == 630
