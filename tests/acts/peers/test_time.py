"""What other systems are tested with on time and the floor, held to the millisecond, through our own acts."""

import pytest

from facilitator.acts.questions import floor_now
from facilitator.domain.programme import Phase
from facilitator.domain.refusals import (
    AlreadyPaused,
    GroupHasFloor,
    NobodySpeaking,
    NoOverdraft,
    NotPaused,
    NotWaiting,
    StalePress,
)
from facilitator.domain.requests import Kind
from tests.conftest import TEN

SPECIAL = [Kind.POINT_OF_ORDER, Kind.INTERPOSED_QUESTION]


def speaking(desk):
    return desk.view().floor.speaking


def left(desk):
    return {b["category"]: b["left_s"] for b in floor_now(desk)["budgets"]}


def clocks(desk):
    """Return each intervention's seconds, whether it has ended and whether it stands still."""
    view = desk.view()
    return {
        view.people[i.participant].name: (i.clock.elapsed(desk.now()) / 1000, not i.under_way, i.clock.paused)
        for i in view.floor.interventions
    }


def events(desk):
    return len(list(desk.file.journal()))


@pytest.fixture
def interrupt(desk, people):
    """A point of order or a question of somebody has the floor."""

    def give(name, kind=Kind.POINT_OF_ORDER):
        asked = desk.do("request_floor", participant=people[name], kind=kind).id
        return desk.do("give_floor", request=asked).id

    return give


def test_t1_the_one_before_ends_at_the_instant_at_which_the_next_begins(desk, sitting, clock):
    desk.do("give_floor")
    clock.pass_s(60.501)
    desk.do("give_floor")

    first, second = desk.view().floor.interventions
    assert (first.clock.ended, second.clock.began) == (TEN + 60_501, TEN + 60_501)


def test_t2_who_has_begun_cannot_begin_again(desk, sitting, clock):
    desk.do("give_floor")
    clock.pass_s(5)

    with pytest.raises(NotWaiting):
        desk.do("give_floor", request=sitting["Brazil"])
    assert speaking(desk).clock.began == TEN


def test_t3_a_paused_speaker_has_ended_when_the_next_begins(desk, sitting, clock):
    desk.do("give_floor")
    desk.do("pause")
    clock.pass_s(5)
    desk.do("give_floor")

    assert clocks(desk) == {"Brazil": (0, True, False), "Norway": (0, False, False)}


def test_t4_those_on_a_closed_list_are_still_called(desk, sitting):
    desk.do("close_list")
    desk.do("give_floor")

    assert speaking(desk).request == sitting["Brazil"]


def test_t5_the_next_clock_is_fresh(desk, sitting, clock):
    desk.do("set_allotment", seconds=60)
    desk.do("give_floor")
    clock.pass_s(30)
    desk.do("give_floor")

    assert speaking(desk).clock.remaining(clock.now) == 60_000


def test_t6_a_kind_has_its_own_time(desk, people, sitting):
    """Elsewhere that time becomes everybody's default; a right of reply says nothing of statements."""
    desk.do("set_allotment", seconds=100, kind=Kind.RIGHT_OF_REPLY)
    reply = desk.do("request_floor", participant=people["Kenya"], kind=Kind.RIGHT_OF_REPLY).id
    desk.do("give_floor", request=reply)
    assert speaking(desk).clock.remaining(TEN) == 100_000

    desk.do("give_floor")
    assert speaking(desk).clock.remaining(TEN) == 120_000


def test_t7_a_question_counts_up_from_nothing(desk, sitting, clock, interrupt):
    """Elsewhere it has no limit; ours has that of its kind or category and shows the time spoken as well."""
    desk.do("give_floor")
    interrupt("Kenya", Kind.INTERPOSED_QUESTION)
    clock.pass_s(7)

    assert [floor_now(desk)["floor"][key] for key in ("kind", "elapsed_s", "paused")] == [
        "interposed_question",
        7.0,
        False,
    ]


