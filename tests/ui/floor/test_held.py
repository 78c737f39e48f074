"""Where another laptop holds the floor: the desk says so, its keys rest, and one button takes it over."""

import pytest

from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.floor.faces import face
from facilitator.ui.main_window import MainWindow
from facilitator.ui.settings import LAPTOPS
from facilitator.ui.start.recents import Settings
from tests.acts.test_holder import known  # noqa: F401 - a fixture
from tests.conftest import TEN
from tests.exchange.test_union import laptops  # noqa: F401 - a fixture


@pytest.fixture(params=["en", "ar"])
def windows(request, qtbot, make_context, known, tmp_path, clock):  # noqa: F811 - the fixture above
    """Makes the window of the laptop that made the workshop, or of the other one."""
    make_context(Language(request.param))  # dresses the application
    made = []
    for desk in known:
        desk.close()

    def make(number):
        window = MainWindow(Settings(tmp_path / "settings.json"), Language(request.param), clock)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.open(known[number].path, clock)
        with qtbot.waitExposed(window, timeout=60_000):
            window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()


def test_the_floor_rests_until_it_is_taken_over(windows, tmp_path):
    window = windows(1)
    window.grab().save(str(tmp_path / f"held-{window.language.code}.png"))
    console = window.console
    console.open_page(0)
    held, keys = console.floor.held, console.keys.keys

    assert held.isVisible()
    assert [keys[name].isEnabled() for name in ("F3", "F9", "Ctrl F9", "F2", "F12")] == [
        *(False, False, False, True, True)
    ]
    assert not console.floor.quick_add.isEnabled()
    assert console.do("open_panel", panel=1) is None
    assert "console" in console.banner.text()
    told = window.language.say("{name} holds the floor.", name="console")
    assert face(console.view, TEN, console.context.language).figures == ((told, ""),)
    assert console.floor.queue.empty_words() == told
    held.take.click()
    assert not held.isVisible()
    assert face(console.view, TEN, console.context.language).figures != ((told, ""),)
    assert console.floor.queue.empty_words() != told
    assert keys["F9"].isEnabled()
    console.do("open_panel", panel=1)
    assert console.view.live


def test_it_is_handed_over_from_the_sheet_and_taken_back_by_one_key(windows, tmp_path):
    window = windows(0)
    window.open_sheet(LAPTOPS)
    window.grab().save(str(tmp_path / f"hand-{window.language.code}.png"))
    (button,) = window._sheets.sheet.floor.buttons
    assert "Laptop 7" in bare(button.text())
    button.click()

    assert window.console.floor.held.isVisible()
    assert window.console.view.floor_elsewhere == "Laptop 7"
    assert window._sheets.sheet.told.isVisible()
    window.console.do("undo", desk="floor")
    assert window.console.view.floor_elsewhere == ""
    assert not window.console.floor.held.isVisible()
