"""Foreign text in a line keeps its own direction and leaves the line's alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.language.direction import bare, first_strong_rtl, isolate, ltr, runs_against

FSI, LRI, PDI = "\u2068", "\u2066", "\u2069"


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("Brazil", f"{FSI}Brazil{PDI}"),
        ("", ""),
        (f"{LRI}2:41{PDI}", f"{LRI}2:41{PDI}"),
        (f"{FSI}a {LRI}1{PDI} b{PDI}", f"{FSI}a {LRI}1{PDI} b{PDI}"),
        (f"{FSI}State{PDI} · {FSI}panellist{PDI}", f"{FSI}{FSI}State{PDI} · {FSI}panellist{PDI}{PDI}"),
        (f"{LRI}2:41{PDI} left", f"{FSI}{LRI}2:41{PDI} left{PDI}"),
        (PDI, f"{FSI}{PDI}{PDI}"),
    ],
)
def test_isolate_wraps_once_and_as_a_whole(text, isolated):
    assert isolate(text) == isolated


@given(st.text(alphabet=f"aب1{FSI}{LRI}{PDI}", max_size=12))
def test_isolate_twice_is_isolate_once_for_what_is_balanced(text):
    once = isolate(bare(text))

    assert isolate(once) == once


def test_ltr_of_nothing_is_nothing():
    assert (ltr(""), ltr("−0:05")) == ("", f"{LRI}−0:05{PDI}")


def test_bare_is_the_text_without_isolates():
    assert bare(f"{FSI}Brazil{PDI} {LRI}2:41{PDI}") == "Brazil 2:41"


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("البرازيل", True),
        ("Brazil", False),
        ("3. البرازيل", True),
        ("(UN) الأمم", False),
        ("שלום", True),
        ("12:30", False),
        (f"{FSI}Brazil{PDI} في القاعة", True),
        (f"{FSI}البرازيل{PDI} takes the floor", False),
        (f"{PDI}البرازيل", True),
    ],
)
def test_direction_is_that_of_the_first_strong_character(text, rtl):
    assert first_strong_rtl(text) == rtl


def test_direction_of_digits_alone_is_the_one_around_them():
    assert [first_strong_rtl("12:30", otherwise=around) for around in (True, False)] == [True, False]


@pytest.mark.parametrize(
    ("text", "on_an_arabic_page", "on_an_english_page"),
    [
        ("Network (2)", True, False),
        ("شبكة (أ)", False, True),
        ("Network شبكة", False, False),
        ("12:30", False, False),
        (f"{FSI}Network{PDI} · {LRI}2{PDI}", False, False),
        ("", False, False),
    ],
)
def test_a_text_runs_against_its_page_if_all_its_letters_do(text, on_an_arabic_page, on_an_english_page):
    assert (runs_against(text, rtl=True), runs_against(text, rtl=False)) == (
        on_an_arabic_page,
        on_an_english_page,
    )
