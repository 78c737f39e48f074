from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.attribution import (
    Audience,
    Cell,
    Counted,
    Grouped,
    Level,
    Named,
    Quantity,
    Voice,
    applied,
    attribute,
    audience,
    quantity,
)
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.requests import Capacity
from facilitator.domain.timing import Clock


def person(key, *, name="", body="", category="CSO", region="africa"):
    return Participant(ParticipantId(key), name or f"Person {key}", CategoryKey(category), body, region)


def heard(*people):
    return audience(
        (Intervention(InterventionId(f"i{p.id}"), p.id, p.category, Clock(0, 1)) for p in people),
        {p.id: p for p in people},
    )


ONE, TWO, THREE = (person(str(n), body=f"Body {n}") for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("voices", "of", "word"),
    [
        (1, 20, Quantity.ONE),
        (1, 1, Quantity.ONE),
        (2, 20, Quantity.SOME),
        (2, 3, Quantity.SOME),
        (3, 20, Quantity.SEVERAL),
        (5, 20, Quantity.MANY),
        (10, 20, Quantity.MANY),
        (11, 20, Quantity.MOST),
    ],
)
def test_quantity_is_the_strongest_word_that_is_true(voices, of, word):
    assert quantity(voices, of) is word


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (Level.NAME, Named(("Person 1 (Body 1)",))),
        (Level.BODY, Named(("Body 1",))),
        (Level.CATEGORY, Grouped((Cell(CategoryKey("CSO"), "africa"),))),
        (Level.QUANTITY, Counted(Quantity.ONE, 1, 1)),
        (Level.IMPERSONAL, None),
        (Level.SUPPRESSED, None),
    ],
)
def test_each_level_says_less_than_the_one_before(level, said):
    assert attribute(level, [Voice(ONE)], heard(ONE, TWO, THREE)) == said


def test_category_is_lowered_where_fewer_than_three_of_it_spoke():
    assert applied(Level.CATEGORY, [Voice(ONE)], heard(ONE, TWO)) is Level.QUANTITY
    assert applied(Level.CATEGORY, [Voice(ONE)], heard(ONE, TWO, THREE)) is Level.CATEGORY


def test_category_is_lowered_where_one_of_several_voices_stands_in_a_small_cell():
    other = person("4", region="asia_pacific")

    assert (
        applied(Level.CATEGORY, [Voice(ONE), Voice(other)], heard(ONE, TWO, THREE, other)) is Level.QUANTITY
    )


def test_somebody_who_speaks_for_no_body_is_not_named_by_body():
    alone = person("5", name="A name")

    assert applied(Level.BODY, [Voice(alone)], heard(alone)) is Level.QUANTITY
    assert applied(Level.BODY, [Voice(alone)], heard(alone, ONE, TWO)) is Level.CATEGORY


def test_body_is_the_one_spoken_for():
    said = attribute(Level.BODY, [Voice(ONE, "A group of States")], heard(ONE))

    assert said == Named(("A group of States",))


def test_one_who_speaks_twice_is_one_voice():
    said = attribute(Level.QUANTITY, [Voice(ONE), Voice(ONE), Voice(TWO)], heard(ONE, TWO, THREE))

    assert said == Counted(Quantity.SOME, 2, 1)


def test_the_chair_hides_nobody():
    chair = Intervention(InterventionId("c"), THREE.id, THREE.category, Clock(0, 1), capacity=Capacity.CHAIR)
    people = {p.id: p for p in (ONE, TWO, THREE)}
    others = [Intervention(InterventionId(p.id), p.id, p.category, Clock(0, 1)) for p in (ONE, TWO)]

    assert audience([chair, *others], people) == Audience(2, {Cell(CategoryKey("CSO"), "africa"): 2})


@given(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6), st.sampled_from(list(Level)))
def test_no_level_is_ever_raised(keys, level):
    people = [person(key, body="" if key == "f" else key, region=key if key < "c" else "") for key in keys]

    assert applied(level, [Voice(p) for p in people], heard(*people)).value >= level.value
