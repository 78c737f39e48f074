"""A length of time is read as it was meant, in the digits of any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.timing import shown_seconds
from facilitator.language.durations import duration_typed
from facilitator.language.speech import language_for

S = 1_000
M = 60 * S
H = 60 * M


@pytest.mark.parametrize(
    ("typed", "ms"),
    [
        ("1", M),
        ("90m", 90 * M),
        ("120", H + 20 * M),
        ("1h2", H + 2 * M),
        ("123456", 12 * H + 34 * M + 56 * S),
        ("-0", 0),
    ],
)
def test_ux33_minutes_are_the_usual_unit_and_digits_fill_a_clock(typed, ms):
    assert duration_typed(typed) == ms


@pytest.mark.parametrize(
    ("typed", "ms"), [(":10", 10 * S), ("10:", 10 * M), ("2:30", 150 * S), ("1:02:03", H + 123 * S)]
)
def test_ux33_two_parts_are_minutes_and_seconds(typed, ms):
    """Elsewhere ":10" is ten minutes and "10:" ten hours. Our clocks show minutes and seconds: what is typed
    as a clock shows it means what the clock shows."""
    assert duration_typed(typed) == ms


@pytest.mark.parametrize(
    ("typed", "ms"),
    [
        ("90", 90 * M),
        ("3′", 3 * M),
        ("2'30\"", 150 * S),
        ("45s", 45 * S),
        ("2m30s", 150 * S),
        ("1h", H),
        ("٣", 3 * M),
        (" 2.30 ", 150 * S),
        ("1 h 2 min", H + 2 * M),
    ],
)
def test_units_may_be_written_as_the_field_writes_them(typed, ms):
    assert duration_typed(typed) == ms


@pytest.mark.parametrize("typed", ["", "  ", "soon", "-5", "1:2:3:4", "1234567", "3 x", "99999h", "h", "²"])
def test_what_is_no_length_is_none(typed):
    assert duration_typed(typed) is None


@given(st.integers(0, 59 * M + 59 * S))
def test_what_a_clock_shows_can_be_typed(ms):
    shown = language_for("en").duration(ms).strip("\u2066\u2069")

    assert duration_typed(shown) == shown_seconds(ms) * S


@pytest.mark.parametrize(("ms", "down", "shown"), [(300, True, "0:01"), (300, False, "0:00")])
def test_ux31_counting_down_rounds_up_and_counting_up_rounds_down(ms, down, shown):
    assert language_for("en").duration(ms, down=down).strip("\u2066\u2069") == shown


@pytest.mark.parametrize(("ms", "shown"), [(-300, "0:00"), (-1_500, "−0:01")])
def test_ux32_just_over_time_is_zero_without_a_sign(ms, shown):
    """Elsewhere a third of a second over is a minus before zeros; a sign before nothing says nothing."""
    assert language_for("ar").duration(ms).strip("\u2066\u2069") == shown
