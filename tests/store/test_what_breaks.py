"""What the world does to a file, line by line: what is told and offered, and nothing is lost silently."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from random import Random

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.safety import check, keep_snapshot, repair, restore_snapshot
from facilitator.acts.workshops import new_workshop
from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from facilitator.store.examining import Flaw, examine
from facilitator.store.faults import (
    ActsLost,
    CopiedWhileOpen,
    DiskFull,
    Fault,
    FileCutShort,
    FileDamaged,
    FileEmpty,
    FileGone,
    FileLocked,
    NotAWorkshop,
    NothingToRescue,
    WriteFailed,
)
from facilitator.store.snapshots import Why, snapshots
from tests.books import folded, tables_of
from tests.conftest import TEN
from tests.store.test_snapshots import run as of_command

ENGLISH = Language("en", "Europe/Zurich")


def write(desk, text):
    desk.do("write_note", text=text, kind=NoteKind.POINT)


def told(fault):
    return bare(sentence(ENGLISH, fault.value))


@pytest.fixture
def noted(desk, sitting):
    for number in range(9):
        write(desk, f"Note {number}")
    desk.keep_snapshot(Why.ASKED)
    return desk


@pytest.fixture
def crashed(noted, tmp_path):
    """The workshop as a killed program leaves it."""
    folder = tmp_path / "crashed"
    folder.mkdir()
    for part in noted.path.parent.glob("w.facilitator*"):
        shutil.copy(part, folder)
    return folder / "w.facilitator"


def beside(path, suffix):
    return path.with_name(path.name + suffix)


def refused(path, fault):
    """Return what is told of a file that is refused and stays as it was."""
    before = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    with pytest.raises(fault) as why:
        open_desk(path, lambda: TEN)
    assert {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()} == before
    return told(why)


def reopened(path):
    desk = open_desk(path, lambda: TEN)
    found = tables_of(desk)
    desk.close()
    return found


def test_after_a_crash_everything_is_there_and_nothing_is_told(noted, crashed):
    assert reopened(crashed) == tables_of(noted)
    assert sorted(each.name for each in crashed.parent.iterdir()) == ["w.facilitator"]
    assert reopened(crashed) == tables_of(noted)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_disk_full(noted):
    before = tables_of(noted)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (beside(noted.path, "-wal").stat().st_size + 100, hard))
    try:
        with pytest.raises((DiskFull, WriteFailed)) as why:
            write(noted, "x" * 3_000)
        assert tables_of(noted) == before
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    write(noted, "There is room again")

    assert told(why) in {
        "The disk is full: the last act was NOT saved in w.facilitator. Free some space and repeat it.",
        "w.facilitator could not be written. Check the disk and repeat the last act.",
    }
    assert folded(noted) == tables_of(noted)


def test_header_overwritten(noted, tmp_path):
    there = tables_of(noted)
    noted.close()
    with noted.path.open("rb+") as file:
        file.write(b"\x5a" * 64)

    assert refused(noted.path, NotAWorkshop) == (
        "w.facilitator is not a Facilitator workshop. Choose a file that Facilitator made."
    )
    repair(noted.path, tmp_path / "rescued.facilitator", TEN)
    assert reopened(tmp_path / "rescued.facilitator") == there


def test_half_a_file_comes_back_from_its_snapshot(noted):
    there = tables_of(noted)
    noted.close()
    os.truncate(noted.path, noted.path.stat().st_size // 2)

    assert refused(noted.path, FileCutShort) == (
        "w.facilitator is cut short: a part of it is missing. Restore it from a copy."
    )
    restore_snapshot(check(noted.path).snapshots[0].path, noted.path, TEN)
    assert reopened(noted.path) == there


def test_a_damaged_page_is_found_at_the_start(noted):
    noted.close()
    with noted.path.open("rb+") as file:
        file.seek(4096 * 5)
        file.write(b"\x5a" * 4096)

    assert refused(noted.path, FileDamaged) == (
        "w.facilitator is damaged. It was left as it is; restore it from a copy."
    )
    assert check(noted.path).found.findings[0].flaw is Flaw.PAGES


@pytest.mark.parametrize("lot", range(8))
def test_whatever_was_overwritten_what_can_be_read_is_rescued_or_a_sentence_says_that_nothing_can(
    noted, tmp_path, lot
):
    noted.close()
    size, random = noted.path.stat().st_size, Random(lot)  # noqa: S311 - damage that can be done again
    with noted.path.open("rb+") as file:
        for _ in range(random.randint(1, 12)):
            file.seek(random.randrange(size))
            file.write(random.randbytes(random.choice((1, 8, 200, 4096))))

    with suppress(NothingToRescue):
        repair(noted.path, tmp_path / "rescued.facilitator", TEN)
        assert examine(tmp_path / "rescued.facilitator").sound
        reopened(tmp_path / "rescued.facilitator")


def test_emptied(noted):
    noted.close()
    noted.path.write_bytes(b"")

    assert refused(noted.path, FileEmpty) == (
        "w.facilitator is empty (0 bytes). Restore it from a copy or make a new workshop."
    )


def test_copied_without_what_lies_beside_it(crashed, tmp_path):
    beside(crashed, "-wal").unlink()
    beside(crashed, "-tail").unlink()

    assert refused(crashed, CopiedWhileOpen) == (
        "w.facilitator was copied while it was open: what was done last is missing. Take a snapshot of it "
        "there, or rescue what can be read."
    )
    line = of_command("check", crashed)
    assert line.stderr.splitlines()[-1] == (
        f'To rescue what can be read, type: facilitator check "{crashed}" --repair OUT'
    )
    assert [each.flaw for each in check(crashed).found.findings] == [Flaw.LAST_ACTS]
    repair(crashed, tmp_path / "rescued.facilitator", TEN)
    assert examine(tmp_path / "rescued.facilitator").sound
    reopened(tmp_path / "rescued.facilitator")


@pytest.mark.parametrize("share", [0.9, 0.5, 0.1, 0])
def test_what_lies_beside_it_was_cut(noted, crashed, share):
    wal = beside(crashed, "-wal")
    os.truncate(wal, round(wal.stat().st_size * share))
    said = refused(crashed, ActsLost)
    lost = int(said.split(": ")[1].split(".")[0])

    assert 0 < lost <= len(list(noted.file.journal()))
    assert check(crashed).found.findings[-1].count == lost


def test_what_lies_beside_it_belongs_to_another_file(noted, crashed, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    new_workshop(other / "w.facilitator", language="ar", at=TEN, template="durban-2019")
    shutil.copy(beside(crashed, "-wal"), beside(other / "w.facilitator", "-wal"))

    refused(other / "w.facilitator", Fault)


def test_two_programs(noted):
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "stats", str(noted.path)],
        capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    write(noted, "The first one goes on")

    assert (done.returncode, done.stderr) == (
        1,
        "w.facilitator is open in another Facilitator. Close it there, then open it here.\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is suspended so on Windows")
def test_a_suspended_holder_loses_nothing_and_keeps_others_out(noted):
    noted.close()
    command = [sys.executable, "-m", "facilitator", "do", str(noted.path)]
    line = b'{"do": "write_note", "text": "x", "kind": "s"}\n'
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as holder:
        holder.stdin.write(line)
        assert b'"ok": true' in holder.stdout.readline()
        holder.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        with pytest.raises(FileLocked):
            open_desk(noted.path, lambda: TEN)
        assert time.monotonic() - began < 5
        holder.stdin.write(line)
        holder.send_signal(signal.SIGCONT)
        assert b'"ok": true' in holder.stdout.readline()
        holder.stdin.close()
    desk = open_desk(noted.path, lambda: TEN)
    assert len(desk.view().notes) == 11
    desk.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no open file")
@pytest.mark.parametrize("how", ["deleted", "moved", "replaced"])
def test_a_file_that_is_gone_while_it_is_open_takes_no_more_acts(noted, tmp_path, how):
    there, aside = tables_of(noted), tmp_path / "aside"
    if how == "deleted":
        noted.path.unlink()
    else:
        noted.path.rename(aside)
    if how == "replaced":
        noted.path.write_bytes(aside.read_bytes())
    with pytest.raises(FileGone) as why:
        write(noted, "It would be lost")
    keep_snapshot(noted.file, TEN + 1, Why.ASKED)

    assert told(why) == (
        "w.facilitator was deleted, moved or replaced: this was NOT saved. Make a snapshot now under "
        "“Safety”; it holds all that was done before."
    )
    assert tables_of(noted) == there
    assert reopened(snapshots(noted.path)[0].path) == there


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no open file")
def test_a_workshop_that_is_gone_before_anything_was_done_comes_back_by_a_snapshot_that_is_asked_for(
    tmp_path,
):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=TEN, template="durban-2019")
    desk = open_desk(path, lambda: TEN)
    there = tables_of(desk)
    path.unlink()
    desk.keep_snapshot(Why.CLOSE)
    unasked = snapshots(path)
    desk.keep_snapshot(Why.ASKED)
    desk.close()

    assert unasked == ()
    assert reopened(snapshots(path)[0].path) == there


def test_clock_jumps(noted, clock):
    day = 86_400_000
    for jump in (11 * day, -11 * day, 3, -22 * day, 11 * day):
        clock.now += jump
        write(noted, f"After {jump}")
    order = [event.seq for event in noted.file.journal()]

    assert order == sorted(order)
    assert noted.file.breaches() == ()
    assert folded(noted) == tables_of(noted)
    assert [each.at for each in snapshots(noted.path)] == [TEN]


def test_a_program_that_ended_without_closing_its_file_has_lost_nothing(tmp_path, clock):
    """The interpreter closes the connection on its way out: the file is whole, only its mark is left."""
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=TEN, title="Left open")
    act = (
        "import sys; from pathlib import Path; from facilitator.acts.desk import open_desk;"
        f"desk = open_desk(Path(sys.argv[1]), lambda: {TEN});"
        "desk.do('add_category', key='GOV', label='States')"
    )
    subprocess.run([sys.executable, "-c", act, str(path)], check=True)

    desk = open_desk(path, clock)
    assert [category.label for category in desk.view().categories] == ["States"]
    desk.close()
    assert [each.name for each in tmp_path.iterdir()] == ["w.facilitator"]
