"""The folder that is copied onto a laptop: small, whole, able to try itself, the same from build to build."""

import hashlib
import importlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_BYTES = 160_000_000
WORKBENCH = {"pytest", "_pytest", "hypothesis", "mypy", "lxml", "fontTools", "numpy", "tkinter"}
WORDS = [
    "zebra",
    "Ärger",
    "ñandú",
    "nandu",
    "côté",
    "cote",
    "ёж",
    "еж",
    "яма",
    "张三",
    "李四",
    "أحمد",
    "احمد",
]
pytestmark = [
    pytest.mark.frozen,
    pytest.mark.timeout(600),
    pytest.mark.xdist_group("frozen"),
    pytest.mark.skipif(importlib.util.find_spec("PyInstaller") is None, reason="no PyInstaller"),
    pytest.mark.skipif(sys.platform != "linux", reason="measured on Linux"),
]


@pytest.fixture(scope="module")
def package():
    sys.path.insert(0, str(ROOT / "build"))
    yield importlib.import_module("package")
    sys.path.remove(str(ROOT / "build"))


@pytest.fixture(scope="module")
def folder(package, tmp_path_factory):
    """The program's folder, made by the environment that runs the tests."""
    return package.make(tmp_path_factory.mktemp("dist"), Path(sys.executable))


def surroundings(tmp_path, **more):
    kept = {name: os.environ[name] for name in ("LANG", "XDG_RUNTIME_DIR") if name in os.environ}
    own = {"QT_QPA_PLATFORM": "offscreen", "FACILITATOR_QUIT_AFTER_FIRST_FRAME": "1", "HOME": str(tmp_path)}
    return {**kept, "PATH": "/usr/bin:/bin", **own, **more}


def test_folder_is_small_and_carries_nothing_of_the_workbench(folder):
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    size = sum(file.stat().st_size for file in files)
    inside = {entry.name.split("-")[0] for entry in (folder / "_internal").iterdir()}

    assert size <= MOST_BYTES
    assert inside & WORKBENCH == set()


def test_every_link_leads_somewhere(folder):
    assert [link for link in folder.rglob("*") if link.is_symlink() and not link.exists()] == []


def test_checksums_are_those_of_every_file(folder):
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    files = {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and file.name != "SHA256SUMS"
    }

    assert told == files


def test_version_and_commit_are_told(folder, package):
    assert (folder / "VERSION").read_text(encoding="utf-8") == (
        f"facilitator {package.version()}\n{package.commit()}\n"
    )


def test_licence_of_every_part_is_there(folder):
    texts = folder / "licences"
    told = (texts / "LICENCES.txt").read_text(encoding="utf-8")
    parts = re.findall(r"^(\S+) \S+: .*; (?:folder ([^;]+)|text among)", told, re.MULTILINE)

    assert {"PySide6_Essentials", "SQLAlchemy", "reportlab", "sqlcipher3", "pillow"} <= {
        name for name, _ in parts
    }
    assert [place for _, place in parts if place and not any((texts / place).rglob("*"))] == []
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "MPL-2.0.txt"} <= {file.name for file in texts.iterdir()}


def test_program_tries_itself(folder, tmp_path):
    done = subprocess.run(
        [str(folder / "facilitator"), "--selftest"],
        check=False,
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )

    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Everything works.")


def test_versions_are_those_of_the_checkout(folder, tmp_path):
    told = [
        subprocess.run([*words, "--version"], env=env, capture_output=True, text=True, check=True).stdout
        for words, env in (
            ([str(folder / "facilitator")], surroundings(tmp_path)),
            ([sys.executable, "-m", "facilitator"], os.environ),
        )
    ]

    assert told[0] == told[1]


@pytest.mark.parametrize("name", ["with spaces", "ورشة العمل", "🙂 emoji"])
def test_window_opens_from_any_folder_that_nobody_may_write_to(folder, tmp_path, name):
    place = tmp_path / name / "facilitator"
    shutil.copytree(folder, place, symlinks=True)
    before = sorted(place.rglob("*"))
    place.chmod(0o555)
    home = tmp_path / "no such home"

    done = subprocess.run(
        [str(place / "facilitator")], env=surroundings(home), capture_output=True, text=True, check=False
    )
    place.chmod(0o755)
    assert (done.returncode, sorted(place.rglob("*"))) == (0, before)


def test_sorting_is_that_of_the_whole_icu(folder, tmp_path):
    program = f"""
import functools, sys
from PySide6.QtCore import QCollator, QLocale
words = {WORDS}
for code in ("ar", "en", "es", "fr", "ru", "zh"):
    print(sorted(words, key=functools.cmp_to_key(QCollator(QLocale(code)).compare)))
"""
    (trimmed,) = [
        file for file in folder.rglob("libicudata.so.*") if not file.is_symlink()
    ]  # the same name makes it the one that is used
    told = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, **more},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for more in ({}, {"LD_PRELOAD": str(trimmed)})
    ]

    assert trimmed.stat().st_size < 6_000_000
    assert told[0] == told[1]


def test_two_builds_of_one_commit_are_equal(folder, package, tmp_path):
    again = package.make(tmp_path, Path(sys.executable))

    assert (again / "SHA256SUMS").read_text("utf-8") == (folder / "SHA256SUMS").read_text("utf-8")


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="no dpkg-deb: not a Debian")
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root installs packages")
def test_debian_package_installs_runs_and_leaves_nothing(folder, tmp_path):
    made = subprocess.run(
        [sys.executable, str(ROOT / "build" / "deb.py"), str(folder), str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    package = Path(made.stdout.splitlines()[-1])
    root, admin = tmp_path / "root", tmp_path / "admin"
    for place in (root, admin / "info", admin / "updates"):
        place.mkdir(parents=True)
    (admin / "status").touch()
    (admin / "available").touch()
    dpkg = ["dpkg", f"--instdir={root}", f"--admindir={admin}", "--force-depends"]

    subprocess.run([*dpkg, "--install", str(package)], capture_output=True, check=True)
    installed = root / "opt" / "facilitator" / "facilitator"
    window = subprocess.run([str(installed)], env=surroundings(tmp_path), capture_output=True, check=False)
    entries = {str(file.relative_to(root)) for file in (root / "usr").rglob("*") if not file.is_dir()}
    subprocess.run([*dpkg, "--purge", "facilitator"], capture_output=True, check=True)

    assert window.returncode == 0
    assert entries >= {
        "usr/bin/facilitator",
        "usr/share/applications/facilitator.desktop",
        "usr/share/mime/packages/facilitator.xml",
        "usr/share/icons/hicolor/scalable/apps/facilitator.svg",
    }
    assert [file for file in root.rglob("*") if file.is_file()] == []
