"""Snapshots are whole and verified, a restore sets aside what was there, a check names what is wrong."""

import os
import subprocess
import sys

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.safety import check, keep_settled, repair, restore_snapshot, snapshot_to
from facilitator.domain.notes import NoteKind
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.store.engine import connect
from facilitator.store.examining import Flaw, examine
from facilitator.store.faults import (
    FileExists,
    FileLocked,
    NothingToRescue,
    SnapshotDamaged,
    SnapshotUnsound,
)
from facilitator.store.opening import written_beside
from facilitator.store.snapshots import Why, folder_of, keep, snapshots
from tests.books import tables_of
from tests.conftest import TEN


@pytest.fixture
def noted(desk, sitting):
    for number in range(12):
        desk.do("write_note", text=f"Note {number}", kind=NoteKind.POINT)
    return desk


def reopened(path):
    desk = open_desk(path, lambda: TEN)
    found = tables_of(desk)
    desk.close()
    return found


def test_a_snapshot_is_the_workshop_as_it_stands_and_has_a_name_that_tells_when_and_why(noted, clock):
    noted.keep_snapshot(Why.CLOSE)
    (found,) = snapshots(noted.path)

    assert (found.path.name, found.at, found.why, found.sound) == (
        "20191021T080000000Z-close.facilitator",
        TEN,
        Why.CLOSE,
        True,
    )
    assert examine(found.path).findings == ()
    assert reopened(found.path) == tables_of(noted)


def test_nothing_is_kept_twice_and_nothing_of_a_workshop_in_which_nothing_was_done(noted, clock):
    noted.keep_snapshot(Why.REGULAR)
    clock.pass_s(60)
    noted.keep_snapshot(Why.REGULAR)
    noted.do("write_note", text="One more", kind=NoteKind.POINT)
    noted.keep_snapshot(Why.REGULAR)

    assert [each.at for each in snapshots(noted.path)] == [TEN + 60_000, TEN]


def test_snapshots_of_one_moment_do_not_replace_one_another(noted):
    for _ in range(3):
        keep(noted.path, TEN, Why.ASKED, noted.file.copy_to)

    assert [each.at - TEN for each in snapshots(noted.path)] == [2, 1, 0]


