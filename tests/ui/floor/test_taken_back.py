"""Whatever a gesture did to the panel, Ctrl+Z takes back: every line of a menu, every key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.programme import Phase
from facilitator.language.direction import bare
from tests.ui.test_console import CONTROL, SHIFT, F, press

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key
ANSWERS = {
    "accommodation": "1:30",
    "behalf": "12 Churches",
    "From one speaker": "0:20",
    "Grace": "0:45",
    "Kept for": "5",
    "Kinds of points": "The rules, Hearing",
    "Most who": "40",
    "Overtaken": "3",
    "Questions before": "4",
    "Shared out equally": "70",
    "Shortest": "1:30",
    "closes after": "15",
    "another": "Kenya",
    "Began at": "10:00:30",
    "Break until": "+10",
    "Budget": "5:00",
    "Ended at": "10:02",
    "Exchange": "Network",
    "instead": "Togo",
    "letter": "K",
    "Limit": "1:10",
    "list closes": "+10",
    "Minutes for": "5 0 20 10 0 5",
    "Name of the speaker": "A. Speaker",
    "Places": "1",
    "Small clock": "2",
    "Warning": "1:00 0:20",
    "Who was it": "Kenya",
    "Words": "300",
}


@pytest.fixture
def busy(console, desk, people, sitting, clock):
    """One was heard, one speaks, four wait; a place is kept, a budget overdrawn, a small clock runs."""
    desk.do("add_participant", name="Togo", category="GOV")
    desk.do("add_panel", title="Next", starts=clock.now + 3_600_000, ends=clock.now + 7_200_000)
    desk.do("set_plan", panel=1, phases=((Phase.OPENING, 5), (Phase.DISCUSSION, 45)))
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(100)
    desk.do("end_intervention")
    desk.do("set_budget", category="GOV", seconds=30)
    desk.do("keep_place", category="GOV")
    desk.do("give_floor", request=sitting["Norway"])
    desk.do("set_side_clock", seconds=60)
    desk.do("start_side_clock")
    clock.pass_s(31)
    console.floor.model.past = True
    console.heart.tick()
    return console


def told(desk):
    view = desk.view()
    return view.floor, view.people, view.categories, view.states


def undo(console):
    console.floor.queue.setFocus()
    QTest.keyClick(console.floor.queue, KEY.Key_Z, CONTROL)


def answered(console):
    """A question that stands open has its answer."""
    prompt = console.floor.prompt
    if prompt.isVisible():
        words = bare(prompt.question())
        text = next((answer for key, answer in ANSWERS.items() if key.lower() in words.lower()), None)
        assert text is not None, words
        prompt.answer(text)
        assert not prompt.isVisible(), (words, prompt.wrong())


def taken_back(console, desk, clock, gesture):
    """Do it; say whether anything was done, after Ctrl+Z has made all as it was."""
    before, event = told(desk), desk.newest_event()
    gesture()
    answered(console)
    if desk.newest_event() == event:
        return False
    changed = told(desk) != before
    clock.pass_s(3)
    undo(console)
    assert told(desk) == before
    return changed


def lines(menu):
    """All lines of a menu that can be chosen, those of the menus inside it too."""
    found = []
    for action in menu.actions():
        if action.menu() is not None:
            found += lines(action.menu())
        elif action.isEnabled() and not action.isSeparator():
            found.append(action)
    return found


def row_menu(name):
    def menu(console):
        view = console.view
        rows = [row.id for row in console.floor.model.rows if bare(row.name) == name]
        console.floor.queue.select(rows[0])
        assert view.live
        return console.floor.queue.menu()

    return menu


AS_IT_IS = {"from the floor", "States"}  # the hat that is worn already
MENUS = {
    "one who was heard": (row_menu("Brazil"), AS_IT_IS),
    "one who speaks": (row_menu("Norway"), AS_IT_IS),
    "one who waits": (row_menu("Kenya"), AS_IT_IS),
    "place that is kept": (row_menu("States, to be named"), AS_IT_IS),
    "list": (
        lambda console: console.floor.list_menu(),
        {"0", "Give the overdraft back"},  # it is so already; the overdrawn group has the floor
    ),
}


@pytest.mark.parametrize("name", MENUS)
def test_every_line_of_a_menu_is_taken_back_by_one_key(busy, desk, clock, qtbot, name):
    open_menu, idle = MENUS[name]
    whole = open_menu(busy)
    texts = [action.text() for action in lines(whole)]
    done = []
    for number in range(len(texts)):
        menu = open_menu(busy)
        done.append(taken_back(busy, desk, clock, lines(menu)[number].trigger))
    assert {text for text, acted in zip(texts, done, strict=True) if not acted} == idle


def chosen_key(key, held=Qt.KeyboardModifier.NoModifier):
    """A key on the row of Coalition."""

    def gesture(console):
        row = next(row.id for row in console.floor.model.rows if bare(row.name) == "Coalition")
        console.floor.queue.select(row)
        QTest.keyClick(console.floor.queue, key, held)

    return gesture


def live_key(number, held=Qt.KeyboardModifier.NoModifier):
    return lambda console: press(console, F[number], held)


def drop(console):
    model = console.floor.model
    rows = {bare(row.name): place for place, row in enumerate(model.rows)}
    data = model.mimeData([model.index(rows["Network"])])
    model.dropMimeData(data, Qt.DropAction.MoveAction, rows["Kenya"], 0, model.index(-1))


def add(console):
    console.floor.quick_add.setText("Togo")
    QTest.keyClick(console.floor.quick_add, KEY.Key_Return)


def point_of_order(console):
    console.floor.queue.select(next(r.id for r in console.floor.model.rows if bare(r.name) == "Coalition"))
    press(console, F[9], CONTROL)


GESTURES = {
    "give the floor": live_key(9),
    "end": live_key(9, SHIFT),
    "point of order": point_of_order,
    "pause": live_key(5),
    "began earlier": live_key(5, SHIFT),
    "next phase": live_key(6, CONTROL),
    "fifteen seconds less": live_key(7),
    "a minute less": live_key(7, SHIFT),
    "side clock stands": live_key(7, CONTROL),
    "fifteen seconds more": live_key(8),
    "a minute more": live_key(8, SHIFT),
    "side clock afresh": live_key(8, CONTROL),
    "withdraw": chosen_key(KEY.Key_Delete),
    "not in the room": chosen_key(KEY.Key_Delete, SHIFT),
    "up": chosen_key(KEY.Key_Up, ALT),
    "down": chosen_key(KEY.Key_Down, ALT),
    "drop": drop,
    "add a speaker": add,
    "take the suggestion": lambda console: QTest.keyClick(console.floor.queue, KEY.Key_Return, CONTROL),
    "shorter limit": lambda console: console.floor.forecast.cuts._cuts[-1].click(),
    "hide a dimension": lambda console: console.floor.balance.hide_wanted.emit("region"),
    "close the panel": lambda console: lines(console._panel_menu())[10].trigger(),
}


@pytest.mark.parametrize("name", GESTURES)
def test_every_gesture_is_taken_back_by_one_key(busy, desk, clock, name):
    if busy.lock.locked:
        busy.toggle_lock()

    acted = taken_back(busy, desk, clock, lambda: GESTURES[name](busy))
    assert acted, bare(busy.banner.text())
