"""The suggestion says why and what it costs, moves nothing by itself, and asks why it was passed over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from facilitator.domain.requests import Kind
from facilitator.language.direction import bare


@pytest.fixture
def unequal(console, desk, sitting, clock):
    """Brazil has spoken for two minutes: civil society is a minute short, and waits behind two States."""
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(120)
    desk.do("end_intervention")
    console.heart.tick()
    return console.floor.suggestion


def names(desk):
    view = desk.view()
    return [view.people[request.participant].name for request in view.floor.waiting]


def test_suggestion_names_whom_from_where_to_where_and_why(unequal):
    assert (bare(unequal.shown.title), bare(unequal.shown.text)) == (
        "Suggested from place 3 to 2: Coalition",
        (
            "Civil society: 2 in the room, none heard, 1:00 below the planned share. "
            "Waiting 2 min. Kenya is overtaken once (limit 2)."
        ),
    )


def test_what_is_missing_is_the_same_number_as_in_the_balance(console, desk, sitting, clock):
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(121.5)  # 1:00.750 are missing to civil society
    console.heart.tick()

    assert bare(console.floor.suggestion.shown.text).split(". ")[0] == (
        "Civil society: 2 in the room, none heard, 1:00 below the planned share"
    )


def test_nothing_moves_until_the_key_is_pressed(unequal, console, desk):
    before = names(desk)
    QTest.keyClick(console.floor.queue, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert (before, names(desk)) == (
        ["Norway", "Kenya", "Coalition", "Network"],
        ["Norway", "Coalition", "Kenya", "Network"],
    )


def test_suggestion_declined_is_not_made_again(unequal, console, desk, clock):
    unequal.decline()
    clock.pass_s(10)
    console.heart.tick()

    assert (bare(unequal.shown.title), unequal.shown.request) == ("No suggestion", None)


def test_no_order_is_called_fair_while_a_point_of_order_holds_everybody_up(unequal, console, desk, people):
    desk.do("request_floor", participant=people["Kenya"], kind=Kind.POINT_OF_ORDER)
    console.heart.tick()

    assert (bare(unequal.shown.title), bare(unequal.shown.text), unequal.shown.request) == (
        "No suggestion",
        "Nobody is moved up before Kenya.",
        None,
    )


def test_the_two_weightiest_reasons_are_told_and_the_price_is_never_hidden(make_console, desk, clock):
    console = make_console()
    desk.do("open_panel", panel=1)
    for name, category, region, gender, language in (
        ("Chile", "GOV", "GRULAC", "male", "Spanish"),
        ("Peru", "GOV", "GRULAC", "male", "Spanish"),
        ("Movement", "NGO", "Africa", "female", "French"),
    ):
        who = {"category": category, "region": region, "gender": gender, "language": language}
        id_ = desk.do("add_participant", name=name, **who).id
        desk.do("request_floor", participant=id_)
    desk.do("give_floor")
    clock.pass_s(300)
    console.heart.tick()

    sentences = bare(console.floor.suggestion.shown.text).split(". ")
    assert [s.endswith("below the planned share") for s in sentences] == [True, True, False, False]
    assert sentences[-1] == "Peru is overtaken once (limit 2)."


def test_reason_for_another_choice_is_one_key_and_one_number(unequal, console, desk, sitting, qtbot):
    desk.do("give_floor", request=sitting["Network"])
    menu = unequal.motives()
    qtbot.addWidget(menu)
    asked = unequal.shown.asks

    menu.actions()[1].trigger()

    speaker = desk.view().floor.speaking
    assert (asked, speaker.motive, unequal.shown.asks) == (speaker.id, "protocol", None)


def test_suggestion_keeps_its_place_while_the_panel_sits(make_console, desk, people):
    console = make_console()
    before = console.floor.suggestion.isHidden()
    desk.do("open_panel", panel=1)

    assert (before, console.floor.suggestion.isHidden()) == (True, False)


@pytest.mark.parametrize(("width", "whole"), [(260, False), (900, True)])
def test_reasons_without_room_end_in_an_ellipsis_and_none_is_clipped(unequal, width, whole):
    text = unequal.findChild(QLabel)
    unequal.resize(width, unequal.height())
    needed = text.heightForWidth(width - 56)

    assert needed <= unequal.height() - 34 - unequal.take_button.sizeHint().height() - 8
    assert (text.text() == unequal.shown.text, text.text().endswith("…")) == (whole, not whole)
    assert unequal.shown.text in unequal.toolTip()
