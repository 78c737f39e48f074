"""The programme is kept at the setup desk: panels corrected and moved, questions ordered, and taken back."""

import pytest

from facilitator.language.direction import bare
from facilitator.language.speech import Language

HOUR = 3_600_000


@pytest.fixture
def setup(make_console, desk, people):
    console = make_console()
    console.open_page(3)
    return console._pages.setup


@pytest.fixture
def sheet(setup):
    setup.door.panels.click()
    return setup.door.programme


def _typed(sheet, name, text):
    sheet.fields[name].setText(text)
    sheet.fields[name].editingFinished.emit()


def _asked(desk):
    return [(question.number, question.text) for question in desk.view().panels[0].questions]


def test_the_fields_say_what_the_panel_is(sheet, desk):
    shown = {name: field.text() for name, field in sheet.fields.items()}

    assert shown == {
        "title": "Remedies",
        "room": "",
        "starts": "10:00",
        "ends": "11:00",
        "hard_stop": "11:00",
    }
    assert [bare(row[1]) for row in sheet.question_rows.rows] == ["First?", "Second?"]


def test_a_new_beginning_moves_the_whole_panel_and_undo_shows_it_where_it_was(sheet, setup, desk):
    before = desk.view().panels[0]

    _typed(sheet, "starts", "11.30")
    moved = desk.view().panels[0]
    shown = [sheet.fields[name].text() for name in ("starts", "ends", "hard_stop")]
    setup.act_wanted.emit("undo", {"desk": "secretariat"})

    assert moved.starts - before.starts == moved.hard_stop - before.hard_stop == 3 * HOUR // 2
    assert shown == ["11:30", "12:30", "12:30"]
    assert sheet.fields["starts"].text() == "10:00"


def test_a_time_that_is_none_or_is_refused_is_put_back(sheet, desk):
    before = desk.view().panels

    _typed(sheet, "ends", "soon")
    _typed(sheet, "ends", "9:00")

    assert (sheet.fields["ends"].text(), desk.view().panels) == ("11:00", before)


def test_questions_are_added_ordered_reworded_and_removed(sheet, desk):
    sheet.asked.setText("Third?")
    sheet.add.click()
    sheet.questions.selectRow(2)
    sheet.up.click()
    sheet.asked.setText("Now second?")
    sheet.reword.click()
    assert _asked(desk) == [(1, "First?"), (2, "Now second?"), (3, "Second?")]

    sheet.questions.selectRow(0)
    sheet.remove.click()

    assert _asked(desk) == [(1, "Now second?"), (2, "Second?")]


def test_the_first_row_is_chosen_where_the_page_runs_from_the_right_too(make_console, desk, people):
    console = make_console(Language("ar"))
    console.open_page(3)
    door = console._pages.setup.door

    door.panels.click()

    chosen = [index.row() for index in door.programme.questions.selectionModel().selectedRows()]
    assert (chosen, door.programme.asked.text()) == ([0], "First?")
