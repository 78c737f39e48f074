"""Who has been heard: what is charged, to whom, over how much of the workshop, and what silence is told."""

from dataclasses import replace

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from facilitator.domain.balance import Share, balance, planned_shares
from facilitator.domain.floor import Floor
from facilitator.domain.gap import Gap, gaps
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import Panel, PanelId, PanelState, Workshop
from facilitator.domain.requests import Capacity, Kind
from facilitator.domain.tally import Side
from facilitator.domain.timing import MINUTE, Clock
from facilitator.domain.view import Scope, View

T = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva
GOV, NGO = CategoryKey("GOV"), CategoryKey("NGO")
CATEGORIES = (Category(GOV, "States", target_share=0.4), Category(NGO, "Civil society"))
PEOPLE = {
    ParticipantId(name): Participant(
        ParticipantId(name), name, key, body, region, gender=gender, language="en"
    )
    for name, key, body, region, gender in (
        ("Ada", GOV, "Brazil", "latin_america_caribbean", "female"),
        ("Bo", GOV, "Norway", "western_europe_others", "male"),
        ("Cem", NGO, "Network", "western_europe_others", "male"),
        ("Dia", NGO, "Network", "africa", "female"),
    )
}


def said(who, ms=60_000, **terms):
    """Return a speech of a minute, or of so long, that has ended."""
    person, clock = PEOPLE[ParticipantId(who)], terms.pop("clock", Clock(T, 10 * MINUTE, ended=T + ms))
    return Intervention(InterventionId(f"{who}{ms}"), person.id, person.category, clock, **terms)


def floor(*interventions, panel="p"):
    return Floor(PanelId(panel), state=PanelState.OPEN, opened_at=T, interventions=interventions)


def seconds(*interventions, by="category", side=None, now=T + MINUTE):
    found = balance((floor(*interventions),), CATEGORIES, PEOPLE, now, by=by, side=side)
    return {share.key: share.ms / 1000 for share in found}


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("category", {"GOV": 60, "NGO": 150}),
        ("gender", {"female": 150, "male": 60}),
        ("region", {"africa": 90, "latin_america_caribbean": 60, "western_europe_others": 60}),
        ("delegation", {"Brazil": 60, "Network": 150, "Norway": 0}),
        ("language", {"en": 210}),
    ],
)
def test_time_is_counted_by_every_dimension(by, expected):
    assert seconds(said("Ada"), said("Cem"), said("Dia", 90_000), by=by) == expected


@pytest.mark.parametrize(
    ("terms", "charged"),
    [
        ({}, 120),
        ({"counted": False}, 0),  # a keynote
        ({"kind": Kind.POINT_OF_ORDER}, 0),
        ({"kind": Kind.INTERPOSED_QUESTION}, 0),
        ({"kind": Kind.RIGHT_OF_REPLY}, 120),
        ({"capacity": Capacity.CHAIR}, 0),
        ({"clock_off": True}, 0),
        ({"interpreted": True}, 60),
        ({"clock": Clock(T, 100_000, extra_ms=30_000, ended=T + 120_000)}, 100),  # 20 of 30 were needed
        ({"clock": Clock(T, 100_000, extra_ms=30_000, ended=T + 90_000)}, 90),  # none was needed
        ({"clock": Clock(T, 60_000, extra_ms=30_000, ended=T + 120_000)}, 90),  # an overrun is charged
    ],
)
def test_only_what_is_charged_counts(terms, charged):
    """Keynotes, procedure, the chair and accommodation weigh on nobody's share."""
    assert seconds(said("Ada", 120_000, **terms)) == {"GOV": charged, "NGO": 0}


def test_podium_and_floor_are_told_apart_and_make_the_whole():
    turns = said("Ada", capacity=Capacity.PANELLIST), said("Bo", 90_000), said("Cem", 30_000)

    assert seconds(*turns, side=Side.PODIUM) == {"GOV": 60, "NGO": 0}
    assert seconds(*turns, side=Side.FLOOR) == {"GOV": 90, "NGO": 30}
    assert seconds(*turns) == {"GOV": 150, "NGO": 30}


def test_who_speaks_is_charged_until_now():
    speaking = replace(said("Cem"), clock=Clock(T, 10 * MINUTE))

    assert [seconds(speaking, now=T + s * 1000)["NGO"] for s in (0, 1, 59)] == [0, 1, 59]


