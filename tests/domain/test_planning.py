"""The forecast is exact, and the balance counts seconds and turns."""

from dataclasses import replace

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from facilitator.domain.balance import balance
from facilitator.domain.choreography import entered, opened, planned
from facilitator.domain.people import Category, CategoryKey, ParticipantId
from facilitator.domain.planning import CHANGEOVER_MS, capped, forecast, given
from facilitator.domain.programme import Phase, PlannedPhase
from facilitator.domain.requests import Kind, Request, RequestId, Terms
from tests.domain.test_floor import PEOPLE, T, given_to, sitting

CATEGORIES = (
    Category(CategoryKey("GOV"), "States", 1, target_share=0.5),
    Category(CategoryKey("NGO"), "Civil society", 2, target_share=0.5),
)
HOUR = 3_600_000


def test_nobody_waiting_and_nobody_speaking_ends_now():
    assert forecast(sitting(""), PEOPLE, T + HOUR, T).ends == T


def test_the_first_speaker_of_a_panel_needs_no_change():
    rest = forecast(sitting("AB"), PEOPLE, T + HOUR, T)

    assert [(s.starts - T, s.ends - T) for s in rest.slots] == [(0, 180_000), (195_000, 375_000)]


def test_a_change_that_has_begun_counts_from_its_beginning():
    floor = given_to(sitting("AB"), at=T).end(T + 60_000)

    assert forecast(floor, PEOPLE, T + HOUR, T + 65_000).slots[0].starts == T + 60_000 + CHANGEOVER_MS
    assert forecast(floor, PEOPLE, T + HOUR, T + 600_000).slots[0].starts == T + 600_000


def test_over_time_moves_the_end_and_so_does_a_pause():
    floor = given_to(sitting("AB"), at=T)
    planned = forecast(floor, PEOPLE, T + HOUR, T + 1_000).ends

    assert forecast(floor, PEOPLE, T + HOUR, T + 190_000).ends == planned + 10_000
    assert forecast(floor.pause(T + 1_000), PEOPLE, T + HOUR, T + 26_000).ends == planned + 25_000
    assert forecast(floor.add_time(10_000), PEOPLE, T + HOUR, T + 1_000).ends == planned + 10_000


def test_who_would_end_after_the_hard_stop_is_not_heard():
    rest = forecast(sitting("ABC"), PEOPLE, T + 375_000, T)
    shorter = given(sitting("ABC"), capped(sitting("ABC"), PEOPLE, 60_000))

    assert (rest.unheard, rest.behind_ms) == (("rCs",), 195_000)
    assert forecast(shorter, PEOPLE, T + HOUR, T).ends == T + 210_000


@for_all(waiting=st.integers(0, 6), spoken=st.integers(0, 170_000), speaks=st.booleans())
def test_the_last_one_ends_exactly_when_foreseen(waiting, spoken, speaks):
    """Everybody takes exactly the allotment, every change exactly its time: the forecast comes true."""
    floor, now = sitting("ABCDEF"[:waiting]), T
    if speaks and waiting:
        floor, now = given_to(floor, at=T), T + spoken
    foreseen = forecast(floor, PEOPLE, T + HOUR, now).ends

    while floor.speaking or floor.waiting:
        if floor.speaking:
            now += floor.speaking.clock.remaining(now)
            floor = floor.end(now)
            now += CHANGEOVER_MS if floor.waiting else 0
        else:
            floor = given_to(floor, at=now)
    assert now == foreseen


def test_shares_are_of_seconds_and_a_speech_under_way_counts():
    floor = given_to(given_to(sitting("ACB"), at=T), at=T + 60_000)

    gov, ngo = balance((floor,), CATEGORIES, PEOPLE, T + 90_000)
    assert (gov.ms, gov.turns, gov.speakers, gov.waiting, gov.present) == (60_000, 1, 1, 1, 2)
    assert (ngo.ms, ngo.share, ngo.present) == (30_000, 1 / 3, 4)
    assert (gov.distance_ms(90_000), ngo.distance_ms(90_000)) == (15_000, -15_000)


def test_before_anybody_spoke_every_share_is_zero_and_all_are_unheard():
    assert [(s.share, s.unheard) for s in balance((sitting("A"),), CATEGORIES, PEOPLE, T)] == [
        (0.0, True),
        (0.0, True),
    ]


@for_all(st.lists(st.tuples(st.sampled_from("ABCDEF"), st.integers(0, 300_000)), max_size=10))
def test_the_shares_of_all_sum_to_one(turns):
    floor, now = sitting(""), T
    for name, length in turns:
        floor = given_to(_asks(floor, name), at=now).end(now + length)
        now += length
    total = sum(s.share for s in balance((floor,), CATEGORIES, PEOPLE, now))
    assert total == pytest.approx(1.0 if now > T else 0.0)


