"""A few letters and Enter put somebody on the list, among many thousand people too."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import SeatRole
from facilitator.domain.requests import Capacity, Kind
from facilitator.language.direction import bare

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of pop-ups


@pytest.fixture
def console(make_console, people, desk):
    desk.do("open_panel", panel=1)
    return make_console()


@pytest.fixture
def field(console):
    console.floor.quick_add.setFocus()
    return console.floor.quick_add


def waiting(desk):
    view = desk.view()
    return [view.people[request.participant].name for request in view.floor.waiting]


def test_letters_and_enter_add_a_speaker_and_empty_the_field(field, desk, qtbot):
    for letters in ("ken", "NORW"):
        QTest.keyClicks(field, letters)
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: field.text() == "")

    assert waiting(desk) == ["Kenya", "Norway"]


def test_chosen_row_of_the_list_is_added(field, desk):
    QTest.keyClicks(field, "o")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert waiting(desk) == ["Network"]


def test_unknown_letters_add_nobody_and_stay(field, desk):
    QTest.keyClicks(field, "xyz")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (waiting(desk), field.text()) == ([], "xyz")


def test_second_request_of_one_who_waits_is_refused_in_the_banner(field, console, desk, qtbot):
    for _ in range(2):
        QTest.keyClicks(field, "Kenya")
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: field.text() == "")

    assert waiting(desk) == ["Kenya"]
    assert console.banner.text() != ""


def test_one_of_many_thousand_is_found(field, desk, qtbot):
    crowd = {
        ParticipantId(f"p{n}"): Participant(
            ParticipantId(f"p{n}"), f"Delegate {n}", CategoryKey("GOV"), f"Party {n % 200}"
        )
        for n in range(17_553)
    }
    chosen = []
    field.show_view(replace(desk.view(), people=crowd))
    field.asked.disconnect()
    field.asked.connect(lambda act, given: chosen.append((act, given["participant"])))

    field.clear()
    QTest.keyClicks(field, "Delegate 17123")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert chosen == [("request_floor", "p17123")]


def requests(desk):
    return desk.view().floor.waiting


def test_short_number_adds_a_speaker(field, desk, people):
    number = desk.view().people[people["Kenya"]].number
    QTest.keyClicks(field, str(number))
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert waiting(desk) == ["Kenya"]


def test_unknown_name_is_added_as_new_speaker_of_a_category_once_confirmed(field, desk):
    QTest.keyClicks(field, "Chad")
    QTest.keyClick(field, Qt.Key.Key_Return)
    alone = waiting(desk)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)

    (request,) = requests(desk)
    assert (alone, waiting(desk)) == ([], ["Chad"])
    assert desk.view().people[request.participant].category == "NGO"


def test_place_is_kept_for_somebody_named_later(field, console, desk, qtbot):
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    (row,) = console.floor.model.rows
    console.floor.queue.select(row.request)
    menu = console.floor.queue.menu()
    qtbot.addWidget(menu)
    next(a for a in menu.actions() if a.text().startswith("Name the speaker")).trigger()
    console.floor.prompt.answer("Togo")

    assert (bare(row.name), waiting(desk)) == ("States, to be named", ["Togo"])


def test_place_is_named_after_its_speech_too(field, console, desk, people, qtbot):
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.do("give_floor")
    desk.do("end_intervention")
    console.floor.foot.past.click()
    console.floor.queue.select(console.floor.model.rows[0].id)
    menu = console.floor.queue.menu()
    qtbot.addWidget(menu)
    next(a for a in menu.actions() if a.text().startswith("Name the speaker")).trigger()
    console.floor.prompt.answer("Kenya")

    assert desk.view().floor.spoken[0].participant == people["Kenya"]


def test_kind_and_whom_it_speaks_for_go_with_one_request(field, console, desk):
    pane = console.floor.ask_pane
    QTest.keyClicks(field, "Coal")
    pane.choose(Kind.REPLY)
    pane.behalf.setText("Southern network")
    pane.organisations.setText("14")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "Ken")
    QTest.keyClick(field, Qt.Key.Key_Return)

    told = [(r.kind.value, r.on_behalf_of, r.organisations) for r in requests(desk)]
    assert sorted(told) == [("reply", "Southern network", 14), ("statement", "", 1)]


def test_hat_of_another_category_is_worn_once(field, console, desk, qtbot):
    pane = console.floor.ask_pane
    QTest.keyClicks(field, "Coal")
    menu = pane.hats()
    qtbot.addWidget(menu)
    next(a for a in menu.actions() if a.text() == "States").trigger()
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert [(r.category, bare(console.floor.model.rows[0].line)) for r in requests(desk)] == [
        ("GOV", "States · from the floor")
    ]


def test_names_are_taken_before_the_panel_opens(make_console, people, desk):
    console = make_console()
    field = console.floor.quick_add
    field.setFocus()
    QTest.keyClicks(field, "Kenya")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (waiting(desk), desk.view().live) == (["Kenya"], False)


def test_escape_leaves_the_field_and_takes_the_list_away(field, console):
    QTest.keyClicks(field, "Ken")
    seen = console.floor.ask_pane.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert (seen, console.floor.ask_pane.isVisible(), field.text()) == (True, False, "")
    assert console.floor.queue.hasFocus()  # where the desk's keys are heard


def test_point_of_order_has_a_rank_and_a_note_where_they_are_ranked(field, console, desk, qtbot):
    desk.do("set_rule", rule="points_of_order", value=("suspend", "adjourn"))
    pane = console.floor.ask_pane
    QTest.keyClicks(field, "Ken")
    pane.choose(Kind.POINT_OF_ORDER)
    menu = pane.hats()
    qtbot.addWidget(menu)
    next(a for a in menu.actions() if a.text() == "adjourn").trigger()
    pane.note.setText("the lights")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert [(r.kind.value, r.rank, r.note) for r in requests(desk)] == [("point_of_order", 2, "the lights")]
    assert console.floor.model.rows[0].tags == ("point of order", "adjourn", "the lights")


def test_whoever_was_just_added_is_taken_back_without_leaving_the_field(console, field, desk):
    """Ctrl+Z in a field with letters is the field's own; in an empty one it is the last act's."""
    window = console.window().windowHandle()
    QTest.keyClicks(field, "Kenya")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    taken = waiting(desk)
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    brought = waiting(desk)
    QTest.keyClicks(field, "Norw")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (taken, brought, waiting(desk), field.hasFocus()) == ([], ["Kenya"], ["Kenya"], True)


def test_whoever_sits_at_the_table_asks_in_that_capacity_unless_another_is_chosen(
    field, console, desk, people, qtbot
):
    for name, role in (("Kenya", SeatRole.MODERATOR), ("Norway", SeatRole.PANELLIST)):
        desk.do("add_seat", panel=1, participant=people[name], role=role)
    for letters in ("ken", "norw", "braz"):
        QTest.keyClicks(field, letters)
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: field.text() == "")

    assert [request.capacity for request in desk.view().floor.waiting] == [
        Capacity.CHAIR,
        Capacity.PANELLIST,
        Capacity.FLOOR,
    ]
