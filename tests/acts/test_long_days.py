"""A long day at a held clock: nothing drifts, and nothing piles up."""

import gc
import tracemalloc

from tests.conftest import TEN

TWO_HOURS_S = 7_200
DAY_PRESSES = 8 * 60
KEPT_BYTES = 4_000  # of one intervention and its request, which the panel does keep


def test_two_hours_of_panel_drift_by_nothing(desk, people, clock):
    """Acts come at odd milliseconds; what was spoken, paused and silent is all of two hours."""
    desk.do("open_panel", panel=1)
    spoken_ms = dict.fromkeys(people, 0)
    while clock.now < TEN + TWO_HOURS_S * 1000:
        for name, who in people.items():
            desk.do("request_floor", participant=who)
            desk.do("give_floor")
            for act, seconds in (("pause", 61.337), ("resume", 7.003)):
                clock.pass_s(seconds)
                desk.do(act)
            clock.pass_s(33.661)
            desk.do("end_intervention")
            spoken_ms[name] += 61_337 + 33_661
    floor = desk.view().floor
    heard = dict.fromkeys(people, 0)
    for turn in floor.interventions:
        heard[desk.view().people[turn.participant].name] += turn.clock.elapsed(clock.now)

    turns = len(floor.interventions)
    assert heard == spoken_ms
    assert clock.now - TEN == turns * (61_337 + 7_003 + 33_661)


def test_memory_grows_by_what_is_kept_and_no_more(desk, people, clock):
    """Eight hours with a press a minute and a look a second, after an hour to warm up."""
    desk.do("open_panel", panel=1)
    who = list(people.values())

    def minutes(first, last):
        for n in range(first, last):
            desk.do("request_floor", participant=who[n % len(who)])
            desk.do("give_floor")
            clock.pass_s(60)
            view = desk.view()
            for second in range(0, 60, 20):
                view.balance(clock.now + second), view.verdict(clock.now), view.suggestion(clock.now)

    minutes(0, 60)
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    minutes(60, DAY_PRESSES)
    desk.view()
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert after - before < (DAY_PRESSES - 60) * KEPT_BYTES
