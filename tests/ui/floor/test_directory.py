"""Whoever is found as one types is whoever is found by the same words at once."""

from hypothesis import given
from hypothesis import strategies as st

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


@given(st.lists(st.text("anb ñ", min_size=1, max_size=2), max_size=12), st.integers(1, 5))
def test_people_read_part_by_part_stand_as_those_read_at_once(names, most):
    people = {f"p{n}": Participant(f"p{n}", f"A {name}", "NGO") for n, name in enumerate(names)}
    directory, at_once = Directory(), Directory()
    parts = sum(1 for _ in directory.coming(people, most))
    directory.read(people)
    at_once.read(people)

    assert parts == -(-len(people) // most)
    assert [who.id for who in directory.meant("")] == [who.id for who in at_once.meant("")]


def test_whoever_comes_while_one_types_is_found_by_what_is_typed():
    directory = Directory()
    directory.read(PEOPLE)
    directory.meant("an")
    directory.read({**PEOPLE, "p9": Participant("p9", "Tana", "NGO")})

    assert [who.name for who in directory.meant("tan")] == ["Tana"]
