"""Every act is found by its name in any complete language, does what its key does, or says why not."""

import re
from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.folding import folded
from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.commands import COMMANDS, GESTURES, NOTE_KEYS
from facilitator.ui.key_sheet import OF_PAGE
from facilitator.ui.ledger.gestures import LEDGER_KEYS
from facilitator.ui.report.draft_bar import DRAFT_KEYS

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def ask(console, typed=""):
    """The palette opens by its key, and the words stand in it."""
    QTest.keyClick(console, Qt.Key.Key_K, CTRL)
    console.over.palette.line.setText(typed)
    return [bare(choice.text) for choice in console.over.palette.shown]


def enter(console):
    QTest.keyClick(console.over.palette.line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("F12", "Make the room screen black, and bring it back"),
        ("black room", "Make the room screen black, and bring it back"),
        ("CLOSE the l", "Close the list"),
        ("replies", "4  Replies"),
        ("русс", "Русский"),
        ("lots", "Draw lots"),
        ("once panel", "Rules of this panel: Each speaker once in this panel"),
        ("francais", "Français"),
    ],
)
def test_an_act_is_found_by_a_part_of_its_name(console, typed, first):
    assert ask(console, typed)[0] == first


def test_an_act_is_found_by_its_arabic_name_whatever_the_screen_speaks(console):
    arabic = Language("ar").say("Close the list")

    assert ask(console, arabic)[0] == "Close the list"


def test_an_act_is_found_by_its_english_name_on_an_arabic_screen(make_console, sitting):
    console = make_console(Language("ar"))

    assert ask(console, "close the list")[0] == Language("ar").say("Close the list")


def test_chosen_act_is_done_and_the_focus_is_where_it_was(console, desk):
    console.floor.queue.setFocus()
    ask(console, "close the list")

    enter(console)

    assert desk.view().floor.list_open is False
    assert (console.over.palette.isVisible(), console.floor.queue.hasFocus()) == (False, True)


def test_what_the_lists_menu_offers_is_done_from_the_palette_and_named_there_once(console, desk):
    every = ask(console)
    console.over.palette.line.setText("once in this panel")

    enter(console)

    assert desk.view().floor.rules.once is True
    assert [text for text in every if every.count(text) > 1] == []


def test_every_key_of_the_console_is_in_the_palette_and_on_the_sheet(console):
    keys = set(console.acts_by_name()) | set(console.shortcuts())
    named = {command.keys for command in COMMANDS}

    assert len(named) == len(COMMANDS)
    told_elsewhere = {
        "Ctrl+Shift+K",
        "Ctrl+F",
        "Ctrl+Shift+L",
    }  # beside Ctrl+K; another F3; where there is a key
    assert keys - named == told_elsewhere
    assert named - keys == set()
    assert [*OF_PAGE.values()] == [GESTURES, NOTE_KEYS, DRAFT_KEYS, LEDGER_KEYS]


def test_the_words_of_a_key_name_no_other_key_that_can_be_moved():
    everywhere = ((command.keys, command.name) for command in COMMANDS)
    words = [what for _, what in (*everywhere, *chain.from_iterable(OF_PAGE.values()))]

    assert [what for what in words if re.search(r"\bF\d", what)] == []


def test_an_act_that_cannot_be_done_says_why_and_is_not_done(console, desk):
    ask(console, "stop the speaker")
    choice = console.over.palette.shown[0]
    item = console.over.palette._model.item(0)

    enter(console)

    assert (choice.reason, item.isEnabled(), item.toolTip()) == (
        "Nobody has the floor.",
        False,
        "Nobody has the floor.",
    )
    assert item.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Nobody has the floor."
    assert console.over.palette.isVisible() is True


def test_reasons_follow_the_floor(console, desk):
    def reason(keys):
        ask(console)
        made = next(choice.reason for choice in console.over.palette.shown if choice.keys == keys)
        console.over.palette.leave()
        return made

    before = [reason(keys) for keys in ("F5", "F9", "Ctrl+Y")]
    desk.do("give_floor")
    while_speaking = [reason(keys) for keys in ("F5", "F9", "Ctrl+Y")]
    desk.do("undo", desk="floor")

    assert before == ["Nobody has the floor.", "", "There is nothing to bring back."]
    assert while_speaking == ["", "", "There is nothing to bring back."]
    assert reason("Ctrl+Y") == ""


def test_words_that_name_nothing_leave_nothing(console):
    assert ask(console, "xyzzy") == []
    enter(console)
    assert console.over.palette.isVisible() is True


def test_escape_and_the_key_again_leave(console):
    ask(console)
    QTest.keyClick(console.over.palette.line, Qt.Key.Key_Escape)
    left = console.over.palette.isVisible()
    ask(console)
    QTest.keyClick(console.over.palette.line, Qt.Key.Key_K, CTRL)

    assert (left, console.over.palette.isVisible()) == (False, False)


def test_a_press_elsewhere_leaves(console):
    ask(console)

    console.floor.quick_add.setFocus()

    assert console.over.palette.isVisible() is False
    assert console.floor.quick_add.hasFocus() is True


def test_on_the_notes_the_key_lists_the_kinds_and_another_one_the_acts(console):
    console.open_page(1)
    QTest.keyClick(console.notes.capture.field, Qt.Key.Key_K, CTRL)
    kinds = console.over.palette.isVisible()
    QTest.keyClick(console.notes.capture.field, Qt.Key.Key_K, CTRL | SHIFT)

    assert (kinds, console.over.palette.isVisible()) == (False, True)


@pytest.mark.parametrize("where", ["queue", "quick_add"])
def test_the_key_is_heard_from_every_focus_of_the_floor(console, where):
    focused = getattr(console.floor, where)
    focused.setFocus()
    QTest.keyClick(focused, Qt.Key.Key_K, CTRL)

    assert console.over.palette.isVisible() is True


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1280, 720), (911, 512), (900, 500)])
def test_sheet_of_keys_is_inside_every_window(make_console, sitting, size):
    console = make_console(size=size)
    console.over.sheet.toggle()

    assert console.rect().contains(console.over.sheet.geometry())


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
@pytest.mark.parametrize("opened", ["palette", "messages"])
def test_what_floats_is_inside_the_window_and_leaves_the_clock_free(make_console, sitting, size, opened):
    console = make_console(size=size)
    console.over.find_act() if opened == "palette" else console.over.choose_message()
    made = getattr(console.over, opened)
    strip = console.floor.strip
    clock = strip.geometry().translated(strip.parentWidget().mapTo(console, strip.pos()) - strip.pos())

    assert console.rect().contains(made.geometry())
    assert opened == "messages" or not made.geometry().intersects(clock)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Français", "FRANCAIS"),
        ("إغلاق", "اغلاق"),
        ("القائمةُ", "القائمه"),
        ("Ёлка", "елка"),
        ("شـاشة", "شاشه"),
    ],
)
def test_letters_that_are_alike_are_found_by_each_other(one, other):
    assert folded(one) == folded(other)


def test_row15_the_two_steps_are_switched_by_their_name(console, desk):
    ask(console, "F9 ends first")
    enter(console)
    on = desk.view().floor.rules.two_step
    ask(console, "F9 ends first")
    enter(console)

    assert (on, desk.view().floor.rules.two_step) == (True, False)


def test_name_that_no_act_has_is_told(console):
    console.over.find_act()
    console.over.palette.line.setText("xyzzy")

    model = console.over.palette.list.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["No act is called that."]
    enter(console)
    assert console.over.palette.isVisible()