def test_the_hat_that_is_worn_is_charged_and_not_the_person():
    assert seconds(replace(said("Ada"), category=NGO)) == {"GOV": 0, "NGO": 60}


def test_invited_present_waiting_speakers_and_turns_are_told_of_each_group():
    people = {**PEOPLE, ParticipantId("Bo"): replace(PEOPLE[ParticipantId("Bo")], present=False)}
    found = balance((floor(said("Ada"), said("Ada", 5_000)),), CATEGORIES, people, T)

    assert [(s.invited, s.present, s.waiting, s.speakers, s.turns) for s in found] == [
        (2, 1, 0, 1, 2),
        (2, 2, 0, 0, 0),
    ]


@pytest.mark.parametrize(("scope", "expected"), [(Scope.PANEL, 60), (Scope.DAY, 90), (Scope.WORKSHOP, 210)])
def test_one_panel_a_day_or_the_workshop_is_looked_at(scope, expected):
    """A panel of 23:30 in Geneva is of that day and one of 0:30 is not, whatever the day is elsewhere."""
    begins = {"p": T, "late": T + 810 * MINUTE, "next": T + 870 * MINUTE}
    panels = tuple(
        Panel(PanelId(id_), number, id_, starts, starts + 30 * MINUTE, starts + 30 * MINUTE)
        for number, (id_, starts) in enumerate(begins.items(), 1)
    )
    here = floor(said("Ada"))
    floors = {
        PanelId("p"): here,
        PanelId("late"): floor(said("Ada", 30_000), panel="late"),
        PanelId("next"): floor(said("Bo", 120_000), panel="next"),
    }
    view = View(
        Workshop("w", "en", "Europe/Zurich"),
        CATEGORIES,
        PEOPLE,
        panels,
        {},
        panels[0],
        here,
        floors=floors,
    )

    assert view.balance(T, scope=scope)[0].ms == expected * 1000


@for_all(
    present=st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 40)),
    targets=st.dictionaries(st.sampled_from("ABCDEF"), st.sampled_from([None, 0.05, 0.1])),
    equal=st.floats(0, 1),
)
def test_planned_shares_are_the_targets_and_make_the_whole(present, targets, equal):
    planned = planned_shares(targets, present, equal)
    set_ = {group: target for group, target in targets.items() if target is not None}

    assert {group: planned[group] for group in set_} == set_
    others = set(planned) - set(set_)
    assert others == {group for group, n in present.items() if n} - set(set_)
    assert sum(planned.values()) == pytest.approx(1.0 if others else sum(set_.values()))


@pytest.mark.parametrize(("equal", "expected"), [(1.0, 0.5), (0.0, 0.8), (0.5, 0.65)])
def test_an_equal_part_protects_the_small_group(equal, expected):
    planned = planned_shares({}, {"large": 8, "small": 2}, equal)

    assert planned == pytest.approx({"large": expected, "small": 1 - expected})


@pytest.mark.parametrize(
    ("present", "speakers", "small"), [(0, 0, True), (2, 0, True), (2, 2, True), (3, 0, False), (0, 3, False)]
)
def test_groups_of_one_or_two_are_small(present, speakers, small):
    assert Share("X", present=present, speakers=speakers).small is small


SHARES = (Share("A", present=1), Share("B", present=3, waiting=1), Share("C", turns=1, present=5), Share("D"))


@pytest.mark.parametrize("gone_min", [0, 14])
def test_silence_early_on_says_nothing(gone_min):
    assert list(gaps(SHARES, "category", T, T + 60 * MINUTE, T + gone_min * MINUTE)) == []


@pytest.mark.parametrize(("gone_min", "gone"), [(15, 0.25), (24, 0.4), (60, 1.0), (90, 1.0)])
def test_groups_that_are_there_and_unheard_are_gaps_the_largest_first(gone_min, gone):
    assert list(gaps(SHARES, "category", T, T + 60 * MINUTE, T + gone_min * MINUTE)) == [
        Gap("category", "B", gone, 3, 1),
        Gap("category", "A", gone, 1, 0),
    ]


def test_silence_of_one_or_two_is_told_as_small():
    assert [gap.small for gap in gaps(SHARES, "category", T, T + 60 * MINUTE, T + 30 * MINUTE)] == [
        False,
        True,
    ]
