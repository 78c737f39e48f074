"""The start screen and what the computer remembers."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from facilitator.language.speech import READY, Language
from facilitator.ui.start.recents import Recent, Settings
from facilitator.ui.start.screen import StartScreen
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT


@pytest.fixture
def make_screen(qtbot, qapp):
    def make(code="en", recents=()):
        language = Language(code)
        dress(qapp, LIGHT, language)
        screen = StartScreen(language, LIGHT, recents)
        screen.resize(1366, 768)
        qtbot.addWidget(screen)
        screen.show()
        return screen

    return make


def test_each_action_asks_for_what_it_says(qtbot, make_screen):
    screen = make_screen()
    for action, signal in (
        (screen.new, screen.new_requested),
        (screen.open, screen.open_requested),
        (screen.sample, screen.sample_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(action, Qt.MouseButton.LeftButton)


def test_new_begins_from_the_usual_template_or_from_one_that_was_saved(qtbot, start, tmp_path):
    begun = []
    for templates, place in (((), None), ((tmp_path / "own.toml",), 0), ((tmp_path / "own.toml",), 1)):
        screen = start(templates=templates)
        screen.new_requested.connect(begun.append)
        QTest.keyClick(screen.new, Qt.Key.Key_Return)
        menu = screen.findChild(QMenu)
        assert (menu is None) is (place is None)
        if menu is not None:
            lower = screen.new.mapToGlobal(screen.new.rect().bottomLeft())
            assert menu.pos().y() >= lower.y()
            for _ in range(place):
                QTest.keyClick(menu, Qt.Key.Key_Down)
            QTest.keyClick(menu, Qt.Key.Key_Return)

    assert begun == ["durban-2019", "durban-2019", str(tmp_path / "own.toml")]


def test_the_ready_languages_stand_in_their_own_script(qtbot, make_screen):
    screen = make_screen("ar")

    assert [tile.text() for tile in screen.tiles] == [
        "العربية",
        "English",
        "Español",
        "Français",
        "Русский",
        "中文",
    ]
    with qtbot.waitSignal(screen.language_chosen) as chosen:
        qtbot.mouseClick(screen.tiles[READY.index("en")], Qt.MouseButton.LeftButton)
    assert chosen.args == ["en"]


def test_a_recent_workshop_is_opened_by_its_row(qtbot, make_screen, tmp_path):
    screen = make_screen(recents=(Recent(tmp_path / "w.facilitator", "Remedies"),))

    with qtbot.waitSignal(screen.open_requested) as opened:
        qtbot.mouseClick(screen.rows[0], Qt.MouseButton.LeftButton)

    assert opened.args == [tmp_path / "w.facilitator"]


def test_a_fault_is_told_where_one_looks(make_screen):
    screen = make_screen()
    screen.say_fault("It is damaged.")

    assert (screen.fault.text, screen.fault.isVisibleTo(screen)) == ("It is damaged.", True)


def test_recents_head_the_list_and_those_that_are_gone_leave_it(tmp_path):
    settings = Settings(tmp_path / "s" / "settings.json")
    for name in ("a", "b", "a"):
        (tmp_path / name).write_text("x")
        settings.opened(Recent(tmp_path / name, name.upper()))
    (tmp_path / "b").unlink()

    again = Settings(tmp_path / "s" / "settings.json")

    assert again.recents == (Recent(tmp_path / "a", "A"),)


@pytest.mark.parametrize(
    "content", ["", "nonsense", "[]", '{"recents": 3, "language": []}', '{"recents": [1, {}]}']
)
def test_a_broken_settings_file_counts_as_empty(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_text(content)
    settings = Settings(file)

    assert (settings.recents, settings.language, settings.theme) == ((), None, None)
    settings.keep("theme", "dark")
    assert json.loads(file.read_text())["theme"] == "dark"


def test_a_folder_that_cannot_be_written_to_is_let_be(tmp_path):
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.keep("theme", "dark")

    assert settings.theme == "dark"
