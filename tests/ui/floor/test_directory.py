"""Whoever is found as one types is whoever is found by the same words at once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.folding import folded
from facilitator.domain.people import Participant
from facilitator.ui.floor.entries import Directory

NAMES = ("Ana Banana", "An Chin", "Mohamed Chan", "محمد علي", "Ñandú Ana", "Chi An 7", "Ban Mo")
PEOPLE = {f"p{n}": Participant(f"p{n}", name, "NGO", number=n) for n, name in enumerate(NAMES)}
TYPED = st.lists(st.text("anchi moñ7م ", max_size=6), max_size=8)


@given(TYPED)
def test_one_letter_after_another_finds_whom_all_of_them_find(typed):
    directory = Directory()
    directory.read(PEOPLE)
    for text in typed:
        anew = Directory()
        anew.read(PEOPLE)
        assert [who.id for who in directory.meant(text)] == [who.id for who in anew.meant(text)]


SPELLED = st.lists(
    st.builds(
        Participant, st.none(), st.text("anb ñ“", min_size=1, max_size=2), st.just("NGO"), st.text("aB “")
    ),
    max_size=12,
)


@given(SPELLED, SPELLED, st.integers(1, 5))
def test_people_read_part_by_part_stand_as_those_read_at_once(first, others, most):
    directory = Directory()
    for given_people in (first, others[:6], first[1:]):
        people = {f"p{n}": replace(who, id=f"p{n}") for n, who in enumerate(given_people)}
        parts, at_once = sum(1 for _ in directory.coming(people, most)), Directory()
        directory.read(people)
        at_once.read(people)

        assert parts == -(-len(people) // most)
        for typed in ("", "an", "b", "ñ"):
            assert directory.meant(typed) == at_once.meant(typed)
        stand = [folded(f"{who.name} {who.delegation}") for who in directory.meant("")]
        assert stand == sorted(stand)


def test_whoever_has_gone_while_another_desk_was_in_sight_is_not_found():
    directory = Directory()
    for people in (PEOPLE, {id_: who for id_, who in PEOPLE.items() if id_ != "p1"}):
        list(directory.coming(people, 3))
        directory.read(people)

    assert [who.id for who in directory.meant("an")] == ["p0", "p6", "p5", "p2", "p4"]


def test_whoever_comes_while_one_types_is_found_by_what_is_typed():
    directory = Directory()
    directory.read(PEOPLE)
    directory.meant("an")
    directory.read({**PEOPLE, "p9": Participant("p9", "Tana", "NGO")})

    assert [who.name for who in directory.meant("tan")] == ["Tana"]
