"""What the live keys do beyond the usual: points of order, the small clock, the next phase."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.programme import Phase
from facilitator.domain.requests import Kind
from facilitator.ui.buttons import Button
from facilitator.ui.shapes import Mode

CTRL = Qt.KeyboardModifier.ControlModifier
F = {n: Qt.Key(Qt.Key.Key_F1 + n - 1) for n in range(1, 13)}


def press(console, key, modifier=CTRL):
    QTest.keyClick(console.window().windowHandle(), key, modifier)


def speaker(desk):
    view = desk.view()
    return None if view.floor.speaking is None else view.people[view.floor.speaking.participant].name


def test_point_of_order_of_the_selected_stills_the_speaker_and_gives_the_floor_back(
    console, desk, sitting, clock
):
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(30)
    console.floor.queue.select(sitting["Kenya"])

    press(console, F[9])
    raised, kind = speaker(desk), desk.view().floor.speaking.kind.value
    clock.pass_s(20)
    console.heart.tick()
    stilled, raises = console.floor.strip.faces()
    press(console, F[9], Qt.KeyboardModifier.ShiftModifier)

    assert (raised, kind) == ("Kenya", "point_of_order")
    assert [(face.name, face.reading.mode.value) for face in (stilled, raises)] == [
        ("Brazil", "paused"),
        ("Kenya", raises.reading.mode.value),
    ]
    assert stilled.reading.digits == "1:30"
    assert (speaker(desk), desk.view().floor.speaking.clock.remaining(clock.now)) == ("Brazil", 90_000)


def test_point_of_order_that_waits_is_heard_first(console, desk, people, sitting):
    desk.do("give_floor", request=sitting["Brazil"])
    desk.do("request_floor", participant=people["Norway"], kind=Kind.POINT_OF_ORDER)
    console.floor.queue.select(sitting["Kenya"])

    press(console, F[9])

    assert speaker(desk) == "Norway"


def test_point_of_order_by_whoever_is_typed(console, desk, sitting):
    desk.do("give_floor", request=sitting["Brazil"])
    console.floor.quick_add.setFocus()
    QTest.keyClicks(console.floor.quick_add, "coal")

    press(console, F[9])

    assert (speaker(desk), console.floor.quick_add.text()) == ("Coalition", "")


def test_point_of_order_of_nobody_waits_for_a_name(console, desk, sitting):
    console.floor.queue.select(None)

    press(console, F[9])

    assert console.floor.ask_pane.kind().value == "point_of_order"
    assert (console.floor.quick_add.hasFocus(), speaker(desk)) == (True, None)


def test_next_phase_is_entered_by_one_key(console, desk):
    before = desk.view().floor.phase
    press(console, F[6])

    assert (before, desk.view().floor.phase) == (Phase.OPENING, Phase.PRESENTATIONS)


def test_small_clock_asks_for_its_time_then_runs_and_stands(console, desk, clock):
    press(console, F[7])
    console.floor.prompt.answer("1:30")
    press(console, F[7])
    clock.pass_s(20)
    console.heart.tick()
    running = desk.view().floor.side_clock.reading(clock.now)
    press(console, F[7])
    clock.pass_s(60)
    standing = desk.view().floor.side_clock.reading(clock.now)
    press(console, F[8])

    assert (running, standing) == (70_000, 70_000)
    assert desk.view().floor.side_clock.reading(clock.now) == 90_000


def test_what_is_no_time_is_told_beside_the_question(console, desk):
    press(console, F[8])
    console.floor.prompt.answer("soon")
    told = console.floor.prompt.wrong()
    QTest.keyClick(console.floor.prompt.field, Qt.Key.Key_Escape)

    assert (told, desk.view().floor.side_clock) == ("This is no time. Type minutes, such as 2 or 1:30.", None)
    assert not console.floor.prompt.isVisible()


def test_the_answers_offered_stand_there_in_full(console, clock, qtbot):
    def offered():
        return [b for b in console.floor.prompt.findChildren(Button) if b.isVisible()]

    for ask in (console.floor.questions.side_clock, lambda: console.floor.questions.suspension(clock.now)):
        ask()
        qtbot.waitUntil(lambda: len(offered()) == 4)

        assert [b.text() for b in offered() if b.width() < b.sizeHint().width()] == []


@pytest.mark.parametrize("key", [F[5], F[9]])
def test_live_keys_act_while_a_question_stands_open(console, desk, sitting, key):
    desk.do("give_floor", request=sitting["Brazil"])
    console.floor.questions.side_clock()

    press(console, key, Qt.KeyboardModifier.NoModifier)

    floor = desk.view().floor
    assert floor.speaking.clock.paused if key == F[5] else speaker(desk) == "Norway"


def test_row15_in_two_steps_one_press_ends_and_shows_the_next_and_another_starts(
    console, desk, sitting, clock
):
    desk.do("set_rule", rule="two_step", value=True, panel=1)
    none = Qt.KeyboardModifier.NoModifier

    def now():
        console.heart.tick()
        made = console.room.display.card()
        return speaker(desk), made.over, made.name, made.clock.digits, made.clock.mode

    press(console, F[9], none)
    clock.pass_s(30)
    first, on_key = now(), console.floor.queue.selected()
    words = console.keys.keys["F9"].text()
    press(console, F[9], none)
    clock.pass_s(40)
    armed = now()
    press(console, F[9], none)
    clock.pass_s(1)

    assert on_key is None
    assert words == "End; then \u2068Norway\u2069"
    assert first == ("Brazil", "", "Brazil", "1:30", Mode.RUNNING)
    assert armed == (None, "Next to take the floor", "Norway", "2:00", Mode.PENDING)
    assert now() == ("Norway", "", "Norway", "1:59", Mode.RUNNING)
    assert desk.view().floor.spoken[0].clock.elapsed(clock.now) == 30_000


def test_row15_in_two_steps_the_last_speaker_is_ended_by_the_same_key(console, desk, sitting):
    desk.do("set_rule", rule="two_step", value=True, panel=1)
    desk.do("give_floor")
    for request in desk.view().floor.waiting:
        desk.do("withdraw", request=request.id)
    words = console.keys.keys["F9"].text()

    press(console, F[9], Qt.KeyboardModifier.NoModifier)

    assert (words, speaker(desk)) == ("End, floor empty", None)


def test_a_question_goes_when_somebody_goes_on_elsewhere(console, desk, sitting):
    console.floor.questions.side_clock()
    asked = console.floor.prompt.isVisible()
    press(console, F[3], Qt.KeyboardModifier.NoModifier)

    assert (asked, console.floor.prompt.isVisible()) == (True, False)
    assert console.floor.quick_add.hasFocus()
