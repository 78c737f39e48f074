"""What documents show of people: levels, what was agreed to, and the rules of a panel, on the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from facilitator.acts.export import would_name
from facilitator.domain.attribution import Level
from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare
from facilitator.ui.floor.rule_menu import GROUPS, PROTECTION

BY_BODY = "By body (A1)"
SHOWN = "What documents show of speakers"


@pytest.fixture
def console(make_console, desk, sitting):
    desk.do("give_floor")
    desk.do("write_note", text="Registers are missing.", kind=NoteKind.GAP)
    console = make_console()
    console.open_page(3)
    return console


@pytest.fixture
def setup(console, desk):
    setup = console._pages.setup
    speaker = desk.view().floor.speaking.participant
    setup._choose((speaker,))
    setup.table.setFocus()
    return setup


def pick(menu, *words):
    """The lines are chosen one inside the other."""
    opened = [menu]  # each is kept: it holds those inside it
    for word in words:
        found = next(action for action in opened[-1].actions() if bare(action.text()) == word)
        opened.append(found.menu() or found)
    opened[-1].trigger()


def shown(desk):
    """How much documents show of whoever speaks."""
    return desk.shown().ceilings.of(desk.view().floor.speaking.participant)


def test_a_level_is_lowered_by_a_line_and_brought_back_by_one_key(setup, desk):
    before = shown(desk)
    pick(setup.protecting.menu(setup.chosen()), "Nobody is named (A4)")
    lowered = shown(desk)
    QTest.keyClick(setup.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (before, lowered, shown(desk)) == (Level.CATEGORY, Level.IMPERSONAL, Level.CATEGORY)


def test_more_is_shown_only_when_it_was_said_how_they_agreed(setup, desk):
    pick(setup.protecting.menu(setup.chosen()), "They agreed to be shown", BY_BODY)
    setup.protecting.prompt.answer("")
    asked = setup.protecting.prompt.wrong()
    setup.protecting.prompt.answer("by letter")
    agreed = shown(desk)
    pick(setup.protecting.menu(setup.chosen()), "Not agreed any more: By body (A1), by letter")

    assert asked == "Say how they agreed: by letter, or who heard it."
    assert (agreed, shown(desk)) == (Level.BODY, Level.CATEGORY)


def test_why_no_more_is_shown_than_they_agreed_to_stays_to_be_read(setup, console, desk):
    first = setup.chosen()[0]
    other = next(id_ for id_, who in desk.view().people.items() if id_ != first)
    desk.do("record_consent", participant=other, level=Level.BODY, how="by letter")
    pick(setup.protecting.menu((first, other)), BY_BODY)

    assert bare(console.banner.text()) == "Nobody agreed to be shown at level A1. Record the consent first."
    assert desk.reading.ledger.own_levels() == {other: "A1"}


def test_the_level_that_holds_is_ticked(setup, desk):
    menu = setup.protecting.menu(setup.chosen())

    assert [action.text() for action in menu.actions() if action.isChecked()] == [
        "By category and region (A2)"
    ]


def rules(console):
    menu = QMenu()
    console.floor._list_menu._rules.fill(menu, console.view.floor)
    return menu


@pytest.mark.parametrize("rule", PROTECTION)
def test_a_rule_of_protection_is_switched_for_the_panel(console, desk, rule):
    before = getattr(desk.view().floor.rules, rule)
    pick(rules(console), SHOWN, PROTECTION[rule])

    assert getattr(desk.view().floor.rules, rule) is not before


@pytest.mark.parametrize("rule", GROUPS)
def test_a_category_is_protected_and_left_alone_again(console, desk, rule):
    category = desk.view().categories[0]
    pick(rules(console), SHOWN, GROUPS[rule], category.label)
    there = getattr(desk.view().floor.rules, rule)
    pick(rules(console), SHOWN, GROUPS[rule], category.label)

    assert (there, getattr(desk.view().floor.rules, rule)) == ((category.key,), ())


def test_under_the_chatham_house_rule_the_summary_will_name_nobody(console, desk):
    pick(rules(console), SHOWN, PROTECTION["consent_needed"])
    named = would_name(desk, what="panel-summary", level="A0")
    pick(rules(console), SHOWN, PROTECTION["chatham_house"])

    assert (len(named) > 0, would_name(desk, what="panel-summary", level="A0")) == (True, ())
