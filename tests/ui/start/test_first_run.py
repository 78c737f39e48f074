"""The first run: arrows move, Enter takes, and the button speaks the language that would be taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.language.direction import bare
from facilitator.language.speech import READY, Language
from facilitator.ui.main_window import MainWindow
from facilitator.ui.start.first_run import FirstRun
from facilitator.ui.start.recents import Settings
from facilitator.ui.start.screen import StartScreen


def test_only_complete_languages_are_offered(first_run):
    assert [tile.code for tile in first_run().tiles] == list(READY) == ["ar", "en", "es", "fr", "ru", "zh"]


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ([], "ar"),
        ([Qt.Key.Key_Right], "en"),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right], "es"),
        ([Qt.Key.Key_Right, Qt.Key.Key_Left], "ar"),
        ([Qt.Key.Key_Left], "ar"),
        ([Qt.Key.Key_Down], "fr"),
        ([Qt.Key.Key_Up], "ar"),
    ],
)
@pytest.mark.parametrize("take", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_arrows_move_and_enter_takes(qtbot, first_run, keys, chosen, take):
    screen = first_run()
    for key in keys:
        QTest.keyClick(screen, key)

    with qtbot.waitSignal(screen.language_chosen) as taken:
        QTest.keyClick(screen, take)

    assert taken.args == [chosen]
    assert [tile.code for tile in screen.tiles if tile.chosen] == [chosen]


def test_button_speaks_the_language_that_would_be_taken(qtbot, first_run):
    screen = first_run("en")
    english = bare(screen.button.text())
    QTest.mouseClick(screen.tiles[0], Qt.MouseButton.LeftButton)
    arabic = bare(screen.button.text())

    with qtbot.waitSignal(screen.language_chosen) as taken:
        QTest.mouseClick(screen.button, Qt.MouseButton.LeftButton)

    assert (english, arabic, taken.args) == ("Continue in English", "المتابعة بالعربية", ["ar"])


@pytest.mark.parametrize(("suggested", "chosen"), [("en", "en"), ("ar", "ar"), ("ru", "ru"), ("", "ar")])
def test_language_of_the_computer_is_suggested_if_it_is_there(first_run, suggested, chosen):
    assert first_run(suggested).chosen == chosen


def test_choice_is_kept_and_leads_to_the_start_screen(qtbot, qapp, tmp_path, clock):
    window = MainWindow(Settings(tmp_path / "settings.json"), Language("en"), clock)
    qtbot.addWidget(window)
    window.show_first_run()
    page = window._page
    QTest.keyClick(page, Qt.Key.Key_Left)
    QTest.keyClick(page, Qt.Key.Key_Return)

    assert (type(page), type(window._page)) == (FirstRun, StartScreen)
    assert Settings(tmp_path / "settings.json").language == "ar"
    window._language_chosen("en")


def test_enter_goes_on_after_a_language_was_chosen(qtbot, tmp_path, clock):
    window = MainWindow(Settings(tmp_path / "settings.json"), Language("en"), clock)
    qtbot.addWidget(window)
    window.show_first_run()
    with qtbot.waitActive(window):
        window.show()
    QTest.keyClick(window._page, Qt.Key.Key_Return)

    screen = window._page
    qtbot.waitUntil(screen.new.hasFocus)
    assert isinstance(screen, StartScreen)
