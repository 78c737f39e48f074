"""New orders of those who wait: lots, the alphabet, slots."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.calling import ordered
from facilitator.domain.drawing import Grouping, alphabetised, drawn, shared_out, slots_filled
from facilitator.domain.people import ParticipantId
from facilitator.domain.refusals import NotUnderstood
from facilitator.domain.requests import Kind
from tests.domain.rooms import PEOPLE, Room

LETTERS = "ABCDEFGH"
POINT, REPLY = Kind.POINT_OF_ORDER, Kind.REPLY


@pytest.mark.parametrize(
    ("seed", "expected"),
    [("7d3f", "HBGFDACE"), ("7d3e", "ADGHFECB"), ("", "EACDBGFH"), ("جنيف", "CBHDFEGA")],
)
def test_a_seed_draws_the_same_lots_on_every_computer(seed, expected):
    assert Room(LETTERS).do(drawn, seed).order == expected


@given(st.permutations(LETTERS), st.text(max_size=8))
def test_lots_depend_on_who_waits_and_not_on_their_order(names, seed):
    room, other = Room(LETTERS), Room(LETTERS)
    other.do(ordered, [other.ids[name] for name in names])

    assert other.do(drawn, seed).order == room.do(drawn, seed).order


@given(st.sets(st.sampled_from(sorted(PEOPLE))), st.text(max_size=8))
def test_lots_lose_nobody(names, seed):
    room = Room(sorted(names))

    assert sorted(room.do(drawn, seed).order) == sorted(names)


def test_each_place_is_as_likely_for_everybody():
    first = [Room("ABC").do(drawn, str(seed)).order for seed in range(600)]

    counts = {order: first.count(order) for order in sorted(set(first))}
    assert (sum(counts.values()), len(counts)) == (600, 6)
    assert all(70 < n < 130 for n in counts.values())


def test_nobody_is_drawn_before_points_of_order_the_protected_and_replies_stay_where_they_belong():
    room = Room("ABCDEF", protected=2)
    room.ask("P", POINT)
    room.ask("R", REPLY, answers=room.ids["D"])

    order = room.do(drawn, "1").order

    assert (order[:2], order[order.index("D") + 1]) == ("PA", "R")


def test_the_border_of_the_protected_places_parts_nobody_from_the_replies():
    room = Room("ABCDEF", protected=1)
    room.ask("R", REPLY, answers=room.ids["A"])

    assert {room.do(drawn, str(seed)).order[:2] for seed in range(9)} == {"AR"}


@pytest.mark.parametrize(
    ("letter", "expected"),
    [("a", "ABCDEFGH"), ("C", "CDEFGHAB"), ("Z", "ABCDEFGH"), ("é", "EFGHABCD"), ("CZ", "DEFGHABC")],
)
def test_the_alphabet_begins_with_a_letter_and_goes_round(letter, expected):
    room = Room("HGFEDCBA")

    assert room.do(alphabetised, letter, PEOPLE).order == expected


def test_delegations_are_in_the_order_of_their_alphabet_without_article_marks_and_case():
    named = {
        "A": "السودان",
        "B": "الأردن",
        "C": "تونس",
        "D": "إسبانيا",
        "E": "",
        "F": "Égypte",
        "G": "estonia",
    }
    people = {
        id_: replace(who, delegation=named.get(id_, ""), name="فلسطين" if id_ == "E" else who.name)
        for id_, who in PEOPLE.items()
    }

    assert Room("GFEDCBA").do(alphabetised, "ا", people).order == "BDCAEFG"


@pytest.mark.parametrize("letter", ["", " ", "\u0651"])
def test_a_letter_is_wanted(letter):
    with pytest.raises(NotUnderstood):
        alphabetised(Room("A").floor, letter, PEOPLE)


@pytest.mark.parametrize(
    ("slots", "wanted", "expected"),
    [
        ({"a": 2, "b": 2}, {"a": 5, "b": 5}, {"a": 2, "b": 2}),
        ({"a": 2, "b": 2}, {"a": 5, "b": 1}, {"a": 3, "b": 1}),
        # seventeen, seventeen, eight, ten and nine slots: what two leave goes to the others by the same key
        (
            {"Africa": 17, "Asia": 17, "East": 8, "Latin": 10, "West": 9},
            {"Africa": 30, "Asia": 10, "East": 2, "Latin": 30, "West": 30},
            {"Africa": 23, "Asia": 10, "East": 2, "Latin": 14, "West": 12},
        ),
        ({"a": 10, "b": 1, "c": 1}, {"a": 0, "b": 2, "c": 20}, {"a": 0, "b": 2, "c": 10}),
        ({"a": 3, "b": 0}, {"a": 1, "b": 9}, {"a": 1, "b": 0}),
        ({"a": 1, "b": 1, "c": 1}, {"a": 0, "b": 2, "c": 2}, {"a": 0, "b": 2, "c": 1}),
        ({}, {"a": 3}, {}),
    ],
)
def test_unused_slots_go_to_the_others_by_the_same_key(slots, wanted, expected):
    assert slots_filled(slots, wanted) == expected


SLOTS = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 20))


@given(SLOTS, st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)))
def test_each_group_has_its_own_slots_none_more_than_it_wants_and_none_is_left_unused(slots, wanted):
    filled = slots_filled(slots, wanted)

    for group, n in filled.items():
        assert min(slots[group], wanted.get(group, 0)) <= n <= wanted.get(group, 0)
    could = sum(wanted.get(group, 0) for group, own in slots.items() if own)
    assert sum(filled.values()) == min(sum(slots.values()), could)


def test_slots_go_to_those_who_came_first_and_the_rest_wait_behind():
    room = Room("ABCNDO")

    assert room.do(shared_out, {"GOV": 2, "NGO": 1}, Grouping.CATEGORY, PEOPLE).order == "ABNCDO"


def test_unused_slots_are_filled_by_another_group_and_a_group_without_slots_waits_behind():
    room = Room("NABCD")

    assert room.do(shared_out, {"GOV": 2, "IGO": 1}, Grouping.CATEGORY, PEOPLE).order == "ABCND"


def test_slots_are_of_the_hat_worn_or_of_the_region():
    room = Room()
    room.ask("N", category=PEOPLE[ParticipantId("A")].category)
    room.ask("O")
    regions = {id_: replace(who, region="Africa" if id_ == "O" else "Asia") for id_, who in PEOPLE.items()}

    assert room.do(shared_out, {"NGO": 1}, Grouping.CATEGORY, PEOPLE).order == "ON"
    assert room.do(shared_out, {"Asia": 1}, Grouping.REGION, regions).order == "NO"


@pytest.mark.parametrize("n", [-1, 10_000])
def test_slots_are_a_number_that_can_be(n):
    with pytest.raises(NotUnderstood):
        shared_out(Room("A").floor, {"GOV": n}, Grouping.CATEGORY, PEOPLE)


@given(
    st.lists(st.sampled_from(sorted(PEOPLE)), unique=True, max_size=20),
    st.dictionaries(st.sampled_from(["GOV", "NGO", "IGO"]), st.integers(0, 12)),
)
def test_sharing_out_keeps_the_order_inside_each_group_and_loses_nobody(names, slots):
    room = Room(names)
    after = room.do(shared_out, slots, Grouping.CATEGORY, PEOPLE).order

    for group in ("GOV", "NGO"):
        mine = [n for n in names if PEOPLE[ParticipantId(n)].category == group]
        assert [n for n in after if PEOPLE[ParticipantId(n)].category == group] == mine


def test_an_order_of_an_empty_list_is_empty():
    assert Room().do(drawn, "x").do(alphabetised, "A", PEOPLE).floor.waiting == ()
