"""The first workshop on a computer begins with four steps round the desk; they stop nothing and come once."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.acts.sample import build
from facilitator.language.speech import Language
from facilitator.ui.main_window import MainWindow
from facilitator.ui.start.recents import Settings


@pytest.fixture
def make_window(qtbot, make_context, tmp_path, clock):
    def make(code="en", size=(1366, 768)):
        make_context(Language(code))  # dresses the application
        window = MainWindow(Settings(tmp_path / "settings.json"), Language(code), clock)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        path = tmp_path / f"{code}.facilitator"
        if not path.exists():
            clock.now = build(path, code)
        window.open(path)
        return window

    return make


def tour(window):
    return window.console.over.tour


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (911, 512)])
def test_each_step_stands_inside_the_window_and_leaves_the_clock_free(make_window, code, size):
    window = make_window(code, size)
    card, strip = tour(window), window.console.floor.strip
    places, clocks = [], strip.rect().translated(strip.mapTo(window.console, strip.rect().topLeft()))
    for _ in card.steps:
        places.append((window.console.rect().contains(card.geometry()), card.geometry().intersects(clocks)))
        card.go_on()

    assert places == [(True, False)] * 4
    assert card.isHidden()


def test_floor_goes_on_under_the_tour(make_window):
    window = make_window()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F5)

    assert (tour(window).isVisible(), window.console.floor.strip.reading().mode) == (True, "paused")


@pytest.mark.parametrize("end", ["esc", "last step"])
def test_tour_is_left_once_and_for_all(make_window, tmp_path, end):
    window = make_window()
    if end == "esc":
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    else:
        for _ in tour(window).steps:
            QTest.mouseClick(tour(window).next_button, Qt.MouseButton.LeftButton)
    kept = json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))["tour"]
    window.close()
    again = make_window()

    assert (kept, tour(again)) == ("seen", None)


@pytest.mark.parametrize(
    ("role", "begins"),
    [("moderator", True), ("rapporteur", False), ("secretariat", False), ("room", False)],
)
def test_nobody_is_shown_round_a_floor_that_is_not_shown(make_window, tmp_path, role, begins):
    Settings(tmp_path / "settings.json").keep("role", role)
    window = make_window()

    assert (tour(window) is not None) is begins
