"""Nothing that is handed over takes the place of a workshop, open, encrypted or by another name."""

import os
import subprocess
import sys

import pytest

from facilitator.acts.keys import encrypt
from facilitator.acts.output import NotWritten, WorkshopThere, written_whole
from facilitator.acts.safety import check


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
