"""The acts of time: what each does, what it refuses, and that it can be taken back to the millisecond."""

import json

import pytest

from facilitator.acts.questions import floor_now
from facilitator.acts.wire import HeldClock, Wire
from facilitator.domain.programme import Phase
from facilitator.domain.refusals import AlreadyPaused, StalePress
from facilitator.domain.requests import Capacity, Kind
from tests.books import folded, tables_of
from tests.conftest import TEN


@pytest.fixture
def wire(desk):
    held = HeldClock(lambda: TEN)
    desk._clock = held
    return Wire(desk, held, lambda told: told.code)


def told(desk):
    view = desk.view()
    return view.floor, view.categories


def speaking(desk):
    return desk.view().floor.speaking


ACTS = [
    ("set_allotment", {"seconds": 60, "kind": Kind.REPLY}),
    ("set_allotment", {"seconds": 60, "category": "NGO"}),
    ("set_allotments", {"allotments": {"GOV": 90, "NGO": 60}}),
    ("set_thresholds", {"category": "GOV", "warning_s": 60}),
    ("set_limit", {"request": "Coalition", "seconds": 45}),
    ("hand_in", {"request": "Coalition", "words": 300}),
    ("accommodate", {"seconds": 30}),
    ("accommodate", {"seconds": 30, "request": "Coalition", "clock_off": True}),
    ("interpret", {"on": True}),
    ("interpret", {"on": True, "request": "Coalition"}),
    ("speak_as", {"capacity": Capacity.PANELLIST, "on_behalf_of": "Churches", "organisations": 3}),
    ("speak_as", {"request": "Coalition", "category": "GOV", "organisations": 9}),
    ("leave_out", {"on": True}),
    ("leave_out", {"on": True, "request": "Coalition"}),
    ("yield_rest", {}),
    ("yield_rest", {"request": "Network"}),
    ("set_budget", {"category": "GOV", "seconds": 300}),
    ("set_budget", {"category": "NGO"}),
    ("add_to_budget", {"category": "NGO", "seconds": -30}),
    ("carry_budgets", {"panel": 2}),
    ("set_side_clock", {"seconds": 60, "up": True}),
    ("set_side_clock", {}),
    ("start_side_clock", {}),
    ("add_to_side_clock", {"seconds": 5}),
    ("turn_side_clock", {}),
    ("set_plan", {"panel": 1, "phases": ((Phase.OPENING, 5), (Phase.REPLIES, 15.5))}),
    ("enter_phase", {"phase": Phase.SECOND_ROUND}),
    ("move_clocks", {"seconds": -60}),
    ("give_floor", {"request": "point"}),
]


@pytest.fixture
def full(desk, people, sitting, clock):
    """A panel with all there is: a speaker, a point of order that waits, budgets, a small clock, a plan."""
    desk.do("add_panel", title="Next", starts=TEN + 3_600_000, ends=TEN + 7_200_000)
    desk.do("set_plan", panel=1, phases=((Phase.OPENING, 5), (Phase.DISCUSSION, 45)))
    desk.do("set_budget", category="NGO", seconds=600)
    desk.do("set_budget", category="GOV", seconds=100, panel=2)
    desk.do("set_side_clock", seconds=30)
    point = desk.do("request_floor", participant=people["Brazil"], kind=Kind.POINT_OF_ORDER).id
    desk.do("give_floor", request=sitting["Norway"])
    clock.pass_s(10.5)
    return {**sitting, "point": point}