def test_a_snapshot_that_cannot_be_read_takes_no_earlier_one_away(noted):
    keep(noted.path, TEN, Why.ASKED, noted.file.copy_to)

    def half(target):
        noted.file.copy_to(target)
        os.truncate(target, target.stat().st_size // 2)

    with pytest.raises(Exception, match="snapshot_unsound"):
        keep(noted.path, TEN + 90 * 86_400_000, Why.ASKED, half)

    assert [path.name for path in folder_of(noted.path).iterdir()] == [
        "20191021T080000000Z-asked.facilitator"
    ]


def test_what_a_killed_maker_left_is_gone_with_the_next_snapshot(noted):
    folder = folder_of(noted.path)
    folder.mkdir()
    (folder / ".x.part").write_bytes(b"half")
    (folder / ".y").mkdir()
    for left in folder.iterdir():
        os.utime(left, ((TEN - 60 * MINUTE) / SECOND,) * 2)
    keep(noted.path, TEN, Why.ASKED, noted.file.copy_to)

    assert [path.name for path in folder.iterdir()] == ["20191021T080000000Z-asked.facilitator"]


def test_a_settled_file_is_copied_while_its_writer_goes_on(noted):
    noted.file.settle()
    noted.do("write_note", text="Written meanwhile", kind=NoteKind.POINT)
    before = tables_of(noted)
    found = keep_settled(noted.path, TEN, Why.REGULAR, newest=noted.newest_event())
    noted.do("write_note", text="And again", kind=NoteKind.POINT)
    noted.file.go_on()

    assert reopened(found.path) == before
    assert len(noted.view().notes) == 14


def test_what_another_is_making_just_now_is_left_to_it(noted):
    """A list may come in, after a snapshot of its own, while the window has one made."""
    folder_of(noted.path).mkdir()
    making = folder_of(noted.path) / ".x.part"
    making.write_bytes(b"half")
    keep(noted.path, TEN, Why.IMPORT, noted.file.copy_to)

    assert making.read_bytes() == b"half"


def test_a_settled_file_without_what_lies_beside_it_is_no_snapshot(noted):
    """The copy would be sound, and would lack the last acts."""
    noted.file.settle()
    noted.do("write_note", text="Written meanwhile", kind=NoteKind.POINT)
    for part in written_beside(noted.path):
        part.unlink()
    with pytest.raises(SnapshotUnsound):
        keep_settled(noted.path, TEN, Why.REGULAR, newest=noted.newest_event())
    noted.file.go_on()

    assert snapshots(noted.path) == ()


def test_a_copy_that_is_asked_for_never_replaces_a_file(noted, tmp_path):
    target = tmp_path / "copy.facilitator"
    snapshot_to(noted.file, target)
    before = target.read_bytes()
    with pytest.raises(FileExists):
        snapshot_to(noted.file, target)

    assert (target.read_bytes(), reopened(target)) == (before, tables_of(noted))


def test_a_restored_workshop_goes_on_as_a_laptop_of_its_own_and_keeps_what_was_there(noted, clock, tmp_path):
    noted.keep_snapshot(Why.REGULAR)
    then = tables_of(noted)
    clock.pass_s(60)
    noted.do("write_note", text="Lost by the restore", kind=NoteKind.POINT)
    path, replica = noted.path, noted.file.replica
    noted.close()
    before = path.read_bytes()
    aside = restore_snapshot(snapshots(path)[0].path, path, clock.now)
    desk = open_desk(path, clock)

    assert (aside.name, aside.read_bytes()) == ("w.set-aside-20191021T080100000Z.facilitator", before)
    assert tables_of(desk) == then
    assert desk.file.replica != replica
    desk.do("write_note", text="It goes on", kind=NoteKind.POINT)
    assert desk.file.breaches() == ()
    assert [each.why for each in snapshots(path)] == [Why.RESTORE, Why.REGULAR]
    desk.close()


def test_companions_go_aside_with_their_file(noted, clock, tmp_path):
    noted.keep_snapshot(Why.REGULAR)
    kept = snapshots(noted.path)[0].path
    noted.do("write_note", text="In the companion only", kind=NoteKind.POINT)
    there = tables_of(noted)
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for suffix in ("", "-wal"):
        (crashed / f"w.facilitator{suffix}").write_bytes(
            noted.path.with_name(f"w.facilitator{suffix}").read_bytes()
        )
    aside = restore_snapshot(kept, crashed / "w.facilitator", TEN)

    assert sorted(p.name for p in crashed.iterdir()) == [
        "w.facilitator",
        "w.set-aside-20191021T080000000Z.facilitator",
        "w.set-aside-20191021T080000000Z.facilitator-wal",
        "w.snapshots",
    ]
    assert reopened(aside) == there


def test_a_damaged_snapshot_is_not_restored_and_a_file_in_use_not_replaced(noted, tmp_path):
    noted.keep_snapshot(Why.REGULAR)
    kept = snapshots(noted.path)[0].path
    with pytest.raises(FileLocked):
        restore_snapshot(kept, noted.path, TEN)
    os.truncate(kept, kept.stat().st_size // 2)
    with pytest.raises(SnapshotDamaged):
        restore_snapshot(kept, tmp_path / "new.facilitator", TEN)

    assert not (tmp_path / "new.facilitator").exists()


def spoilt(path, *statements):
    connection = connect(path)
    connection.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("statement", "flaw", "count"),
    [
        ("UPDATE event SET subject = 'x' WHERE seq = 5", Flaw.EVENTS_ALTERED, 1),
        ("DELETE FROM event WHERE seq IN (4, 5)", Flaw.LINKS, 4),
        ("UPDATE note SET text = 'x' WHERE rowid = 3", Flaw.TABLE_DIFFERS, 1),
        ("DELETE FROM participant WHERE name = 'Kenya'", Flaw.LINKS, 1),
    ],
)
def test_a_check_names_what_was_done_to_the_file(noted, statement, flaw, count):
    path = noted.path
    noted.close()
    spoilt(path, statement)
    before = path.read_bytes()
    found = check(path).found

    assert (found.findings[0].flaw, found.findings[0].count) == (flaw, count)
    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == ["w.facilitator"]


def test_a_cut_tail_is_noticed_by_what_the_tables_still_say(noted):
    path = noted.path
    noted.close()
    spoilt(
        path,
        "DELETE FROM touched WHERE event = (SELECT id FROM event ORDER BY seq DESC LIMIT 1)",
        "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)",
    )

    assert [(f.flaw, f.table) for f in check(path).found.findings] == [
        (Flaw.TABLE_DIFFERS, "note"),
        (Flaw.TABLE_DIFFERS, "revision"),
    ]


def test_of_a_file_with_damaged_pages_all_that_can_be_read_is_rescued(noted, tmp_path):
    path, there = noted.path, tables_of(noted)
    pages = [
        noted.file._connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)
        ).scalar()
        for name in ("note", "participant")
    ]
    noted.close()
    with path.open("rb+") as file:
        for page in pages:
            file.seek(4096 * (page - 1))
            file.write(b"\x5a" * 4096)
    before = path.read_bytes()
    assert check(path).found.findings[0].flaw is Flaw.PAGES
    rescued = repair(path, tmp_path / "rescued.facilitator", TEN)
    found = examine(tmp_path / "rescued.facilitator")

    assert (rescued.from_journal, rescued.dropped, path.read_bytes()) == (17, 0, before)
    assert reopened(tmp_path / "rescued.facilitator") == there
    assert found.findings == ()


