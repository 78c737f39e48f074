"""The rapporteur's desk: a note is stored by Enter, linked to its moment, and no keystroke is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.acts.desk import open_desk
from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.speech import Language
from facilitator.ui.notes.capture_block import DRAFT_MS
from facilitator.ui.notes.kinds import BY_NUMBER, ICONS
from facilitator.ui.notes.unfinished import unfinished
from facilitator.ui.reading import digits_width, read
from facilitator.ui.type import font_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def notes(console):
    console.open_page(1)
    return console.notes


def field(notes):
    return notes.capture.field


def write(notes, text):
    QTest.keyClicks(field(notes), text)
    QTest.keyClick(field(notes), Qt.Key.Key_Return)


def test_enter_stores_the_note_with_speaker_clock_category_and_kind(notes, desk, clock):
    given = desk.do("give_floor").id
    clock.pass_s(20)
    QTest.keyClick(field(notes), Qt.Key.Key_2, CONTROL)
    QTest.keyClick(field(notes), Qt.Key.Key_Down, CONTROL)

    write(notes, "Associations may sue")

    view = desk.view()
    (note,) = view.notes
    assert (note.text, note.kind, note.intervention) == (
        "Associations may sue",
        NoteKind.GOOD_PRACTICE,
        given,
    )
    assert (note.offset_ms, note.category, note.question) == (20_000, "GOV", view.panel.questions[0].id)
    assert field(notes).text() == ""


@pytest.mark.parametrize("kind", list(NoteKind))
def test_every_kind_has_a_key_a_word_and_an_icon(notes, desk, kind):
    write(notes, f"{kind.value} said")

    assert ([n.kind for n in desk.view().notes], desk.view().notes[0].text) == ([kind], "said")
    assert (kind in NOTE_KINDS, kind in ICONS) == (True, True)


@pytest.mark.parametrize("number", range(1, 10))
def test_nine_kinds_have_a_number(notes, number):
    QTest.keyClick(field(notes), Qt.Key(Qt.Key.Key_0 + number), CONTROL)

    assert notes.capture.kind is BY_NUMBER[number - 1]


def test_a_key_chooses_from_the_list_of_all_kinds(notes):
    QTest.keyClick(field(notes), Qt.Key.Key_K, CONTROL)
    assert notes.kinds.isVisibleTo(notes)

    QTest.keyClicks(notes.kinds, "w")

    assert (notes.capture.kind, notes.kinds.isVisibleTo(notes)) == (NoteKind.COOPERATION, False)


def test_the_link_is_that_of_the_first_letter_even_if_the_floor_changes_hands(notes, desk, clock):
    first = desk.do("give_floor").id
    clock.pass_s(10)
    QTest.keyClicks(field(notes), "begun ")
    clock.pass_s(20)
    desk.do("give_floor")

    write(notes, "and ended")

    note = desk.view().notes[0]
    assert (note.text, note.intervention, note.offset_ms) == ("begun and ended", first, 10_000)


def test_a_note_without_a_speaker_is_for_the_panel(notes, desk):
    write(notes, "The room is cold")

    assert (desk.view().notes[0].intervention, desk.view().notes[0].panel) == (None, desk.view().panel.id)


def test_what_is_typed_is_on_the_disk_within_half_a_second(notes, desk, qtbot):
    assert DRAFT_MS < 500
    QTest.keyClicks(field(notes), "half a sen")

    qtbot.waitUntil(lambda: unfinished(desk.draft()).text == "half a sen", timeout=2_000)


def test_a_draft_is_in_the_line_again_after_the_window_is_made_anew(make_console, sitting, desk):
    desk.keep_draft("half a sen")

    assert make_console().notes.capture.field.text() == "half a sen"


def test_a_stored_line_leaves_no_draft(notes, desk):
    write(notes, "whole")

    assert desk.draft() == ""


def test_up_edits_the_last_note_and_its_earlier_text_is_kept(notes, desk):
    write(notes, "First")
    QTest.keyClick(field(notes), Qt.Key.Key_Up)
    field(notes).setText("Second")

    QTest.keyClick(field(notes), Qt.Key.Key_Return)

    (note,) = desk.view().notes
    assert (note.text, [r["text"] for r in desk.reading.revisions(note.id)]) == (
        "Second",
        ["First", "Second"],
    )


def test_escape_leaves_a_note_as_it_was(notes, desk):
    write(notes, "First")
    QTest.keyClick(field(notes), Qt.Key.Key_Up)
    field(notes).setText("Second")

    QTest.keyClick(field(notes), Qt.Key.Key_Escape)

    assert (desk.view().notes[0].text, field(notes).text()) == ("First", "")


def test_a_stale_edit_tells_both_texts_and_loses_nothing(console, notes, desk):
    write(notes, "First")
    QTest.keyClick(field(notes), Qt.Key.Key_Up)
    note = desk.view().notes[0]
    desk.do("revise_note", note=note.id, text="Theirs", base=note.revision)
    field(notes).setText("Mine")

    QTest.keyClick(field(notes), Qt.Key.Key_Return)

    told = "The text was changed meanwhile; it now reads: Theirs. Yours is still in the line."
    assert (field(notes).text(), desk.view().notes[0].text) == ("Mine", "Theirs")
    assert bare(console.banner.text()) == told


def test_clock_that_ran_over_night_stands_apart_from_its_words(notes, desk, clock, console):
    turn = desk.do("give_floor").id
    clock.pass_s(16 * 3600)
    notes.clock.show_view(desk.view(), clock.now)
    picture = notes.clock.grab().toImage()
    speaking = desk.view().floor.speaking
    reading = read(speaking.clock, clock.now, console.context.language)
    begins = picture.width() - 16 - round(digits_width(reading.digits, font_of(24, 600)))

    between = {picture.pixel(x, y) for x in range(begins - 10, begins - 1) for y in range(8, 40)}
    assert (speaking.id, len(between)) == (turn, 1)


def test_undo_in_an_empty_line_takes_back_the_note_and_not_the_floor(notes, desk):
    given = desk.do("give_floor").id
    write(notes, "said")

    QTest.keyClick(field(notes), Qt.Key.Key_Z, CONTROL)

    assert (desk.view().notes, desk.view().floor.speaking.id) == ((), given)
    QTest.keyClick(field(notes), Qt.Key.Key_Y, CONTROL)
    assert [n.text for n in desk.view().notes] == ["said"]


def test_a_proposed_recommendation_shows_its_number(notes, desk):
    write(notes, "r Name a contact point")

    assert notes.model.lines[-1].tags == ("R-P1-01",)


def test_a_protected_text_is_not_on_the_screen(notes):
    write(notes, "! fears reprisals")

    assert ["reprisals" in line.text for line in notes.model.lines] == [False]


@pytest.mark.parametrize(("text", "rtl"), [("توصية", True), ("123 توصية", True), ("Recommendation", False)])
def test_the_line_runs_as_its_first_letter_says(notes, text, rtl):
    field(notes).setText(text)

    assert field(notes).isRightToLeft() is rtl


def test_the_timeline_follows_the_newest_until_somebody_looks_back(notes, desk, clock):
    for n in range(40):
        write(notes, f"note {n}")
    bar = notes.timeline.verticalScrollBar()
    assert bar.value() == bar.maximum()

    notes.timeline.follows = False
    bar.setValue(0)
    desk.do("write_note", text="newer")

    assert bar.value() == 0


def test_notes_can_still_be_written_when_the_panel_is_closed(notes, desk):
    desk.do("close_panel")

    write(notes, "Closing remarks")

    assert [n.text for n in desk.view(desk.view().panels[0].id).notes] == ["Closing remarks"]


def test_the_desk_mirrors(make_console, sitting, mirrored, desk):
    desk.do("write_note", text="One line, so that there is a timeline")
    names = ("coverage", "timeline", "capture")
    left = make_console()
    left.open_page(1)
    places = {name: getattr(left.notes, name).x() for name in names}
    right = make_console(mirrored)
    right.open_page(1)

    for name in names:
        other = getattr(right.notes, name)
        assert abs(places[name] - (right.notes.width() - other.x() - other.width())) <= 2


def test_the_frame_of_a_press_draws_what_was_counted_before_it(make_console, sitting, desk, qtbot):
    console = make_console()
    console.open_page(1)
    coverage = console.notes.coverage
    before = coverage.grab().toImage()

    desk.do("write_note", text="An answer", question=1)
    meanwhile = coverage.grab().toImage()
    qtbot.waitUntil(lambda: coverage.grab().toImage() != before)

    assert meanwhile == before


def test_the_console_in_arabic_has_no_english_capture_line(make_console, sitting):
    console = make_console(Language("ar"))

    assert console.notes.capture.field.placeholderText() == "دوّن ما يقال. Enter يحفظه."


def test_the_file_holds_the_notes_after_it_is_opened_again(console, notes, desk, clock):
    write(notes, "kept")
    path = desk.path
    console.close_room()  # its heart would beat on over a closed file
    desk.close()

    again = open_desk(path, clock)

    assert [n.text for n in again.view().notes] == ["kept"]
    again.close()
