"""A typed time of day means the closest instant at which clocks show it."""

from datetime import datetime

import pytest

from facilitator.language.typed_times import day_typed, instant_typed

ZONE = "Europe/Zurich"


def at(text):
    return round(datetime.fromisoformat(text).timestamp() * 1000)


NEAR = at("2019-10-21T12:40:00+02:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11:15", "2019-10-21T11:15:00+02:00"),
        ("11.15", "2019-10-21T11:15:00+02:00"),
        ("1115", "2019-10-21T11:15:00+02:00"),
        ("11", "2019-10-21T11:00:00+02:00"),
        ("11:15:30", "2019-10-21T11:15:30+02:00"),
        ("9:05", "2019-10-21T09:05:00+02:00"),
        ("0:10", "2019-10-22T00:10:00+02:00"),
        ("١١:١٥", "2019-10-21T11:15:00+02:00"),
    ],
)
def test_time_is_that_of_the_closest_day(text, expected):
    assert instant_typed(text, NEAR, ZONE) == at(expected)


@pytest.mark.parametrize("text", ["", "25:00", "11:75", "soon", "11:15 pm", "-1"])
def test_what_is_no_time_is_none(text):
    assert instant_typed(text, NEAR, ZONE) is None


def test_midnight_lies_between_two_days():
    late = at("2019-10-21T23:50:00+02:00")

    assert instant_typed("00:05", late, ZONE) == at("2019-10-22T00:05:00+02:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-10-22", "2019-10-22T12:40:00+02:00"),
        ("22.10.2019", "2019-10-22T12:40:00+02:00"),
        ("22/10", "2019-10-22T12:40:00+02:00"),
        ("٢٢/١٠/٢٠١٩", "2019-10-22T12:40:00+02:00"),
        ("+1", "2019-10-22T12:40:00+02:00"),
        ("-1", "2019-10-20T12:40:00+02:00"),
        ("1.11.", "2019-11-01T12:40:00+01:00"),
    ],
)
def test_a_day_keeps_the_time_that_clocks_show(text, expected):
    assert day_typed(text, NEAR, ZONE) == at(expected)


@pytest.mark.parametrize("text", ["", "31.2.2019", "0.1.2019", "22", "tomorrow", "9999-99-99", "11:15"])
def test_what_is_no_day_is_none(text):
    assert day_typed(text, NEAR, ZONE) is None