def test_a_file_whose_header_was_overwritten_is_rescued_whole(noted, tmp_path):
    path, there = noted.path, tables_of(noted)
    noted.close()
    with path.open("rb+") as file:
        file.write(b"\x5a" * 100)
    repair(path, tmp_path / "rescued.facilitator", TEN)

    assert reopened(tmp_path / "rescued.facilitator") == there


def test_a_file_whose_list_of_tables_is_lost_is_rebuilt_of_its_events(noted, tmp_path):
    path, there = noted.path, tables_of(noted)
    noted.close()
    with path.open("rb+") as file:
        file.seek(100)
        file.write(b"\x5a" * (4096 * 3 - 100))
    repair(path, tmp_path / "rescued.facilitator", TEN)

    assert reopened(tmp_path / "rescued.facilitator") == there
    assert examine(tmp_path / "rescued.facilitator").findings == ()


@pytest.mark.parametrize("number", [1_000, 1 << 40])
def test_what_no_row_of_a_table_can_be_is_not_rescued_and_nothing_is_counted_up_to_its_number(
    noted, tmp_path, number
):
    """A page that belongs to something else, or to another file, reads as rows without what they need."""
    path, there = noted.path, tables_of(noted)
    noted.close()
    reshape = "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = 'event'"
    alike = "INSERT INTO event (rowid, moment) SELECT ?, max(moment) FROM event"
    steps = (
        ("PRAGMA writable_schema=ON", reshape, ("NOT NULL", "CHECK (1)")),
        ("PRAGMA writable_schema=OFF", alike, (number,)),
        ("PRAGMA writable_schema=ON", reshape, ("CHECK (1)", "NOT NULL")),
    )
    for pragma, statement, values in steps:
        connection = connect(path)
        connection.execute(pragma)
        connection.execute(statement, values)
        connection.close()
    rescued = repair(path, tmp_path / "rescued.facilitator", TEN)

    assert (rescued.from_journal, rescued.dropped) == (0, 0)
    assert reopened(tmp_path / "rescued.facilitator") == there


@pytest.mark.parametrize("share", [0.9, 0.7, 0.5, 0.3, 0.1])
def test_of_a_file_that_is_cut_short_what_is_left_is_rescued_or_nothing_is_made(noted, tmp_path, share):
    path, there = noted.path, tables_of(noted)
    noted.close()
    os.truncate(path, round(path.stat().st_size * share))
    target = tmp_path / "rescued.facilitator"
    try:
        repair(path, target, TEN)
    except NothingToRescue:
        assert not target.exists()
        return
    found = reopened(target)

    assert all(found[name].keys() <= there[name].keys() for name in found)
    assert found["workshop"] == there["workshop"]


def run(*words):
    return subprocess.run(
        [sys.executable, "-m", "facilitator", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )


def test_the_command_line_keeps_checks_and_restores(noted, tmp_path):
    path, there = noted.path, tables_of(noted)
    noted.close()
    sound = run("check", path)
    kept = run("snapshot", path, "-o", tmp_path / "kept.facilitator")
    spoilt(path, "DELETE FROM event WHERE seq = 5")
    wrong = run("check", path)
    back = run("restore", tmp_path / "kept.facilitator", "-o", path)

    assert (sound.returncode, kept.returncode, wrong.returncode, back.returncode) == (0, 0, 1, 0)
    assert sound.stdout.startswith("w.facilitator is sound: ")
    assert wrong.stdout.splitlines()[-2:] == [
        "Events missing from the journal: 1, from number 5 to 5",
        "There is no snapshot beside it.",
    ]
    assert wrong.stderr == (
        "w.facilitator is not sound. Restore a snapshot, or rescue what can be read.\n"
        f'To rescue what can be read, type: facilitator check "{path}" --repair OUT\n'
    )
    assert back.stdout.startswith("What was there lies in w.set-aside-")
    assert reopened(path) == there
