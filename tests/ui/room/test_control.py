"""Messages, black, the second language and the place of the room's screen, by keys and as remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.language.direction import bare
from facilitator.language.room_words import Message, message
from facilitator.language.speech import LANGUAGES
from facilitator.ui.console import Console
from facilitator.ui.room.control import ShortMemory
from facilitator.ui.room.screens import key_of

SHIFT = Qt.KeyboardModifier.ShiftModifier
F2, F11, F12 = Qt.Key.Key_F2, Qt.Key.Key_F11, Qt.Key.Key_F12


def press(console, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(console.window().windowHandle(), key, held)


def room(console):
    """What the room and the console's mirror of it read in the last line, which is the same."""
    one, other = console.room.display.card(), console.floor.mirror.card()
    assert one == other
    return one.last, bare(one.second_last)


def test_ux41_message_is_on_the_room_and_then_the_clock_again(console, desk, clock):
    desk.do("give_floor")
    clock.pass_s(20)
    console.heart.tick()

    press(console, F2)
    with_message = console.room.display.card()
    press(console, F2)
    without = console.room.display.card()

    assert (with_message.last, with_message.clock.digits) == ("Please conclude", "1:40")
    assert (without.last, without.label, without.clock.digits) == ("Norway", "Next", "1:40")


def test_message_is_chosen_by_arrows_and_the_focus_comes_back(console):
    console.floor.queue.setFocus()

    press(console, F2, SHIFT)
    QTest.keyClick(console.over.messages.line, Qt.Key.Key_Down)
    QTest.keyClick(console.over.messages.line, Qt.Key.Key_Down)
    QTest.keyClick(console.over.messages.line, Qt.Key.Key_Return)

    assert room(console) == ("Please speak more slowly for the interpreters", "")
    assert (console.over.messages.isVisible(), console.floor.queue.hasFocus()) == (False, True)


def test_message_of_ones_own_is_shown_as_it_was_typed(console):
    press(console, F2, SHIFT)
    QTest.keyClicks(console.over.messages.line, "Lunch is served in room XX")
    QTest.keyClick(console.over.messages.line, Qt.Key.Key_Return)

    assert room(console) == ("Lunch is served in room XX", "")


def test_escape_leaves_the_messages_and_stops_no_clock(console, desk):
    desk.do("give_floor")
    press(console, F2, SHIFT)
    QTest.keyClick(console.over.messages.line, Qt.Key.Key_Escape)

    assert console.over.messages.isVisible() is False
    assert desk.view().floor.speaking.clock.paused is False
    assert room(console) == ("Norway", "")


def test_live_keys_work_while_messages_are_chosen(console, desk):
    press(console, F2, SHIFT)
    press(console, Qt.Key.Key_F9)

    assert desk.view().floor.speaking is not None


def test_each_message_is_offered_with_the_five_other_languages(console):
    press(console, F2, SHIFT)
    rows = [(choice.text, bare(choice.under)) for choice in console.over.messages.shown]

    expected = []
    for which in Message:
        others = [message(which, code) for code in LANGUAGES if code != "en"]
        expected.append((message(which, "en"), " · ".join(others)))
    assert rows == expected


def test_a_message_on_the_room_can_be_taken_off_from_the_list(console):
    press(console, F2)
    press(console, F2, SHIFT)
    QTest.keyClick(console.over.messages.line, Qt.Key.Key_PageDown)
    QTest.keyClick(console.over.messages.line, Qt.Key.Key_Return)

    assert console.control.message is None


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_message_stands_in_the_second_language_of_the_room_too(console, code):
    console.control.choose_second(code)
    press(console, F2)

    assert room(console) == ("Please conclude", message(Message.CONCLUDE, code))


def test_the_language_of_the_screen_is_no_second_language(console):
    console.control.choose_second("en")
    press(console, F2)

    assert (console.control.second, room(console)) == ("", ("Please conclude", ""))


def test_black_is_on_room_and_mirror_until_the_key_again(console):
    press(console, F12)
    black = [part._black for part in (console.room.display, console.floor.mirror)]
    press(console, F12)

    assert (black, console.room.display._black) == ([True, True], False)


def test_room_comes_and_goes_with_its_key_and_leaves_the_focus(console):
    press(console, F11)
    shown, where = console.room.isVisible(), console.control.where()
    press(console, F11)

    assert (shown, where) == (True, "in a window")
    assert (console.room.isVisible(), console.control.where()) == (False, "F11 shows it")


def test_what_is_chosen_for_the_room_is_remembered(qtbot, context, sitting):
    memory = ShortMemory()
    first = Console(context, (1366, 768), memory)
    qtbot.addWidget(first, before_close_func=lambda it: it.close_room())
    first.control.choose_second("ru")
    first.control.toggle_next()
    first.control.choose_screen(first.screen())
    second = Console(context, (1366, 768), memory)
    qtbot.addWidget(second, before_close_func=lambda it: it.close_room())

    assert (second.control.second, second.control.hides_next) == ("ru", True)
    assert memory.kept("room_screen") == key_of(first.screen()).packed()


def test_another_console_takes_the_room_over_as_it_is(qtbot, make_console, make_context, desk, sitting):
    first = make_console(kept=False)
    press(first, F11)
    press(first, F2)
    press(first, F12)
    first.toggle_lock()
    window = first.room

    second = Console(make_context(), (1280, 720), None, first)
    qtbot.addWidget(second, before_close_func=lambda it: it.close_room())
    first.close_room()
    first.deleteLater()

    assert (second.room is window, window.isVisible()) == (True, True)
    assert (room(second)[0], second.control.black, second.lock.locked) == ("Please conclude", True, False)
    press_black = second.control.toggle_black
    press_black()
    assert window.display._black is False


def test_loss_of_the_projector_is_told_and_its_return_takes_the_banner_away(console):
    console.room.lost.emit()
    told = console.banner.text()
    console.room.returned.emit()

    assert (told, console.banner.text()) == (
        "Projector lost. The clock still runs, and so does the mirror.",
        "",
    )


def test_list_that_closes_by_itself_is_seen_everywhere_at_the_beat_of_that_instant(console, desk, clock):
    told = []
    console._voice._say = lambda _, text: told.append(text)
    desk.do("close_list_at", closes=clock.now + 2_000)

    seen = []
    for _ in range(3):
        console.heart.tick()
        foot = bare(console.floor.foot.state.text()).partition(" at ")[0]
        seen.append((room(console)[0], console.room.display.accessibleDescription().count("closed"), foot))
        clock.pass_s(1)

    opened = ("The list of speakers is open", 0, "List closes")
    assert seen == [opened, opened, ("The list of speakers is closed", 1, "List closed")]
    assert told == ["The list of speakers is closed"]


def test_row7_room_and_mirror_stand_at_zero_and_so_they_do_at_the_next_start(console, desk, clock):
    desk.do("give_floor")
    clock.pass_s(150)
    console.heart.tick()
    before = console.room.display.card().clock.digits

    console.control.toggle_zero()
    room(console)
    digits, at_the_desk = console.room.display.card().clock.digits, console.floor.strip.face().reading.digits

    assert (before, digits, at_the_desk) == ("−0:30", "0:00", "−0:30")
    assert console.control.stands_at_zero is True
