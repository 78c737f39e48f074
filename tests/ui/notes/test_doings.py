"""All that can be done with a note is found by its words, and every note is reached by keys."""

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from facilitator.domain.notes import About, Bond, NoteKind
from facilitator.language.direction import bare

CONTROL = Qt.KeyboardModifier.ControlModifier
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
ENTER, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down


def texts(desk):
    return [note.text for note in desk.view().notes]


def does(rapporteur, words):
    """Choose what can be done by its words, from the list that one key opens."""
    picker = rapporteur.notes.tools.picker
    rapporteur.presses(Qt.Key.Key_O, CONTROL)
    picker.field.insert(words)
    QTest.keyClick(picker.field, ENTER)
    return picker


def takes(picker, typed=""):
    picker.field.insert(typed)
    QTest.keyClick(picker.field, ENTER)


def test_up_and_down_go_from_note_to_note_and_back_to_the_line_begun(rapporteur, desk):
    for text in ("one", "two", "three"):
        rapporteur.writes(text)
    seen = []
    for key in (UP, UP, UP, UP, DOWN, DOWN, DOWN):
        rapporteur.presses(key)
        seen.append((rapporteur.field.text(), rapporteur.notes.capture.editing is not None))

    assert seen == [
        ("three", True),
        ("two", True),
        ("one", True),
        ("one", True),
        ("two", True),
        ("three", True),
        ("", False),
    ]


def test_a_note_that_was_changed_is_not_left_by_an_arrow(rapporteur, desk):
    for text in ("one", "two"):
        rapporteur.writes(text)
    rapporteur.presses(UP)
    rapporteur.types(" and more")
    rapporteur.presses(UP)

    assert rapporteur.field.text() == "two and more"


def test_all_that_can_be_done_is_listed_with_its_keys(rapporteur):
    picker = rapporteur.notes.tools.picker
    rapporteur.presses(Qt.Key.Key_O, CONTROL)
    of_the_line = [(row.text, bare(row.end)) for row in picker.list.rows]
    QTest.keyClick(picker.field, Qt.Key.Key_Escape)
    rapporteur.writes("said")
    rapporteur.presses(UP)
    rapporteur.presses(Qt.Key.Key_Menu)

    assert of_the_line == [
        ("Tags, of the note or of the selected words", "Ctrl+T"),
        ("The language heard, and through interpretation", "Ctrl+I"),
        ("Search in all that was said", "Ctrl+F"),
        ("What is to be followed up", "Ctrl+J"),
        ("What is missing; tell the moderator", "Ctrl+G"),
        ("All short codes, which a semicolon begins", "Ctrl+E"),
        ("Bring back a note that was removed", ""),
    ]
    assert len(picker.list.rows) == 18


def test_a_press_of_the_right_button_takes_a_note_up_and_lists_what_can_be_done(rapporteur):
    for text in ("one", "two"):
        rapporteur.writes(text)
    timeline = rapporteur.notes.timeline
    timeline.customContextMenuRequested.emit(timeline.visualRect(timeline.model().index(0)).center())

    assert (rapporteur.field.text(), rapporteur.notes.tools.picker.isVisible()) == ("one", True)


@pytest.mark.parametrize(
    ("typed", "about", "spoken"),
    [("panel as a whole", About.PANEL, None), ("nobody", About.NOBODY, None), ("brazil", About.SPEAKER, 0)],
)
def test_a_note_goes_to_whom_it_belongs(rapporteur, desk, clock, typed, about, spoken):
    turns = [desk.do("give_floor").id]
    clock.pass_s(30)
    turns.append(desk.do("give_floor").id)
    rapporteur.writes("said")
    rapporteur.presses(UP)
    takes(does(rapporteur, "move it"), typed)

    (note,) = desk.view().notes
    wanted = None if spoken is None else turns[spoken]
    assert (note.about, note.intervention) == (about, wanted)
    assert rapporteur.notes.capture.editing == note


def test_a_note_goes_to_another_panel_and_is_edited_there(rapporteur, desk):
    desk.do("add_panel", title="Second", starts=4_000_000, ends=5_000_000)
    rapporteur.writes("said")
    rapporteur.presses(UP)
    takes(does(rapporteur, "move it"), "second")
    there = [desk.view(panel.id).notes for panel in desk.view().panels]
    assert [[note.text for note in notes] for notes in there] == [["said"], []]

    rapporteur.presses(Qt.Key.Key_F, CONTROL)
    takes(rapporteur.notes.tools.search, "said")
    rapporteur.presses(UP)
    rapporteur.types(" again")
    rapporteur.presses(ENTER)
    after = [note.text for panel in desk.view().panels for note in desk.view(panel.id).notes]
    assert after == ["said again"]


def test_what_was_changed_is_stored_before_anything_else_is_done(rapporteur, desk):
    for text in ("one", "two"):
        rapporteur.writes(text)
    rapporteur.presses(UP)
    rapporteur.types(" halves")
    rapporteur.presses(Qt.Key.Key_M, CONTROL)

    assert texts(desk) == ["one\ntwo halves"]


