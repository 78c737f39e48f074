"""A note has as many lines as it needs, each with its own direction; the line grows with them."""

import pytest
from PySide6.QtCore import QMimeData, Qt

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_shift_enter_begins_a_line_and_enter_stores_all(rapporteur, desk):
    rapporteur.types("One")
    rapporteur.presses(Qt.Key.Key_Return, SHIFT)
    rapporteur.types("Two")
    rapporteur.presses(Qt.Key.Key_Return)

    assert ([note.text for note in desk.view().notes][-1], rapporteur.field.text()) == ("One\nTwo", "")


def test_line_grows_up_to_five_lines_and_is_one_again(rapporteur):
    capture, field = rapporteur.notes.capture, rapporteur.field
    heights = []
    for lines in (1, 2, 5, 9, 0):
        field.setText("\n".join("word" for _ in range(lines)))
        heights.append((capture.height() - field.height(), field.height()))
    step = field.fontMetrics().lineSpacing()

    assert heights == [(84, 36), (84, 36 + step), (84, 36 + 4 * step), (84, 36 + 4 * step), (84, 36)]


@pytest.mark.parametrize(
    ("pasted", "text"),
    [("One\r\nTwo\n", "One\nTwo"), ("One\rTwo", "One\nTwo"), ("نعم\nyes\n\n", "نعم\nyes")],
)
def test_pasted_lines_stay_lines(rapporteur, pasted, text):
    data = QMimeData()
    data.setText(pasted)
    rapporteur.field.insertFromMimeData(data)

    assert rapporteur.field.text() == text


def test_each_paragraph_runs_as_it_begins(rapporteur):
    rapporteur.field.setText("yes\nنعم\nno")
    block, ways = rapporteur.field.document().firstBlock(), []
    while block.isValid():
        ways.append(block.textDirection())
        block = block.next()
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft

    assert ways == [left, right, left]


def test_up_goes_through_the_lines_of_what_is_written(rapporteur, desk):
    rapporteur.types("One")
    rapporteur.presses(Qt.Key.Key_Return, SHIFT)
    rapporteur.types("Two")
    rapporteur.presses(Qt.Key.Key_Up)

    assert (rapporteur.field.place(), rapporteur.notes.capture.editing) == (3, None)


def test_selection_over_lines_counts_code_points(rapporteur):
    rapporteur.field.setText("👍 a\nb")
    rapporteur.field.setSelection(3, 3)  # units of UTF-16

    assert rapporteur.field.selected() == (2, 5, "a\nb")


def test_spaces_that_hold_words_together_are_kept(rapporteur, desk):
    text = "«\u00a0Racisme\u00a0» et 10\u202f000 personnes"
    rapporteur.field.setText(text)
    rapporteur.presses(Qt.Key.Key_Return)

    assert [note.text for note in desk.view().notes][-1] == text


def test_note_of_a_million_characters_is_stored_whole(rapporteur, desk):
    text = ("word " * 200).rstrip() + "\n"
    text = (text * 1_000)[:1_000_000].rstrip()
    rapporteur.field.setText(text)
    rapporteur.presses(Qt.Key.Key_Return)

    assert [note.text for note in desk.view().notes][-1] == text
