"""Every menu speaks the language of its window, has rows for every hand, and fits on a small screen."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.sample import build
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGES, Language, sentences
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
