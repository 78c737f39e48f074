"""Days and times as lists write them."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.intake.instants import instant_ms, read_clock, read_date, read_length, read_range


@pytest.mark.parametrize(
    "text",
    ["20180613", "2018-06-13", "2018/6/13", "13.06.2018", "13/6/2018", "13 June 2018", "2018年6月13日"],
)
def test_day_is_read(text):
    assert read_date(text) == date(2018, 6, 13)


@pytest.mark.parametrize("text", ["", "31.02.2018", "2018", "tomorrow", "13 Juin"])
def test_what_is_no_day_is_none(text):
    assert read_date(text) is None


@given(st.dates())
def test_every_day_is_read_back(day):
    assert read_date(f"{day:%Y-%m-%d}".rjust(10, "0")) == day


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("9:05", 32_700),
        ("10:13:44", 36_824),
        ("10:13:44.250", 36_824.25),
        ("3:05 pm", 54_300),
        ("12:00 a.m.", 0),
    ],
)
def test_time_of_day_is_read(text, seconds):
    assert read_clock(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "24:00", "9:60", "noon", "9"])
def test_what_is_no_time_of_day_is_none(text):
    assert read_clock(text) is None


def test_range_has_two_ends_or_one():
    assert read_range("10:13:44 - 10:14:01") == ("10:13:44", "10:14:01")
    assert read_range("10:13–10:14") == ("10:13", "10:14")
    assert read_range("10:13") == ("10:13", "")
    assert read_range("2019-10-21 10:13:00") == ("2019-10-21 10:13:00", "")
    assert read_range("2019-10-21 10:13 – 10:14") == ("2019-10-21 10:13", "10:14")
    assert read_range("2019-10-21T10:13-05:00") == ("2019-10-21T10:13-05:00", "")


def test_length_is_whole_milliseconds():
    assert [read_length(text) for text in ("17", "17.5", "1:02", "1:02:03", "0", "x", "")] == [
        17_000,
        17_500,
        62_000,
        3_723_000,
        0,
        None,
        None,
    ]


def test_instant_is_that_of_the_zone():
    geneva = ZoneInfo("Europe/Zurich")

    assert instant_ms(date(2019, 10, 21), timedelta(hours=10), geneva) == 1_571_644_800_000
    assert instant_ms(date(2019, 12, 21), timedelta(hours=10), geneva) == 1_576_918_800_000
