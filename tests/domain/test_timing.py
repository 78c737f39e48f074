"""The clock: elapsed, remaining and phases are computed from instants and pauses, never counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.timing import MINUTE, SECOND, Clock, ClockState, Pause, shown_seconds

T = 1_571_644_800_000


def minutes(n):
    return round(n * MINUTE)


@pytest.mark.parametrize(
    ("clock", "now", "elapsed"),
    [
        (Clock(T + minutes(2), minutes(20), added_ms=-minutes(10)), T + minutes(5), minutes(3)),
        (Clock(T, minutes(10), pauses=(Pause(T + minutes(1), T + minutes(6)),)), T + minutes(8), minutes(3)),
        (
            Clock(
                T + minutes(2),
                minutes(9),
                pauses=(Pause(T + minutes(3), T + minutes(4)), Pause(T + minutes(7))),
            ),
            T + minutes(30),
            minutes(4),
        ),
        (Clock(T, minutes(10), pauses=(Pause(T + 1_500, T + 1_700),)), T + 1_800, 1_600),
        (Clock(T, minutes(3)), T - 5_000, 0),
        (Clock(T, minutes(3), ended=T + 40_000), T + minutes(90), 40_000),
        (Clock(T + 14 * 3_600_000 - 60_000, minutes(5)), T + 14 * 3_600_000 + 60_000, minutes(2)),
    ],
    ids=[
        "time taken leaves it",
        "a pause does not count",
        "stops at a pause",
        "short pause",
        "before",
        "ended",
        "over midnight",
    ],
)
def test_elapsed_is_time_since_the_beginning_without_pauses(clock, now, elapsed):
    assert clock.elapsed(now) == elapsed


def test_added_time_moves_what_remains_and_nothing_else():
    clock = Clock(T, minutes(3))
    more = Clock(T, minutes(3), added_ms=15_000)

    assert (clock.remaining(T + 60_000), more.remaining(T + 60_000)) == (120_000, 135_000)
    assert clock.elapsed(T + 60_000) == more.elapsed(T + 60_000)


def test_time_taken_below_zero_leaves_a_limit_of_zero():
    assert Clock(T, 60_000, added_ms=-90_000).limit_ms == 0


@pytest.mark.parametrize(
    ("left_s", "state"),
    [
        (240, ClockState.RUNNING),
        (48.001, ClockState.RUNNING),
        (48, ClockState.WARNING),
        (12.001, ClockState.WARNING),
        (12, ClockState.DANGER),
        (0, ClockState.DANGER),
        (-0.001, ClockState.GRACE),
        (-30, ClockState.GRACE),
        (-30.001, ClockState.OVER),
    ],
)
def test_the_phases_of_four_minutes_change_at_a_fifth_a_twentieth_zero_and_grace(left_s, state):
    clock = Clock(T, 240_000)

    assert clock.state(T + round((240 - left_s) * 1000)) is state


@pytest.mark.parametrize(("limit_s", "warning_s", "danger_s"), [(60, 30, 10), (180, 36, 10), (600, 120, 30)])
def test_short_limits_are_warned_in_seconds_and_long_ones_in_parts(limit_s, warning_s, danger_s):
    clock = Clock(T, limit_s * 1000)

    assert (clock.warning_ms, clock.danger_ms) == (warning_s * 1000, danger_s * 1000)


@pytest.mark.parametrize(
    ("ms", "down", "shown"),
    [
        (300, True, 1),
        (300, False, 0),
        (-300, True, 0),
        (-1_500, True, -1),
        (0, True, 0),
        (60_000, True, 60),
        (59_001, True, 60),
    ],
)
def test_displays_round_up_counting_down_and_down_counting_up(ms, down, shown):
    assert shown_seconds(ms, down=down) == shown


pauses = st.lists(st.tuples(st.integers(1, 60_000), st.integers(1, 60_000)), max_size=8)


def _with(gaps):
    clock, now = Clock(T, minutes(3)), T
    for talk, rest in gaps:
        clock, now = clock.pause(now + talk), now + talk + rest
        clock = clock.resume(now)
    return clock, now


@given(pauses, st.integers(0, 100_000))
def test_many_pauses_give_no_time_away(gaps, more):
    clock, now = _with(gaps)

    assert clock.elapsed(now + more) == sum(talk for talk, _ in gaps) + more


@given(pauses, st.integers(0, 100_000))
def test_a_paused_clock_stands_and_a_stopped_one_keeps_what_was_spoken(gaps, more):
    clock, now = _with(gaps)
    paused = clock.pause(now)

    assert paused.elapsed(now + more) == clock.elapsed(now)
    assert paused.stop(now + more).elapsed(now + 10 * more) == clock.elapsed(now)
    assert paused.stop(now + more).paused is False


@given(pauses, st.integers(0, 300_000), st.integers(0, 600_000))
def test_corrected_instants_keep_only_the_pauses_within_them(gaps, late, length):
    clock, _ = _with(gaps)
    moved = clock.moved(T + late, T + late + length)

    assert 0 <= moved.elapsed(T + 10**9) <= length
    assert all(T + late <= p.begin <= p.end <= T + late + length for p in moved.pauses)


def test_a_second_is_a_thousand():
    assert (SECOND, MINUTE) == (1_000, 60_000)


@pytest.mark.parametrize(("instant", "spoken"), [(-5, 0), (10, 10), (25, 20), (45, 35), (90, 50)])
def test_what_was_spoken_by_an_instant_does_not_depend_on_what_came_after(instant, spoken):
    clock = Clock(T, 60_000, ended=T + 60_000, pauses=(Pause(T + 20_000, T + 30_000),))

    assert clock.spoken_by(T + instant * 1000) == spoken * 1000
