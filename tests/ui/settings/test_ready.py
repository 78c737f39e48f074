"""Before a panel the window tells what is missing, leads to where it is mended, and opens the panel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.acts.readiness import readiness, readiness_here
from facilitator.domain.programme import PanelState
from facilitator.language.direction import bare
from facilitator.ui.main_window import MainWindow
from facilitator.ui.panel_menu import groups
from facilitator.ui.settings.ready import Ready
from facilitator.ui.setup.import_door import ImportDoor
from facilitator.ui.start.recents import Settings


@pytest.fixture
def console(qtbot, make_context, desk, tmp_path, clock):
    make_context()
    path = desk.path
    desk.close()
    settings = Settings(tmp_path / "settings.json")
    settings.keep("tour", "seen")
    window = MainWindow(settings, make_context().language, clock)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open(path)
    yield window.console, lambda: window._sheets and window._sheets.sheet
    window.close()


def ask(console):
    lines = [entry for group in groups(console, console.context.language) for entry in group.entries]
    next(entry for entry in lines if entry.text == "Is everything ready?").act()


def test_the_menu_opens_the_check_with_what_is_missing_first(console):
    page, sheet = console
    ask(page)

    assert isinstance(sheet(), Ready)
    assert bare(sheet().lines[0]) == (
        "Missing: Nobody is expected at the panel. Import the list of participants."
    )
    assert set(sheet().ways) == {"people", "no_plan", "interpretation"}


def test_a_finding_leads_to_where_it_is_mended(console):
    page, sheet = console
    ask(page)
    sheet().ways["no_plan"].click()

    assert page.page() == 3
    assert not sheet().isVisible()
    assert page.findChild(ImportDoor).programme.isVisible()


def test_the_panel_is_opened_from_the_check(console):
    page, sheet = console
    ask(page)
    sheet().begin.click()

    assert page.view.states[page.view.panel.id] is PanelState.OPEN
    assert not sheet().isVisible()


def test_the_window_and_the_command_line_name_the_same(desk, clock):
    panel, path = desk.view().panel, desk.path
    here = readiness_here(desk, panel, 2)
    desk.close()
    told = readiness(path, 1, clock)

    names = [each.name for each in here.points]
    assert [each.name.removesuffix("_unseen") for each in told.points] == names
    other = ("screen", "screen_unseen", "disk")
    assert [each for each in here.points if each.name not in other] == [
        each for each in told.points if each.name not in other
    ]


def test_the_key_that_opens_a_panel_offers_the_check_first_where_something_is_missing(console):
    page, sheet = console
    QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_F9)

    assert (isinstance(sheet(), Ready), sheet().isVisible()) == (True, True)
    assert page.view.states[page.view.panel.id] is PanelState.PLANNED
    QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_F9)
    assert page.view.states[page.view.panel.id] is PanelState.OPEN
    assert not sheet().isVisible()


def test_a_panel_that_lacks_nothing_is_opened_at_once(console):
    page, sheet = console
    page.do("add_category", key="GOV", label="States")
    page.do("add_participant", name="Brazil", category="GOV")
    QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_F9)

    assert page.view.states[page.view.panel.id] is PanelState.OPEN
    assert sheet() is None
