"""What other systems' tests and users ask of the screens, row by row of the features that are ours."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.floor.rows import Stage

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def press(console, key, held=NONE):
    QTest.keyClick(console.window().windowHandle(), key, held)


@pytest.fixture
def many(desk):
    """Forty who wait, in the order of their numbers."""
    desk.do("open_panel", panel=1)
    for number in range(40):
        who = desk.do("add_participant", name=f"Delegation {number}", category="GOV").id
        desk.do("request_floor", participant=who)


def live_row_in_sight(console):
    queue, model = console.floor.queue, console.floor.model
    place = model.rows.live
    box = queue.visualRect(model.index(place))
    return model.rows[place].stage, queue.viewport().rect().contains(box)


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_ux43_live_row_is_in_sight_without_scrolling(make_console, many, clock, size):
    console = make_console(size=size)
    console.floor.foot.past.setChecked(True)
    seen = []
    for _ in range(20):
        press(console, Qt.Key.Key_F9)
        clock.pass_s(60)
        console.heart.tick()
        seen.append(live_row_in_sight(console))

    assert seen == [(Stage.SPEAKING, True)] * 20


def test_row33_now_and_next_stand_on_the_room(console, desk):
    desk.do("give_floor")
    made = console.room.display.card()

    assert (made.name, made.label, made.last) == ("Brazil", "Next", "Norway")


def test_row40_room_never_covers_the_only_screen(console):
    press(console, Qt.Key.Key_F11)
    place = console.room.geometry()
    keys = console.keys.geometry().translated(console.mapToGlobal(console.rect().topLeft()))

    assert (console.room.isFullScreen(), place.size().toTuple()) == (False, (640, 360))
    assert place.intersects(keys) is False


def test_row50_room_shows_no_balance_and_no_note(console, desk, sitting):
    desk.do("give_floor")
    desk.do("write_note", text="confidential", kind=NoteKind.POINT)
    made = console.room.display.card()
    texts = [bare(getattr(made, name)) for name in made.__slots__ if isinstance(getattr(made, name), str)]

    assert [text for text in texts if "confidential" in text or "%" in text] == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_N])
def test_row52_no_letter_and_no_escape_gives_or_ends_the_floor(console, desk, key):
    desk.do("give_floor")
    before = desk.view().floor.speaking
    for where in (console.floor.queue, console.floor.quick_add):
        where.setFocus()
        press(console, key)

    assert desk.view().floor.speaking == before


def test_row52_space_stops_the_clock_in_the_list_and_is_a_space_where_names_are_typed(console, desk):
    desk.do("give_floor")
    console.floor.queue.setFocus()
    press(console, Qt.Key.Key_Space)
    in_the_list = desk.view().floor.speaking.clock.paused
    console.floor.quick_add.setFocus()
    press(console, Qt.Key.Key_Space)

    assert (in_the_list, desk.view().floor.speaking.clock.paused) == (True, True)
    assert console.floor.quick_add.text() == " "


def test_row56_find_goes_to_the_field_where_names_are_typed(console):
    console.floor.queue.setFocus()
    QTest.keyClick(console.floor.queue, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert console.floor.quick_add.hasFocus() is True


@pytest.mark.parametrize("code", ["en", "ar"])
def test_row53_live_keys_are_the_same_in_every_language(make_console, desk, sitting, code):
    console = make_console(Language(code))
    press(console, Qt.Key.Key_F9)
    press(console, Qt.Key.Key_F8)
    press(console, Qt.Key.Key_F7, SHIFT)

    assert desk.view().floor.speaking.clock.added_ms == -45_000


def test_row54_selection_is_apart_from_who_speaks(console, desk, sitting):
    desk.do("give_floor")
    console.floor.queue.select(sitting["Kenya"])
    press(console, Qt.Key.Key_F5)

    assert console.floor.queue.selected() == sitting["Kenya"]
    assert desk.view().floor.speaking.request == sitting["Brazil"]


def test_row59_what_edits_the_workshop_waits_while_it_is_live(console):
    menu = console._panel_menu()
    waiting = [bare(action.text()) for action in menu.actions() if action.text() and not action.isEnabled()]
    menu.deleteLater()

    others = ["العربية", "Español", "Français", "Русский", "中文"]
    assert waiting == ["Close the panel", *others, "Close this workshop"]


def test_row67_everything_that_takes_the_focus_has_a_name(console):
    widgets = [w for w in console.findChildren(type(console).__bases__[0]) if w.isVisible()]
    nameless = [
        type(w).__name__
        for w in widgets
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.accessibleName()
    ]

    assert nameless == []


def test_row55_every_part_is_reached_by_one_key(console):
    console.floor.queue.setFocus()
    reached = []
    for _ in range(3):
        press(console, Qt.Key.Key_F6)
        parts = {"field": console.floor.quick_add, "menu": console.top.panel, "list": console.floor.queue}
        reached += [name for name, part in parts.items() if part.hasFocus()]
    console.open_page(1)
    press(console, Qt.Key.Key_F6)
    on_the_notes = console.top.panel.hasFocus()
    press(console, Qt.Key.Key_F6)

    assert reached == ["field", "menu", "list"]
    assert (on_the_notes, console.notes.capture.field.hasFocus()) == (True, True)
