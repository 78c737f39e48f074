"""Finding people by what is typed, in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.finding import found, free_number
from facilitator.domain.folding import alphabetical, folded, folded_all
from facilitator.domain.people import CategoryKey, Participant, ParticipantId

NAMES = [
    ("1", "Amina Idrissi", "Côte d’Ivoire", "أمينة الإدريسي", 12),
    ("2", "Ivo Amin", "Network for Remedies", "", 2),
    ("3", "Ёлкина Мария", "Российская Федерация", "", None),
    ("4", "李明", "中国", "", 3),
    ("5", "فاطمة الزهراء", "المملكة المغربية", "", 4),
]
PEOPLE = [
    Participant(ParticipantId(id_), name, CategoryKey("GOV"), body, second_name=second, number=number)
    for id_, name, body, second, number in NAMES
]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("2", "2"),
        ("12", "1"),
        ("amin", "12"),
        ("Ivo Amin", "21"),
        ("cote", "1"),
        ("  COTE   d", "1"),
        ("idr am", "1"),
        ("امينه", "1"),
        ("ـفَاطِمه", "5"),
        ("المغربيه", "5"),
        ("елкина", "3"),
        ("федерация российская", "3"),
        ("中", "4"),
        ("medies", "2"),
        ("remedies ivo", "2"),
        ("nobody", ""),
        ("", ""),
        (" ", ""),
    ],
)
def test_people_are_found_by_number_name_and_delegation_the_likeliest_first(typed, ids):
    assert "".join(who.id for who in found(PEOPLE, typed)) == ids


def test_who_is_in_the_room_comes_first():
    away = Participant(ParticipantId("0"), "Amina Idrissi", CategoryKey("GOV"), present=False)

    assert [who.id for who in found([away, *PEOPLE], "Amina Idrissi")] == ["1", "0"]


def test_the_next_short_number_is_above_all_others():
    assert (free_number(PEOPLE), free_number([])) == (13, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ångström", "angstrom"), ("إِسْلام", "اسلام"), ("STRASSE", folded("Straße")), ("a \t b", "a b")],
)
def test_texts_are_compared_without_marks_and_case(text, expected):
    assert folded(text) == expected


def test_names_are_sorted_without_the_article():
    assert sorted(["المغرب", "لبنان", "الأردن", "تونس"], key=alphabetical) == [
        "الأردن",
        "تونس",
        "لبنان",
        "المغرب",
    ]


@given(st.text(max_size=30))
def test_everybody_is_found_by_the_whole_name(name):
    who = Participant(ParticipantId("x"), name, CategoryKey("GOV"))

    assert found([who], name) == ((who,) if folded(name) else ())


@given(texts=st.lists(st.text()))
def test_many_texts_are_folded_as_each_of_them_is(texts):
    assert folded_all(texts) == [folded(text) for text in texts]
