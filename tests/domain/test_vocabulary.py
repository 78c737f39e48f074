"""Concepts are found by letters of any language, the likeliest first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.vocabulary import Concept, VocabularyKey, meant

ROMA = Concept(VocabularyKey.GROUPS, "ROM", {"en": "Roma", "ar": "الروما"}, ("الغجر",))
AREA = Concept(VocabularyKey.AREAS, "education", {"en": "education", "ar": "التعليم", "fr": "éducation"})
GOAL = Concept(VocabularyKey.GOALS, "4", {"en": "Quality education", "ar": "التعليم الجيد", "zh": "优质教育"})
ALL = (ROMA, GOAL, AREA)


def test_code_comes_before_every_label():
    assert meant(ALL, "4", "en") == (GOAL,)
    assert meant(ALL, "rom", "ar")[0] == ROMA


def test_beginning_of_a_label_comes_before_that_of_a_later_word():
    assert meant(ALL, "ed", "en") == (AREA, GOAL)


def test_article_accents_and_marks_are_no_hindrance():
    assert meant(ALL, "رو", "en") == (ROMA,)
    assert meant(ALL, "EDUC", "fr")[0] == AREA
    assert meant(ALL, "éduc", "en")[0] == AREA
    assert set(meant(ALL, "تَع", "ar")) == {AREA, GOAL}


def test_other_words_and_parts_of_chinese_find_it():
    assert meant(ALL, "غج", "ar") == (ROMA,)
    assert meant(ALL, "教育", "zh") == (GOAL,)


def test_nothing_typed_means_all_and_nonsense_means_none():
    assert meant(ALL, "  ", "en") == ALL
    assert meant(ALL, "qzx", "en") == ()


@given(st.text(max_size=40))
def test_whatever_is_typed_each_is_found_once_at_most(typed):
    found = meant(ALL, typed, "en")
    assert len({concept.code for concept in found}) == len(found) <= len(ALL)