def _asks(floor, name):
    from tests.domain.test_floor import asked  # noqa: PLC0415 - only for this helper

    kept = type(floor.queue)(tuple(r for r in floor.queue.requests if r.participant != name))
    from dataclasses import replace  # noqa: PLC0415 - as above

    return asked(replace(floor, queue=kept), name)


TERMS = st.builds(
    Terms,
    allotment_ms=st.none() | st.integers(1_000, 400_000),
    accommodation_ms=st.sampled_from([0, 0, 40_000]),
    interpreted=st.booleans(),
    clock_off=st.booleans(),
)
UNDER_WAY = st.sampled_from(
    ["nobody yet", "one has ended", "one speaks", "one is paused", "one is interrupted"]
)


@for_all(
    terms=st.lists(TERMS, min_size=6, max_size=6),
    replies=st.sampled_from([None, 100_000]),
    under_way=UNDER_WAY,
    spoken=st.integers(1, 500_000),
    since=st.integers(0, 40_000),
)
def test_forecast_comes_true_on_any_terms_and_whatever_is_under_way(terms, replies, under_way, spoken, since):
    """Limits of their own, accommodation, interpretation, a kind's own limit, a pause, an interruption."""
    floor, now = sitting("ABCDEF"), T
    for request, each in zip(floor.waiting, terms, strict=True):
        kind = Kind.REPLY if request.participant == "C" else Kind.STATEMENT
        floor = replace(floor, queue=floor.queue.put(replace(request, terms=each, kind=kind)))
    floor = replace(floor, kinds={} if replies is None else {Kind.REPLY: replies})
    if under_way != "nobody yet":
        floor, now = given_to(floor, at=now), now + spoken
    if under_way == "one has ended":
        floor = floor.end(now)
    if under_way == "one is paused":
        floor = floor.pause(now)
    if under_way == "one is interrupted":
        point = Request(RequestId("point"), ParticipantId("B"), now, 0.0, Kind.POINT_OF_ORDER)
        floor = given_to(replace(floor, queue=floor.queue.join(point, 0)), at=now)
    now += since

    assert _played(floor, now) == forecast(floor, PEOPLE, T + HOUR, now).ends


def _played(floor, now):
    """Everybody takes exactly what is left or allotted, every change its time; return when all is over."""
    free = max((i.clock.ended + CHANGEOVER_MS for i in floor.spoken), default=now)
    while floor.speaking is not None or floor.waiting:
        if floor.speaking is None:
            now = max(now, free)
            floor = given_to(floor, at=now)
        if floor.speaking.clock.paused:
            floor = floor.resume(now)
        now += max(0, floor.speaking.clock.remaining(now))
        floor = floor.end(now)
        free = now + CHANGEOVER_MS
    return now


PLANS = st.lists(
    st.builds(PlannedPhase, st.sampled_from(list(Phase)), st.integers(1, 20).map(lambda n: n * 60_000)),
    min_size=1,
    max_size=6,
)


@for_all(
    plan=PLANS, entering=st.sampled_from(list(Phase)), reserve=st.sampled_from([0, 300_000]), data=st.data()
)
def test_what_the_plan_has_after_the_list_keeps_its_time(plan, entering, reserve, data):
    """Everybody takes the allotment, each later phase what is planned: all end in time or one is unheard."""
    floor = entered(opened(planned(sitting("ABC"), plan), T), entering, T)
    floor = replace(floor, rules=replace(floor.rules, reserve_ms=reserve))
    steps = range(len(plan)) if floor.step is None else range(floor.step, len(plan))
    in_plan = any(each.phase is entering for each in plan)
    heard_in = next(
        (n for n in steps if plan[n].phase not in (Phase.OPENING, Phase.PRESENTATIONS)), len(plan)
    )
    later = sum(each.ms for each in plan[heard_in + 1 :]) if in_plan else 0
    over = _played(floor, T) + max(later, reserve)
    stop = over + data.draw(st.integers(-3, 3)) * 1_000

    rest = forecast(floor, PEOPLE, stop, T)
    assert (not rest.unheard, rest.behind_ms) == (over <= stop, over - stop)


def test_before_the_panel_opens_the_plan_is_that_of_all_phases():
    plan = [PlannedPhase(phase, 60_000) for phase in Phase]
    floor = replace(planned(sitting("A"), plan), opened_at=None, step=None)

    assert forecast(floor, PEOPLE, T + HOUR, T).hard_stop == T + HOUR - 3 * 60_000
