"""Nothing that is handed over takes the place of a workshop, open, encrypted or by another name."""

import os
import shutil
import subprocess
import sys

import pytest

from facilitator.acts.keys import encrypt
from facilitator.acts.output import NotWritten, TargetHeld, WorkshopThere, written_whole
from facilitator.acts.safety import check
from facilitator.language.refusals import sentence
from facilitator.language.speech import language_for


def plain(path):
    return path


def renamed(path):
    return path.rename(path.with_name("report.pdf"))


def encrypted(path):
    encrypt(path, "correct horse")
    return renamed(path)


@pytest.mark.parametrize("made", [plain, renamed, encrypted])
def test_a_workshop_stays_one(desk, made):
    path = desk.path
    desk.close()
    target = made(path)
    before = target.read_bytes()

    with pytest.raises(WorkshopThere), written_whole(target) as making:
        making.write_bytes(b"%PDF")
    assert target.read_bytes() == before
    assert list(target.parent.glob(".*.part")) == []


def test_what_an_open_one_keeps_beside_itself_stays(desk):
    for beside in ("w.facilitator", "w.facilitator-wal"):
        with pytest.raises(WorkshopThere), written_whole(desk.path.with_name(beside)):
            pass


@pytest.mark.parametrize(
    "words",
    [
        ("pack", "FILE", "-o", "FILE"),
        ("import", "FILE", "LIST", "--as", "participants", "--faulty", "FILE"),
    ],
)
def test_a_command_that_names_its_own_workshop_as_its_target_is_refused(desk, tmp_path, words):
    path = desk.path
    (tmp_path / "list.csv").write_text("name,category\nA,GOV\n", encoding="utf-8")
    named = {"FILE": str(path), "LIST": str(tmp_path / "list.csv")}
    desk.close()
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", *(named.get(word, word) for word in words)],
        capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (
        1,
        f"{path.name} is a workshop, and stays one. Choose another name for what is written.\n",
    )
    assert check(path).found.sound


def test_below_a_file_nothing_is_written_and_that_is_told(tmp_path):
    (tmp_path / "file").write_text("mine")

    with pytest.raises(NotWritten), written_whole(tmp_path / "file" / "x.pdf"):
        pass

    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("file", "mine")]


@pytest.fixture
def held(tmp_path):
    """A file that cannot be replaced, as one that another program has open on some systems."""
    target = tmp_path / "report.pdf"
    target.write_bytes(b"as it was")
    fixed = subprocess.run(["chattr", "+i", target], capture_output=True, check=False)
    if fixed.returncode:
        pytest.skip("whoever runs this may not keep a file from being replaced, or the disk cannot")
    yield target
    subprocess.run(["chattr", "-i", target], check=True)


@pytest.mark.skipif(shutil.which("chattr") is None, reason="no program here keeps a file from being replaced")
def test_a_target_that_another_program_holds_is_told_and_as_it_was(held):
    with pytest.raises(TargetHeld) as told, written_whole(held) as making:
        making.write_bytes(b"%PDF")

    assert sentence(language_for("en", "UTC"), told.value) == (
        "\u2068report.pdf\u2069 is open in another program, or may not be replaced. "
        "Close it there, or choose another name. It is as it was."
    )
    assert (held.read_bytes(), list(held.parent.iterdir())) == (b"as it was", [held])
