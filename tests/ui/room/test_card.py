"""The room has a card for every state of a panel."""

import pytest

from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.room.card import card, time_left
from facilitator.ui.shapes import Mode

TEN = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva

MINUTE = 60_000


@pytest.fixture
def read(desk, clock):
    def look(message=""):
        made = card(desk.view(), clock.now, Language("en"), message)
        texts = (made.over, made.name, made.beside, made.clock.digits, made.label, made.last, made.tail)
        return tuple(bare(text) for text in texts)

    return look


def test_room_counts_down_to_a_panel(read, people, clock):
    clock.now = TEN - 252_000

    assert read() == ("", "Panel 1", "Starting in", "4:12", "Then", "Opening and presentations", "")


def test_room_tells_the_hour_of_a_panel_that_is_far(read, people, clock):
    clock.now = TEN - 40 * MINUTE

    assert read()[1:4] == ("Panel 1", "Starting at", "10:00")


def test_room_calls_the_next_one_while_the_floor_is_empty(read, sitting):
    expected = (
        "Next to take the floor",
        "Brazil",
        "",
        "2:00",
        "",
        "The list of speakers is open",
        "5 still to speak",
    )

    assert read() == expected


def test_room_says_that_the_list_is_closed(read, sitting, desk):
    desk.do("close_list")

    assert read()[5:] == ("The list of speakers is closed", "5 still to speak")


def test_room_names_who_speaks_and_who_is_next(read, sitting, desk, clock):
    desk.do("give_floor")
    clock.pass_s(19)

    assert read() == ("", "Brazil", "", "1:41", "Next", "Norway", "")
    assert card(desk.view(), clock.now, Language("en")).clock.mode is Mode.RUNNING


def test_message_takes_the_last_line_only(read, sitting, desk):
    desk.do("give_floor")

    assert read("Please conclude") == ("", "Brazil", "", "2:00", "", "Please conclude", "")


def test_room_says_when_a_break_ends(read, sitting, desk, clock):
    desk.do("suspend_panel", until=clock.now + 25 * MINUTE)

    assert read()[1:4] == ("Break", "We resume at", "10:25")


def test_room_says_that_a_break_has_no_end_yet(read, sitting, desk, clock):
    desk.do("suspend_panel")

    assert read()[1:4] == ("Break", "", "")


def test_room_has_words_when_nobody_waits(read, people, desk):
    desk.do("open_panel", panel=1)

    assert read()[1:4] == ("Opening", "The panel ends at", "11:00")


def test_room_goes_from_a_closed_panel_to_the_next(read, sitting, desk, clock):
    desk.do("add_panel", title="After lunch", starts=TEN + 180 * MINUTE, ends=TEN + 240 * MINUTE)
    desk.do("close_panel")
    clock.pass_s(3600)

    expected = ("", "Lunch break", "We resume at", "13:00", "Then", "Panel 2 · After lunch", "")
    assert read() == expected


def test_room_is_never_without_words(read, sitting, desk):
    desk.do("close_panel")

    assert read()[1] == "The panel is closed"


def test_time_left_is_told_in_hours_and_minutes():
    english = Language("en")

    told = [bare(time_left(ms, english)) for ms in (118 * MINUTE, 30 * MINUTE, 1, 0)]

    assert told == ["1 h 58 min left", "30 min left", "1 min left", "0 min left"]
