"""Somebody who is in the workshop twice: proposed, joined by a person, and taken back whole."""

import pytest

from facilitator.acts.doubles import proposed
from facilitator.domain.likeness import Likeness
from facilitator.domain.refusals import AlreadyWaiting, NotUnderstood
from tests.books import folded, tables_of


def _pairs(desk):
    return [(pair.one.name, pair.other.name, pair.why) for pair in proposed(desk.reading)]


@pytest.fixture
def add(desk):
    def added(name, delegation="A network", **more):
        return desk.do("add_participant", name=name, category="NGO", delegation=delegation, **more).id

    return added


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("José Núñez", "Jose Nunez", Likeness.NAME),
        ("مُحَمَّد عَلِيّ", "محمد على", Likeness.NAME),
        ("Ana Díaz", "Diaz, Ana", Likeness.ORDER),
        ("Mohammed Al-Tamimi", "Muhammad Tamimi", Likeness.SOUND),
        ("محمد التميمي", "Mohamed Tamimi", Likeness.SOUND),
        ("عبد الرحمن حسن", "Abdel Rahman Hassan", Likeness.SOUND),
        ("Сергей Иванов", "Sergei Ivanov", Likeness.SOUND),
    ],
)
def test_one_person_spelled_otherwise_is_proposed(desk, add, one, other, why):
    add(one)
    add(other)

    assert _pairs(desk) == [(one, other, why)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana Díaz", "Ana Ruiz"), ("Li Na", "Li Ne"), ("Peter Novak", "Petra Novik"), ("李娜", "王娜")],
)
def test_two_who_only_share_something_are_not_proposed(desk, add, one, other):
    add(one)
    add(other)

    assert _pairs(desk) == []


def test_namesakes_of_two_delegations_are_two_and_one_of_no_delegation_may_be_either(desk, add):
    add("Ana Díaz", "One network")
    add("Ana Diaz", "Another network")
    assert _pairs(desk) == []

    add("Ana Diaz", "")
    assert len(_pairs(desk)) == 2


def test_pair_that_was_kept_apart_is_not_proposed_again_until_that_is_taken_back(desk, add):
    one, other = add("Ana Díaz"), add("Ana Diaz")

    desk.do("keep_apart", one=other, other=one)
    assert _pairs(desk) == []
    desk.do("undo")
    assert len(_pairs(desk)) == 1


def test_joining_two_keeps_what_was_said_and_noted_and_one_undo_takes_it_back(desk, add, clock):
    kept, gone = add("Ana Díaz", "", region="africa"), add("Ana Diaz", gender="female")
    desk.do("open_panel", panel=1)
    desk.do("request_floor", participant=gone)
    desk.do("give_floor")
    note = desk.do("write_note", text="Data are missing").id
    clock.pass_s(30)
    desk.do("end_intervention")
    before = tables_of(desk)

    desk.do("merge_participants", keep=kept, other=gone)

    who = desk.view().people[kept]
    assert (who.name, who.second_name, who.delegation, who.region, who.gender) == (
        "Ana Díaz",
        "Ana Diaz",
        "A network",
        "africa",
        "female",
    )
    assert gone not in desk.view().people
    assert [i.participant for i in desk.view().floor.spoken] == [kept]
    assert desk.reading.note(note).participant == kept
    assert folded(desk) == tables_of(desk)
    desk.do("undo")
    assert tables_of(desk) == before


def test_two_who_both_wait_are_not_joined(desk, add):
    one, other = add("Ana Díaz"), add("Ana Diaz")
    desk.do("open_panel", panel=1)
    for who in (one, other):
        desk.do("request_floor", participant=who)

    with pytest.raises(AlreadyWaiting):
        desk.do("merge_participants", keep=one, other=other)


@pytest.mark.parametrize("act", ["merge_participants", "keep_apart"])
def test_nobody_is_their_own_double(desk, add, act):
    one = add("Ana Díaz")

    with pytest.raises(NotUnderstood):
        desk.do(act, **{"keep" if act == "merge_participants" else "one": one, "other": one})
