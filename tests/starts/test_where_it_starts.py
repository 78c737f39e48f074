"""The real program, started where it should not be: it works, or says one clear sentence."""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMES = ["with spaces", "ورشة العمل", "🙂 emoji"]
pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform == "win32", reason="limits and rights are those of POSIX"),
]


def start(*words, home, most_bytes=None, within=(), **more):
    """Return the exit code and what the program said on stderr; `within` is the command that runs it."""
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "en_GB.UTF-8",
        "FACILITATOR_QUIT_AFTER_FIRST_FRAME": "1",
        **({"HOME": str(home)} if home else {}),
        **more,
    }

    def limit():
        if most_bytes is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    done = subprocess.run(
        [*within, sys.executable, "-m", "facilitator", *map(str, words)],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    lines = [line for line in done.stderr.splitlines() if not line.startswith("qt.")]
    return done.returncode, lines


@pytest.fixture
def workshop(tmp_path):
    path = tmp_path / "w.facilitator"
    code, said = start("new", path, "--template", "durban-2019", home=tmp_path)
    assert (code, said) == (0, [])
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_workshop_is_made_told_and_opened_in_a_folder_of_any_name(tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    path = folder / f"{name}.facilitator"

    assert start("new", path, "--template", "durban-2019", home=tmp_path) == (0, [])
    assert start("check", path, home=tmp_path)[0] == 0
    assert start(path, home=tmp_path) == (0, [])


@pytest.mark.parametrize("home", [None, "missing", "file"])
def test_window_opens_without_a_home_folder(tmp_path, workshop, home):
    place = None if home is None else tmp_path / home
    if home == "file":
        place.write_text("not a folder")

    assert start(workshop, home=place) == (0, [])


def test_window_opens_with_settings_of_an_older_program(tmp_path, workshop):
    folder = tmp_path / "settings"
    folder.mkdir()
    old = {"language": "en", "theme": 3, "recents": [{"path": 1}, "x"], "open": ["?"], "unknown": {}}
    (folder / "settings.json").write_text(json.dumps(old))

    assert start(workshop, home=tmp_path, FACILITATOR_SETTINGS=str(folder)) == (0, [])


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b'"text"', b"[" * 100_000])
def test_window_opens_with_damaged_settings(tmp_path, content):
    folder = tmp_path / "settings"
    folder.mkdir()
    (folder / "settings.json").write_bytes(content)

    assert start(home=tmp_path, FACILITATOR_SETTINGS=str(folder)) == (0, [])


def test_settings_that_cannot_be_written_stop_nothing(tmp_path, workshop):
    assert start(workshop, home=tmp_path, most_bytes=0, FACILITATOR_SETTINGS=str(tmp_path / "s"))[0] in (0, 1)


def test_a_full_disk_is_told_in_one_sentence_and_leaves_no_half_file(tmp_path):
    path = tmp_path / "full.facilitator"
    code, said = start("new", path, "--template", "durban-2019", home=tmp_path, most_bytes=100_000)

    assert (code, len(said)) == (1, 1)
    assert "Traceback" not in said[0]
    assert not path.exists()


def test_an_export_onto_a_full_disk_is_told_in_one_sentence_and_leaves_no_half_file(tmp_path, workshop):
    target = tmp_path / "s.pdf"
    words = ("export", workshop, "-o", target, "--what", "panel-summary", "--panel", "1")
    code, said = start(*words, home=tmp_path, most_bytes=4_000)

    failed = f"s.pdf could not be written to {tmp_path}. Check the folder and the disk."
    nobody = "This document will name nobody. Documents name who said something only if they agreed."
    assert (code, said) == (1, [nobody, failed])
    assert not target.exists()


READ_ONLY = "mount -o remount,ro ."
FULL = "head -c 9m /dev/zero > rest 2>/dev/null || true"


@pytest.fixture
def medium(tmp_path, workshop):
    """Returns what runs the program beside a workshop on a small medium that was made read-only, or full."""
    place = tmp_path / "medium"
    place.mkdir()
    apart = ["unshare", "--map-root-user", "--mount", "sh", "-ec"]
    if shutil.which("unshare") is None or subprocess.run([*apart, "true"], check=False).returncode:
        pytest.skip("a medium of one's own needs a mount namespace, which this system refuses")

    def made(how):
        script = f'mount -t tmpfs -o size=4m medium "$1"; cp "$2" "$1"; cd "$1"; {how}; shift 2; exec "$@"'
        return [*apart, script, "medium", str(place), str(workshop)]

    return made


@pytest.mark.parametrize(
    "words",
    [
        ("snapshot", "w.facilitator", "-o", "../s.facilitator"),
        ("export", "w.facilitator", "-o", "../p.pdf", "--what", "participants"),
        ("do", "w.facilitator"),
        ("pack", "w.facilitator", "-o", "../p.package"),
    ],
    ids=lambda words: words[0],
)
def test_a_workshop_on_a_medium_that_cannot_be_written_says_so(tmp_path, medium, words):
    said = "Nothing can be written to {}. Copy w.facilitator to a folder of yours."

    told = start(*words, home=tmp_path, within=medium(READ_ONLY))
    assert told == (1, [said.format(tmp_path / "medium")])


def test_a_workshop_on_a_medium_that_cannot_be_written_is_checked_all_the_same(tmp_path, medium):
    assert start("check", "w.facilitator", home=tmp_path, within=medium(READ_ONLY)) == (0, [])


@pytest.mark.parametrize("how", [READ_ONLY, FULL], ids=["read-only", "full"])
def test_window_opens_beside_a_medium_that_takes_nothing(tmp_path, medium, how):
    settings = str(tmp_path / "medium" / "settings")
    within = medium(how)

    assert start("w.facilitator", home=tmp_path, within=within) == (0, [])
    assert start(home=tmp_path, within=within, FACILITATOR_SETTINGS=settings) == (0, [])


def test_an_act_on_a_full_medium_is_refused_and_changes_no_byte(tmp_path, medium):
    asked = json.dumps({"do": "add_category", "key": "NGO", "label": "Civil society"})
    script = (
        'before=$(sha256sum w.facilitator); echo "$1" | "$0" -m facilitator do w.facilitator;'
        'test "$before" = "$(sha256sum w.facilitator)" && ls -A'
    )
    done = subprocess.run(
        [*medium(FULL), "sh", "-c", script, sys.executable, asked],
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    answer, *there = done.stdout.splitlines()
    assert (json.loads(answer)["refusal"], there) == ("write_failed", ["rest", "w.facilitator"])


def test_two_windows_on_one_workshop_the_second_says_so_or_comes_forward(tmp_path, workshop):
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    env |= {"FACILITATOR_SETTINGS": str(tmp_path / "one"), "XDG_RUNTIME_DIR": str(tmp_path)}
    env.pop("FACILITATOR_QUIT_AFTER_FIRST_FRAME", None)
    first = subprocess.Popen([sys.executable, "-m", "facilitator", str(workshop)], env=env)
    lock = time.monotonic() + 30
    while time.monotonic() < lock and start("do", workshop, "keep_draft", home=tmp_path)[0] == 0:
        time.sleep(0.2)
    other = start(workshop, home=tmp_path, FACILITATOR_SETTINGS=str(tmp_path / "two"))
    first.terminate()
    first.wait()

    assert (other[0], len(other[1])) in ((0, 0), (1, 1))
