"""The queue asks for moves and withdrawals; the desk does them."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtTest import QTest

from facilitator.domain.requests import Kind
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


def test_who_rose_on_a_point_of_order_only_does_not_speak_again(console, desk, sitting, people):
    desk.do("give_floor", request=sitting["Brazil"])
    point = desk.do("request_floor", participant=people["Kenya"], kind=Kind.POINT_OF_ORDER).id
    desk.do("give_floor", request=point)
    desk.do("end_intervention")
    desk.do("end_intervention")
    desk.do("request_floor", participant=people["Brazil"])

    tags = {row.name: row.tags for row in console.floor.model.rows if row.place}
    assert (tags["Kenya"], tags["Brazil"]) == ((), ("again",))


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


def test_a_point_of_order_is_not_counted_as_heard(console, desk, sitting, people):
    desk.do("request_floor", participant=people["Norway"], kind=Kind.POINT_OF_ORDER)
    desk.do("give_floor")
    desk.do("end_intervention")

    assert bare(console.floor.foot.accessibleName()) == "List open   room for 14 more at 3:00   0 heard"


def test_foot_counts_room_heard_and_withdrawn(console, desk, sitting):
    desk.do("give_floor")
    desk.do("end_intervention")
    desk.do("withdraw", request=sitting["Norway"])

    assert (
        bare(console.floor.foot.accessibleName())
        == "List open   room for 15 more at 3:00   1 heard   1 withdrawn"
    )


def test_shift_with_delete_marks_as_absent(queue, desk, sitting):
    queue.select(sitting["Norway"])

    QTest.keyClick(queue, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)

    states = {r.id: r.state.value for r in desk.view().floor.queue.requests}
    assert (names(desk)[1], states[sitting["Norway"]]) == ("Kenya", "absent")


def choose(menu, words):
    """The line of a menu that begins with these words."""
    return next(action for action in menu.actions() if bare(action.text()).startswith(words))


def test_menu_of_a_row_offers_what_its_keys_do(queue, desk, sitting, qtbot):
    queue.select(sitting["Norway"])
    menu = queue.menu()
    qtbot.addWidget(menu)

    choose(menu, "One place up").trigger()
    moved = names(desk)
    choose(menu, "Withdraw").trigger()

    assert (moved[:2], names(desk)[:2]) == (["Norway", "Brazil"], ["Brazil", "Kenya"])


def repainted(model, change):
    """The rows that a change asks to paint again, and how often the whole list was made anew."""
    rows, resets = [], []
    model.dataChanged.connect(lambda first, last: rows.extend(range(first.row(), last.row() + 1)))
    model.modelReset.connect(lambda: resets.append(True))
    change()
    return sorted(rows), len(resets)


@pytest.mark.parametrize(
    ("act", "arguments", "rows"),
    [
        ("set_allotment", {"seconds": 60, "category": "NGO"}, [3, 4]),
        ("withdraw", {"request": "Network"}, []),
        ("withdraw", {"request": "Coalition"}, [3]),
        ("move", {"request": "Kenya", "before": "Norway"}, [1, 2]),
    ],
)
def test_only_rows_that_changed_are_painted_again(console, desk, sitting, act, arguments, rows):
    given = {key: sitting.get(value, value) for key, value in arguments.items()}

    assert repainted(console.floor.model, lambda: desk.do(act, **given)) == (rows, 0)


class Painted(QObject):
    """The parts of the list that were painted."""

    def __init__(self, viewport):
        super().__init__()
        self.rects = []
        viewport.installEventFilter(self)

    def eventFilter(self, _, event):
        if event.type() == QEvent.Type.Paint:
            self.rects.append(event.region().boundingRect())
        return False


def test_one_row_that_changed_is_all_that_is_painted(console, queue, desk, sitting, qtbot):
    qtbot.wait(50)  # the first frames are out
    painted = Painted(queue.viewport())
    desk.do("set_limit", request=sitting["Network"], seconds=60)
    qtbot.waitUntil(lambda: bool(painted.rects))

    assert painted.rects == [queue.visualRect(console.floor.model.index(4))]


def test_second_that_changes_no_row_paints_none(console, clock):
    clock.pass_s(1)

    assert repainted(console.floor.model, console.heart.tick) == ([], 0)


@pytest.fixture
def crowded(console, desk):
    """Forty more wait, so that the list must be scrolled."""
    for number in range(40):
        who = desk.do("add_participant", name=f"Delegate {number}", category="GOV").id
        desk.do("request_floor", participant=who)
    return console.floor


def test_live_row_stays_in_the_upper_third(crowded, desk, clock):
    crowded.model.past = True
    for _ in range(20):
        desk.do("give_floor")
        clock.pass_s(30)

    queue = crowded.queue
    live = queue.visualRect(crowded.model.index(crowded.model.rows.live))
    assert (live.top(), queue.following) == (queue.viewport().height() // 3, True)


def test_scrolling_by_hand_stops_following_until_asked_back(crowded, desk):
    queue = crowded.queue
    queue.verticalScrollBar().setValue(400)
    stopped = queue.following
    desk.do("give_floor")
    stays = queue.following

    QTest.keyClick(queue, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)

    assert (stopped, stays, queue.following) == (False, False, True)
    assert queue.verticalScrollBar().value() == 0


def test_past_rows_say_what_became_of_each(console, desk, sitting, clock):
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(90)
    desk.do("withdraw", request=sitting["Kenya"])
    desk.do("give_floor", request=sitting["Norway"])
    console.floor.model.past = True
    clock.pass_s(10)
    console.heart.tick()

    rows = [
        (row.stage.value, row.place, row.name, [bare(tag) for tag in row.tags], row.limit)
        for row in console.floor.model.rows[:4]
    ]
    assert rows == [
        ("heard", 0, "Brazil", [], "1:30"),
        ("gone", 0, "Kenya", ["withdrawn 10:01"], ""),
        ("speaking", 0, "Norway", [], "1:50"),
        ("waiting", 1, "Coalition", [], "3:00"),
    ]


def test_protected_place_is_marked_and_says_why(console, desk):
    desk.do("set_rule", rule="protected", value=2)
    model = console.floor.model

    assert [row.protected for row in model.rows] == [False, True, False, False, False]
    assert model.data(model.index(1), Qt.ItemDataRole.ToolTipRole).splitlines()[-1] == (
        "Nobody is put in before this place."
    )


@pytest.fixture
def menu_of(console, qtbot):
    """The menu of a row, also of one that was heard."""

    def open_menu(request):
        console.floor.model.past = True
        console.heart.tick()
        console.floor.queue.select(request)
        menu = console.floor.queue.menu()
        qtbot.addWidget(menu)
        return menu

    return open_menu


def test_late_start_of_one_who_was_heard_is_put_right(console, desk, sitting, clock, menu_of):
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(60)
    desk.do("end_intervention")
    menu = menu_of(sitting["Brazil"])

    choose(menu, "Began 30 seconds later").trigger()

    (turn,) = desk.view().floor.spoken
    assert turn.clock.elapsed(clock.now) == 30_000
    console.do("undo", desk="floor")
    (turn,) = desk.view().floor.spoken
    assert turn.clock.elapsed(clock.now) == 60_000


def test_end_typed_as_a_time_of_day_is_put_right(console, desk, sitting, clock, menu_of):
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(300)
    desk.do("end_intervention")
    menu = menu_of(sitting["Brazil"])
    prompt = console.floor.prompt

    choose(menu, "Ended at").trigger()
    asked = prompt.field.text()
    prompt.answer("later")
    wrong = prompt.wrong()
    prompt.answer("10:02")

    (turn,) = desk.view().floor.spoken
    assert (asked, turn.clock.elapsed(clock.now), prompt.isVisible()) == ("10:05:00", 120_000, False)
    assert wrong == "This is no time of day. Type it like 11:15."


def test_intervention_of_somebody_else_is_reattributed(console, desk, people, sitting, clock, menu_of):
    desk.do("give_floor", request=sitting["Brazil"])
    menu = menu_of(sitting["Brazil"])

    choose(menu, "It was somebody else").trigger()
    console.floor.prompt.answer("coal")

    assert desk.view().floor.speaking.participant == people["Coalition"]


def test_focus_alone_selects_nobody(console, queue):
    console.floor.quick_add.setFocus()
    queue.setFocus(Qt.FocusReason.TabFocusReason)

    assert (queue.hasFocus(), queue.selected()) == (True, None)


def test_nobody_is_selected_after_the_selected_one_was_called(console, queue, desk, sitting):
    queue.select(sitting["Norway"])
    console.acts.main()

    assert (desk.view().floor.speaking.request, queue.selected()) == (sitting["Norway"], None)


def test_escape_lets_go_of_the_row_so_that_the_key_calls_the_next(console, queue, desk, sitting):
    queue.select(sitting["Kenya"])
    QTest.keyClick(queue, Qt.Key.Key_Escape)

    assert (queue.selected(), console.floor.chosen_name(desk.view())) == (None, "Brazil")


def test_way_back_covers_no_row(crowded):
    queue = crowded.queue
    queue.verticalScrollBar().setValue(400)
    bottom = queue.viewport().mapTo(queue, queue.viewport().rect().bottomLeft()).y()

    assert queue._back.isVisible()
    assert bottom < queue._back.geometry().top()


def test_place_is_exchanged_with_one_beyond_those_listed(crowded, console, desk, sitting, qtbot):
    crowded.queue.select(sitting["Brazil"])
    menu = crowded.queue.menu()
    qtbot.addWidget(menu)
    inner = next(action.menu() for action in menu.actions() if "Exchange" in action.text())
    inner.actions()[-1].trigger()
    console.floor.prompt.answer("Delegate 33")

    places = names(desk)
    assert (places[0], places[38]) == ("Delegate 33", "Brazil")
