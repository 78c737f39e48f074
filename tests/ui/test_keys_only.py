"""Each desk does its main work with the keys alone, in a language of either direction."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.language.speech import Language

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
in_both_directions = pytest.mark.parametrize("code", ["en", "ar"])


@pytest.fixture
def window(make_console, sitting, qapp):
    def make(code):
        console = make_console(Language(code))
        console.activateWindow()
        qapp.processEvents()
        return console

    return make


def press(console, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(console.windowHandle(), key, held)


def type_into(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


@in_both_directions
def test_the_floor_is_given_taken_back_and_ended(window, code):
    console = window(code)
    press(console, Qt.Key.Key_N, CTRL_SHIFT)
    press(console, Qt.Key.Key_F, CTRL_SHIFT)
    first = console.view.floor.waiting[0].participant
    press(console, Qt.Key.Key_F9)
    given = console.view.floor.speaking.participant
    press(console, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    taken_back = console.view.floor.speaking
    press(console, Qt.Key.Key_F9)
    press(console, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)

    assert (given, taken_back) == (first, None)
    assert [turn.participant for turn in console.view.floor.spoken] == [first]


@in_both_directions
def test_somebody_is_found_and_added(window, desk, sitting, code):
    desk.do("withdraw", request=sitting["Norway"])
    console = window(code)
    before = [request.participant for request in console.view.floor.waiting]
    other = next(who for who in console.view.people.values() if who.name == "Norway")
    press(console, Qt.Key.Key_F3)
    type_into(other.name[:6])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert [request.participant for request in console.view.floor.waiting] == [*before, other.id]


@in_both_directions
def test_a_note_is_written(window, code):
    console = window(code)
    press(console, Qt.Key.Key_N, CTRL_SHIFT)
    type_into("A joint roster.")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert [note.text for note in console.view.notes] == ["A joint roster."]


@in_both_directions
def test_the_report_is_reached_part_by_part(window, code):
    console = window(code)
    press(console, Qt.Key.Key_R, CTRL_SHIFT)
    parts = []
    for _ in range(len(console._pages.parts()) + 1):
        parts.append(QApplication.focusWidget())
        press(console, Qt.Key.Key_F6)
    names = [part.accessibleName() for part in parts]

    assert console.page() == 2
    assert len({id(part) for part in parts}) == len(parts)
    assert [name for name in names if not name] == []


@in_both_directions
@pytest.mark.parametrize(("key", "page"), [(Qt.Key.Key_S, 3), (Qt.Key.Key_E, 4)], ids=["setup", "ledger"])
def test_the_other_desks_are_reached_part_by_part(window, code, key, page):
    console = window(code)
    press(console, key, CTRL_SHIFT)
    there = {part for part in (*console._pages.parts(), console.top.panel) if part.isVisible()}
    parts = set()
    for _ in there:
        parts.add(QApplication.focusWidget())
        press(console, Qt.Key.Key_F6)

    assert console.page() == page
    assert parts == there
    assert len(there) >= 3