def test_t8_a_question_stills_the_speaker_and_ends_nobody(desk, sitting, clock, interrupt):
    desk.do("give_floor")
    clock.pass_s(20)
    interrupt("Kenya", Kind.INTERPOSED_QUESTION)
    clock.pass_s(5)

    assert clocks(desk) == {"Brazil": (20, False, True), "Kenya": (5, False, False)}


def test_t9_one_clock_runs_and_going_on_with_the_speaker_ends_no_question(desk, sitting, clock, interrupt):
    main = desk.do("give_floor").id
    clock.pass_s(10)
    desk.do("pause")
    interrupt("Kenya", Kind.INTERPOSED_QUESTION)
    clock.pass_s(3)
    interrupt("Network", Kind.INTERPOSED_QUESTION)
    clock.pass_s(4)
    assert clocks(desk) == {
        "Brazil": (10, False, True),
        "Kenya": (3, False, True),
        "Network": (4, False, False),
    }

    desk.do("resume", current=main)
    clock.pass_s(6)

    assert clocks(desk) == {
        "Brazil": (16, False, False),
        "Kenya": (3, False, True),
        "Network": (4, False, True),
    }
    assert floor_now(desk)["floor"]["intervention"] == main


def test_t10_the_next_of_a_group_begins_with_what_is_left_of_its_budget(desk, sitting, clock):
    desk.do("set_budget", category="GOV", seconds=500)
    desk.do("give_floor")
    clock.pass_s(100)
    desk.do("give_floor")
    assert left(desk) == {"GOV": 400}

    clock.pass_s(0.001)
    assert left(desk) == {"GOV": 399.999}


@pytest.mark.parametrize("kind", SPECIAL)
def test_t11_a_procedural_turn_is_charged_to_no_budget(desk, sitting, clock, interrupt, kind):
    desk.do("set_budget", category="GOV", seconds=500)
    interrupt("Kenya", kind)
    clock.pass_s(100)

    assert left(desk) == {"GOV": 500}


def test_t12_ending_a_paused_turn_keeps_its_pauses_apart_and_charges_nothing_more(desk, sitting, clock):
    desk.do("set_budget", category="GOV", seconds=530)
    desk.do("give_floor")
    for act, after in (("pause", 10), ("resume", 20), ("pause", 20)):
        clock.pass_s(after)
        desk.do(act)
    assert left(desk) == {"GOV": 500}

    clock.pass_s(50)
    desk.do("end_intervention")

    spoken = desk.view().floor.interventions[0].clock
    assert sum(pause.length(clock.now) for pause in spoken.pauses) == 70_000
    assert (spoken.paused, left(desk)) == (False, {"GOV": 500})


def test_t13_ending_after_a_pause_charges_from_the_going_on(desk, sitting, clock):
    desk.do("give_floor")
    desk.do("pause")
    clock.pass_s(100)
    desk.do("resume")
    desk.do("set_budget", category="GOV", seconds=500)
    clock.pass_s(100)
    desk.do("end_intervention")

    assert left(desk) == {"GOV": 400}


def test_t14_after_the_end_no_clock_runs_and_the_next_has_the_usual_time(desk, sitting, clock):
    desk.do("set_allotment", seconds=60)
    desk.do("give_floor")
    clock.pass_s(30)
    desk.do("end_intervention")
    assert floor_now(desk)["floor"] is None

    clock.pass_s(30)
    desk.do("give_floor")
    assert speaking(desk).clock.remaining(clock.now) == 60_000


def test_t15_what_has_ended_or_not_begun_cannot_end(desk, sitting):
    before = events(desk)
    with pytest.raises(NobodySpeaking):
        desk.do("end_intervention")
    given = desk.do("give_floor").id
    desk.do("end_intervention")

    with pytest.raises(StalePress):
        desk.do("end_intervention", current=given)
    assert events(desk) == before + 2


