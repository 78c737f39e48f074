"""Filters among the words of a search are told apart from the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.filters import parted

NAMES = {"panel": "panel", "الفئة": "category", "speaker": "speaker"}


@pytest.mark.parametrize(
    ("typed", "filters", "words"),
    [
        ("police", {}, "police"),
        ("panel:2 police", {"panel": "2"}, "police"),
        ('police speaker:"Ana Lima"', {"speaker": "Ana Lima"}, "police"),
        ("PANEL:٢ الفئة:دول شرطة", {"panel": "٢", "category": "دول"}, "شرطة"),
        ("panel: police", {}, "police"),
        ("at 10:30 http://a note:x", {}, "at 10:30 http://a note:x"),
        ("panel:1 panel:2", {"panel": "2"}, ""),
    ],
)
def test_filters_and_words(typed, filters, words):
    assert parted(typed, NAMES) == (filters, words)


@given(st.text())
def test_without_known_names_every_word_stays(typed):
    assert parted(typed, {}) == ({}, typed.strip())