@pytest.mark.parametrize(
    ("act", "arguments"), ACTS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_act_of_time_can_be_taken_back_and_brought_back(desk, full, clock, act, arguments):
    arguments = {k: full[v] if k == "request" else v for k, v in arguments.items()}
    before = told(desk)

    desk.do(act, **arguments)
    after = told(desk)
    clock.pass_s(7)
    desk.do("undo", desk="floor")
    undone = told(desk)
    desk.do("redo", desk="floor")

    assert (before != after, undone, told(desk)) == (True, before, after)


def test_an_interruption_taken_back_gives_the_clock_that_would_have_run(desk, full, clock):
    main = speaking(desk).id
    desk.do("give_floor", request=full["point"])
    clock.pass_s(20)
    desk.do("undo", desk="floor")
    assert (speaking(desk).id, speaking(desk).clock.elapsed(clock.now)) == (main, 30_500)

    desk.do("redo", desk="floor")
    desk.do("end_intervention")
    assert (speaking(desk).id, speaking(desk).clock.elapsed(clock.now)) == (main, 10_500)
    desk.do("undo", desk="floor")
    assert [i.id for i in desk.view().floor.interrupted] == [main]


def test_ending_all_by_the_next_speaker_is_taken_back_with_the_interruption(desk, full, clock):
    desk.do("give_floor", request=full["point"])
    before = told(desk)
    clock.pass_s(5)
    desk.do("give_floor", request=full["Kenya"])
    assert len(desk.view().floor.under_way) == 1

    desk.do("undo", desk="floor")
    assert told(desk) == before


def test_a_note_belongs_to_whoever_speaks_innermost(desk, full, clock):
    point = desk.do("give_floor", request=full["point"]).id
    clock.pass_s(3)
    desk.do("write_note", text="out of order")
    desk.do("end_intervention")
    desk.do("write_note", text="goes on")

    first, second = desk.view().notes
    assert (first.intervention, first.offset_ms) == (point, 3_000)
    assert (second.intervention, second.offset_ms) == (speaking(desk).id, 10_500)


REFUSED = [
    ({"do": "set_allotment", "seconds": 0}, "bad_time"),
    ({"do": "set_allotment", "seconds": -5, "kind": "reply"}, "bad_time"),
    ({"do": "set_allotment", "seconds": 60, "kind": "reply", "category": "GOV"}, "not_understood"),
    ({"do": "set_allotment", "seconds": 60, "category": "XXX"}, "unknown_reference"),
    ({"do": "set_allotments", "allotments": {"GOV": 60, "NGO": 0}}, "bad_time"),
    ({"do": "set_allotments", "allotments": {"XXX": 60}}, "unknown_reference"),
    ({"do": "set_allotments", "allotments": {"GOV": "60"}}, "not_understood"),
    ({"do": "set_allotments", "allotments": [["GOV", 60]]}, "not_understood"),
    ({"do": "set_thresholds", "category": "GOV", "warning_s": -1}, "bad_time"),
    ({"do": "set_thresholds", "category": "GOV", "warning_s": 10, "danger_s": 20}, "bad_time"),
    ({"do": "set_thresholds", "category": "XXX"}, "unknown_reference"),
    ({"do": "set_limit", "request": "r", "seconds": 60}, "unknown_reference"),
    ({"do": "set_limit", "request": "$kenya", "seconds": 0}, "bad_time"),
    ({"do": "set_limit", "request": "$norway", "seconds": 60}, "not_waiting"),
    ({"do": "hand_in", "request": "$kenya", "words": -1}, "bad_time"),
    ({"do": "hand_in", "request": "$kenya", "words": 10**9}, "not_understood"),
    ({"do": "hand_in", "request": "$kenya", "words": 10**8}, "bad_time"),
    ({"do": "accommodate", "seconds": -1}, "bad_time"),
    ({"do": "accommodate", "seconds": 1, "request": "$norway"}, "not_waiting"),
    ({"do": "interpret", "on": True, "request": "$kenya", "intervention": "i"}, "not_understood"),
    ({"do": "interpret", "on": "yes"}, "not_understood"),
    ({"do": "leave_out", "on": True, "intervention": "i"}, "unknown_reference"),
    ({"do": "yield_rest", "request": "$norway"}, "not_waiting"),
    ({"do": "set_budget", "category": "GOV", "seconds": -1}, "bad_time"),
    ({"do": "set_budget", "category": "XXX", "seconds": 1}, "unknown_reference"),
    ({"do": "set_budget", "category": "GOV", "seconds": 1, "panel": 7}, "unknown_reference"),
    ({"do": "add_to_budget", "category": "GOV", "seconds": 1}, "no_budget"),
    ({"do": "give_back_overdraft"}, "no_overdraft"),
    ({"do": "carry_budgets", "panel": 1}, "no_budget"),
    ({"do": "carry_budgets", "panel": 7}, "unknown_reference"),
    ({"do": "set_side_clock", "seconds": -1}, "bad_time"),
    ({"do": "start_side_clock"}, "no_side_clock"),
    ({"do": "stop_side_clock"}, "no_side_clock"),
    ({"do": "reset_side_clock"}, "no_side_clock"),
    ({"do": "turn_side_clock"}, "no_side_clock"),
    ({"do": "add_to_side_clock", "seconds": 1}, "no_side_clock"),
    ({"do": "set_plan", "panel": 1, "phases": [["opening", 0]]}, "bad_time"),
    ({"do": "set_plan", "panel": 1, "phases": [["lunch", 5]]}, "not_understood"),
    ({"do": "set_plan", "panel": 1, "phases": [["opening"]]}, "not_understood"),
    ({"do": "set_plan", "panel": 1, "phases": {"opening": 5}}, "not_understood"),
    ({"do": "move_clocks", "seconds": -4e7}, "bad_time"),
    ({"do": "pause", "current": None}, "floor_taken"),
    ({"do": "resume"}, "not_paused"),
]


@pytest.mark.parametrize(
    ("line", "refusal"), REFUSED, ids=lambda value: str(value) if isinstance(value, str) else ""
)
def test_what_cannot_be_is_refused_and_nothing_changes(desk, sitting, wire, line, refusal):
    wire._names.update({"kenya": sitting["Kenya"], "norway": sitting["Norway"]})
    desk.do("give_floor", request=sitting["Norway"])
    before = told(desk), len(list(desk.file.journal()))

    answer = wire.answer(json.dumps(line))

    assert (answer.get("refusal"), (told(desk), len(list(desk.file.journal())))) == (refusal, before)


@pytest.mark.parametrize(
    "line",
    [
        {"do": "set_allotments", "allotments": {"GOV": 60.5}},
        {"do": "set_plan", "panel": 1, "phases": [["opening", 5], ["replies", 12.5]]},
        {"do": "set_plan", "panel": 1, "phases": []},
        {"do": "set_thresholds", "category": "GOV", "warning_s": None, "danger_s": 5},
        {"do": "set_side_clock", "seconds": None},
    ],
)
def test_tables_and_pairs_come_over_the_wire(desk, sitting, wire, line):
    assert wire.answer(json.dumps(line))["ok"] is True


@pytest.mark.parametrize("act", ["add_time", "accommodate", "interpret", "leave_out", "yield_rest"])
def test_an_act_for_the_speaker_needs_one(desk, sitting, wire, act):
    more = {"add_time": {"seconds": 5}, "accommodate": {"seconds": 5}, "yield_rest": {}}.get(
        act, {"on": True}
    )

    answer = wire.answer(json.dumps({"do": act, **more}))
    assert answer["refusal"] == "nobody_speaking"


def test_the_rest_is_yielded_to_the_next_beside_its_own_time(desk, sitting, clock):
    desk.do("give_floor")
    clock.pass_s(80)
    desk.do("yield_rest")

    assert (speaking(desk).request, speaking(desk).clock.limit_ms) == (sitting["Norway"], 160_000)
    assert desk.view().floor.interventions[0].clock.ended == speaking(desk).clock.began


def test_nothing_is_left_to_yield_once_over_and_extra_time_is_not_passed_on(desk, sitting, clock):
    desk.do("give_floor")
    desk.do("accommodate", seconds=60)
    clock.pass_s(130)
    desk.do("yield_rest")

    assert speaking(desk).clock.limit_ms == 120_000


def test_an_accommodation_lengthens_the_limit_and_is_charged_to_nobody(desk, sitting, clock):
    desk.do("set_budget", category="GOV", seconds=300)
    desk.do("accommodate", request=sitting["Brazil"], seconds=60)
    desk.do("give_floor")
    clock.pass_s(170)

    assert floor_now(desk)["floor"]["remaining_s"] == 10
    assert floor_now(desk)["budgets"][0]["left_s"] == 300 - 120


def test_consecutive_interpretation_doubles_the_limit_and_halves_the_charge(desk, sitting, clock):
    desk.do("set_budget", category="GOV", seconds=300)
    desk.do("interpret", request=sitting["Brazil"], on=True)
    desk.do("give_floor")
    assert speaking(desk).clock.limit_ms == 240_000
    clock.pass_s(100)
    assert floor_now(desk)["floor"]["charged_s"] == 50

    desk.do("interpret", on=False)
    assert (speaking(desk).clock.limit_ms, floor_now(desk)["floor"]["charged_s"]) == (120_000, 100)


@pytest.mark.parametrize(
    ("act", "arguments"), [("leave_out", {"on": True}), ("accommodate", {"seconds": 0, "clock_off": True})]
)
def test_a_keynote_and_a_survivor_are_charged_to_nobody_even_if_it_is_said_later(
    desk, sitting, clock, act, arguments
):
    desk.do("set_budget", category="GOV", seconds=300)
    given = desk.do("give_floor").id
    clock.pass_s(100)
    desk.do("end_intervention")
    assert floor_now(desk)["budgets"][0]["left_s"] == 200

    desk.do(act, intervention=given, **arguments)
    assert floor_now(desk)["budgets"][0]["left_s"] == 300


def test_the_cut_holds_for_the_rest_of_the_queue_and_spares_what_was_agreed_for_one(desk, sitting):
    desk.do("set_limit", request=sitting["Kenya"], seconds=200)
    desk.do("set_allotments", allotments={"GOV": 90, "NGO": 60})
    limits = []
    for _ in range(5):
        desk.do("give_floor")
        limits.append(speaking(desk).clock.limit_ms)

    assert limits == [90_000, 90_000, 200_000, 60_000, 60_000]


def test_budgets_are_carried_to_the_next_day_with_what_is_owed(desk, people, clock):
    desk.do("add_panel", title="Next", starts=TEN + 86_400_000, ends=TEN + 90_000_000)
    desk.do("open_panel", panel=1)
    desk.do("set_budget", category="GOV", seconds=60)
    desk.do("set_budget", category="NGO", seconds=600)
    desk.do("request_floor", participant=people["Brazil"])
    desk.do("give_floor")
    clock.pass_s(100)
    desk.do("close_panel")
    clock.pass_s(86_400)
    desk.do("open_panel", panel=2)
    desk.do("set_budget", category="GOV", seconds=300)
    desk.do("carry_budgets", panel=1)

    assert {b["category"]: b["left_s"] for b in floor_now(desk)["budgets"]} == {"GOV": 260, "NGO": 600}


def test_a_forgotten_stop_and_the_wrong_name_put_right_change_every_budget(desk, people, sitting, clock):
    for category in ("GOV", "NGO"):
        desk.do("set_budget", category=category, seconds=600)
    given = desk.do("give_floor").id
    clock.pass_s(300)
    desk.do("end_intervention")
    desk.do("repair", intervention=given, end=TEN + 120_000)
    left = [{b["category"]: b["left_s"] for b in floor_now(desk)["budgets"]}]
    desk.do("repair", intervention=given, participant=people["Coalition"])
    left.append({b["category"]: b["left_s"] for b in floor_now(desk)["budgets"]})

    assert left == [{"GOV": 480, "NGO": 600}, {"GOV": 600, "NGO": 480}]


def test_an_hour_of_discussion_goes_through_its_plan_twice(desk, people, clock):
    rounds = ((Phase.DISCUSSION, 45), (Phase.REPLIES, 15), (Phase.SECOND_ROUND, 45), (Phase.REPLIES, 15))
    desk.do("set_plan", panel=1, phases=((Phase.OPENING, 5), *rounds))
    desk.do("open_panel", panel=1)
    steps = []
    for phase, _ in rounds:
        clock.pass_s(60)
        desk.do("enter_phase", phase=phase)
        steps.append((desk.view().floor.step, floor_now(desk)["phase_left_s"]))

    assert steps == [(1, 2_700), (2, 900), (3, 2_700), (4, 900)]


def test_after_so_many_questions_the_turn_is_the_panels(desk, people, clock):
    desk.do("set_rule", rule="batch", value=2)
    desk.do("open_panel", panel=1)
    told_of = []
    for name, capacity in (
        ("Brazil", "floor"),
        ("Norway", "floor"),
        ("Kenya", "panellist"),
        ("Network", "floor"),
    ):
        asked = desk.do("request_floor", participant=people[name], capacity=Capacity(capacity)).id
        desk.do("give_floor", request=asked)
        clock.pass_s(60)
        told_of.append(floor_now(desk)["batch"])

    assert told_of == [
        {"asked": 1, "of": 2, "full": False},
        {"asked": 2, "of": 2, "full": True},
        {"asked": 0, "of": 2, "full": False},
        {"asked": 1, "of": 2, "full": False},
    ]


@pytest.mark.parametrize(("words", "pace", "too_fast"), [(300, 150, False), (400, 200, True)])
def test_the_pace_of_a_text_handed_in_is_told_before_it_is_spoken(desk, sitting, words, pace, too_fast):
    desk.do("hand_in", request=sitting["Brazil"], words=words)
    waits = floor_now(desk)["queue"][0]
    desk.do("give_floor")
    speaks = floor_now(desk)["floor"]

    assert [(told["words_per_minute"], told["too_fast"]) for told in (waits, speaks)] == [
        (pace, too_fast)
    ] * 2


def test_double_time_for_interpretation_leaves_the_pace(desk, sitting):
    desk.do("hand_in", request=sitting["Brazil"], words=300)
    desk.do("interpret", request=sitting["Brazil"], on=True)

    waits = floor_now(desk)["queue"][0]
    assert (waits["allotment_s"], waits["interpreted"], waits["words_per_minute"]) == (240, True, 150)


@pytest.mark.parametrize(
    ("act", "refusal"), [("give_floor", StalePress), ("pause", AlreadyPaused)], ids=["next", "pause"]
)
def test_a_press_meant_for_the_speaker_is_refused_while_a_point_of_order_is_heard(desk, full, act, refusal):
    main = speaking(desk).id
    desk.do("give_floor", request=full["point"])
    before = told(desk)

    with pytest.raises(refusal):
        desk.do(act, current=main)
    assert told(desk) == before


def test_who_stood_still_before_an_interruption_at_the_same_instant_stands_still_after_it(desk, full, clock):
    main = speaking(desk).id
    desk.do("pause")
    desk.do("give_floor", request=full["point"])
    desk.do("end_intervention")

    assert (speaking(desk).id, speaking(desk).clock.paused) == (main, True)


def test_a_repair_that_moved_a_neighbour_is_taken_back_with_it(desk, sitting, clock):
    desk.do("give_floor")
    clock.pass_s(60)
    second = desk.do("give_floor").id
    clock.pass_s(60)
    before = told(desk)

    desk.do("repair", intervention=second, begin=TEN + 30_000)
    spoken = [i.clock.elapsed(clock.now) for i in desk.view().floor.interventions]
    desk.do("undo")

    assert (spoken, told(desk)) == ([30_000, 90_000], before)


def test_a_break_in_an_interruption_keeps_everybody_still_until_somebody_goes_on(desk, full, clock):
    main = speaking(desk).id
    desk.do("give_floor", request=full["point"])
    clock.pass_s(5)
    desk.do("suspend_panel", until=clock.now + 900_000)
    desk.do("end_intervention")
    clock.pass_s(900)
    desk.do("open_panel", panel=1)
    assert (speaking(desk).id, speaking(desk).clock.paused) == (main, True)

    desk.do("resume")
    clock.pass_s(1)
    assert speaking(desk).clock.elapsed(clock.now) == 11_500


def test_a_hat_put_right_afterwards_moves_the_time_to_its_category(desk, sitting, clock):
    given = desk.do("give_floor", request=sitting["Coalition"]).id
    clock.pass_s(60)
    desk.do("end_intervention")

    def shares():
        return {share.key: share.ms for share in desk.view().balance(clock.now) if share.ms}

    before = shares()
    desk.do("speak_as", intervention=given, category="GOV", on_behalf_of="a delegation", organisations=2)
    worn, turn = shares(), desk.view().floor.intervention(given)
    desk.do("speak_as", intervention=given, category=None)

    assert (before, worn, shares()) == ({"NGO": 60_000}, {"GOV": 60_000}, {"NGO": 60_000})
    assert (turn.on_behalf_of, turn.organisations) == ("a delegation", 2)


def test_a_point_of_order_raised_at_once_is_one_act(desk, people, sitting, clock):
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(30)
    before = told(desk)
    raised = desk.do("raise_point_of_order", participant=people["Kenya"], note="The rules").id
    clock.pass_s(20)
    floor = desk.view().floor
    held = (floor.speaking.id, floor.speaking.kind, [i.clock.remaining(clock.now) for i in floor.interrupted])
    desk.do("undo", desk="floor")

    assert held == (raised, Kind.POINT_OF_ORDER, [90_000])
    assert told(desk) == before


def test_what_changes_nothing_leaves_no_event_and_undo_takes_back_what_was_before(desk, sitting):
    desk.do("set_rule", rule="batch", value=3, panel=1)
    newest = desk.newest_event()
    for act, arguments in (
        ("set_rule", {"rule": "batch", "value": 3, "panel": 1}),
        ("set_rule", {"rule": "batch", "value": 3, "panel": 1}),
        ("move", {"request": sitting["Network"]}),
        ("set_present", {"participant": desk.view().floor.waiting[0].participant, "present": True}),
    ):
        assert desk.do(act, **arguments).event == ""
    kept = desk.newest_event()
    desk.do("undo", desk="floor")

    assert (kept, desk.view().floor.rules.batch) == (newest, 0)


def test_a_lot_that_leaves_the_order_as_it_was_was_drawn_all_the_same(desk, people):
    desk.do("open_panel", panel=1)
    desk.do("request_floor", participant=people["Brazil"])
    drawn = desk.do("draw_lots", seed="one")

    assert (drawn.event, desk.view().last_acts[0].subject) == (desk.newest_event(), "one")


@pytest.mark.parametrize("whose", [{"category": "NGO"}, {"kind": Kind.REPLY}, {}])
def test_an_allotment_of_the_panel_is_the_usual_again_and_undo_brings_it_back(desk, sitting, whose):
    before = desk.view().floor
    desk.do("set_allotment", seconds=60, **whose)
    changed = desk.view().floor
    desk.do("set_allotment", seconds=None, **whose)

    assert desk.view().floor == before != changed
    desk.do("undo")
    assert desk.view().floor == changed
    assert folded(desk) == tables_of(desk)