def test_t16_ending_the_speaker_ends_the_question_at_the_same_instant(desk, sitting, clock, interrupt):
    main = desk.do("give_floor").id
    clock.pass_s(10)
    interrupt("Kenya", Kind.INTERPOSED_QUESTION)
    clock.pass_s(10.007)
    desk.do("end_intervention", current=main)

    assert [i.clock.ended for i in desk.view().floor.interventions] == [TEN + 20_007] * 2


def test_t17_ending_the_speaker_loses_no_question_that_waits(desk, people, sitting):
    """Elsewhere it is deleted; nobody vanishes from our list unless somebody says so."""
    desk.do("give_floor")
    asked = desk.do("request_floor", participant=people["Kenya"], kind=Kind.INTERPOSED_QUESTION).id
    desk.do("end_intervention")

    assert desk.view().floor.waiting[0].id == asked


def test_t18_only_a_clock_that_runs_can_be_stilled(desk, sitting):
    for prepare, refusal in (
        (None, NobodySpeaking),
        ("pause", AlreadyPaused),
        ("end_intervention", NobodySpeaking),
    ):
        if prepare is not None:
            desk.do("give_floor")
            desk.do(prepare)
        with pytest.raises(refusal):
            desk.do("pause")


def test_t18_a_stilled_clock_keeps_what_is_left(desk, sitting, clock):
    desk.do("set_budget", category="GOV", seconds=200)
    desk.do("give_floor")
    clock.pass_s(20)
    desk.do("pause")
    clock.pass_s(1_000)

    assert (speaking(desk).clock.remaining(clock.now), left(desk)) == (100_000, {"GOV": 180})


def test_t18_a_pause_charges_the_group_up_to_it(desk, sitting, clock):
    desk.do("set_budget", category="GOV", seconds=200)
    desk.do("give_floor")
    clock.pass_s(100)
    desk.do("pause")
    clock.pass_s(60)

    assert left(desk) == {"GOV": 100}


def test_t18_after_a_going_on_only_the_rest_is_charged(desk, sitting, clock):
    desk.do("give_floor")
    desk.do("pause")
    clock.pass_s(90)
    desk.do("set_budget", category="GOV", seconds=200)
    desk.do("resume")
    clock.pass_s(10)
    desk.do("pause")
    clock.pass_s(10)

    assert left(desk) == {"GOV": 190}


@pytest.mark.parametrize("kind", SPECIAL)
def test_t18_stilling_a_procedural_turn_leaves_the_budget(desk, sitting, clock, interrupt, kind):
    desk.do("set_budget", category="GOV", seconds=200)
    interrupt("Kenya", kind)
    clock.pass_s(10)
    desk.do("pause")

    assert left(desk) == {"GOV": 200}


def test_t19_going_on_counts_the_pause_and_continues_from_the_rest(desk, sitting, clock):
    desk.do("set_budget", category="GOV", seconds=200)
    desk.do("give_floor")
    clock.pass_s(20)
    desk.do("pause")
    clock.pass_s(50)
    desk.do("resume")

    spoken = speaking(desk).clock
    assert [pause.length(clock.now) for pause in spoken.pauses] == [50_000]
    assert (spoken.remaining(clock.now), left(desk)) == (100_000, {"GOV": 180})
    clock.pass_s(1)
    assert (spoken.remaining(clock.now), left(desk)) == (99_000, {"GOV": 179})


def test_t19_only_a_stilled_clock_goes_on(desk, sitting):
    desk.do("give_floor")
    with pytest.raises(NotPaused):
        desk.do("resume")
    desk.do("end_intervention")
    with pytest.raises(NobodySpeaking):
        desk.do("resume")


