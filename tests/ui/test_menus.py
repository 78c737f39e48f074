"""Every menu speaks the language of its window, has rows for every hand, and fits on a small screen."""

from operator import attrgetter

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QMenu

from facilitator.acts.desk import open_desk
from facilitator.acts.sample import build
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGES, Language, sentences
from facilitator.language.wording import panel_title
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT
from tests.ui.opened import MENUS, House, each_menu
from tests.ui.test_accessible import LEAST_TARGET
from tests.ui.test_checklist import doubled
from tests.ui.test_switching import english_only

SMALL = (911, 512)


@pytest.fixture
def desk_in(tmp_path):
    opened = []

    def make(code):
        path = tmp_path / f"{code}.facilitator"
        at = build(path, code)
        opened.append(open_desk(path, lambda: at))
        return opened[-1]

    yield make
    for desk in opened:
        desk.close()


@pytest.mark.parametrize("rtl", [False, True])
def test_menu_of_many_panels_stays_on_the_screen(qapp, desk_in, tmp_path, rtl):
    """All that can be done else stands beside them, and each panel's whole name is told."""
    language = Language("ar" if rtl else "en")
    desk = desk_in(language.code)
    desk.do("close_panel")
    ends = max(panel.ends for panel in desk.view().panels)
    for _ in range(60):
        desk.do("add_panel", title="A long name of a panel " * 9, starts=ends, ends=ends + 3_600_000)
    dress(qapp, LIGHT, language)
    console = House(desk, tmp_path, language, SMALL).console()
    menu = console._panel_menu()
    screen = console.screen().availableGeometry()
    panels = next(each for each in menu.findChildren(QMenu) if len(each.actions()) > 60)

    for each in (menu, panels):
        each.popup(screen.center())
        assert screen.contains(each.geometry())
        rows = [each.actionGeometry(action) for action in each.actions()]
        assert len({row.left() for row in rows}) == 1
        each.close()
    assert panels.actions()[-1].toolTip() == panel_title(desk.view().panels[-1], language)
    console.close_room()
    dress(qapp, LIGHT, Language("en"))


@pytest.mark.parametrize("of", ["top.panel", "floor.balance.outlook"])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_menu_opens_below_where_the_words_of_its_button_begin(qapp, desk_in, tmp_path, rtl, of):
    language = Language("ar" if rtl else "en")
    dress(qapp, LIGHT, language)
    console = House(desk_in(language.code), tmp_path, language, (1366, 768)).console()
    console.show()
    button = attrgetter(of)(console)
    button.click()
    menu = QApplication.activePopupWidget()
    shown, below = menu.geometry(), QRect(button.mapToGlobal(QPoint(0, 0)), button.size())
    screen = console.screen().availableGeometry()
    menu.close()
    console.close_room()
    console.close()
    dress(qapp, LIGHT, Language("en"))

    begins = below.right() + 1 - shown.width() if rtl else below.left()
    furthest = screen.right() + 1 - shown.width()  # a menu that would leave the screen is moved back onto it
    assert shown.left() == max(screen.left(), min(begins, furthest))


@pytest.mark.parametrize("code", LANGUAGES)
def test_menus_speak_the_language_and_fit(qapp, desk_in, tmp_path, code):
    english = set() if code == "en" else english_only(code) - set(sentences(code))
    told, met = {}, set()

    def look(name, menu):
        met.add(name)
        words = [action.text() for action in menu.actions() if not action.isSeparator()]
        left = {bare(part).replace("&", "") for text in words for part in text.split("\t")} & english
        rows = [menu.actionGeometry(action) for action in menu.actions() if not action.isSeparator()]
        faults = (
            sorted(left),
            [row.height() for row in rows if row.height() < LEAST_TARGET],
            [action.text() for action, _ in doubled(menu)],
            menu.sizeHint().width() > SMALL[0],
            not all(text.strip() for text in words),
        )
        if any(faults):
            told[name] = faults

    each_menu(qapp, House(desk_in(code), tmp_path, Language(code), SMALL), look)
    dress(qapp, LIGHT, Language("en"))

    assert told == {}
    assert MENUS.keys() - met == set()
