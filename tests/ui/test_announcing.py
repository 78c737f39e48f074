"""A screen reader hears what changes on the floor and in the room, once, and not the passing seconds."""

import pytest

from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.announcing import Announcer, announce


@pytest.fixture
def heard():
    return []


@pytest.fixture
def voice(qtbot, context, heard):
    return Announcer(Language("en"), context.desk, lambda _, text: heard.append(bare(text)))


@pytest.fixture
def follow(voice, desk, clock):
    """Sees the floor now and at each change, and hears the heart beat each second."""
    desk.listen(lambda view: voice.see(view, clock.now))
    voice.see(desk.view(), clock.now)

    def run(seconds):
        for _ in range(seconds):
            voice.tick(clock.pass_s(1))

    return run


def test_a_speech_is_told_by_its_phases_and_not_by_its_seconds(sitting, desk, follow, heard):
    desk.do("give_floor")
    follow(200)
    desk.do("end_intervention")

    assert heard == [
        "Brazil has the floor, 2:00",
        "30 seconds left",
        "The time is up",
        "The grace is over",
        "Nobody has the floor.",
    ]


def test_a_pause_holds_the_voice_too(sitting, desk, follow, heard):
    desk.do("give_floor")
    follow(85)
    desk.do("pause")
    follow(60)
    desk.do("resume")
    follow(5)

    assert heard == ["Brazil has the floor, 2:00", "Paused", "Running", "30 seconds left"]


def test_one_speaker_after_the_other_is_told_once(sitting, desk, follow, heard):
    desk.do("give_floor")
    desk.do("give_floor")
    desk.do("request_floor", participant=desk.view().floor.spoken[0].participant)

    assert heard == ["Brazil has the floor, 2:00", "Norway has the floor, 2:00"]


def test_list_and_panel_are_told(sitting, desk, follow, heard):
    desk.do("close_list")
    desk.do("reopen_list")
    desk.do("suspend_panel")
    desk.do("open_panel", panel=1)
    desk.do("close_panel")

    assert heard == [
        "The list of speakers is closed",
        "The list of speakers is open",
        "Break",
        "The panel is open",
        "The panel is closed",
    ]


def test_list_that_closes_by_itself_is_told_when_the_instant_comes(sitting, desk, clock, follow, heard):
    desk.do("close_list_at", closes=clock.now + 10_000)
    follow(9)
    before = tuple(heard)
    follow(5)

    assert (before, heard) == ((), ["The list of speakers is closed"])


def test_list_that_was_closed_and_closes_again_is_told_once_each_time(sitting, desk, clock, follow, heard):
    desk.do("close_list_at", closes=clock.now + 2_000)
    follow(3)
    desk.do("give_floor")
    desk.do("reopen_list")
    follow(3)

    assert heard == [
        "The list of speakers is closed",
        "Brazil has the floor, 2:00",
        "The list of speakers is open",
    ]


def test_added_time_brings_the_thirty_seconds_back(sitting, desk, follow, heard):
    desk.do("give_floor")
    follow(95)
    desk.do("add_time", seconds=60)
    follow(60)

    assert heard == ["Brazil has the floor, 2:00", "30 seconds left", "30 seconds left"]


def test_room_is_told_by_the_console(console, monkeypatch):
    told = []
    console._voice._say = lambda _, text: told.append(bare(text))

    console.control.toggle_message()
    console.control.toggle_message()
    console.control.toggle_black()
    console.control.toggle_black()
    console.toggle_lock()
    console.do("add_time", seconds=15)

    assert told == [
        "On the room screen: Please conclude",
        "The message is off the room screen",
        "The room screen is black",
        "The room screen is back",
        "The live lock is lifted. Ctrl+L sets it again.",
        "Nobody has the floor.",
    ]


def test_an_announcement_reaches_the_system_without_harm(console):
    announce(console, "The time is up")
