"""The desk from right to left: what floats stays inside it, and its parts change sides."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

SIZES = [(1366, 768), (1280, 720), (911, 512)]


def inside(part, desk):
    place = QRect(part.mapTo(desk, QPoint(0, 0)), part.size())
    return desk.rect().contains(place)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
def test_what_floats_stays_inside_the_desk(make_console, sitting, mirrored, size, rtl):
    console = make_console(mirrored if rtl else None, size)
    floor = console.floor
    floor.quick_add.setFocus()
    QTest.keyClicks(floor.quick_add, "n")
    asked = inside(floor.ask_pane, floor)
    QTest.keyClick(floor.quick_add, Qt.Key.Key_Escape)
    floor.questions.closing_of_list(console.desk.now())

    assert (asked, inside(floor.prompt, floor)) == (True, True)


@pytest.mark.parametrize("size", SIZES)
def test_window_is_no_larger_than_asked(make_console, sitting, size):
    console = make_console(None, size)

    assert console.size().toTuple() == size


def test_halves_of_the_strip_change_sides(make_console, sitting, desk, mirrored, clock):
    """The one interrupted stands at the leading side: at the right from right to left."""
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(200)
    console = make_console(mirrored)
    console.acts.point_of_order()
    console.floor.queue.select(sitting["Kenya"])
    console.acts.point_of_order()
    image = console.floor.strip.grab().toImage()
    middle, right = image.height() // 2, image.width() - 4

    assert [face.reading.mode.value for face in console.floor.strip.faces()] == ["paused", "running"]
    assert image.pixelColor(right, middle).name() == "#a9b6c4"  # the band of one that stands
    assert image.pixelColor(image.width() // 2 - 4, middle).name() == "#4fc3f7"


def test_whatever_takes_the_focus_has_a_name(console, desk, sitting):
    desk.do("give_floor", request=sitting["Brazil"])
    floor = console.floor
    widgets = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in floor.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    assert len(widgets) > 5
    assert [type(widget).__name__ for widget in widgets if not widget.accessibleName()] == []


def test_row_tells_a_screen_reader_all_it_shows(console, desk, sitting):
    desk.do("set_limit", request=sitting["Norway"], seconds=60)
    model = console.floor.model

    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == (
        "2. Norway, States · from the floor, own limit, 10:02"
    )
