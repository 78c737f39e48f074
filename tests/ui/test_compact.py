"""The small strip shows what the console shows, and its keys are the console's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.language.direction import bare


@pytest.fixture
def strip(console):
    console.toggle_strip()
    return console.over.strip


def test_strip_shows_the_same_second_as_the_console(console, strip, desk, clock):
    desk.do("give_floor")
    shown = []
    for seconds in (0.3, 100, 20, 31):
        clock.pass_s(seconds)
        console.heart.tick()
        made = strip.face.shown
        shown.append((made.name, made.label, made.last, made.clock == console.room.display.card().clock))

    assert shown == [("Brazil", "Next", "Norway", True)] * 4


def test_keys_of_the_strip_say_and_do_what_the_consoles_do(console, strip, desk):
    words = [bare(strip.keys[name].text()) for name in ("F5", "F7", "F8", "F9")]
    able = [strip.keys[name].isEnabled() for name in ("F5", "F7", "F8", "F9")]
    strip.keys["F9"].click()
    strip.keys["F8"].click()
    strip.keys["F5"].click()
    clock = desk.view().floor.speaking.clock

    assert words == ["Pause", "−15 s", "+15 s", "Give the floor to Brazil"]
    assert able == [False, False, False, True]
    assert (clock.added_ms, clock.paused, bare(strip.keys["F5"].text())) == (15_000, True, "Resume")


def test_live_keys_work_from_the_strip_and_escape_only_closes_it(console, strip, desk):
    QTest.keyClick(strip.windowHandle(), Qt.Key.Key_F9)
    QTest.keyClick(strip.windowHandle(), Qt.Key.Key_Escape)

    assert (strip.isVisible(), desk.view().floor.speaking.clock.paused) == (False, False)


def test_strip_stays_on_top_and_leaves_the_focus(strip):
    assert bool(strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint) is True
    assert strip.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating) is True


def test_strip_goes_with_its_console(console, strip):
    console.close_room()

    assert strip.isVisible() is False


def test_letters_open_and_close_it(console):
    chord = (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(console, *chord)
    opened = console.over.strip.isVisible()
    QTest.keyClick(console, *chord)

    assert (opened, console.over.strip.isVisible()) == (True, False)
