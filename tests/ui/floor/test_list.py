"""What can be done with the list as a whole and with the panel's course, from its foot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.programme import PanelState
from facilitator.domain.requests import Kind
from facilitator.language.direction import bare


@pytest.fixture
def choose(console, qtbot):
    """Triggers the line of the list's menu that begins with these words, one inside another."""

    def trigger(*words):
        actions = menu_of(console, qtbot)
        for word in words[:-1]:
            actions = line(actions, word).menu().actions()
        line(actions, words[-1]).trigger()

    return trigger


def menu_of(console, qtbot):
    menu = console.floor.list_menu()
    qtbot.addWidget(menu)
    console.kept_menu = menu  # a menu that nobody keeps takes its lines with it
    return menu.actions()


def line(actions, words):
    return next(action for action in actions if bare(action.text()).startswith(words))


def names(desk):
    view = desk.view()
    return [view.people[request.participant].name for request in view.floor.waiting]


def test_lots_are_drawn_and_the_seed_stands_among_the_last_acts(desk, sitting, choose, console):
    choose("Draw lots")

    seed = desk.view().last_acts[0].subject
    drawn = names(desk)
    console.do("undo", desk="floor")
    console.do("draw_lots", seed=seed)
    assert (sorted(drawn), names(desk)) == (sorted(sitting), drawn)


def test_alphabet_begins_with_the_letter_that_is_typed(desk, choose, console):
    choose("Alphabetical")
    console.floor.prompt.answer("k")

    assert names(desk) == ["Kenya", "Network", "Norway", "Brazil", "Coalition"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1", ["Brazil", "Coalition", "Norway", "Kenya", "Network"]),
        ("1 2", ["Brazil", "Coalition", "Network", "Norway", "Kenya"]),
    ],
)
def test_places_are_shared_out_among_the_categories(desk, choose, console, typed, expected):
    choose("Share places out by category")
    console.floor.prompt.answer(typed)

    assert names(desk) == expected


def test_number_of_places_that_fits_no_group_is_told(desk, choose, console):
    choose("Share places out by category")
    console.floor.prompt.answer("1 2 3")

    assert console.floor.prompt.wrong() == "Type one number for all, or one for each group."


def test_list_closes_by_itself_at_the_time_typed(desk, choose, console, clock):
    choose("Close the list at")
    console.floor.prompt.answer("10:15")
    before = console.floor.foot.accessibleName().split("   ")[0]
    clock.pass_s(15 * 60)
    console.heart.tick()

    assert (bare(before), console.floor.foot.accessibleName().split("   ")[0]) == (
        "List closes at 10:15",
        "List closed",
    )


def test_break_until_a_time_is_shown_with_it(desk, choose, console):
    choose("Break until")
    console.floor.prompt.answer("+15")

    floor = desk.view().floor
    face = console.floor.strip.face()
    assert (floor.state, bare(face.detail)) == (PanelState.SUSPENDED, "until 10:15")


