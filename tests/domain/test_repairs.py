"""Repairs: whatever is put right, one speaks at a time and nobody's clock runs beside another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.choreography import opened
from facilitator.domain.floor import Floor
from facilitator.domain.inscription import asked
from facilitator.domain.intervention import InterventionId
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import (
    BadTime,
    BeforeOpening,
    EndsBeforeBeginning,
    NothingLeft,
    OutsideInterrupted,
    Refusal,
)
from facilitator.domain.repairs import clocks_moved, retimed
from facilitator.domain.requests import Kind, Request, RequestId

T = 1_571_644_800_000
WHO = Participant(ParticipantId("A"), "A", CategoryKey("GOV"))
PEOPLE = {WHO.id: WHO}


def given_to(floor, kind, at):
    number = len(floor.interventions) + 1
    request = Request(RequestId(f"r{number}"), WHO.id, at, 0.0, kind)
    asking = asked(floor, request, WHO, at)
    return asking.give(InterventionId(f"i{number}"), PEOPLE, at, request=request.id)


def times(floor):
    return [
        (
            (i.clock.began - T) // 1000,
            None if i.clock.ended is None else (i.clock.ended - T) // 1000,
            [((p.begin - T) // 1000, p.end and (p.end - T) // 1000) for p in i.clock.pauses],
        )
        for i in floor.interventions
    ]


@pytest.fixture
def three():
    """A from 0 to 60, B from 60 to 120 with a point of order from 80 to 90, C since 130."""
    floor = given_to(opened(Floor(PanelId("p")), T), Kind.STATEMENT, T)
    floor = given_to(floor, Kind.STATEMENT, T + 60_000)
    floor = given_to(floor, Kind.POINT_OF_ORDER, T + 80_000).end(T + 90_000).end(T + 120_000)
    return given_to(floor, Kind.STATEMENT, T + 130_000)


@pytest.mark.parametrize(
    ("which", "began", "ended", "expected"),
    [
        ("i2", 50, None, [(0, 50, []), (50, 120, [(80, 90)]), (80, 90, []), (130, None, [])]),
        ("i1", None, 70, [(0, 70, []), (70, 120, [(80, 90)]), (80, 90, []), (130, None, [])]),
        ("i4", 125, None, [(0, 60, []), (60, 120, [(80, 90)]), (80, 90, []), (125, None, [])]),
        ("i4", 110, None, [(0, 60, []), (60, 110, [(80, 90)]), (80, 90, []), (110, None, [])]),
        ("i2", None, 140, [(0, 60, []), (60, 140, [(80, 90)]), (80, 90, []), (140, None, [])]),
        ("i3", 75, 95, [(0, 60, []), (60, 120, [(75, 95)]), (75, 95, []), (130, None, [])]),
    ],
    ids=["late start", "late end", "in a gap", "over a gap", "into who speaks", "an interruption"],
)
def test_whoever_a_repair_meets_gives_way(three, which, began, ended, expected):
    instants = (None if s is None else T + s * 1000 for s in (began, ended))

    assert times(retimed(three, InterventionId(which), *instants, T + 150_000)) == expected


@pytest.mark.parametrize(
    ("began", "ended", "expected"),
    [
        (30, None, [(30, 80)]),
        (None, 90, [(40, 90)]),
        (45, 55, [(40, 80)]),
    ],
    ids=["it began before the pause", "it ended after the pause", "within the pause"],
)
def test_who_had_stopped_before_the_interruption_stands_still_for_all_of_it(began, ended, expected):
    """A stopped at 40, a point of order was heard from 50 to 60, A went on at 80."""
    floor = given_to(opened(Floor(PanelId("p")), T), Kind.STATEMENT, T).pause(T + 40_000)
    floor = given_to(floor, Kind.POINT_OF_ORDER, T + 50_000).end(T + 60_000).resume(T + 80_000)
    instants = (None if s is None else T + s * 1000 for s in (began, ended))

    moved = retimed(floor, InterventionId("i2"), *instants, T + 100_000)

    assert times(moved)[0] == (0, None, expected)


@pytest.mark.parametrize(
    ("which", "began", "ended", "refusal"),
    [
        ("i4", 151, None, BadTime),
        ("i1", -86_401, None, BeforeOpening),
        ("i1", None, 151, BadTime),
        ("i1", 61, None, EndsBeforeBeginning),
        ("i3", 50, None, OutsideInterrupted),
        ("i3", None, 125, OutsideInterrupted),
        ("i2", None, 85, OutsideInterrupted),
        ("i4", 85, None, OutsideInterrupted),
        ("i4", 0, None, NothingLeft),
        ("i1", None, 125, NothingLeft),
    ],
    ids=[
        "in the future",
        "days before the panel",
        "ends in the future",
        "ends before it begins",
        "before whom it interrupts",
        "after whom it interrupts",
        "cut within an interruption",
        "over an interruption",
        "over everybody",
        "swallows the next",
    ],
)
def test_a_time_that_leaves_nothing_of_another_is_refused_for_its_own_reason(
    three, which, began, ended, refusal
):
    instants = (None if s is None else T + s * 1000 for s in (began, ended))

    with pytest.raises(Refusal) as refused:
        retimed(three, InterventionId(which), *instants, T + 150_000)
    assert type(refused.value) is refusal


steps = st.lists(
    st.tuples(
        st.sampled_from([Kind.STATEMENT, Kind.POINT_OF_ORDER, "pause", "resume", "end"]), st.integers(1, 50)
    ),
    min_size=2,
    max_size=14,
)
repairs = st.lists(
    st.tuples(st.integers(0, 13), st.integers(0, 400) | st.none(), st.integers(0, 400) | st.none()),
    max_size=4,
)


def running(floor, now):
    """Return the stretches in which somebody's clock ran."""
    for i in floor.interventions:
        ends = [*(p.begin for p in i.clock.pauses), now if i.clock.ended is None else i.clock.ended]
        begins = [i.clock.began, *(now if p.end is None else p.end for p in i.clock.pauses)]
        yield from ((b, e) for b, e in zip(begins, ends, strict=True) if e > b)


@given(steps, repairs)
def test_two_never_speak_at_once_whatever_is_repaired(course, wrong):
    floor, now = opened(Floor(PanelId("p")), T), T
    for step, seconds in course:
        now += seconds
        try:
            floor = given_to(floor, step, now) if isinstance(step, Kind) else getattr(floor, step)(now)
        except Refusal:
            continue
    for number, began, ended in wrong:
        if number >= len(floor.interventions):
            continue
        try:
            floor = retimed(
                floor,
                floor.interventions[number].id,
                None if began is None else T + began,
                None if ended is None else T + ended,
                now,
            )
        except Refusal:
            continue

    stretches = sorted(running(floor, now))
    assert all(one[1] <= other[0] for one, other in pairwise(stretches))
    assert sum(i.clock.elapsed(now) for i in floor.interventions) == sum(e - b for b, e in stretches)


@given(steps, st.integers(-(10**8), 10**8))
def test_clocks_moved_with_the_computers_own_show_what_they_showed(course, by):
    floor, now = opened(Floor(PanelId("p")), T), T
    for step, seconds in course:
        now += seconds
        try:
            floor = given_to(floor, step, now) if isinstance(step, Kind) else getattr(floor, step)(now)
        except Refusal:
            continue
    moved = clocks_moved(floor, by, now + by)

    assert [i.clock.elapsed(now + by) for i in moved.interventions] == [
        i.clock.elapsed(now) for i in floor.interventions
    ]
