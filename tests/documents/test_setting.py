from __future__ import annotations

import pytest

from facilitator.documents.setting import bound, shielded


def marks(text):
    return text.replace("\u2066", "⟨").replace("\u2069", "⟩")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("القرار A/HRC/RES/34/17 الصادر", "القرار ⟨A/HRC/RES/34/17⟩ الصادر"),
        ("الوثيقة A/CONF.189/12.", "الوثيقة ⟨A/CONF.189/12⟩."),
        ("(انظر http://example.org/a/b) ثم", "(انظر ⟨http://example.org/a/b⟩) ثم"),
        ("حزب SMER – SD إن", "حزب ⟨SMER – SD⟩ إن"),
        ("قال Ľubomír Šťastný 2 من", "قال ⟨Ľubomír Šťastný 2⟩ من"),
        ("ICERD، DDPA معاً", "⟨ICERD⟩، ⟨DDPA⟩ معاً"),
        ("إلى الهيئة (A1)", "إلى الهيئة (⟨A1⟩)"),
        ("منذ عام 2016", "منذ عام 2016"),
        ("Nothing said.", "⟨Nothing said.⟩"),
        ("31-", "31-"),
    ],
)
def test_western_words_keep_their_order_within_arabic(text, shown):
    assert marks(shielded(text, rtl=True)) == shown


def test_text_that_runs_left_to_right_needs_no_shield():
    assert shielded("القرار A/HRC/RES/34/17", rtl=False) == "القرار A/HRC/RES/34/17"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("National Human Rights year", "Rights\u00a0year"),
        ("the verification of facts.", "of\u00a0facts."),
        ("the European Commission", "European Commission"),
        ("two words", "two words"),
    ],
)
def test_a_short_last_word_is_not_left_alone(text, last):
    assert bound(text).endswith(last)
    assert bound(text).count("\u00a0") == last.count("\u00a0")
