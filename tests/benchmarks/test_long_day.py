"""Eight hours of panel with the window open: what one hour needs, the eighth needs no more of."""

import gc
from itertools import pairwise

import pytest

from facilitator.language.speech import Language
from facilitator.ui.console import Console
from facilitator.ui.context import Context
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT

HOURS = 8
TURNS = 10  # an hour
GROWTH = 600  # objects an hour: ten interventions, their requests and clocks, seen once


@pytest.fixture
def console(qtbot, qapp, desk, sitting):
    language = Language("en", "Europe/Zurich")
    dress(qapp, LIGHT, language)
    made = Console(Context(desk, language, LIGHT), (1366, 768))
    qtbot.addWidget(made, before_close_func=lambda it: it.close_room())
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def hour(console, desk, clock, people, qapp):
    for turn in range(TURNS):
        console.do("request_floor", participant=list(people.values())[turn % 5])
        console.do("give_floor")
        clock.pass_s(345)
        console.heart.tick()
        qapp.processEvents()
        console.do("end_intervention")
        clock.pass_s(15)
    gc.collect()
    return len(gc.get_objects())


def test_what_is_kept_does_not_grow_over_a_day(console, desk, clock, people, qapp, record_property):
    """What was said is kept, and nothing else: no widget, no picture, no view of an hour ago."""
    held = [hour(console, desk, clock, people, qapp) for _ in range(HOURS)]
    growth = [after - before for before, after in pairwise(held[2:])]

    print(f"\nobjects after each hour: {held}, more each hour: {growth}")
    record_property("growth", growth)
    assert max(growth) < GROWTH
