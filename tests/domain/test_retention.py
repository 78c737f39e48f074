"""Snapshots thin out with age, and the newest one always stays."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.retention import kept
from facilitator.domain.timing import DAY, MINUTE

NOW = 1_571_644_800_000  # a Monday
instants = st.lists(st.integers(NOW - 800 * DAY, NOW), max_size=40)


def test_all_of_a_day_stay():
    of_today = [NOW - n * 20 * MINUTE for n in range(60)]

    assert kept(of_today, NOW) == set(of_today)


def test_of_earlier_days_the_last_one_stays():
    early, late = NOW - 3 * DAY + MINUTE, NOW - 3 * DAY + 9 * 60 * MINUTE

    assert kept([early, late, NOW], NOW) == {late, NOW}


def test_of_earlier_weeks_and_months_the_last_one_stays():
    one, other = NOW - 40 * DAY, NOW - 39 * DAY  # a Wednesday and the Thursday after it
    old = [NOW - 200 * DAY, NOW - 199 * DAY]

    assert kept([one, other, *old, NOW], NOW) == {other, old[1], NOW}


def test_what_is_older_than_a_year_ages_out():
    assert kept([NOW - 500 * DAY, NOW - 400 * DAY, NOW], NOW) == {NOW}


@given(instants)
def test_newest_stays_and_what_stays_was_there(found):
    stays = kept(found, NOW)

    assert stays <= set(found)
    assert set(found[:0]) | {max(found)} <= stays if found else not stays


@given(instants, st.integers(0, 40 * DAY))
def test_what_went_never_comes_back_and_thinning_twice_thins_no_more(found, later):
    once = kept(found, NOW)

    assert kept(once, NOW) == once
    assert kept(once, NOW + later) <= once


def test_a_clock_that_jumped_back_takes_no_snapshot_away():
    ahead = [NOW + DAY, NOW + 2 * DAY]

    assert kept([*ahead, NOW], NOW) == {*ahead, NOW}
