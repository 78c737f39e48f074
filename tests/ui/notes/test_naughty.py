"""Strings that break programs, and texts of a million characters, in the line and on the desk."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from facilitator.acts.export import export
from facilitator.domain.hits import Wanted
from facilitator.domain.refusals import UnknownReference
from facilitator.ui.notes.capture_field import LONGEST_LINE

NAUGHTY = Path(__file__).parents[4] / "shared" / "data" / "texts" / "blns.txt"
ENTER, UP = Qt.Key.Key_Return, Qt.Key.Key_Up
NO_TEXT = ("\ufeff", "\ufffe")  # marks of the order of bytes, which no field holds
MILLION = {
    "words": ("word " * 200_000).rstrip() + " last",
    "one word": "x" * 1_000_000,
    "lines": "line\n" * 200_000 + "last",
    "Arabic": "كلمة " * 200_000 + "نهاية",
}


def naughty():
    lines = NAUGHTY.read_text(encoding="utf-8").split("\n") if NAUGHTY.is_file() else []
    texts = dict.fromkeys(line for line in lines if line.strip() and not line.startswith("#"))
    return [text for text in texts if text not in NO_TEXT]


def as_stored(text):
    """A text as a field of several lines holds it: without signs of its own for the end of a line."""
    for sign in ("\r\n", "\r", "\u2028", "\u2029", "\ufdd0", "\ufdd1"):
        text = text.replace(sign, "\n")
    return text.strip()


@pytest.mark.skipif(not NAUGHTY.is_file(), reason="the shared data is not on this machine")
def test_every_naughty_string_is_a_note_and_is_edited_and_found_as_it_stands(rapporteur, desk):
    texts = naughty()
    for text in texts:
        rapporteur.field.insert(text)
        rapporteur.presses(ENTER)
    notes = desk.view().notes
    stored = [note.text for note in sorted(notes, key=lambda note: (note.at, note.id))]
    for note in notes[::10]:
        rapporteur.notes._edit(note.id)
        rapporteur.field.insert("!")
        rapporteur.presses(ENTER)
    revised = {note.id: note.text for note in desk.view().notes}

    assert stored == [as_stored(text) for text in texts]
    assert [revised[note.id] for note in notes[::10]] == [note.text + "!" for note in notes[::10]]
    assert rapporteur.field.text() == ""


@pytest.mark.skipif(not NAUGHTY.is_file(), reason="the shared data is not on this machine")
def test_every_naughty_string_can_be_looked_for_everywhere(rapporteur, desk):
    rapporteur.types("half a line")
    for key in (Qt.Key.Key_F, Qt.Key.Key_T, Qt.Key.Key_E, Qt.Key.Key_I):
        rapporteur.presses(key, Qt.KeyboardModifier.ControlModifier)
        tools = rapporteur.notes.tools
        box = tools.search if key == Qt.Key.Key_F else tools.picker
        for text in naughty()[::4]:
            box.field.setText(text)
        QTest.keyClick(box.field, Qt.Key.Key_Escape)

    assert (rapporteur.field.text(), desk.view().notes) == ("half a line", ())


@pytest.mark.parametrize("name", MILLION)
def test_a_million_characters_are_not_pasted_and_the_line_keeps_what_it_has(rapporteur, name, desk):
    told = []
    rapporteur.notes.told.connect(told.append)
    rapporteur.types("half a line")
    pasted = QMimeData()
    pasted.setText(MILLION[name])
    rapporteur.field.insertFromMimeData(pasted)
    rapporteur.presses(ENTER)

    assert told == [
        "This is longer than \u206820,000\u2069 characters, more than one note can show. Take a part of it.",
        "",
    ]
    assert [note.text for note in desk.view().notes] == ["half a line"]


def test_what_just_fits_is_pasted(rapporteur, desk):
    pasted = QMimeData()
    pasted.setText(("word " * LONGEST_LINE)[: LONGEST_LINE - 1] + "x")
    rapporteur.field.insertFromMimeData(pasted)
    rapporteur.presses(ENTER)

    assert [note.text for note in desk.view().notes] == [pasted.text()]


@pytest.mark.parametrize("name", MILLION)
def test_a_million_characters_of_another_program_are_shown_found_and_exported_whole(
    rapporteur, console, desk, tmp_path, name
):
    made = desk.do("write_note", text=MILLION[name])
    console.grab()
    rapporteur.writes("next")
    rapporteur.presses(UP)
    rapporteur.presses(Qt.Key.Key_Escape)
    rapporteur.notes._edit(made.id)
    found = desk.search(Wanted("last" if "last" in MILLION[name] else MILLION[name][-5:])).total
    export(desk, tmp_path / "r.json", what="record")
    whole = (tmp_path / "r.json").read_text("utf-8")

    assert [note.text for note in desk.view().notes] == [MILLION[name], "next"]
    assert rapporteur.notes.capture.editing is None
    assert (found > 0) is (name != "one word")
    assert MILLION[name].replace("\n", "\\n") in whole


def test_codes_and_notes_that_are_not_there_are_refused_and_the_line_keeps_its_text(rapporteur, desk):
    with pytest.raises(UnknownReference):
        desk.do("write_note", text="x", codes=("groups:NOBODY",))
    rapporteur.types("Said")
    rapporteur.notes.capture.tag("groups:NOBODY")
    rapporteur.presses(ENTER)

    assert (desk.view().notes, rapporteur.field.text()) == ((), "Said")
