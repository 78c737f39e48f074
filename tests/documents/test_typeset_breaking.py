"""Where lines end: what stays whole, what may part, and that nothing is lost on the way."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.documents.typeset import Span, Style, Typesetter
from facilitator.documents.typeset.breaking import address_cuts, long_word_cuts, words
from facilitator.documents.typeset.filling import fill

LTR = Style(("source-serif",), 11, 17)
RTL = Style(("amiri",), 11, 17, rtl=True, first_choice_ltr=("source-serif",), ltr_scale=0.88)
TYPESETTER = Typesetter()


def lines_of(text, width, style=LTR):
    composer = TYPESETTER._composer(text, style)
    return [composer.text[line[0].word.start : line[-1].word.end] for line in fill(composer, width)]


def parts(word):
    return [word[w.start : w.end] for w in words(word)]


@pytest.mark.parametrize(
    "word", ["A/HRC/RES/34/17", "21-22", "الأول/أكتوبر", "семинар-практикум", "25\u00a0%", "HRI/GEN/1/Rev.9"]
)
def test_words_stay_whole(word):
    assert parts(word) == [word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("决议", ["决", "议"]),
        ("决议。", ["决", "议。"]),
        ("《宪章》的", ["《宪", "章》", "的"]),
        ("（2017年）", ["（2017", "年）"]),
        ("第34/17号", ["第", "34/17", "号"]),
        ("十%、", ["十%、"]),
        ("один\u200bдва", ["один", "два"]),
    ],
)
def test_chinese_parts_between_characters_but_not_from_its_signs(text, expected):
    assert parts(f"{text}字句") == [*expected, "字句"]


@pytest.mark.parametrize("end", ["句", "句。", "句》！", "5号", "号。"])
def test_a_paragraph_in_chinese_ends_with_two_characters_at_least(end):
    text = f"本报告所述会议的结论和建议{end}"
    lines = [lines_of(text, width) for width in range(60, 200)]

    assert min(len(each[-1].rstrip("。》！")) for each in lines) == 2
    assert all("".join(each) == text for each in lines)


def test_an_address_parts_behind_its_signs_only():
    address = "https://example.org/a-b/c?d=e"

    assert [address[:cut] for cut in address_cuts(address)] == [
        "https://",
        "https://example.org/",
        "https://example.org/a-b/",
        "https://example.org/a-b/c?",
        "https://example.org/a-b/c?d=",
    ]
    assert "https://example.org/a-" in [address[:cut] for cut in long_word_cuts(address)]


def test_an_address_is_broken_where_the_line_before_it_would_gape():
    text = "See https://example.org/documents/2019/report-of-the-workshop for all of it"

    assert lines_of(text, 200) == [
        "See https://example.org/documents/",
        "2019/report-of-the-workshop for all of",
        "it",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pourquoi ? Parce que", ["Pourquoi ?", "Parce", "que"]),
        ("« mot » : oui", ["« mot » :", "oui"]),
        ("25 % des", ["25 %", "des"]),
        ("سؤال ؟ جواب", ["سؤال ؟", "جواب"]),
        ("a ;b", ["a", ";b"]),
        ("", [""]),
    ],
)
def test_high_punctuation_begins_no_line(text, expected):
    assert parts(text) == expected


def test_a_fixed_space_gives_way_before_a_word_does():
    assert lines_of("In the\u00a0room", 30) == ["In", "the\u00a0", "room"]


def test_a_symbol_is_not_broken_where_the_line_before_it_would_gape():
    assert lines_of("Resolutions A/HRC/RES/34/17/Add.1/Corr.1", 170) == [
        "Resolutions",
        "A/HRC/RES/34/17/Add.1/Corr.1",
    ]


texts = st.text(st.sampled_from("abc اجبلا12 A/-.،٣中文。（） «»"), min_size=1, max_size=120)


@settings(max_examples=200, deadline=None)
@given(texts, st.integers(60, 300), st.booleans())
def test_lines_hold_all_of_the_text_in_order_and_none_is_too_wide(text, width, rtl):
    style = RTL if rtl else LTR
    clean = " ".join(text.split()) or "x"

    found = lines_of(clean, width, style)

    assert re.sub(" ", "", "".join(found)) == re.sub(" ", "", clean)
    assert TYPESETTER.set(clean, style, width).natural_width_pt <= width + 0.02


@settings(max_examples=100, deadline=None)
@given(texts, st.lists(st.integers(0, 120), max_size=5), st.booleans())
def test_spans_of_whole_words_change_neither_width_nor_lines(text, cuts, rtl):
    """Within a word a span may choose another face: whether a sign is Latin is asked of each span."""
    style = RTL if rtl else LTR
    words = [n for n in range(1, len(text)) if text[n - 1] == " "]
    edges = sorted({0, len(text), *(words[cut % len(words)] for cut in cuts if words)})
    spans = [Span(text[a:b]) for a, b in pairwise(edges)]

    whole, split = TYPESETTER.set(text, style, 150), TYPESETTER.set(spans, style, 150)

    assert split.lines == whole.lines
    assert split.natural_width_pt == pytest.approx(whole.natural_width_pt, abs=whole.natural_width_pt / 20)


@pytest.mark.parametrize(
    ("align", "rtl", "left"),
    [
        ("start", False, True),
        ("start", True, False),
        ("end", False, False),
        ("end", True, True),
        ("left", True, True),
        ("right", False, False),
        ("justify", True, False),
        ("justify", False, True),
    ],
)
def test_the_last_line_stands_where_the_alignment_says(align, rtl, left):
    style = Style(("amiri",), 11, 17, rtl=rtl, align=align)
    line = TYPESETTER.set("abc", style, 200).set_lines[-1]

    assert line.left_pt == pytest.approx(0 if left else 200 - line.width_pt)


def test_justified_lines_fill_the_measure_unless_they_would_gape():
    style = Style(("source-serif",), 11, 17, align="justify", widest_space=4)
    block = TYPESETTER.set("words of some length that fill most of each line " * 4, style, 220)
    ragged = TYPESETTER.set("one thing incomprehensibilities incomprehensibilities", style, 150)
    drawn = [line.width_pt + line.extra_pt * line.stretch for line in block.set_lines]

    assert drawn[:-1] == pytest.approx([220] * (block.lines - 1))
    assert [line.extra_pt for line in ragged.set_lines] == [0.0] * 3
