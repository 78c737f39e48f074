"""The two commands of the README: what they promise, without a network."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def scripts():
    """The modules of `build/`, which find each other as scripts do."""
    sys.path.insert(0, str(ROOT / "build"))
    yield importlib.import_module
    sys.path.remove(str(ROOT / "build"))


def test_readme_names_two_commands_and_ci_runs_the_second():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [line.split()[1] for line in readme.splitlines() if line.startswith("    python3 ")]
    ci = ROOT / ".ci" / "run"

    assert commands == ["build/run.py", "build/check.py"]
    assert [(ROOT / command).is_file() for command in commands] == [True, True]
    assert ci.read_text(encoding="utf-8").splitlines()[1:] == [
        'exec python3 "$(dirname "${BASH_SOURCE[0]}")/../build/check.py"'
    ]
    assert os.access(ci, os.X_OK)


def test_every_picture_and_folder_of_the_readme_is_there():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = [
        part
        for part in readme.replace("(", "`").replace(")", "`").split("`")[1::2]
        if part.startswith("resources/")
    ]

    assert [path for path in named if not (ROOT / path).exists()] == []


def test_what_was_installed_is_installed_again_only_when_its_source_changes(scripts, tmp_path, monkeypatch):
    environment = scripts("environment")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    lock, installed = tmp_path / "lock.txt", []

    for text in ("a==1", "a==1", "a==2", "a==2"):
        lock.write_text(text, encoding="utf-8")
        environment._once("lock.txt", lambda _, text=text: installed.append(text), "lock.txt")

    assert installed == ["a==1", "a==2"]


def test_what_could_not_be_installed_is_tried_again(scripts, tmp_path, monkeypatch):
    environment = scripts("environment")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    (tmp_path / "lock.txt").write_text("a==1", encoding="utf-8")
    tries = []

    def install(name):
        tries.append(name)
        raise SystemExit(1)

    for _ in range(2):
        with pytest.raises(SystemExit):
            environment._once("lock.txt", install, "lock.txt")

    assert tries == ["lock.txt", "lock.txt"]


def test_missing_packages_are_named_with_the_command_for_who_may_not_install(scripts, monkeypatch):
    debian = scripts("debian")
    monkeypatch.setattr(debian.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(debian.os, "geteuid", lambda: 1000, raising=False)

    with pytest.raises(SystemExit) as ended:
        debian.need(["libegl1", "libxcb-cursor0"], "libEGL.so.1, libxcb-cursor.so.0, which Qt needs")

    assert ended.value.code == (
        "This system lacks libEGL.so.1, libxcb-cursor.so.0, which Qt needs. "
        "This installs what is missing:\n\n"
        "    sudo apt-get update && sudo apt-get install -y libegl1 libxcb-cursor0\n\n"
        "Then start again."
    )


def test_missing_packages_are_named_where_there_is_no_apt(scripts, monkeypatch):
    debian = scripts("debian")
    monkeypatch.setattr(debian.shutil, "which", lambda _: None)

    with pytest.raises(SystemExit) as ended:
        debian.need(["libegl1"], "libEGL.so.1, which Qt needs")

    assert ended.value.code == (
        "This system lacks libEGL.so.1, which Qt needs. Install what Debian calls libegl1, then start again."
    )


@pytest.mark.parametrize(
    ("set_to", "screen"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ""}, False),
    ],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_screen_is_where_a_display_is_named(scripts, monkeypatch, set_to, screen):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)

    assert scripts("run").has_screen() is screen


@pytest.mark.parametrize("script", ["environment.py", "debian.py", "qt_libraries.py", "run.py", "check.py"])
def test_set_up_needs_nothing_but_python(script, tmp_path):
    alone = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        f"import sys; sys.path.insert(0, {str(ROOT / 'build')!r}); import {script[:-3]}",
    ]

    done = subprocess.run(alone, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
