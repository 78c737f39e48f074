from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.documents.setting import Setter, bound, shielded
from facilitator.documents.styles import roles
from facilitator.documents.typeset import Typesetter
from facilitator.language.speech import language_for

TEXTS = Path(__file__).parents[3] / "shared" / "data" / "texts"
KERNED_PT = 0.6
"""What a face may move the letters beside a fixed space."""


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


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts lie beside the checkout, and it has none")
@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "ru", "zh"])
def test_lines_end_where_they_would_with_a_fixed_space_before_the_last_word(code):
    lines = (TEXTS / f"un-parallel.{code}.txt").read_text(encoding="utf-8").splitlines()
    setter, style = Setter(Typesetter(), french=code == "fr"), roles(language_for(code)).numbered
    taken = 0
    for text in lines[:300]:
        for width in (90.0, 330.0):
            free, shown = setter.set(text, style, width), setter.text(text, style, width)
            fixed = setter.set(bound(text), style, width)
            assert shown.lines == fixed.lines
            for one, other in zip(shown.set_lines, fixed.set_lines, strict=True):
                assert one.width_pt == pytest.approx(other.width_pt, abs=KERNED_PT)
                assert one.left_pt == pytest.approx(other.left_pt, abs=KERNED_PT)
                assert one.extra_pt == pytest.approx(other.extra_pt, abs=KERNED_PT)
            taken += free.ends_in_one_word > shown.ends_in_one_word
    assert taken > (5 if code != "zh" else -1)  # Chinese has few spaces


def test_a_number_at_the_end_stays_whole_in_arabic():
    style, setter = roles(language_for("ar")).numbered, Setter(Typesetter())
    drawn = setter.text("بلغ عدد السكان 350 000", style, 300).set_lines[0]
    assert drawn.width_pt == setter.set("بلغ عدد السكان 350\u00a0000", style, 300).set_lines[0].width_pt
