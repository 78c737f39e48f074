"""Suggestion and plan over 10,000 interventions and 300 who wait, while speeches go on.

The measure beside them is one plain pass over all interventions that sums what was charged: nobody can
look at each of them in less. Each round a speaker ends and the next begins, so that nothing is the same.
"""

import statistics
import time
from dataclasses import replace

from facilitator.domain.choreography import opened
from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.ordering import Queue
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.requests import Request, RequestId
from facilitator.domain.steps import verdict
from facilitator.domain.suggestion import suggestion
from facilitator.domain.timing import MINUTE, Clock

T = 1_571_644_800_000
SPOKEN, WAITING, ROUNDS = 10_000, 300, 40
KEYS = [CategoryKey(key) for key in ("GOV", "NGO", "IGO", "NHRI", "ACA", "IND")]
REGIONS = ("africa", "asia_pacific", "eastern_europe", "latin_america_caribbean", "western_europe_others")
CATEGORIES = [Category(key, str(key)) for key in KEYS]
PEOPLE = {
    ParticipantId(str(n)): Participant(
        ParticipantId(str(n)),
        str(n),
        KEYS[n % 6],
        region=REGIONS[n % 5],
        gender=("female", "male")[n % 2],
        language=("ar", "en", "es")[n % 3],
    )
    for n in range(600)
}
MOST = 0.5


def crowd():
    """Return a floor of a very long day: two thirds of the time went to one category."""
    turns, at = [], T
    for n in range(SPOKEN):
        who = PEOPLE[ParticipantId(str(n % 600 // 6 * 6 if n % 3 else n % 600))]
        clock = Clock(at, 2 * MINUTE, ended=at + 90_000)
        turns.append(Intervention(InterventionId(f"i{n}"), who.id, who.category, clock))
        at += 100_000
    requests = [
        Request(RequestId(f"r{n}"), ParticipantId(str(n)), at + n, float(n)) for n in range(WAITING + ROUNDS)
    ]
    floor = opened(Floor(PanelId("p")), T)
    return replace(floor, interventions=tuple(turns), queue=Queue(tuple(requests))), at


def timed(act):
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def test_suggestion_and_plan_cost_half_of_one_pass_over_all_that_was_said(record_property):
    floor, now = crowd()
    ours, plans, passes = [], [], []
    for n in range(ROUNDS):
        now += 60_000
        floor = floor.give(InterventionId(f"new{n}"), PEOPLE, now)
        passes.append(timed(lambda: sum(i.charged_ms(now) for i in floor.interventions)))  # noqa: B023 - called at once
        ours.append(timed(lambda: suggestion(floor, CATEGORIES, PEOPLE, now)))  # noqa: B023 - called at once
        plans.append(timed(lambda: verdict(floor, PEOPLE, now + 600 * MINUTE, now)))  # noqa: B023 - called at once
    suggested, planned, one_pass = (statistics.median(times) for times in (ours, plans, passes))
    ratio = (suggested + planned) / one_pass

    record_property("ratio", ratio)
    print(
        f"\nsuggestion {suggested * 1e3:.2f} ms, plan {planned * 1e3:.2f} ms,"
        f" one pass {one_pass * 1e3:.2f} ms, ratio {ratio:.2f}"
    )
    assert suggestion(floor, CATEGORIES, PEOPLE, now) is not None
    assert verdict(floor, PEOPLE, now + 600 * MINUTE, now).proposal is not None
    assert ratio <= MOST