@pytest.fixture
def overdrawn(desk, sitting, clock):
    """States are 100 s over, civil society has 200 s and the academy 400; another panel's States 300."""
    desk.do("add_category", key="ACA", label="Academia")
    desk.do("add_panel", title="Next", starts=TEN + 3_600_000, ends=TEN + 7_200_000)
    for category, seconds in (("GOV", 20), ("NGO", 200), ("ACA", 200)):
        desk.do("set_budget", category=category, seconds=seconds)
    desk.do("add_to_budget", category="ACA", seconds=200)
    desk.do("set_budget", category="GOV", seconds=300, panel=2)
    desk.do("give_floor")
    clock.pass_s(120)
    return desk


def test_t25_an_overdraft_is_given_back_to_all_groups_of_this_panel(overdrawn):
    desk = overdrawn
    desk.do("end_intervention")
    assert left(desk) == {"GOV": -100, "NGO": 200, "ACA": 400}

    desk.do("give_back_overdraft")

    assert left(desk) == {"GOV": 0, "NGO": 300, "ACA": 500}
    assert floor_now(desk, desk.view().panels[1].id)["budgets"] == [
        {"category": "GOV", "granted_s": 300.0, "left_s": 300.0}
    ]


@pytest.mark.parametrize("acts", [[], ["pause"]], ids=["running", "paused"])
def test_t26_nothing_is_given_back_while_one_of_the_group_has_the_floor(overdrawn, acts):
    for act in acts:
        overdrawn.do(act)

    with pytest.raises(GroupHasFloor):
        overdrawn.do("give_back_overdraft")


def test_t26_nothing_is_given_back_where_nobody_is_overdrawn_or_has_a_budget(desk, sitting):
    with pytest.raises(NoOverdraft):
        desk.do("give_back_overdraft")
    desk.do("set_budget", category="GOV", seconds=10)
    with pytest.raises(NoOverdraft):
        desk.do("give_back_overdraft")


def test_t27_a_budget_set_after_use_is_all_left_even_while_one_speaks(desk, sitting, clock):
    """Elsewhere total and rest can be given together and are refused; ours is one number, what is left."""
    desk.do("set_budget", category="GOV", seconds=50)
    desk.do("give_floor")
    clock.pass_s(40)
    desk.do("set_budget", category="GOV", seconds=100)
    assert left(desk) == {"GOV": 100}

    clock.pass_s(1)
    assert left(desk) == {"GOV": 99}


def test_t36_taking_the_speaker_off_charges_until_then_and_a_paused_one_nothing_more(desk, sitting, clock):
    """Elsewhere a turn under way is deleted; ours ends, and what was said stays in the record."""
    desk.do("set_budget", category="GOV", seconds=500)
    desk.do("give_floor")
    with pytest.raises(NotWaiting):
        desk.do("withdraw", request=sitting["Brazil"])
    clock.pass_s(100)
    desk.do("end_intervention")
    clock.pass_s(10)
    assert left(desk) == {"GOV": 400}

    desk.do("give_floor")
    desk.do("pause")
    clock.pass_s(100)
    desk.do("end_intervention")
    assert left(desk) == {"GOV": 400}


@pytest.mark.parametrize(
    ("acts", "elapsed"),
    [
        ([("add_time", 180)], 180),
        ([("pause", 120), ("resume", 300)], 180),
        ([("pause", 60), ("resume", 60), ("pause", 180)], 240),
    ],
    ids=["time taken", "a pause", "paused with a pause before"],
)
def test_t42_elapsed_leaves_pauses_out_and_time_added_alone(desk, sitting, clock, acts, elapsed):
    desk.do("give_floor")
    for act, after in acts:
        clock.pass_s(after)
        desk.do(act, **({"seconds": -600} if act == "add_time" else {}))
    clock.pass_s(0 if acts[-1][0] == "add_time" else 60)

    assert floor_now(desk)["floor"]["elapsed_s"] == elapsed


PLAN = ((Phase.OPENING, 5), (Phase.DISCUSSION, 45))


def behind(desk):
    return floor_now(desk)["behind_plan_s"]


