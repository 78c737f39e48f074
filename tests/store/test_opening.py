"""Opening whatever somebody points at: one sentence, exit code 1, and the file as it was."""

import os
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.store.faults import (
    Fault,
    FileCutShort,
    FileDamaged,
    FileEmpty,
    FileExists,
    FileLocked,
    FileMissing,
    FileNewer,
    FolderReadOnly,
    NotAWorkshop,
)
from facilitator.store.header import APPLICATION_ID
from facilitator.store.opening import open_engine

HOSTILE = Path(__file__).parents[3] / "shared" / "data" / "hostile" / "sqlite"
IMAGES = sorted(HOSTILE.glob("*.db"))


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("made") / "w.facilitator"
    new_workshop(path, language="en", at=0, template="durban-2019")
    return path


@pytest.fixture
def workshop(made, tmp_path):
    return Path(shutil.copy(made, tmp_path / "w.facilitator"))


def _with(path: Path, offset: int, data: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(offset)
        file.write(data)


def _missing(path):
    path.unlink()


def _empty(path):
    path.write_bytes(b"")


def _text(path):
    path.write_text("Minutes of the meeting, typed by hand.\n" * 40)


def _half(path):
    os.truncate(path, path.stat().st_size // 2)


def _page(path):
    _with(path, 4096 * 3, bytes(range(256)) * 16)


def _newer(path):
    _with(path, 60, struct.pack(">I", 9_999))


def _foreign(path):
    _with(path, 68, b"\0\0\0\0")


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_missing, FileMissing),
        (_empty, FileEmpty),
        (_text, NotAWorkshop),
        (_half, FileCutShort),
        (_page, FileDamaged),
        (_newer, FileNewer),
        (_foreign, NotAWorkshop),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_untouched(workshop, spoil, fault):
    spoil(workshop)
    before = workshop.read_bytes() if workshop.exists() else None

    with pytest.raises(fault):
        open_engine(workshop)

    assert (workshop.read_bytes() if workshop.exists() else None) == before
    assert [p.name for p in workshop.parent.iterdir()] == ([workshop.name] if before is not None else [])


@pytest.mark.parametrize("spoil", [_empty, _text, _half, _page, _newer, _foreign])
def test_the_command_line_says_one_sentence_and_exits_with_1(workshop, spoil):
    spoil(workshop)
    before = workshop.read_bytes()

    done = _do(workshop)

    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert workshop.read_bytes() == before


def test_a_page_damaged_after_a_crash_is_refused_with_its_journal_untouched(workshop, tmp_path):
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    desk = open_desk(workshop, lambda: 1_571_644_800_000)
    desk.do("open_panel", panel=1)
    for suffix in ("", "-wal"):
        shutil.copy(f"{workshop}{suffix}", crashed)
    desk.close()
    left = crashed / workshop.name
    _page(left)
    wal = left.with_name(left.name + "-wal")
    before = left.read_bytes(), wal.read_bytes()

    with pytest.raises(FileDamaged):
        open_engine(left)

    assert (left.read_bytes(), wal.read_bytes()) == before


def test_a_file_held_by_another_facilitator_is_refused(workshop):
    desk = open_desk(workshop, lambda: 1_571_644_800_000)
    desk.do("open_panel", panel=1)

    done = _do(workshop)

    sentence = f"{workshop.name} is open in another Facilitator. Close it there, then open it here.\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", sentence)
    assert desk.do("close_panel").id is None
    desk.close()


def test_the_same_file_cannot_be_opened_twice_in_one_process(workshop):
    desk = open_desk(workshop, lambda: 0)

    with pytest.raises(FileLocked):
        open_engine(workshop)

    desk.close()


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise on Windows")
def test_a_folder_that_cannot_be_written_to_is_refused(made):
    folder = Path(tempfile.mkdtemp())  # unlike tmp_path, within the reach of other users
    workshop = Path(shutil.copy(made, folder))
    before = workshop.read_bytes()
    folder.chmod(0o555)
    try:
        outcome = _as_a_user_who_is_not_root(workshop)
    finally:
        folder.chmod(0o755)

    assert (outcome, workshop.read_bytes()) == (FolderReadOnly.__name__, before)
    shutil.rmtree(folder)


def test_a_new_workshop_never_replaces_a_file(workshop):
    before = workshop.read_bytes()

    with pytest.raises(FileExists):
        new_workshop(workshop, language="en", at=0)

    assert workshop.read_bytes() == before


@pytest.mark.skipif(not IMAGES, reason="the damaged images lie beside the checkout, and it has none")
def test_every_damaged_image_is_refused_and_untouched(tmp_path):
    outcomes = []
    for image in IMAGES:
        copy = Path(shutil.copy(image, tmp_path / "image.facilitator"))
        with pytest.raises(Fault):
            open_engine(copy)
        outcomes.append(copy.read_bytes() == image.read_bytes())

    assert outcomes == [True] * len(IMAGES)


@pytest.mark.skipif(not IMAGES, reason="the damaged images lie beside the checkout, and it has none")
def test_a_damaged_image_that_claims_to_be_ours_raises_only_faults(tmp_path):
    unexpected = []
    for image in IMAGES:
        copy = Path(shutil.copy(image, tmp_path / "image.facilitator"))
        if copy.stat().st_size < 100:
            continue
        _with(copy, 60, struct.pack(">I", 1))
        _with(copy, 68, struct.pack(">I", APPLICATION_ID))
        before = copy.read_bytes()
        try:
            open_engine(copy).dispose()
        except Fault:
            if copy.read_bytes() != before:
                unexpected.append((image.name, "changed"))
    assert unexpected == []


def _do(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "facilitator", "do", str(path)]
    return subprocess.run(
        command, input="", capture_output=True, text=True, env={**os.environ, "LANG": "C"}, check=False
    )


def _as_a_user_who_is_not_root(path: Path) -> str:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setuid(65_534)
        try:
            open_engine(path)
            outcome = "opened"
        except Fault as fault:
            outcome = type(fault).__name__
        except PermissionError:
            outcome = "PermissionError"
        os.write(writer, outcome.encode())
        os._exit(0)
    os.waitpid(child, 0)
    return os.read(reader, 100).decode()
