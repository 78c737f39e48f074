"""The timeline: what stands in its lines, in which order, and that nobody who reads loses their place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.notes.lines import Lines
from facilitator.ui.type import font_of
from facilitator.ui.wrapping import shortened, wrapped


def titles(notes):
    return [line.title for line in notes.model.lines]


def inserted_and_removed(model):
    told = []
    model.rowsInserted.connect(lambda _, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _, first, last: told.append(("out", first, last)))
    model.dataChanged.connect(lambda first, _: told.append(("changed", first.row())))
    model.modelReset.connect(lambda: told.append("reset"))
    return told


def many(rapporteur, count=40):
    for number in range(count):
        rapporteur.writes(f"note {number}")
    return rapporteur.notes.timeline


def test_notes_stand_under_their_speaker_and_those_of_the_panel_in_their_time(rapporteur, desk, clock):
    rapporteur.writes("before")
    clock.pass_s(1)
    desk.do("give_floor")
    clock.pass_s(10)
    rapporteur.writes("by Brazil")
    desk.do("end_intervention")
    clock.pass_s(1)
    rapporteur.writes("between")
    clock.pass_s(1)
    desk.do("give_floor")
    rapporteur.writes("by Norway")

    lines = [line.text if line.note else line.title for line in rapporteur.notes.model.lines]
    assert lines == ["before", "Brazil", "by Brazil", "between", "Norway", "by Norway"]


def test_line_of_a_note_tells_offset_kind_and_tags(rapporteur, desk, clock):
    desk.do("give_floor")
    clock.pass_s(75)
    rapporteur.presses(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    rapporteur.writes("r Name a contact point")
    rapporteur.presses(Qt.Key.Key_Up)
    rapporteur.types(" in each ministry")
    rapporteur.presses(Qt.Key.Key_Return)

    line = rapporteur.notes.model.lines[-1]
    assert (bare(line.time), line.kind, line.text) == (
        "1:15",
        NoteKind.RECOMMENDATION,
        "Name a contact point in each ministry",
    )
    assert line.tags == ("R-P1-01", "1.1", "2 versions")


def test_note_on_a_speech_that_was_taken_back_is_still_to_be_read(rapporteur, desk, clock):
    desk.do("give_floor")
    rapporteur.writes("said")
    desk.do("undo", desk="floor")

    assert [line.text for line in rapporteur.notes.model.lines] == ["said"]


def test_new_note_is_one_row_more(rapporteur, desk):
    desk.do("give_floor")
    rapporteur.writes("one")
    told = inserted_and_removed(rapporteur.notes.model)

    rapporteur.writes("two")

    assert told == [("in", 2, 2)]


def test_change_of_speaker_adds_a_header_and_changes_the_one_before(rapporteur, desk, clock):
    desk.do("give_floor")
    rapporteur.writes("one")
    clock.pass_s(5)
    told = inserted_and_removed(rapporteur.notes.model)

    desk.do("give_floor")

    assert told == [("in", 2, 2), ("changed", 0)]
    assert [line.live for line in rapporteur.notes.model.lines] == [False, False, True]


def test_note_taken_back_is_one_row_less(rapporteur):
    rapporteur.writes("one")
    rapporteur.writes("two")
    told = inserted_and_removed(rapporteur.notes.model)

    rapporteur.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert told == [("out", 1, 1)]


def test_second_that_passes_moves_one_clock_and_lays_nothing_out(rapporteur, desk, clock):
    desk.do("give_floor")
    rapporteur.writes("one")
    told = inserted_and_removed(rapporteur.notes.model)

    rapporteur.notes.tick(clock.pass_s(65))

    assert (told, bare(rapporteur.notes.model.lines[0].end)) == ([], "on the floor 1:05")


def test_few_lines_stand_at_the_foot(rapporteur):
    rapporteur.writes("one")
    timeline = rapporteur.notes.timeline
    place = timeline.visualRect(timeline.model().index(0))

    foot = timeline.viewport().mapTo(timeline, place.bottomLeft()).y()
    assert abs(foot - timeline.height()) <= 2


def test_reader_keeps_the_place_while_notes_come_and_is_offered_the_way_back(rapporteur, desk):
    timeline = many(rapporteur)
    bar = timeline.verticalScrollBar()
    rapporteur.presses(Qt.Key.Key_PageUp)
    read, offered = bar.value(), timeline.back.isVisible()
    desk.do("write_note", text="newer")
    kept = bar.value()
    QTest.mouseClick(timeline.back, Qt.MouseButton.LeftButton)

    assert (offered, kept) == (True, read)
    assert (bar.value(), timeline.back.isVisible(), rapporteur.field.hasFocus()) == (
        bar.maximum(),
        False,
        True,
    )


def test_wheel_and_page_down_to_the_foot_follow_again(rapporteur, desk):
    timeline = many(rapporteur)
    rapporteur.presses(Qt.Key.Key_PageUp)
    away = timeline.follows
    for _ in range(3):
        rapporteur.presses(Qt.Key.Key_PageDown)
    desk.do("write_note", text="newer")

    assert (away, timeline.follows) == (False, True)
    assert timeline.verticalScrollBar().value() == timeline.verticalScrollBar().maximum()


def test_storing_a_note_returns_to_it(rapporteur):
    timeline = many(rapporteur)
    rapporteur.presses(Qt.Key.Key_PageUp)

    rapporteur.writes("mine")

    assert timeline.verticalScrollBar().value() == timeline.verticalScrollBar().maximum()


def test_edited_note_is_in_sight(rapporteur):
    timeline = many(rapporteur)
    for _ in range(9):
        rapporteur.presses(Qt.Key.Key_PageUp)
    rapporteur.presses(Qt.Key.Key_Up)

    last = timeline.visualRect(timeline.model().index(len(rapporteur.notes.model.lines) - 1))
    assert timeline.viewport().rect().contains(last.center())
    assert timeline.painter.editing == rapporteur.notes.model.lines[-1].note


def test_a_note_is_drawn_as_it_stands_now_whatever_was_drawn_before(rapporteur, desk):
    rapporteur.writes("first")
    rapporteur.writes("second")
    timeline = rapporteur.notes.timeline
    drawn = [timeline.grab().toImage()]
    rapporteur.presses(Qt.Key.Key_Up)
    drawn.append(timeline.grab().toImage())
    rapporteur.presses(Qt.Key.Key_Escape)
    drawn.append(timeline.grab().toImage())
    edited = desk.view().notes[-1]
    desk.do("revise_note", note=edited.id, base=edited.revision, text="in other words")
    drawn.append(timeline.grab().toImage())

    assert [image == drawn[0] for image in drawn] == [True, False, True, False]


def row(timeline, number):
    return timeline.visualRect(timeline.model().index(number)).center()


def test_double_click_edits_a_note(rapporteur, desk):
    rapporteur.writes("one")
    rapporteur.writes("two")
    timeline = rapporteur.notes.timeline

    QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=row(timeline, 0))
    QTest.mouseDClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=row(timeline, 0))

    assert (rapporteur.field.text(), rapporteur.field.hasFocus()) == ("one", True)


def test_restricted_note_opens_and_closes_by_a_click(rapporteur):
    rapporteur.writes("! fears reprisals")
    timeline, seen = rapporteur.notes.timeline, []
    for _ in range(2):
        QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=row(timeline, 0))
        seen.append(rapporteur.notes.model.lines[0].text)

    assert seen == ["fears reprisals", "Restricted note. Never exported; click to read."]


def test_long_note_is_as_high_as_its_lines(rapporteur):
    rapporteur.writes("word " * 120)
    timeline = rapporteur.notes.timeline
    high = timeline.visualRect(timeline.model().index(0)).height()

    lines = wrapped(
        "word " * 120,
        font_of(14, 400),
        timeline.painter._room(rapporteur.notes.model.lines[0], timeline.viewport().width()),
        rtl=False,
    )
    assert (len(lines) > 3, high) == (True, len(lines) * 20 + 12 + 6)


def test_lines_hold_every_word_and_no_space_at_their_ends(qapp):
    text = "أن تتفق الآليات الإقليمية وآليات الأمم المتحدة 😀 على مؤشرات مشتركة لخطط العمل الوطنية"

    lines = wrapped(text, font_of(14, 400), 160, rtl=True)

    assert " ".join(lines) == text
    assert [line.strip() for line in lines] == list(lines)


def test_shortened_text_fits_and_says_that_there_is_more(qapp):
    font, text = (
        font_of(13, 400),
        "What has been achieved since the last workshop, and what stands in the way?",
    )

    short = shortened(text, font, 110, 2, rtl=False)

    assert short.endswith("…")
    assert len(wrapped(short, font, 110, rtl=False)) == 2
    assert shortened("Achieved", font, 110, 2, rtl=False) == "Achieved"


def test_lines_of_a_workshop_without_panels_are_none(rapporteur, desk, clock):
    empty = desk.view().__class__(desk.view().workshop)

    assert list(Lines(empty, clock.now, Language("en"))) == []


def test_coverage_names_what_is_missing(rapporteur, desk, clock):
    desk.do("give_floor")
    rapporteur.presses(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    rapporteur.writes("r Do it")

    assert [bare(gap) for gap in rapporteur.notes.coverage.gaps()] == [
        "1.2 has no note",
        "No note from: Civil society",
        "No note for the objectives: 1, 2, 3, 4, 5 and 6",
    ]


def test_what_is_missing_beyond_the_foot_of_the_board_is_counted(rapporteur, desk):
    desk.do("give_floor")
    coverage = rapporteur.notes.coverage
    gaps = coverage.gaps()

    def shown(room):
        return [bare(line) for line in coverage.shown_gaps(400, room)]

    assert len(gaps) == 4
    assert shown(4 * 32) == [bare(gap) for gap in gaps]
    assert shown(4 * 32 - 1) == [*map(bare, gaps[:2]), "2 more · Ctrl+G"]
    assert shown(32) == ["4 more · Ctrl+G"]
    assert coverage.accessibleDescription() == "\n".join(gaps)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_coverage_is_a_tab_on_a_small_window_and_the_line_keeps_the_focus(make_console, sitting, desk, code):
    console = make_console(Language(code), (911, 512))
    console.open_page(1)
    desk.do("give_floor")
    notes = console.notes
    before = (notes.timeline.isVisible(), notes.coverage.isVisible())
    QTest.mouseClick(notes.tabs[1], Qt.MouseButton.LeftButton)
    after = (notes.timeline.isVisible(), notes.coverage.isVisible())

    assert (before, after) == ((True, False), (False, True))
    assert notes.capture.field.hasFocus()
    assert notes.rect().contains(notes.capture.mapTo(notes, QPoint(notes.capture.width() - 1, 119)))


def test_empty_desk_says_what_to_do(make_console, desk, people):
    console = make_console()
    console.open_page(1)
    planned = console.notes.empty.text()
    desk.do("open_panel", panel=1)

    assert bare(planned) == (
        "Panel 1 · Remedies is not open. Notes written now are kept for the panel, without a speaker. "
        "On the floor desk, F9 opens it."
    )
    assert console.notes.empty.text() == (
        "No notes yet. Write below; Enter stores the note with its speaker and clock."
    )