@pytest.mark.parametrize("late", [0, 50])
def test_t43_a_late_start_a_longer_phase_and_a_break_are_behind_the_plan(desk, people, clock, late):
    desk.do("set_plan", panel=1, phases=PLAN)
    clock.pass_s(late)
    desk.do("open_panel", panel=1)
    assert behind(desk) == late

    clock.pass_s(5 * 60 + 10)
    assert behind(desk) == late + 10
    desk.do("enter_phase", phase=Phase.DISCUSSION)
    assert behind(desk) == late + 10
    desk.do("suspend_panel")
    clock.pass_s(25)
    assert behind(desk) == late + 35
    desk.do("open_panel", panel=1)
    assert behind(desk) == late + 35


def test_t43_granting_time_puts_the_rest_of_the_panel_off_by_as_much(desk, sitting):
    desk.do("give_floor")
    before = floor_now(desk)["forecast"]["behind_s"]
    desk.do("add_time", seconds=10)

    assert floor_now(desk)["forecast"]["behind_s"] == before + 10


@pytest.mark.parametrize("seconds", [300, -100])
def test_t44_added_time_leaves_what_was_spoken(desk, sitting, clock, seconds):
    desk.do("give_floor")
    clock.pass_s(20)
    desk.do("add_time", seconds=seconds)

    told = floor_now(desk)["floor"]
    assert (told["elapsed_s"], told["remaining_s"]) == (20, 100 + seconds)


def test_d1_one_put_back_after_a_pause_is_charged_from_the_new_beginning(desk, sitting, clock):
    desk.do("set_budget", category="GOV", seconds=500)
    desk.do("give_floor")
    for act, after in (("pause", 10), ("resume", 20), ("end_intervention", 30)):
        clock.pass_s(after)
        desk.do(act)
    desk.do("re_add_last")
    assert left(desk) == {"GOV": 500}

    clock.pass_s(100)
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(5)
    assert (speaking(desk).clock.elapsed(clock.now), left(desk)) == (5_000, {"GOV": 495})


def test_d2_many_pauses_give_no_time_away(desk, sitting, clock):
    desk.do("set_budget", category="GOV", seconds=100)
    desk.do("give_floor")
    for _ in range(20):
        clock.pass_s(1.9)
        desk.do("pause")
        clock.pass_s(0.7)
        desk.do("resume")

    assert left(desk) == {"GOV": 62}


def test_d3_what_is_done_to_another_panel_leaves_the_clock_alone(desk, sitting, clock):
    desk.do("add_panel", title="Next", starts=TEN + 3_600_000, ends=TEN + 7_200_000)
    desk.do("give_floor")
    clock.pass_s(30)
    before = speaking(desk)
    for act, arguments in (
        ("set_plan", {"panel": 2, "phases": PLAN}),
        ("set_budget", {"panel": 2, "category": "GOV", "seconds": 60}),
        ("set_rule", {"panel": 2, "rule": "grace_ms", "value": 5}),
    ):
        desk.do(act, **arguments)

    assert speaking(desk) == before


def test_d9_a_question_leaves_what_the_speaker_had_left(desk, sitting, clock, interrupt):
    desk.do("set_allotment", seconds=30, kind=Kind.INTERPOSED_QUESTION)
    desk.do("give_floor")
    clock.pass_s(50)
    question = interrupt("Kenya", Kind.INTERPOSED_QUESTION)
    clock.pass_s(25)
    desk.do("end_intervention", current=question)

    assert clocks(desk) == {"Brazil": (50, False, False), "Kenya": (25, True, False)}
    assert speaking(desk).clock.remaining(clock.now) == 70_000


def test_d9_time_is_added_at_exactly_nothing_left(desk, sitting, clock):
    desk.do("give_floor")
    clock.pass_s(120)
    assert speaking(desk).clock.remaining(clock.now) == 0
    desk.do("add_time", seconds=15)

    assert speaking(desk).clock.remaining(clock.now) == 15_000
