"""While a panel is live, nothing ends it by a slip of the hand; one key lifts the lock."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.panel_menu import groups

REASON = "Not while a panel is live: Ctrl+L lifts the lock"


def locked(console):
    """The acts that wait, as the menu says them."""
    found = [entry for group in groups(console, Language("en")) for entry in group.entries]
    return [bare(entry.text) for entry in found if entry.reason == REASON]


def lift(console):
    QTest.keyClick(console, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_what_could_end_a_live_panel_waits_until_the_lock_is_lifted(console):
    waits = locked(console)
    lift(console)
    lifted = locked(console)
    lift(console)

    others = ["العربية", "Español", "Français", "Русский", "中文"]
    assert waits == ["Close the panel", *others, "Close this workshop"]
    assert (lifted, locked(console)) == ([], waits)


def test_nothing_waits_before_a_panel_and_the_lock_cannot_be_lifted(make_console, people):
    console = make_console()
    lift(console)

    assert (locked(console), console.lock.locked, console.top.lock.isEnabled()) == ([], False, False)


def test_a_lock_that_was_lifted_is_set_again_by_the_next_panel(console, desk):
    lift(console)
    desk.do("close_panel")
    desk.do("open_panel", panel=1)

    assert console.lock.locked is True


def test_lock_is_told_in_the_top_bar_and_lifted_there(console):
    told = (console.top.lock.text(), console.top.lock.accessibleName())
    console.top.lock.click()

    assert told == ("Live", "Live lock: closing, importing and the language wait. Ctrl+L lifts it.")
    assert (console.top.lock.text(), console.top.lock.accessibleName()) == (
        "Unlocked",
        "The live lock is lifted. Ctrl+L sets it again.",
    )


def test_what_waits_says_why_to_eyes_and_ears(qtbot, console):
    told = []
    console._voice._say = lambda _, text: told.append(text)
    menu = console._panel_menu()
    qtbot.addWidget(menu)
    action = next(action for action in menu.actions() if action.text() == "Close the panel")

    action.hover()

    assert (action.isEnabled(), action.toolTip(), menu.toolTipsVisible()) == (False, REASON, True)
    assert told == [REASON]


def test_console_goes_on_while_the_menu_is_open(qtbot, console, desk):
    """A menu is a popup: the live keys are heard all the same."""
    menu = console._panel_menu()
    qtbot.addWidget(menu)
    menu.popup(console.mapToGlobal(console.rect().center()))

    QTest.keyClick(menu.windowHandle(), Qt.Key.Key_F9)

    assert desk.view().floor.speaking is not None
