"""Whom the summary of a very long panel names is found out beside, and told before anything is written."""

import pytest

from facilitator.domain.attribution import Level
from facilitator.domain.notes import Note, NoteKind
from facilitator.language.direction import bare
from facilitator.store.ids import new_id
from facilitator.store.note_rows import from_note
from facilitator.store.workshop_file import Entry
from facilitator.ui.report.wish import Wish
from tests.conftest import TEN

MANY = 2_500
FINDING = "Whom this summary will name is being found out…"


@pytest.fixture
def report(console, noted, desk):
    """The desk of a panel with very many notes, before it is in sight."""
    view = desk.view()
    speaker = view.floor.interventions[-1]
    link = {"intervention": speaker.id, "participant": speaker.participant, "category": speaker.category}
    notes = [
        Note(new_id(), view.panel.id, NoteKind.POINT, f"Point {number}", TEN + number, new_id(), **link)
        for number in range(MANY)
    ]
    entry = Entry("import_speeches", "secretariat", {}, TEN)
    desk.file.write(entry, lambda work: work.insert_all("note", [from_note(note) for note in notes]))
    desk.changed()
    return console.report


def said(report):
    return bare(report.foot.naming.accessibleName())


def test_names_follow_once_they_are_found_out(report, desk, wait):
    report.naming.show(Wish("panel-summary", "en", Level.NAME, 1), desk.view(), None)
    before = said(report)
    wait(lambda: said(report) != FINDING)

    assert (before, said(report)) == (FINDING, "This summary will name: Brazil.")


def test_names_are_told_before_the_document_is_made(report, desk):
    report.naming.show(Wish("panel-summary", "en", Level.NAME, 1), desk.view(), None)
    report.naming.finish()

    assert said(report) == "This summary will name: Brazil."


def test_an_answer_to_an_earlier_question_is_never_told(report, desk):
    report.naming.show(Wish("panel-summary", "en", Level.NAME, 1), desk.view(), None)
    report.naming.show(Wish("panel-summary", "en", Level.IMPERSONAL, 1), desk.view(), None)
    report.naming.finish()

    assert said(report) == "This summary will name nobody."
