"""Search, tags, versions and the like float over the notes, take what is chosen, and lose no keystroke."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from facilitator.domain.notes import About, NoteKind
from facilitator.language.direction import bare

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def picks(rapporteur, key, typed="", *, picker=None):
    """Open what a key opens, type into it, and take the first line."""
    rapporteur.presses(key, CONTROL)
    picker = picker or rapporteur.notes.tools.picker
    assert picker.isVisible()
    picker.field.insert(typed)
    return picker


def test_search_finds_as_one_types_and_enter_goes_there(rapporteur, desk):
    rapporteur.writes("g Associations may sue")
    rapporteur.writes("c No data by ethnicity")
    box = picks(rapporteur, Qt.Key.Key_F, "assoc", picker=rapporteur.notes.tools.search)

    assert [(row.start, row.text) for row in box.list.rows] == [("Good practice", "Associations may sue")]
    QTest.keyClick(box.field, ENTER)
    first = desk.view().notes[0]
    assert (box.isVisible(), rapporteur.notes.timeline.painter.editing) == (False, first.id)
    rapporteur.writes("and on")
    assert rapporteur.notes.timeline.follows


def test_a_kind_and_a_colon_find_only_that_kind_and_escape_leaves(rapporteur):
    rapporteur.writes("g justice")
    rapporteur.writes("c justice")
    rapporteur.types("half a line")
    box = picks(rapporteur, Qt.Key.Key_F, "c: justice", picker=rapporteur.notes.tools.search)

    assert [row.start for row in box.list.rows] == ["Challenge"]
    QTest.keyClick(box.field, ESCAPE)
    assert (box.isVisible(), rapporteur.field.text()) == (False, "half a line")


def test_what_a_protection_concern_says_is_not_shown_among_the_hits(rapporteur):
    rapporteur.writes("! threatened at home")
    box = picks(rapporteur, Qt.Key.Key_F, "threatened", picker=rapporteur.notes.tools.search)

    assert ["threatened" in row.text for row in box.list.rows] == [False]


def test_two_letters_in_any_language_tag_the_line(rapporteur, desk):
    rapporteur.types("Said of them")
    QTest.keyClick(picks(rapporteur, Qt.Key.Key_T, "الأفارقة").field, ENTER)
    assert "Africans and people of African descent" in rapporteur.anchor()

    rapporteur.presses(ENTER)
    (note,) = desk.view().notes
    assert [coding.code for coding in desk.view().codings[note.id]] == ["groups:AFR"]
    assert rapporteur.notes.capture.tags == ()


def test_a_selected_span_of_a_note_is_coded_in_code_points(rapporteur, desk):
    rapporteur.field.insert("👍🏽 police reform")
    rapporteur.presses(ENTER)
    rapporteur.presses(Qt.Key.Key_Up)
    rapporteur.field.setSelection(5, 6)  # units of UTF-16
    QTest.keyClick(picks(rapporteur, Qt.Key.Key_T, "police").field, ENTER)

    (note,) = desk.view().notes
    (coding,) = desk.view().codings[note.id]
    assert (coding.code, note.text[coding.begin : coding.end]) == ("areas:police", "police")
    assert [bare(tag) for tag in rapporteur.notes.model.lines[-1].tags] == ["police: “police”"]


def test_a_note_is_for_the_turn_before_the_panel_or_nobody(rapporteur, desk, clock):
    turns = [desk.do("give_floor").id]
    clock.pass_s(30)
    turns.append(desk.do("give_floor").id)
    for presses in range(4):
        for _ in range(presses):
            rapporteur.presses(Qt.Key.Key_B, CONTROL)
        rapporteur.writes("x")

    notes = desk.view().notes
    assert [note.intervention for note in notes] == [turns[1], turns[0], None, None]
    assert [note.about for note in notes] == [About.SPEAKER, About.SPEAKER, About.PANEL, About.NOBODY]


def test_an_earlier_version_is_seen_and_comes_back(rapporteur, desk):
    rapporteur.writes("First")
    rapporteur.presses(Qt.Key.Key_Up)
    rapporteur.field.clear()
    rapporteur.writes("Second")
    rapporteur.presses(Qt.Key.Key_Up)
    picker = picks(rapporteur, Qt.Key.Key_H)
    assert [row.text for row in picker.list.rows] == ["Second", "First"]

    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    QTest.keyClick(picker.field, ENTER)
    assert [note.text for note in desk.view().notes] == ["First"]


def test_a_note_is_split_at_the_cursor_and_goes_into_the_one_before(rapporteur, desk):
    rapporteur.writes("First part second part")
    rapporteur.presses(Qt.Key.Key_Up)
    rapporteur.field.setCursorPosition(len("First part "))
    rapporteur.presses(ENTER, CONTROL)
    assert sorted(note.text for note in desk.view().notes) == ["First part", "second part"]

    rapporteur.presses(Qt.Key.Key_Up)
    rapporteur.presses(Qt.Key.Key_M, CONTROL)
    assert len(desk.view().notes) == 1
    rapporteur.presses(Qt.Key.Key_Z, CONTROL)
    assert len(desk.view().notes) == 2


def test_a_note_refers_to_one_that_is_looked_for(rapporteur, desk):
    rapporteur.writes("Why so?")
    rapporteur.writes("Because")
    rapporteur.presses(Qt.Key.Key_Up)
    QTest.keyClick(picks(rapporteur, Qt.Key.Key_L, "why").field, ENTER)

    question, answer = desk.view().notes
    assert [(bond.note, bond.other) for bond in desk.view().relations[question.id]] == [
        (answer.id, question.id)
    ]


def test_follow_up_is_settled_and_the_moderator_is_told_of_a_gap(rapporteur, desk):
    rapporteur.writes("t Send the study")
    QTest.keyClick(picks(rapporteur, Qt.Key.Key_J).field, ENTER)
    assert desk.view().notes[0].settled_at is not None

    picker = picks(rapporteur, Qt.Key.Key_G)
    first = picker.list.rows[0].text
    QTest.keyClick(picker.field, ENTER)
    told = [note for note in desk.view().notes if note.charge == "moderator"]
    assert [(note.kind, note.text) for note in told] == [(NoteKind.FOLLOW_UP, first)]


def test_the_line_keeps_its_tags_through_a_crash(rapporteur, make_console, desk):
    rapporteur.types("Half")
    rapporteur.notes.capture.tag("groups:AFR")
    rapporteur.notes.capture.keep_draft()

    again = make_console()
    again.open_page(1)
    assert (again.notes.capture.field.text(), again.notes.capture.tags) == ("Half", ("groups:AFR",))


def test_what_the_moderator_shall_read_is_named_so_in_the_list_and_a_split_at_the_edge_says_why_not(
    rapporteur, desk
):
    rapporteur.presses(Qt.Key.Key_D, CONTROL)
    rapporteur.writes("Two words")
    listed = [row.end for row in picks(rapporteur, Qt.Key.Key_J).list.rows]
    QTest.keyClick(rapporteur.notes.tools.picker.field, Qt.Key.Key_Escape)
    told = []
    rapporteur.notes.told.connect(told.append)
    rapporteur.presses(Qt.Key.Key_Up)
    rapporteur.presses(ENTER, CONTROL)
    refused = list(told)
    rapporteur.field.setText("  Two words more")
    rapporteur.field.setCursorPosition(6)
    rapporteur.presses(ENTER, CONTROL)

    assert listed == ["Moderator"]
    assert refused == ["There is nothing to split here. Put the cursor between two parts of the note."]
    assert sorted(note.text for note in desk.view().notes) == ["Two", "words more"]


def test_tags_that_are_there_stand_first_and_are_told_so(rapporteur, desk):
    rapporteur.writes("Said of them")
    rapporteur.presses(Qt.Key.Key_Up)
    QTest.keyClick(picks(rapporteur, Qt.Key.Key_T, "migrants").field, ENTER)
    picker = picks(rapporteur, Qt.Key.Key_T)
    first = picker.list.rows[0]
    QTest.keyClick(picker.field, ENTER)

    note = desk.view().notes[0]
    assert (first.text, first.end) == ("Migrants", "tagged: Enter takes it off")
    assert desk.view().codings.get(note.id, ()) == ()


def test_a_tag_whose_words_are_gone_is_taken_off_like_any_other(rapporteur, desk):
    rapporteur.writes("Migrants wait for years")
    note = desk.view().notes[0]
    desk.do("code_note", note=note.id, code="groups:MIG", begin=0, end=8, base=note.revision)
    desk.do("revise_note", note=note.id, text="Quite another text", base=note.revision)
    gone = [coding.orphaned for coding in desk.view().codings[note.id]]
    rapporteur.presses(Qt.Key.Key_Up)
    picker = picks(rapporteur, Qt.Key.Key_T, "migrants")
    told = picker.list.rows[0].end
    QTest.keyClick(picker.field, ENTER)

    assert (gone, told) == ([True], "tagged: Enter takes it off")
    assert desk.view().codings.get(note.id, ()) == ()


def does(rapporteur, words):
    """Open the list of all that can be done, and take what these words name."""
    picker = picks(rapporteur, Qt.Key.Key_O, words)
    QTest.keyClick(picker.field, ENTER)
    return picker


def test_the_language_of_a_paragraph_is_told_by_its_note_and_in_the_list(rapporteur, desk):
    rapporteur.writes("nada nuevo")
    rapporteur.presses(Qt.Key.Key_Up)
    picker = does(rapporteur, "language of the paragraph")
    before = [row.text for row in picker.list.rows if row.end]
    picker.field.insert("Espa")
    QTest.keyClick(picker.field, ENTER)
    after = [row.text for row in does(rapporteur, "language of the paragraph").list.rows if row.end]

    note = desk.view().notes[0]
    model = rapporteur.notes.model
    assert (before, note.languages, after) == (["as its letters tell"], ("es",), ["Español"])
    assert model.lines[model.row_of(note.id)].tags == ("Español",)


def test_a_note_is_moved_to_a_question_by_the_number_it_has_on_the_screen(rapporteur, desk):
    rapporteur.writes("On the second one")
    rapporteur.presses(Qt.Key.Key_Up)
    picker = does(rapporteur, "move it to another")
    picker.field.insert("1.2")
    QTest.keyClick(picker.field, ENTER)

    question = desk.view().panel.questions[1]
    assert desk.view().notes[0].question == question.id
    assert bare(f"1.2 {question.brief}") in bare(rapporteur.anchor())

    rapporteur.writes(" of them")
    kept = desk.view().notes[0]
    assert (kept.text, kept.question) == ("On the second one of them", question.id)


def test_note_in_the_line_follows_a_move_that_is_taken_back_but_not_what_was_chosen_there(rapporteur, desk):
    first, second = (question.id for question in desk.view().panel.questions[:2])
    rapporteur.writes("Somewhere")
    note = desk.view().notes[0]
    desk.do("move_note", note=note.id, question=first)
    rapporteur.presses(Qt.Key.Key_Up)
    desk.do("move_note", note=note.id, question=second)
    followed = rapporteur.notes.capture.question
    desk.do("undo", desk="notes")
    back = rapporteur.notes.capture.question
    rapporteur.notes.capture.choose_kind(NoteKind.GAP)
    rapporteur.presses(Qt.Key.Key_Down, CONTROL)
    desk.do("move_note", note=note.id, question=None)
    rapporteur.writes(" else")

    kept = desk.view().notes[0]
    assert (followed, back) == (second, first)
    assert (kept.text, kept.kind, kept.question) == ("Somewhere else", NoteKind.GAP, second)


def test_escape_leaves_another_panel_that_was_looked_up_and_the_way_back_names_it(rapporteur, desk):
    here = desk.view().panel
    later = desk.do("add_panel", title="Later", starts=1_571_652_000_000, ends=1_571_653_800_000).id
    desk.do("write_note", text="elsewhere said", panel=later)
    box = picks(rapporteur, Qt.Key.Key_F, "elsewhere", picker=rapporteur.notes.tools.search)
    QTest.keyClick(box.field, ENTER)
    timeline, model = rapporteur.notes.timeline, rapporteur.notes.model
    away = [line.text for line in model.lines]
    told = bare(timeline.back.text())
    rapporteur.presses(ESCAPE)

    assert (away, told) == (["elsewhere said"], "Panel 2 · Later · Back to now")
    assert (timeline.back.isVisible(), timeline.follows, desk.view().panel.id) == (False, True, here.id)
    assert "elsewhere said" not in [line.text for line in model.lines]


def test_note_found_in_a_longer_panel_is_in_sight(rapporteur, desk):
    long, later = " ".join(["and so on"] * 40), {"starts": 1_571_652_000_000, "ends": 1_571_653_800_000}
    there = desk.do("add_panel", title="Later", **later).id
    for number in range(20):
        desk.do("write_note", text=f"{number} {long}")
    for number in range(60):
        desk.do("write_note", text=f"{number} {long}", panel=there)
    desk.do("write_note", text="the needle", panel=there)
    for _ in range(10):
        desk.do("write_note", text=long, panel=there)
    found = next(note for note in desk.view(there).notes if note.text == "the needle").id
    timeline, model = rapporteur.notes.timeline, rapporteur.notes.model
    at_foot = timeline.verticalScrollBar().value() == timeline.verticalScrollBar().maximum() > 0
    box = picks(rapporteur, Qt.Key.Key_F, "needle", picker=rapporteur.notes.tools.search)
    QTest.keyClick(box.field, ENTER)
    QCoreApplication.processEvents()
    place = timeline.visualRect(model.index(model.row_of(found)))

    assert (at_foot, timeline.painter.editing) == (True, found)
    assert timeline.viewport().rect().contains(place)


@pytest.mark.parametrize("away", ["tab", "sheet"])
def test_list_is_gone_when_the_keys_go_elsewhere(rapporteur, away, qapp):
    rapporteur.writes("one")
    rapporteur.presses(Qt.Key.Key_Up)
    rapporteur.presses(Qt.Key.Key_L, CONTROL)
    picker, button = rapporteur.notes.tools.picker, QPushButton(rapporteur.notes.window())
    there = picker.isVisible()
    button.show()
    if away == "tab":
        QTest.keyClick(picker.field, Qt.Key.Key_Tab)
    else:
        button.setFocus()

    assert (there, picker.isVisible()) == (True, False)
    assert not picker.isAncestorOf(qapp.focusWidget())


def test_escape_while_nothing_is_looked_up_keeps_what_is_typed(rapporteur):
    rapporteur.types("half a line")
    rapporteur.presses(ESCAPE)

    assert rapporteur.field.text() == "half a line"


def test_text_is_pasted_into_a_list_that_stands_open(rapporteur, qapp):
    """A system tells that Control is held when it is pressed alone: nothing is meant by that yet."""
    qapp.clipboard().setText("assoc")
    box = picks(rapporteur, Qt.Key.Key_F, picker=rapporteur.notes.tools.search)
    QTest.keyPress(box.field, Qt.Key.Key_Control, CONTROL)
    kept = box.field.hasFocus()
    QTest.keyClick(box.field, Qt.Key.Key_V, CONTROL)

    assert (kept, box.field.text(), rapporteur.field.text()) == (True, "assoc", "")


def test_no_list_shows_what_a_protection_concern_says(rapporteur, desk):
    hidden = "Restricted note. Never exported; click to read."
    concern = desk.do("write_note", text="She was threatened.", kind=NoteKind.PROTECTION).id
    note = desk.do("write_note", text="A point.").id
    rapporteur.presses(Qt.Key.Key_Up)
    offered = [row.text for row in picks(rapporteur, Qt.Key.Key_L).list.rows]
    found = [row.text for row in picks(rapporteur, Qt.Key.Key_L, "threatened").list.rows]
    desk.do("relate_notes", note=note, other=concern)
    linked = [row.text for row in picks(rapporteur, Qt.Key.Key_L).list.rows]

    assert (offered, found, linked) == ([hidden], [hidden], [hidden])
