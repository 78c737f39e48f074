"""What was handed over: a copy for another process, and what has happened since."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.handed_over import Newer
from facilitator.domain.notes import NoteKind


@pytest.fixture
def noted(desk, sitting):
    """A note written, and the event it left."""
    return desk.do("write_note", text="First", kind=NoteKind.POINT)


def panel(desk):
    return desk.view().panel.id


def test_copy_is_the_workshop_as_it_stands_while_the_first_stays_in_use(desk, noted, tmp_path, clock):
    folder = tmp_path / "copy"
    folder.mkdir()

    copy = desk.copied(folder)
    desk.do("write_note", text="Second", kind=NoteKind.POINT)
    other = open_desk(copy, clock)
    copied = [note.text for note in other.view().notes]
    other.close()

    assert (copy.name, copied, len(desk.view().notes)) == (desk.path.name, ["First"], 2)


def test_nothing_is_newer_than_the_newest_event(desk, noted):
    assert desk.newest_event() == noted.event
    assert desk.newer_than(noted.event, [panel(desk)]) == Newer()


def test_a_note_written_and_changed_since_counts_once(desk, noted):
    second = desk.do("write_note", text="Second", kind=NoteKind.POINT).id
    revision = next(note.revision for note in desk.view().notes if note.id == second)
    desk.do("revise_note", note=second, text="Other words", base=revision)

    assert desk.newer_than(noted.event, [panel(desk)]) == Newer(1, other=False)


def test_a_note_of_another_panel_does_not_count(desk, noted, clock):
    other = desk.do("add_panel", title="Other", starts=clock.now, ends=clock.now + 3_600_000)
    desk.do("write_note", text="Elsewhere", kind=NoteKind.POINT, panel=other.id)

    assert desk.newer_than(other.event, [panel(desk)]) == Newer()
    assert desk.newer_than(other.event, [other.id]) == Newer(1)


def test_a_note_taken_back_is_a_change_but_no_note(desk, noted):
    desk.do("undo", desk="notes")

    assert desk.newer_than(noted.event, [panel(desk)]) == Newer(0, other=True)


def test_what_happened_on_the_floor_is_a_change(desk, noted):
    desk.do("give_floor")

    assert desk.newer_than(noted.event, [panel(desk)]) == Newer(0, other=True)


def test_an_event_of_another_journal_tells_nothing(desk, noted):
    assert desk.newer_than("elsewhere", [panel(desk)]) is None
