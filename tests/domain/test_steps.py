"""The steps down and the limit at which all are heard, however long the allotments are."""

from dataclasses import replace

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from facilitator.domain.planning import capped, forecast, given
from facilitator.domain.rules import Rules
from facilitator.domain.steps import verdict
from facilitator.domain.timing import MINUTE, SECOND
from tests.domain.test_floor import PEOPLE, T, sitting


def three(minutes, **rules):
    """Three wait, with so many minutes each."""
    return replace(sitting("ABC").set_allotment(round(minutes * MINUTE)), rules=Rules(**rules))


def found(floor, left_s):
    """Return the limit at which all are heard and the proposed one, in seconds, with so much time left."""
    told = verdict(floor, PEOPLE, T + left_s * SECOND, T)
    all_heard = told.all_heard_at_ms
    return (
        None if all_heard is None else all_heard // SECOND,
        None if told.proposal is None else told.proposal.most_ms // SECOND,
    )


@pytest.mark.parametrize(
    ("minutes", "left_s", "expected"),
    [
        (15, 3_600, (900, None)),
        (15, 2_730, (900, None)),  # exactly three times 15 minutes and two changes
        (15, 2_729, (895, 720)),
        (15, 1_800, (590, 480)),
        (20, 3_000, (990, 900)),
        (3, 570, (180, None)),
        (3, 569, (175, 150)),
        (3, 300, (90, 90)),
        (3, 210, (60, 60)),
        (3, 209, (None, 60)),  # not even a minute each: the last step, and somebody stays unheard
        (1, 100, (None, None)),  # no step is left to take
    ],
)
def test_limit_for_all_is_the_longest_and_the_step_is_the_mildest_that_suffices(minutes, left_s, expected):
    assert found(three(minutes), left_s) == expected


def test_no_limit_is_below_the_least_the_rules_allow():
    assert found(three(3, least_allotment_ms=2 * MINUTE), 300) == (None, 120)
    assert found(three(3, least_allotment_ms=30 * SECOND), 200) == (55, 45)


def test_what_is_kept_for_replies_is_not_there_for_the_list():
    assert found(three(3, reserve_ms=270 * SECOND), 570) == found(three(3), 300)


@for_all(minutes=st.integers(1, 30), left_s=st.integers(0, 6_000))
def test_at_the_limit_all_are_heard_and_five_seconds_more_are_too_long(minutes, left_s):
    floor, stop = three(minutes), T + left_s * SECOND
    limit = verdict(floor, PEOPLE, stop, T).all_heard_at_ms

    def unheard(most):
        return forecast(given(floor, capped(floor, PEOPLE, most)), PEOPLE, stop, T).unheard

    if limit is None:
        assert unheard(MINUTE) != ()
    else:
        assert unheard(limit) == ()
        assert limit == minutes * MINUTE or unheard(limit + 5 * SECOND) != ()


@for_all(minutes=st.integers(1, 30), left_s=st.integers(0, 6_000))
def test_steps_become_shorter_and_none_ends_later_than_the_one_before(minutes, left_s):
    told = verdict(three(minutes), PEOPLE, T + left_s * SECOND, T)
    ends = [told.now.ends, *(step.then.ends for step in told.steps)]

    assert ends == sorted(set(ends), reverse=True)
    assert [step.most_ms for step in told.steps] == sorted(
        {step.most_ms for step in told.steps}, reverse=True
    )