def test_a_note_goes_into_any_other(rapporteur, desk):
    for text in ("one", "two", "three"):
        rapporteur.writes(text)
    rapporteur.presses(UP)
    takes(does(rapporteur, "another note"), "one")

    assert texts(desk) == ["one\nthree", "two"]


def test_links_are_told_both_ways_followed_and_taken_off(rapporteur, desk):
    for text in ("Why so?", "Because"):
        rapporteur.writes(text)
    question, _ = desk.view().notes
    picker = rapporteur.notes.tools.picker
    rapporteur.presses(UP)
    rapporteur.presses(Qt.Key.Key_L, CONTROL)
    takes(picker, "why")
    tags = [line.tags for line in rapporteur.notes.model.lines]
    told = []
    for key in (None, UP):
        if key is not None:
            rapporteur.presses(key)
        rapporteur.presses(Qt.Key.Key_L, CONTROL)
        told.append([(row.start, row.text) for row in picker.list.rows])
        QTest.keyClick(picker.field, Qt.Key.Key_Escape)
    assert (tags, told) == (
        [("1 link",), ("1 link",)],
        [[("refers to", "Why so?")], [("referred to by", "Because")]],
    )

    rapporteur.presses(DOWN)
    rapporteur.presses(Qt.Key.Key_L, CONTROL)
    takes(picker)
    assert rapporteur.notes.timeline.painter.editing == question.id
    rapporteur.presses(UP)
    rapporteur.presses(DOWN)
    rapporteur.presses(Qt.Key.Key_L, CONTROL)
    takes(picker, "why")
    assert [
        bond for bonds in desk.view().relations.values() for bond in bonds if bond.kind is Bond.REFERS
    ] == []


def test_note_without_a_link_is_offered_the_others_of_its_panel_the_newest_first(rapporteur, desk):
    for text in ("one", "two", "three"):
        rapporteur.writes(text)
    picker = rapporteur.notes.tools.picker
    rapporteur.presses(UP)
    rapporteur.presses(Qt.Key.Key_L, CONTROL)
    offered = [row.text for row in picker.list.rows]
    takes(picker)
    first, second, third = desk.view().notes

    assert offered == ["two", "one"]
    assert [(bond.note, bond.other) for bond in desk.view().relations[third.id]] == [(third.id, second.id)]
    assert first.id not in desk.view().relations


def test_an_earlier_version_is_compared_with_what_stands_there(rapporteur):
    rapporteur.writes("First words")
    rapporteur.presses(UP)
    rapporteur.field.setSelection(0, 5)
    rapporteur.types("Last")
    rapporteur.presses(ENTER)
    rapporteur.presses(UP)
    rapporteur.presses(Qt.Key.Key_H, CONTROL)
    picker = rapporteur.notes.tools.picker
    now = picker.foot.text()
    QTest.keyClick(picker.field, DOWN)

    marks = picker.foot.text()
    assert (now, marks.count('line-through">Last<'), marks.count('underline">First<')) == ("", 1, 1)


def test_versions_of_several_paragraphs_are_compared_each_in_its_own_direction(rapporteur, desk):
    desk.do("write_note", text="First <b>\nأكدت الوفود 3.", kind=NoteKind.POINT)
    note = desk.view().notes[-1]
    text = "First <b>\nقالت الوفود 3.\nThird"
    desk.do("revise_note", note=note.id, text=text, base=note.revision)
    rapporteur.presses(UP)
    rapporteur.presses(Qt.Key.Key_H, CONTROL)
    picker = rapporteur.notes.tools.picker
    QTest.keyClick(picker.field, DOWN)

    document = QTextDocument()
    document.setHtml(picker.foot.text())
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    assert QtGui.Qt.mightBeRichText(picker.foot.text())
    assert [block.text() for block in blocks] == ["First <b>", "قالتأكدت الوفود 3.", "Third"]
    assert [block.textDirection() for block in blocks] == [LTR, RTL, LTR]


def test_somebody_follows_a_note_up_until_a_day(rapporteur, desk):
    rapporteur.writes("t Send the study")
    rapporteur.presses(UP)
    takes(does(rapporteur, "who follows"), "Secretariat 2026-12-01")

    (note,) = desk.view().notes
    assert (note.kind, note.charge, note.due) == (NoteKind.FOLLOW_UP, "Secretariat", "2026-12-01")


def test_a_paragraph_has_the_language_that_is_told(rapporteur, desk):
    rapporteur.types("Oui")
    rapporteur.presses(ENTER, Qt.KeyboardModifier.ShiftModifier)
    rapporteur.types("No")
    rapporteur.presses(ENTER)
    rapporteur.presses(UP)
    takes(does(rapporteur, "language of the paragraph"), "español")

    assert [note.languages for note in desk.view().notes] == [("", "es")]


def test_a_removed_note_is_brought_back(rapporteur, desk):
    for text in ("one", "two"):
        rapporteur.writes(text)
    rapporteur.presses(UP)
    rapporteur.presses(Qt.Key.Key_Delete, CONTROL)
    gone = texts(desk)
    takes(does(rapporteur, "bring back"))

    assert (gone, texts(desk)) == (["one"], ["one", "two"])
