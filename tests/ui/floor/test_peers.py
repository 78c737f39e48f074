"""What show timers are tested with in a browser, held against our own floor desk."""

import pytest

from facilitator.ui.floor.faces import side_face


@pytest.fixture
def shown(console):
    def small_clock(now):
        console.heart.tick()
        return side_face(console.view, now, console.context.language).digits

    return small_clock


def test_ux40_live_one_moved_in_the_list_stays_live(console, desk, sitting, clock):
    """With us whoever has the floor has left the queue: what moves is the order around the live row."""
    console.floor.foot.past.click()
    desk.do("give_floor", request=sitting["Norway"])
    clock.pass_s(30)

    desk.do("move", request=sitting["Network"], before=sitting["Brazil"])
    clock.pass_s(10)
    console.heart.tick()

    assert [(row.stage.value, row.name) for row in console.floor.model.rows] == [
        ("speaking", "Norway"),
        ("waiting", "Network"),
        ("waiting", "Brazil"),
        ("waiting", "Kenya"),
        ("waiting", "Coalition"),
    ]
    assert console.floor.model.rows.live == 0
    assert desk.view().floor.speaking.clock.elapsed(clock.now) == 40_000


def test_ux42_second_clock_is_typed_started_held_reset_and_turned(console, desk, clock, shown):
    """Theirs resets on "stop"; ours stands where it was stopped and is reset by a key of its own."""
    console.acts.reset_side_clock()
    console.floor.prompt.answer("123456")
    typed = shown(clock.now)
    console.acts.start_or_stop_side_clock()
    clock.pass_s(3)
    ran = shown(clock.now)
    console.acts.start_or_stop_side_clock()
    clock.pass_s(100)
    held = shown(clock.now)
    console.acts.reset_side_clock()
    reset = shown(clock.now)
    desk.do("turn_side_clock")
    console.acts.start_or_stop_side_clock()
    clock.pass_s(3)

    assert (typed, ran, held, reset) == ("12:34:56", "12:34:53", "12:34:53", "12:34:56")
    assert shown(clock.now) == "12:34:59"
