"""The queue asks for moves and withdrawals; the desk does them."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from facilitator.language.direction import bare


@pytest.fixture
def queue(console):
    return console.floor.queue


def names(desk):
    view = desk.view()
    return [view.people[request.participant].name for request in view.floor.waiting]


def test_rows_tell_place_start_and_limit(console):
    rows = [(row.place, row.name, bare(row.starts), row.limit) for row in console.floor.model.rows[:4]]

    assert rows == [
        (1, "Brazil", "10:00", "2:00"),
        (2, "Norway", "10:02", "2:00"),
        (3, "Kenya", "10:05", "2:00"),
        (4, "Coalition", "10:07", "3:00"),
    ]


def test_alt_with_arrows_moves_the_selected_row_and_keeps_it_selected(queue, desk, sitting):
    queue.select(sitting["Kenya"])

    QTest.keyClick(queue, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    up = names(desk)
    for _ in range(9):
        QTest.keyClick(queue, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert up == ["Brazil", "Kenya", "Norway", "Coalition", "Network"]
    assert names(desk) == ["Brazil", "Norway", "Coalition", "Network", "Kenya"]
    assert queue.selected() == sitting["Kenya"]


def test_delete_withdraws_and_can_be_taken_back(queue, desk, sitting, console):
    queue.select(sitting["Norway"])

    QTest.keyClick(queue, Qt.Key.Key_Delete)
    gone = names(desk)
    console.do("undo", desk="floor")

    assert (gone, names(desk)) == (
        ["Brazil", "Kenya", "Coalition", "Network"],
        ["Brazil", "Norway", "Kenya", "Coalition", "Network"],
    )


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (0, ["Kenya", "Brazil", "Norway", "Coalition", "Network"]),
        (4, ["Brazil", "Norway", "Coalition", "Kenya", "Network"]),
        (5, ["Brazil", "Norway", "Coalition", "Network", "Kenya"]),
    ],
)
def test_dropped_row_waits_where_it_was_dropped(console, desk, target, expected):
    model = console.floor.model
    data = model.mimeData([model.index(2)])

    model.dropMimeData(data, Qt.DropAction.MoveAction, target, 0, QModelIndex())

    assert names(desk) == expected


def test_those_who_would_not_be_heard_are_marked(console, desk, clock):
    clock.pass_s(50 * 60)
    desk.do("give_floor")

    late = [(row.name, [bare(tag) for tag in row.tags]) for row in console.floor.model.rows if row.late]

    assert late == [("Network", ["after 11:00"])]


def test_foot_counts_room_heard_and_withdrawn(console, desk, sitting):
    desk.do("give_floor")
    desk.do("end_intervention")
    desk.do("withdraw", request=sitting["Norway"])

    assert (
        bare(console.floor.foot.accessibleName())
        == "List open   room for 15 more at 3:00 1 heard   1 withdrawn"
    )


def test_shift_with_delete_marks_as_absent(queue, desk, sitting):
    queue.select(sitting["Norway"])

    QTest.keyClick(queue, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)

    states = {r.id: r.state.value for r in desk.view().floor.queue.requests}
    assert (names(desk)[1], states[sitting["Norway"]]) == ("Kenya", "absent")


def test_menu_of_a_row_offers_what_its_keys_do(queue, desk, sitting, qtbot):
    queue.select(sitting["Norway"])
    menu = queue.menu()
    qtbot.addWidget(menu)
    withdraw, _, _, up, _ = menu.actions()

    up.trigger()
    moved = names(desk)
    withdraw.trigger()

    assert (moved[:2], names(desk)[:2]) == (["Norway", "Brazil"], ["Brazil", "Kenya"])
