"""What goes wrong in windows that run from right to left, row by row; rows not here have tests of their own.

Rows 1, 4, 5, 18 and 19 are about sentences, figures and search: tests/language, tests/domain. Rows 6, 7 and
10: test_catalogues, test_sources. Rows 16, 17, 22 and 23: test_room_to_grow, test_switching, test_accessible,
test_tokens. Rows 21 and 24: tests/selftest, tests/ui/room.
"""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

import facilitator.ui
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGES, READY, Language, sentences
from facilitator.ui.icons import MIRRORED
from facilitator.ui.settings.preferences import Preferences
from facilitator.ui.start.parts import StartAttire
from facilitator.ui.start.recents import Settings
from facilitator.ui.start.screen import StartScreen
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT
from facilitator.ui.type import Role, font, load_faces

SOURCES = {
    path: path.read_text(encoding="utf-8") for path in Path(facilitator.ui.__file__).parent.rglob("*.py")
}
OFF_BY = 2  # pixels


@pytest.mark.parametrize("code", LANGUAGES)
def test_row02_direction_is_that_of_the_language_and_not_of_a_file_of_translations(qapp, code):
    dress(qapp, LIGHT, Language(code))
    seen = qapp.layoutDirection()
    dress(qapp, LIGHT, Language("en"))

    assert seen == (Qt.LayoutDirection.RightToLeft if code == "ar" else Qt.LayoutDirection.LeftToRight)


def test_row03_nothing_asks_qt_how_a_date_or_a_number_is_written():
    asking = [path.name for path, text in SOURCES.items() if "QLocale" in text]

    assert asking == ["alphabet.py"]  # which sorts words, and writes nothing


def places(window, of=QWidget):
    """Return where the visible parts stand, each by its way down from the window."""
    found = {}
    for widget in window.findChildren(of):
        if widget.isVisible() and widget.width() > 0:
            way, at = [], widget
            while at is not window:
                above = at.parentWidget()
                way.append((type(at).__name__, [*above.children()].index(at)))
                at = above
            found[tuple(way)] = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return found


def out_of_place(straight, mirrored, width):
    """Return the parts that stand elsewhere than a mirror shows them."""
    return [
        (way, place.getRect(), mirrored[way].getRect())
        for way, place in straight.items()
        if way in mirrored
        and abs(width - place.right() - 1 - mirrored[way].x()) > OFF_BY
        and not any(name in NOT_MIRRORED for name, _ in way)
    ]


@pytest.fixture
def speaking(sitting, desk):
    desk.do("give_floor", request=sitting["Brazil"])


NOT_MIRRORED = {"KeyStrip", "RoomDisplay"}  # a picture of the keyboard; a screen of its own, scaled


@pytest.mark.parametrize("page", [0, 1, 2], ids=["floor", "notes", "report"])
@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_row08_desks_are_mirrored(make_console, speaking, mirrored, qapp, page, size):
    seen = []
    for language in (None, mirrored):
        console = make_console(language, size)
        console.open_page(page)
        qapp.processEvents()
        seen.append(places(console))

    assert out_of_place(*seen, size[0]) == []
    assert len(seen[0]) > 10


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_row08_start_and_settings_are_mirrored(qtbot, qapp, mirrored, tmp_path, size):
    seen = []
    for language in (Language("en"), mirrored):
        dress(qapp, LIGHT, language)
        page = StartScreen(language, LIGHT)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        Preferences(StartAttire(language, LIGHT), Settings(tmp_path / "s.json"), int, page).open()
        qapp.processEvents()
        seen.append(places(page))
    dress(qapp, LIGHT, Language("en"))

    assert out_of_place(*seen, size[0]) == []


def test_row09_no_layout_is_kept_from_one_start_to_the_next():
    keeping = [
        path.name for path, text in SOURCES.items() if re.search(r"(save|restore)(State|Geometry)", text)
    ]

    assert keeping == []


@pytest.mark.parametrize("language", [None, "mirrored"])
def test_row11_arrows_of_the_tabs_follow_what_the_eye_sees(make_console, mirrored, language):
    console = make_console(mirrored if language else None)
    tabs = console.top.tabs
    tabs[0].setFocus()
    QTest.keyClick(tabs[0], Qt.Key.Key_Left if language else Qt.Key.Key_Right)

    assert tabs[1].hasFocus() or tabs[1].isChecked()


@pytest.mark.parametrize(
    ("typed", "rtl"), [("Kenya", False), ("كينيا", True), ("1:30", False), ("(شبكة)", True)]
)
@pytest.mark.parametrize("page_rtl", [False, True])
def test_row12_a_name_runs_as_its_first_letter_says(make_console, mirrored, typed, rtl, page_rtl):
    console = make_console(mirrored if page_rtl else None)
    field = console.floor.quick_add
    field.setText(typed)
    wanted = rtl if re.search(r"[^\W\d]", typed) else page_rtl

    assert (field.layoutDirection() is Qt.LayoutDirection.RightToLeft) is wanted


def test_row13_arrows_turn_round_and_clocks_marks_and_play_do_not():
    assert {"undo-2", "redo-2", "chevron-right", "list-plus"} <= MIRRORED
    assert {"clock", "check", "lock", "flag", "search", "monitor"} & MIRRORED == set()


@pytest.mark.parametrize("code", READY)
def test_row14_no_two_acts_share_keys_and_no_menu_has_a_letter_twice(make_console, sitting, code):
    console = make_console(Language(code))
    keys = [*console.acts_by_name(), *console.shortcuts()]
    menus = [console._panel_menu(), console.floor.list_menu()]
    twice = [
        (action.text(), letter)
        for menu in menus
        for one in (menu, *menu.findChildren(QMenu))
        for action, letter in doubled(one)
    ]

    assert len(keys) == len(set(keys))
    assert twice == []


def doubled(menu):
    """Yield the entries whose letter another entry of the same menu has already."""
    seen = set()
    for action in menu.actions():
        found = re.search(r"&([^&\s])", action.text())
        if found and found[1].casefold() in seen:
            yield action, found[1]
        if found:
            seen.add(found[1].casefold())


@pytest.mark.parametrize("code", LANGUAGES)
def test_row15_faces_that_ship_have_every_letter_of_the_catalogue(qapp, code):
    load_faces(code)
    metrics = QFontMetricsF(font(Role.BODY, code))
    letters = {letter for text in sentences(code) for letter in bare(text) if not letter.isspace()}

    assert sorted(letter for letter in letters if not metrics.inFontUcs4(ord(letter))) == []


@pytest.mark.parametrize(
    ("code", "cancel"),
    [("ar", "ألغِ"), ("es", "Cancelar"), ("fr", "Annuler"), ("ru", "Отмена"), ("zh", "取消")],
)
def test_row20_qt_itself_speaks_the_language(qapp, code, cancel):
    dress(qapp, LIGHT, Language(code))
    said = QCoreApplication.translate("QPlatformTheme", "Cancel")
    dress(qapp, LIGHT, Language("en"))

    assert (said, QCoreApplication.translate("QPlatformTheme", "Cancel")) == (cancel, "Cancel")
