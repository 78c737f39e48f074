"""The forecast says in words what its ruler draws, and proposes the mildest cut that helps."""

import pytest

from facilitator.language.direction import bare


def words(console):
    return tuple(bare(text) for text in console.floor.forecast.verdict.words())


def cuts(console):
    return [
        (cut.words, cut.step.chosen, cut.step.proposed, cut.ends) for cut in console.floor.forecast.cuts._cuts
    ]


def test_time_in_hand_is_rounded_down_and_the_end_up(console):
    assert words(console) == ("47 min in hand", "All 5 heard by 10:13")


def test_nobody_waiting_is_said(make_console, people, desk):
    desk.do("open_panel", panel=1)

    assert words(make_console()) == ("60 min in hand", "Nobody is waiting")


def test_panel_to_come_is_planned_and_counts_who_would_fit(make_console, people):
    console = make_console()

    assert words(console) == ("Not started", "60 min planned")
    assert console.floor.forecast.cuts._room == "18 speakers"


@pytest.fixture
def late(console, desk, clock):
    """Eleven minutes before the hard stop: at the limits two more do not fit."""
    for category in ("GOV", "NGO"):
        desk.do("set_allotment", seconds=180, category=category)
    clock.pass_s(49 * 60)
    console.heart.tick()
    return console


def test_those_who_will_not_be_heard_come_first(late):
    assert words(late) == ("2 will not be heard", "at 2:00 each, all are")


def test_mildest_cut_that_lets_everybody_be_heard_is_proposed(late):
    assert cuts(late) == [
        ("3:00", True, False, "11:05"),
        ("2:30", False, False, "11:03"),
        ("2:00", False, True, "11:00"),
    ]


def test_press_on_a_cut_sets_the_limit_of_all(late, desk, qtbot):
    late.floor.forecast.cuts._cuts[2].click()

    view = desk.view()
    assert {view.floor.allotment_for(c.key) for c in view.categories} == {120_000}
    assert words(late) == ("0 min in hand", "All 5 heard by 11:00")


def test_proposal_is_taken_by_one_key_and_taken_back_by_another(late, desk):
    late.acts.by_name()["Ctrl F5"]()
    taken = {desk.view().floor.allotment_for(c.key) for c in desk.view().categories}
    late.do("undo", desk="floor")

    assert (taken, {desk.view().floor.allotment_for(c.key) for c in desk.view().categories}) == (
        {120_000},
        {180_000},
    )


def test_who_will_not_be_heard_is_told_by_name(late):
    assert late.floor.forecast.verdict.unheard() == "Not heard at these limits: Coalition and Network"


def test_step_down_keeps_what_categories_have_apart(console, desk):
    """Of three and two minutes, the next step takes from those who have more."""
    assert [cut[0] for cut in cuts(console)] == ["3:00/2:00", "2:30/2:00", "2:00"]
