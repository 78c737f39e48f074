"""A note's link is that of its first letter, whatever becomes of the floor before it is stored."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare
from facilitator.ui.notes.moment import Moment, moment_of, still
from facilitator.ui.notes.unfinished import Unfinished, unfinished

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TEN = 1_571_644_800_000


def links(desk, panel=1):
    view = desk.view(desk.view().panels[panel - 1].id)
    return [(n.text, n.panel, n.intervention, n.offset_ms, n.at) for n in view.notes]


def test_line_begun_in_a_panel_belongs_to_it_when_the_next_one_has_come(rapporteur, desk, clock):
    desk.do("add_panel", title="Later", starts=TEN + 7_200_000, ends=TEN + 9_000_000)
    panel, given = desk.view().panel.id, desk.do("give_floor").id
    begun = clock.pass_s(30)
    rapporteur.types("said at the ")
    clock.pass_s(5)
    desk.do("close_panel")
    shown = desk.view().panel.title

    rapporteur.writes("very end")

    assert shown == "Later"
    assert links(desk) == [("said at the very end", panel, given, 30_000, begun)]
    assert links(desk, 2) == []


def test_floor_that_is_taken_back_leaves_the_line_to_whoever_had_it_then(rapporteur, desk, clock):
    first = desk.do("give_floor").id
    clock.pass_s(20)
    desk.do("give_floor")
    begun = clock.pass_s(4)
    rapporteur.types("no, it is still ")
    desk.do("undo", desk="floor")
    anchored = bare(rapporteur.anchor())

    rapporteur.writes("the first one")

    assert anchored == "Brazil · 0:24 · no question"
    assert links(desk) == [("no, it is still the first one", desk.view().panel.id, first, 24_000, begun)]


def test_floor_taken_back_from_nobody_leaves_the_line_to_the_panel(rapporteur, desk, clock):
    clock.pass_s(5)
    desk.do("give_floor")
    rapporteur.types("the slip of a ")
    desk.do("undo", desk="floor")

    rapporteur.writes("finger")

    assert links(desk) == [("the slip of a finger", desk.view().panel.id, None, None, clock.now)]


def test_anchor_keeps_the_speaker_of_the_first_letter_in_sight(rapporteur, desk, clock):
    desk.do("give_floor")
    clock.pass_s(10)
    before = bare(rapporteur.anchor())
    rapporteur.types("begun")
    clock.pass_s(7)
    desk.do("give_floor")
    rapporteur.notes.tick(clock.now)
    during = bare(rapporteur.anchor())
    rapporteur.presses(Qt.Key.Key_Return)

    assert (before, during, bare(rapporteur.anchor())) == (
        "Brazil · 0:00 · no question",  # the heart of the console is held
        "Brazil · 0:10 · no question",
        "Norway · 0:00 · no question",
    )


def test_emptied_line_forgets_its_moment(rapporteur, desk, clock):
    desk.do("give_floor")
    rapporteur.types("x")
    rapporteur.presses(Qt.Key.Key_Backspace)
    clock.pass_s(30)
    given = desk.do("give_floor").id

    rapporteur.writes("new")

    assert [(text, who, offset) for text, _, who, offset, _ in links(desk)] == [("new", given, 0)]


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ([(Qt.Key.Key_1, ALT)], 1),
        ([(Qt.Key.Key_2, ALT)], 2),
        ([(Qt.Key.Key_2, ALT), (Qt.Key.Key_9, ALT)], 2),
        ([(Qt.Key.Key_2, ALT), (Qt.Key.Key_0, ALT)], None),
        ([(Qt.Key.Key_Down, CONTROL)] * 2, 2),
        ([(Qt.Key.Key_Down, CONTROL)] * 3, None),
        ([(Qt.Key.Key_Up, CONTROL)], 2),
    ],
)
def test_question_is_chosen_by_its_number_or_in_turn(rapporteur, desk, keys, number):
    for key, held in keys:
        rapporteur.presses(key, held)

    rapporteur.writes("said")

    questions = {question.number: question.id for question in desk.view().panel.questions}
    assert [note.question for note in desk.view().notes] == [questions.get(number)]


def test_question_stays_for_the_next_note_and_the_kind_does_not(rapporteur, desk):
    rapporteur.presses(Qt.Key.Key_3, CONTROL)
    rapporteur.presses(Qt.Key.Key_1, ALT)
    rapporteur.writes("one")
    rapporteur.writes("two")

    first, second = desk.view().notes
    assert (first.kind, second.kind) == (NoteKind.CHALLENGE, NoteKind.POINT)
    assert first.question == second.question == desk.view().panel.questions[0].id


def test_draft_keeps_kind_question_and_link_through_a_power_cut(make_console, sitting, desk, clock):
    given, before = desk.do("give_floor").id, make_console()
    before.open_page(1)
    begun = clock.pass_s(15)
    line = before.notes.capture
    line.choose_kind(NoteKind.GAP)
    line._numbered_question(2)
    line.field.insert("half a sentence")
    line._typed("half a sentence")
    line.keep_draft()
    clock.pass_s(60)
    desk.do("give_floor")

    after = make_console()
    after.open_page(1)
    after.notes.capture._store()

    (note,) = desk.view().notes
    assert (note.text, note.kind, note.intervention, note.offset_ms, note.at) == (
        "half a sentence",
        NoteKind.GAP,
        given,
        15_000,
        begun,
    )
    assert note.question == desk.view().panel.questions[1].id


def test_moment_of_an_empty_floor_is_the_panels(desk, sitting, clock):
    assert moment_of(desk.view(), clock.now) == Moment(clock.now, desk.view().panel.id)


def test_moment_in_another_panel_is_left_as_it_is(desk, sitting, clock):
    desk.do("give_floor")
    elsewhere = replace(moment_of(desk.view(), clock.now), panel="another")

    assert still(elsewhere, desk.view()) == elsewhere


@pytest.mark.parametrize(
    "line",
    [
        Unfinished("text", NoteKind.GAP, "q", Moment(5, "p", "i"), "n", "r", Unfinished("under it")),
        Unfinished("{", NoteKind.PROTECTION),
        Unfinished('{"text": 3}'),
        Unfinished("", beneath=Unfinished("begun before")),
    ],
)
def test_unfinished_line_is_read_as_it_was_written(line):
    assert unfinished(line.written()) == line


@pytest.mark.parametrize("written", ["half a sen", "{", '{"x": 1}', "[1]", "12"])
def test_words_that_nobody_packed_are_the_text(written):
    assert unfinished(written) == Unfinished(written)


@pytest.mark.parametrize("spoilt", ['"kind": "?"', '"moment": [1]', '"moment": ["x", 2, 3]', '"note": 7'])
def test_spoilt_link_leaves_the_text(spoilt):
    assert unfinished(f'{{"text": "kept", {spoilt}}}') == Unfinished("kept")


def test_empty_line_leaves_nothing_to_keep():
    assert Unfinished("", NoteKind.GAP, beneath=Unfinished()).written() == ""
