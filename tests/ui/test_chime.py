"""A sound at 0:00: once, for a clock that runs out, and never unless it was switched on."""

import pytest

from facilitator.domain.requests import Kind
from facilitator.ui.chime import Chime
from facilitator.ui.panel_menu import choices
from facilitator.ui.room.control import ShortMemory


@pytest.fixture
def rung(clock):
    """The instants at which it rang, in seconds since the panel opened."""
    return []


@pytest.fixture
def chime(sitting, desk, clock, rung):
    began = clock.now
    made = Chime(ShortMemory(), desk.view, lambda: rung.append((clock.now - began) // 1000))
    made.toggle()
    return made


@pytest.fixture
def run(chime, clock):
    def beat(seconds):
        chime.tick(clock.now)
        for _ in range(seconds):
            chime.tick(clock.pass_s(1))
            chime.tick(clock.now)  # the heart may beat twice in one instant

    return beat


def test_row31_it_rings_once_as_the_clock_comes_to_zero(desk, run, rung):
    desk.do("give_floor")
    run(600)

    assert rung == [120]


def test_row31_it_is_silent_unless_switched_on(desk, chime, run, rung):
    chime.toggle()
    desk.do("give_floor")
    run(600)

    assert (chime.on, rung) == (False, [])


def test_row31_it_is_silent_at_first_and_remembered_afterwards():
    memory = ShortMemory()
    first = Chime(memory, lambda: None).on
    Chime(memory, lambda: None).toggle()

    assert (first, Chime(memory, lambda: None).on) == (False, True)


def test_row31_a_clock_that_is_off_never_rings(desk, sitting, run, rung):
    desk.do("accommodate", seconds=0, request=sitting["Brazil"], clock_off=True)
    desk.do("give_floor", request=sitting["Brazil"])
    run(600)

    assert rung == []


def test_row31_a_pause_holds_it_and_added_time_has_its_own_end(desk, run, rung):
    desk.do("give_floor")
    run(100)
    desk.do("pause")
    run(60)
    desk.do("resume")
    run(40)
    desk.do("add_time", seconds=60)
    run(60)

    assert rung == [180, 240]


def test_row31_each_speaker_has_an_end_and_one_who_is_over_already_has_none(desk, clock, chime, run, rung):
    desk.do("give_floor")
    clock.pass_s(130)
    run(10)
    desk.do("give_floor")
    run(3 * 60)

    assert rung == [140 + 120]


def test_row31_the_interrupted_speaker_rings_when_his_own_time_is_up(desk, people, run, rung):
    desk.do("give_floor")
    run(60)
    raised = desk.do("request_floor", participant=people["Norway"], kind=Kind.POINT_OF_ORDER).id
    desk.do("give_floor", request=raised)
    run(30)
    desk.do("end_intervention")
    run(2 * 60)

    assert rung == [150]


def test_console_offers_it_among_its_acts_by_name(console):
    found = [choice for choice in choices(console) if choice.text == "A sound when time is up"]
    found[0].act()

    assert (len(found), console.chime.on) == (1, True)
