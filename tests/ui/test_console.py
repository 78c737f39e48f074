"""The live keys do the acts, whatever has the focus; nothing stops a panel with a dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.programme import PanelState
from facilitator.language.direction import bare
from facilitator.ui.buttons import KeyButton
from facilitator.ui.floor.strip import FloorStrip
from facilitator.ui.tokens import DARK, LIGHT

F = {n: Qt.Key(Qt.Key.Key_F1 + n - 1) for n in range(1, 13)}
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def press(console, key, modifier=Qt.KeyboardModifier.NoModifier):
    """A key as the system sends it: to the window, not to a widget."""
    QTest.keyClick(console.window().windowHandle(), key, modifier)


def speaker(desk):
    view = desk.view()
    who = view.floor.speaking
    return None if who is None else view.people[who.participant].name


def focus(console, where):
    if where == "capture":
        console.open_page(1)
    elif where == "quick add":
        console.floor.quick_add.setFocus()
    else:
        console.floor.queue.setFocus()


@pytest.mark.parametrize("where", ["queue", "quick add", "capture"])
def test_live_keys_work_from_any_focus(console, desk, clock, where):
    focus(console, where)
    clock.pass_s(5)

    press(console, F[9])
    given = speaker(desk)
    clock.pass_s(20)
    press(console, F[8])
    press(console, F[7], SHIFT)
    press(console, F[5])
    paused = desk.view().floor.speaking.clock
    press(console, F[5])
    press(console, F[5], SHIFT)
    running = desk.view().floor.speaking.clock
    press(console, F[9], SHIFT)

    assert given == "Brazil"
    assert (paused.paused, paused.added_ms, running.paused) == (True, -45_000, False)
    assert paused.began - running.began == 30_000
    assert speaker(desk) is None


def test_floor_goes_to_the_one_selected(console, desk, sitting):
    console.floor.queue.select(sitting["Kenya"])

    assert bare(console.keys.keys["F9"].text()) == "Give the floor to Kenya"
    press(console, F[9])

    assert speaker(desk) == "Kenya"


def test_escape_stops_no_clock(console, desk):
    press(console, F[9])

    for where in ("queue", "quick add", "capture"):
        focus(console, where)
        press(console, Qt.Key.Key_Escape)

    assert speaker(desk) == "Brazil"


def test_stale_press_is_told_in_the_banner_and_changes_nothing(console, desk):
    press(console, F[9])

    console.do("give_floor", request=None, current="somebody before")

    assert console.banner.text() == "Somebody else has the floor by now. Look at the screen and press again."
    assert speaker(desk) == "Brazil"


def test_refusal_is_gone_after_the_next_act(console):
    press(console, F[8])
    told = console.banner.text()

    press(console, F[9])

    assert (told, console.banner.text()) == ("Nobody has the floor.", "")


def test_undo_and_redo_are_those_of_the_floor(console, desk):
    press(console, F[9])
    console.floor.queue.setFocus()

    QTest.keyClick(console.floor.queue, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undone = speaker(desk)
    QTest.keyClick(console.floor.queue, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    assert (undone, speaker(desk)) == (None, "Brazil")


def test_panel_opens_with_the_main_key(make_console, desk, people):
    console = make_console()
    said = bare(console.keys.keys["F9"].text())

    press(console, F[9])

    assert (said, desk.view().floor.state) == ("Open panel 1", PanelState.OPEN)


def test_console_mirror_and_room_show_the_same_second(console, clock):
    press(console, F[9])

    shown = []
    for seconds in (0.3, 0.9, 100, 20, 31):
        clock.pass_s(seconds)
        console.heart.tick()
        parts = (
            console.floor.strip.reading(),
            console.floor.mirror.card().clock,
            console.room.display.card().clock,
        )
        shown.append({(part.digits, part.mode) for part in parts})

    assert [len(seconds) for seconds in shown] == [1] * 5


def test_key_sheet_lets_the_keys_through(console, desk):
    press(console, F[1])
    seen = console.over.sheet.isVisible()
    press(console, F[9])
    press(console, F[1])

    assert (seen, console.over.sheet.isVisible(), speaker(desk)) == (True, False, "Brazil")


@pytest.mark.parametrize("key", [F[1], Qt.Key.Key_Escape, F[3]], ids=["F1", "Esc", "F3"])
def test_key_sheet_goes_by_its_key_by_esc_and_when_one_types_elsewhere(console, key):
    console.floor.queue.setFocus()
    press(console, F[1])
    seen = console.over.sheet.isVisible()

    press(console, key)

    assert (seen, console.over.sheet.isVisible()) == (True, False)


def test_esc_takes_the_key_sheet_away_where_the_ledger_waits_for_it_too(console):
    console.open_page(4)
    console._pages.ledger.show_before()
    press(console, F[1])
    seen = console.over.sheet.isVisible()

    press(console, Qt.Key.Key_Escape)

    assert (seen, console.over.sheet.isVisible()) == (True, False)
    assert console._pages.ledger.before.isVisible()


def test_key_sheet_is_read_out_a_line_a_key(console):
    lines = console.over.sheet.accessibleDescription().split("\n")

    assert lines[0] == "F9: Open the panel; give the floor to the one selected, or to the next"


def test_console_left_behind_hears_nothing_more(make_console, desk, sitting, mirrored):
    first = make_console(kept=False)
    first.close_room()
    first.deleteLater()
    second = make_console(mirrored)

    desk.do("give_floor")

    assert bare(second.floor.strip.face().name) == "Brazil"


def test_console_left_behind_hears_no_key_even_before_it_is_deleted(make_console, desk, sitting):
    first = make_console(kept=False)
    first.close_room()

    QTest.keyClick(first.windowHandle(), Qt.Key.Key_F9)

    assert desk.view().floor.speaking is None
    first.deleteLater()


def test_absence_is_told_with_both_ways_out(make_console, desk, sitting, clock):
    desk.do("give_floor")
    desk.keep_alive()
    again = type(desk)(desk.file, clock)
    clock.pass_s(14)
    desk._last_alive = again._last_alive
    console = make_console()
    offers = [button.text() for button in console.banner._offers]

    console.banner._offers[1].click()

    assert [bare(offer) for offer in offers] == ["Keep", "Take off 0:14"]
    assert desk.view().floor.speaking.clock.elapsed(clock.now) == 0


def places(console):
    parts = [*console.keys.keys.values(), console.top, *console.top.tabs, console.top.panel]
    parts += [console.floor.queue, console.floor.balance, console.floor.mirror, console.floor.quick_add]
    parts += [console.floor.forecast.verdict, console.floor.forecast.ruler, console.floor.forecast.cuts]
    return [(part, part.mapTo(console, part.rect().topLeft()).x()) for part in parts if part.isVisible()]


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1920, 1080), (911, 512)])
def test_other_direction_is_the_mirror_image_but_for_the_keys(make_console, sitting, mirrored, size):
    forth, back = places(make_console(size=size)), places(make_console(mirrored, size))

    off = {}
    for (part, x), (other, other_x) in zip(forth, back, strict=True):
        expected = x if isinstance(part, KeyButton) else size[0] - x - part.width()
        if abs(other_x - expected) > 2 or part.width() != other.width():
            off[type(part).__name__] = (other_x - expected, part.width() - other.width())
    assert off == {}


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (911, 512)])
def test_live_keys_are_all_in_the_window(make_console, sitting, size):
    console = make_console(size=size)
    live = ("F2", "F5", "F7", "F8", "F9", "Shift F9", "F12")

    inside = [
        console.rect().contains(console.keys.keys[name].geometry().translated(console.keys.pos()))
        for name in live
    ]

    assert (console.size().toTuple(), inside) == (size, [True] * len(live))


def test_dark_console_shows_the_same_strip(qtbot, make_context, desk, sitting):
    desk.do("give_floor")
    pictures = []
    for tokens in (LIGHT, DARK):
        strip = FloorStrip(make_context(tokens=tokens))
        qtbot.addWidget(strip)
        strip.resize(1366, 128)
        strip.show_view(desk.view(), desk.now())
        strip.grab()  # a font smooths the first outline it draws a little differently
        pictures.append(strip.grab().toImage())

    assert pictures[0] == pictures[1]


def test_a_leap_of_the_computers_clock_is_told_and_can_be_taken_back(console, desk, clock):
    desk.do("give_floor")
    clock.pass_s(30)
    console.heart.leapt.emit(20_000)

    assert bare(console.banner.text()) == "The computer’s clock moved by 0:20, and the speaker’s with it."
    console.banner._offers[0].click()
    assert desk.view().floor.speaking.clock.remaining(clock.now) == 110_000


def test_choices_stay_when_what_is_pressed_meanwhile_is_refused(console, desk, clock):
    desk.do("give_floor")
    clock.pass_s(30)
    console.heart.leapt.emit(20_000)
    console.do("resume")
    told = bare(console.banner.text())
    console.banner._offers[0].click()

    assert told.endswith("\nThe computer’s clock moved by 0:20, and the speaker’s with it.")
    assert (desk.view().floor.speaking.clock.remaining(clock.now), console.banner.text()) == (110_000, "")


def test_choice_that_is_refused_can_be_made_again(console, desk, clock):
    desk.do("give_floor")
    console.heart.leapt.emit(20_000)
    desk.do("close_panel")
    console.banner._offers[0].click()

    assert "The computer’s clock moved" in console.banner.text()
    assert len(console.banner._offers) == 2


def test_a_leap_is_told_though_nobody_speaks(console, clock):
    console.heart.leapt.emit(-3_600_000)

    assert bare(console.banner.text()) == "The computer’s clock moved by 1:00:00."
    assert len(console.banner._offers) == 2
