"""Very much at once goes straight into the file: what stood there before comes back after a crash."""

import shutil

import pytest

from facilitator.acts.desk import open_desk
from facilitator.domain.notes import NoteKind
from facilitator.store.faults import CopiedWhileOpen, FileCutShort, FileDamaged
from facilitator.store.opening import written_beside
from facilitator.store.workshop_file import Entry
from facilitator.store.write_ahead import directly
from tests.books import folded, tables_of
from tests.conftest import TEN

MANY = 400


def write_much(file, meanwhile=lambda: None):
    """An act writes more than its memory holds, so that pages are in the file before it ends."""

    def body(work):
        work.connection.exec_driver_sql("PRAGMA cache_size=10")
        rows = [
            {"id": f"{n:036}", "number": n, "kind": "document", "key": "k" * 900, "label": "", "detail": ""}
            for n in range(MANY)
        ]
        work.insert_all("background", rows)
        meanwhile()

    file.write(Entry("test", "secretariat", {}, TEN), body)


@pytest.fixture
def noted(desk, sitting):
    desk.do("write_note", text="Before it", kind=NoteKind.POINT)
    return desk


def taken_away(desk, folder):
    """Return the path of the file as it lies, with all that lies beside it."""
    folder.mkdir()
    for part in desk.path.parent.glob(f"{desk.path.name}*"):
        shutil.copyfile(part, folder / part.name)
    return folder / desk.path.name


def test_what_was_written_in_bulk_is_in_the_file_and_nothing_beside_it_afterwards(noted, clock):
    with noted.file.in_bulk(directly):
        write_much(noted.file)
    beside = [part.stat().st_size for part in written_beside(noted.path)]
    noted.close()
    again = open_desk(noted.path, clock)

    assert sum(beside) == 0
    assert len(tables_of(again)["background"]) == MANY
    assert folded(again) == tables_of(again)


def test_a_crash_in_the_middle_leaves_what_was_there_before(noted, clock, tmp_path):
    before, size, found = tables_of(noted), noted.path.stat().st_size, []

    def crash():
        found.append(taken_away(noted, tmp_path / "crashed"))

    with noted.file.in_bulk(directly):
        write_much(noted.file, crash)
    (crashed,) = found
    grown = crashed.stat().st_size - size
    again = open_desk(crashed, clock)

    assert grown > MANY * 900  # of it, much was in the file already
    assert tables_of(again) == before
    assert again.file.breaches() == ()
    again.close()


def test_the_file_alone_from_the_middle_of_it_is_refused(noted, clock, tmp_path):
    found = []

    def copy():
        found.append(tmp_path / "alone.facilitator")
        shutil.copyfile(noted.path, found[0])

    with noted.file.in_bulk(directly):
        write_much(noted.file, copy)

    with pytest.raises((CopiedWhileOpen, FileCutShort, FileDamaged)):
        open_desk(found[0], clock)


def test_nobody_copies_the_file_while_it_is_written_straight_into(noted):
    tries = []
    with noted.file.in_bulk(directly):
        tries.append(noted.file.settle())
        write_much(noted.file, lambda: tries.append(noted.file.settle()))
        tries.append(noted.file.settle())
    tries.append(noted.file.settle())
    noted.file.go_on()

    assert tries == [False, False, False, True]


def test_a_file_that_is_being_copied_stays_as_it_is(noted):
    assert noted.file.settle()
    as_copied = noted.path.read_bytes()
    with noted.file.in_bulk(directly):
        write_much(noted.file)
    beside = noted.path.read_bytes()
    noted.file.go_on()
    noted.do("write_note", text="After it", kind=NoteKind.POINT)

    assert beside == as_copied
    assert len(tables_of(noted)["background"]) == MANY
