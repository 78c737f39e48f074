"""Coded words are underlined where they stand: by pixels, in both directions, in light and dark."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.domain.notes import Coding, NoteKind
from facilitator.language.speech import Language
from facilitator.ui.notes.underlines import Span, spans_of, underline
from facilitator.ui.painting import Pencil, width_of
from facilitator.ui.tokens import DARK, LIGHT
from facilitator.ui.type import Role
from facilitator.ui.type import font as font_for
from facilitator.ui.wrapping import draw_lines, line_height, wrapped

WIDTH, HEIGHT = 420, 80
ENGLISH = "The police were trained in 2018"
ARABIC = "تم تدريب أفراد الشرطة في عام 2018"


def drawn(text, spans, *, rtl, tokens, width=WIDTH):
    image = QImage(width, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(tokens.surface)
    painter = QPainter(image)
    pencil = Pencil(painter, QRectF(0, 0, width, HEIGHT), rtl=rtl)
    box = QRectF(0, 0, width, HEIGHT)
    draw_lines(pencil, box, text, font_for(Role.BODY, "en"), tokens.text)
    underline(pencil, box, text, font_for(Role.BODY, "en"), spans, tokens.accent)
    painter.end()
    return image


def rows_and_columns(image, ink):
    found = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) == ink.rgb()
    ]
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return min(xs), max(xs) + 1, sorted(set(ys))


def span(text, words, row=0):
    begin = text.index(words)
    return Span(begin, begin + len(words), row)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize(("text", "words"), [(ENGLISH, "police"), (ARABIC, "أفراد الشرطة")])
def test_line_is_under_the_words_and_nothing_else(qapp, tokens, rtl, text, words):
    image = drawn(text, [span(text, words)], rtl=rtl, tokens=tokens)
    left, right, rows = rows_and_columns(image, tokens.accent)
    before, font = text[: text.index(words)], font_for(Role.BODY, "en")
    until = width_of(before, font), width_of(before + words, font)
    whole, arabic = width_of(text, font), text is ARABIC
    edge = WIDTH - whole if rtl else 0  # where the text ends at the left
    expected = (whole - until[1], whole - until[0]) if arabic else until

    assert left == pytest.approx(edge + expected[0], abs=2)
    assert right == pytest.approx(edge + expected[1], abs=2)
    assert len(rows) == 2


@pytest.mark.parametrize("rtl", [False, True])
def test_each_paragraph_runs_as_it_does_alone(qapp, rtl):
    height = line_height(font_for(Role.BODY, "en"), rtl=True)
    arabic, english = "تحدثت الوفود عن A/HRC/34/17.", "Police (الشرطة), 2018."
    texts = (arabic, f"Said so:\n{arabic}"), (f"{arabic}\nعن", f"{arabic}\n{english}\nعن")
    for number, (alone, text) in enumerate(texts):
        whole = drawn(text, [span(text, arabic)], rtl=rtl, tokens=LIGHT)
        first = drawn(alone, [span(alone, arabic)], rtl=rtl, tokens=LIGHT)
        below = height if number == 0 else 0
        assert whole.copy(0, below, WIDTH, height) == first.copy(0, 0, WIDTH, height)
    english_alone = drawn(f"{english}\nعن", [], rtl=rtl, tokens=LIGHT).copy(0, 0, WIDTH, height)
    assert whole.copy(0, height, WIDTH, height) == english_alone


def test_words_that_are_broken_are_underlined_on_both_lines(qapp):
    text, font = "One recommendation of the panel is that all registers be kept", font_for(Role.BODY, "en")
    lines = wrapped(text, font, 200, rtl=False)
    image = drawn(text, [Span(0, len(text))], rtl=False, tokens=LIGHT, width=200)
    _, _, rows = rows_and_columns(image, LIGHT.accent)

    assert len(rows) == 2 * len(lines)


def test_words_after_a_sign_of_two_units_keep_their_place(qapp):
    text = "\U0001f44d\U0001f3fd the register"
    image = drawn(text, [span(text, "register")], rtl=False, tokens=LIGHT)
    left, right, _ = rows_and_columns(image, LIGHT.accent)
    font = font_for(Role.BODY, "en")
    until = width_of(text[: text.index("register")], font), width_of(text, font)

    assert (left, right) == (pytest.approx(until[0], abs=2), pytest.approx(until[1], abs=2))


def coding(begin, end, *, orphaned=False, code="groups:AFR"):
    return Coding("c", "n", code, begin, end, "", orphaned)


def test_what_overlaps_lies_one_below_the_other_and_orphans_and_whole_notes_have_no_line():
    codings = (
        coding(0, 10),
        coding(5, 12),
        coding(12, 90),
        coding(2, 4, orphaned=True),
        coding(None, None),
        coding(40, 50),
    )
    found = spans_of(codings, 60)

    assert found == (Span(0, 10, 0), Span(5, 12, 1), Span(12, 60, 0), Span(40, 50, 1))


@pytest.mark.parametrize(("code", "tokens"), [("en", LIGHT), ("ar", DARK)])
def test_timeline_underlines_what_is_coded_until_the_words_are_gone(
    make_console, sitting, desk, code, tokens, qapp
):
    console = make_console(Language(code), tokens=tokens)
    console.open_page(1)
    text = ARABIC if code == "ar" else ENGLISH
    words = "الشرطة" if code == "ar" else "police"
    note = desk.do("write_note", text=text).id
    begin = text.index(words)
    before = console.notes.model.lines[-1].spans
    desk.do("code_note", note=note, code="groups:AFR", begin=begin, end=begin + len(words))
    coded = console.notes.model.lines[-1].spans
    qapp.processEvents()
    image = console.notes.timeline.viewport().grab().toImage()
    inked = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    seen = desk.view().notes[-1]
    desk.do("revise_note", note=note, base=seen.revision, text=text.replace(words, ""))

    assert (before, coded) == ((), (Span(begin, begin + len(words)),))
    assert tokens.accent.rgb() in inked
    assert console.notes.model.lines[-1].spans == ()


def test_restricted_note_shows_no_line_before_it_is_opened(rapporteur, desk):
    note = desk.do("write_note", text=ENGLISH, kind=NoteKind.PROTECTION).id
    desk.do("code_note", note=note, code="groups:AFR", begin=4, end=10)
    closed = rapporteur.notes.model.lines[-1].spans
    rapporteur.notes.model.open_or_close(note, desk.now())

    assert (closed, rapporteur.notes.model.lines[-1].spans) == ((), (Span(4, 10),))
