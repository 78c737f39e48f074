"""Bold, italic, raised letters, links and other languages within a paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.documents.typeset import Span, Style, Thread, Typesetter
from facilitator.documents.typeset.filling import fill
from facilitator.documents.typeset.lines import NumberedLine, line_of
from facilitator.documents.typeset.pen import Pen

LTR = Style(("source-serif",), 10, 13)
RTL = Style(("amiri",), 13, 19.5, rtl=True, first_choice_ltr=("source-serif",), ltr_scale=0.88)


def inks(spans, style):
    (line,) = Typesetter().set(spans, style, 1000).set_lines
    found = [piece.ink for piece in line.pieces if not piece.stretch]
    return [(ink.font.face.cut.name, round(ink.size, 2), round(ink.rise, 2)) for ink in found]


@pytest.mark.parametrize(
    ("text", "style", "face"),
    [
        ("word", LTR, "source-serif-italic"),
        ("слово", LTR, "source-serif-italic"),
        ("قرار", RTL, "amiri"),
        ("قرار", LTR, "amiri"),
        ("决议", LTR, "noto-serif-sc"),
        ("החלטה", LTR, "frank-ruhl"),
        ("word", Style(("plex",), 8, 9.75), "plex-italic"),
    ],
)
def test_latin_and_cyrillic_have_an_italic_and_no_other_script(text, style, face):
    assert {name for name, _, _ in inks([Span(text, italic=True)], style)} == {face}


def test_bold_italic_is_a_face_of_its_own():
    assert inks([Span("a"), Span("b", bold=True, italic=True)], LTR) == [
        ("source-serif", 10, 0),
        ("source-serif-bold-italic", 10, 0),
    ]


def test_raised_letters_are_small_and_high():
    assert inks([Span("word."), Span("7", raised=True)], LTR) == [
        ("source-serif", 10, 0),
        ("source-serif", 6.5, 3.45),
    ]


def test_a_raised_mark_does_not_part_from_its_word():
    block = Typesetter().set([Span("word " * 12 + "end."), Span("12", raised=True)], LTR, 60)
    last = block.set_lines[-1].pieces

    assert [piece.ink.rise > 0 for piece in last][-2:] == [False, True]


def test_threads_are_told_in_the_order_of_the_text_and_of_the_part():
    first, second = Thread(target="#a", note="n1"), Thread(note="n2")
    spans = [
        Span("word " * 30, thread=Thread()),
        Span("1", thread=first),
        Span(" more " * 30, thread=Thread()),
    ]
    block = Typesetter().set([*spans, Span("2", thread=second)], LTR, 100)
    here, rest = block.split(block.lines - 1)

    assert block.notes == ("n1", "n2")
    assert (here.notes, rest.notes) == (("n1",), ("n2",))


def test_a_thread_changes_neither_width_nor_lines():
    text = "القرار A/HRC/RES/34/17 الأول للآليات الإقليمية، أولاً، في 21 تشرين الأول " * 4
    plain = Typesetter().set([Span(text)], RTL, 200)
    woven = Typesetter().set([Span(text, thread=Thread(lang="ar"))], RTL, 200)

    assert [line.width_pt for line in woven.set_lines] == pytest.approx(
        [line.width_pt for line in plain.set_lines]
    )


TYPESETTER = Typesetter()
WORDS = ["abc", "اجبلا", "12", "34/17", "(2017)،", "«abc»", "A/1", "اب-12", "כל", "."]
text_of = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)


LOOKS = (
    {},
    {"bold": True},
    {"raised": True},
    {"thread": Thread()},
    {"thread": Thread("#a"), "colour": "#A8480F"},
)
looks_of = st.lists(
    st.tuples(text_of, st.sampled_from(LOOKS), st.sampled_from(["", " "])), min_size=1, max_size=4
)


def spans_of(parts):
    """Texts with their looks, some of which end in a space; in a woven paragraph all are woven."""
    woven = {"thread": Thread()} if any("thread" in look for _, look, _ in parts) else {}
    return [Span(text + end, **{**woven, **look}) for text, look, end in parts]


@settings(max_examples=400, deadline=None)
@given(st.one_of(text_of, looks_of.map(spans_of)), st.integers(70, 300), st.booleans())
def test_the_quick_way_to_set_a_usual_paragraph_leads_where_the_careful_one_does(text, width, rtl):
    style = RTL if rtl else LTR
    quick = TYPESETTER.set(text, style, width).set_lines
    careful = [line_of(words, rtl=rtl) for words in fill(TYPESETTER._composer(text, style), width)]

    assert [shown(line) for line in quick] == [shown(line) for line in careful]
    assert [line.threads() for line in quick] == [list(dict.fromkeys(line.threads())) for line in careful]
    assert [line.width_pt for line in quick] == pytest.approx([line.width_pt for line in careful])


@settings(max_examples=200, deadline=None)
@given(text_of, st.integers(70, 300), st.sampled_from(["7", "12", "*", "x"]), st.booleans())
def test_a_text_with_a_mark_behind_it_is_set_as_the_careful_way_does(text, width, mark, woven):
    said = Span(text, thread=Thread(words="said") if woven else None)
    spans = [said, Span(mark, raised=True, thread=Thread("#n", note="n") if woven else None)]
    quick = TYPESETTER.set(spans, LTR, width).set_lines
    careful = [line_of(words, rtl=False) for words in fill(TYPESETTER._composer(spans, LTR), width)]

    assert [shown(line) for line in quick] == [shown(line) for line in careful]
    assert [line.threads() for line in quick] == [list(dict.fromkeys(line.threads())) for line in careful]
    assert [line.width_pt for line in quick] == pytest.approx([line.width_pt for line in careful])
    assert [written(line) for line in quick] == [written(line) for line in careful]


NUMBERED = "القرار 34/17 (2017)، 12 اب-12 اجبلا 2.500.000، ١٢ اب 1 2 3 اجبلا اجبلا (اب) 2019"


@pytest.mark.parametrize("width", [75, 90, 120, 200, 500])
@pytest.mark.parametrize("text", [NUMBERED, f"17 - {NUMBERED}", f"3) {NUMBERED}", f"4.- {NUMBERED}"])
def test_numbers_stand_in_arabic_where_the_careful_way_puts_them(text, width):
    style = replace(RTL, align="justify", widest_space=9)
    quick = TYPESETTER.set(text, style, width).set_lines
    careful = [line_of(words, rtl=True) for words in fill(TYPESETTER._composer(text, style), width)]
    for mine, other in zip(quick, careful, strict=True):
        other.extra_pt, other.left_pt = mine.extra_pt, mine.left_pt

    assert {type(line) for line in quick} >= {NumberedLine}
    assert [written(line) for line in quick] == [written(line) for line in careful]


def written(line):
    pen = Pen()
    line.write(pen, 70.0 + line.left_pt, 700.0)
    return pen.all()


def look_of(ink):
    return ink.select, ink.paint, ink.rise, ink.thread


def shown(line):
    """What is written from left to right: the distance of each run is that of the pieces before it."""
    if hasattr(line, "mark"):
        return shown(line.text) + shown(line.mark)
    if hasattr(line, "stretches"):
        ink = look_of(line.space.ink)
        words = [[piece for word in part for piece in (word, line.space)][:-1] for part in line.stretches]
        return [(ink, piece.operators) for part in words for piece in part if piece.operators][::-1]
    if not hasattr(line, "runs"):
        ink = look_of(line.space.ink)
        words = [(ink, piece.operators) for word in line.pieces for piece in (word, line.space)][:-1]
        return words[::-1] if line.rtl else words
    runs = sorted(line.runs(), key=lambda run: run[0])
    return [(look_of(piece.ink), piece.operators) for _, pieces in runs for piece in pieces]


def shapes(spans):
    """The glyphs of an Arabic line from left to right, by their numbers in the font and what they say."""
    typesetter = Typesetter()
    (line,) = typesetter.set(spans, RTL, 1000).set_lines
    pieces = [piece for _, run in line.runs() for piece in run] if hasattr(line, "runs") else line.pieces
    met = {f"{code:04X}": glyph for glyph, code in pieces[0].ink.font._codes.items()}
    return [met[code] for piece in pieces for code in re.findall("[0-9A-F]{4}", piece.operators)]


@pytest.mark.parametrize("at", [1, 3, 4, 5, 6, 7, 8])  # lam with alef is one shape
@pytest.mark.parametrize(
    ("plain", "look"),
    [({}, {"colour": "#A8480F"}), ({"thread": Thread()}, {"thread": Thread(target="https://example.org")})],
    ids=["colour", "link"],
)
def test_letters_stay_joined_where_a_colour_or_a_link_begins_within_the_word(plain, look, at):
    word = "الإقليمية"

    assert shapes([Span(word[:at], **plain), Span(word[at:], **look)]) == shapes([Span(word, **plain)])