def test_plan_of_the_phases_is_typed_in_minutes(desk, choose, console):
    choose("Plan of the phases")
    console.floor.prompt.answer("5 20")
    wrong = console.floor.prompt.wrong()
    console.floor.prompt.answer("5 20 25 10 0 0")

    assert wrong == "Type one number of minutes for each phase."
    assert [(step.phase.value, step.ms // 60_000) for step in desk.view().floor.plan] == [
        ("opening", 5),
        ("presentations", 20),
        ("discussion", 25),
        ("replies", 10),
    ]


def test_rule_is_switched_for_this_panel(desk, choose):
    choose("Rules of this panel", "Several requests")

    assert desk.view().floor.rules.several is True


def test_limit_of_a_category_is_typed(desk, choose, console):
    choose("Limits", "Civil society")
    console.floor.prompt.answer("1:30")

    assert desk.view().floor.allotment_for("NGO") == 90_000
    assert [row.limit for row in console.floor.model.rows] == ["2:00", "2:00", "2:00", "1:30", "1:30"]


def test_warning_times_of_a_category_are_typed(desk, sitting, choose, console, clock):
    choose("Warning times", "States")
    console.floor.prompt.answer("1:00 0:20")
    desk.do("give_floor", request=sitting["Brazil"])
    modes = []
    for seconds in (59, 2, 39, 1):
        clock.pass_s(seconds)
        modes.append(desk.view().floor.speaking.clock.state(clock.now).value)

    assert modes == ["running", "warning", "danger", "danger"]


def test_budget_of_a_group_is_set_added_to_and_shown_with_its_overdraft(
    desk, sitting, choose, console, clock
):
    choose("Budgets", "States")
    console.floor.prompt.answer("1")
    choose("Budgets", "States")
    console.floor.prompt.answer("+0:30")
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(60)
    console.heart.tick()
    left = console.floor.strip.face().figures[-1]
    clock.pass_s(40)
    console.heart.tick()

    assert (left, console.floor.strip.face().figures[-1]) == (("budget left", "0:30"), ("overdraft", "0:10"))


def test_menu_opens_by_its_key_and_stops_no_live_key(desk, console, sitting, qtbot):
    desk.do("give_floor", request=sitting["Brazil"])
    console.floor.list_menu().deleteLater()

    QTest.keyClick(console.window().windowHandle(), Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    menu = next(
        child
        for child in console.floor.children()
        if getattr(child, "isVisible", bool)() and child.metaObject().className() == "QMenu"
    )
    QTest.keyClick(menu.windowHandle(), Qt.Key.Key_F5)
    menu.close()

    assert desk.view().floor.speaking.clock.paused


@pytest.mark.parametrize(
    ("words", "typed", "kept"),
    [
        ("Most who may wait", "40", ("most_waiting", 40)),
        ("Most who may wait", "", ("most_waiting", None)),
        ("Questions before", "4", ("batch", 4)),
        ("Overtaken at most", "0", ("overtakes_at_most", 0)),
        ("List closes after", "15", ("list_closes_after_ms", 900_000)),
        ("Kept for replies", "7:30", ("reserve_ms", 450_000)),
        ("From one speaker", "0:20", ("changeover_ms", 20_000)),
        ("Grace", "0:45", ("grace_ms", 45_000)),
        ("Shortest limit", "1:30", ("least_allotment_ms", 90_000)),
        ("Shared out equally", "70 %", ("equal_part", 0.7)),
        ("Kinds of points", "The rules, Hearing", ("points_of_order", ("The rules", "Hearing"))),
    ],
)
def test_rules_with_a_figure_are_typed(console, desk, choose, words, typed, kept):
    choose("Rules of this panel", words)
    console.floor.prompt.answer(typed)

    assert (kept[0], getattr(desk.view().floor.rules, kept[0])) == kept
    assert not console.floor.prompt.isVisible()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Questions before", "Type a number."),
        ("Grace", "This is no time. Type minutes, such as 2 or 1:30."),
        ("Shared out equally", "Type a number from 0 to 100."),
    ],
)
def test_what_is_no_figure_is_told_and_changes_nothing(console, desk, choose, words, told):
    before = desk.newest_event()
    choose("Rules of this panel", words)
    console.floor.prompt.answer("plenty")

    assert (console.floor.prompt.wrong(), desk.newest_event()) == (told, before)


def test_two_minutes_for_everybody_and_one_for_a_right_of_reply(desk, people, sitting, choose, console):
    choose("Limits", "Everybody")
    console.floor.prompt.answer("1:30")
    choose("Limits", "right of reply")
    console.floor.prompt.answer("1:00")
    desk.do("request_floor", participant=people["Brazil"], kind=Kind.RIGHT_OF_REPLY)

    assert {row.limit for row in console.floor.model.rows} == {"1:30", "1:00"}


def test_the_small_clock_is_given_more_time_and_turned_round_from_the_list(desk, choose, clock):
    desk.do("set_side_clock", seconds=60)
    desk.do("start_side_clock")
    clock.pass_s(10)
    choose("Small clock", "1 minute more")
    more = desk.view().floor.side_clock.reading(clock.now)
    choose("Small clock", "Count up from here")
    clock.pass_s(5)
    up = desk.view().floor.side_clock.reading(clock.now)
    choose("Small clock", "1 minute less")
    choose("Small clock", "Count down from here")

    assert (more, up) == (110_000, 115_000)
    assert desk.view().floor.side_clock.reading(clock.pass_s(5)) == 50_000
