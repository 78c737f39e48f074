"""The project's own virtual environment in `.venv`: exact versions, brought up to date when they change."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import debian

if sys.version_info < (3, 11):  # noqa: UP036 - this very line tells those who start it with an older one
    sys.exit("Facilitator needs Python 3.11 or newer. Start this with a newer one: python3.11 " + sys.argv[0])

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
PIP = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
PROJECT = ("pyproject.toml", "build/hatch_build.py")


def say(line: str) -> None:
    print(line, flush=True)


def prepare(*locks: str) -> None:
    """The environment holds these locks and the project itself; quick if it does already."""
    began = time.monotonic()
    changed = _venv()
    for lock in locks:
        changed |= _once(f"build/{lock}", _install_lock, f"build/{lock}")
    changed |= _once("the project", _install_project, *PROJECT)
    compile_catalogues()
    if changed:
        say(f"The environment is ready after {time.monotonic() - began:.0f} s.")


def tool(name: str) -> str:
    """Return a program of the environment."""
    return str(SCRIPTS / (f"{name}.exe" if os.name == "nt" else name))


def compile_catalogues() -> None:
    """Every catalogue is compiled from its newest text."""
    texts = sorted((ROOT / "i18n").glob("*.po"))
    if any(_older(text.with_suffix(".mo"), text) for text in texts):
        subprocess.run([str(PYTHON), str(BUILD / "catalogues.py"), "compile"], check=True)


def _older(compiled: Path, text: Path) -> bool:
    return not compiled.is_file() or compiled.stat().st_mtime_ns < text.stat().st_mtime_ns


def _venv() -> bool:
    """Make the environment, anew if it belongs to another Python; return whether it was made."""
    mark = VENV / "facilitator-python.txt"
    wanted = f"{sys.version}\n{VENV}\n"
    if PYTHON.exists() and mark.is_file() and mark.read_text(encoding="utf-8") == wanted:
        return False
    if importlib.util.find_spec("ensurepip") is None:
        debian.need([f"python3.{sys.version_info.minor}-venv"], "Python's own module venv")
    say(f"Making a virtual environment with Python {sys.version.split()[0]} in {VENV}")
    shutil.rmtree(VENV, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    mark.write_text(wanted, encoding="utf-8")
    return True


def _once(what: str, install: Callable[[str], None], *sources: str) -> bool:
    """Install unless the same sources were installed before; return whether something was installed."""
    digest = hashlib.sha256()
    for source in sources:
        digest.update((ROOT / source).read_bytes())
    stamp = VENV / f"facilitator-{hashlib.sha256(what.encode()).hexdigest()[:8]}.txt"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest.hexdigest():
        return False
    install(what)
    stamp.write_text(digest.hexdigest(), encoding="utf-8")
    return True


def _install_lock(name: str) -> None:
    wanted = [
        line
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    say(f"Installing the {len(wanted)} packages of {name}")
    _pip(["install", "--no-deps", "--progress-bar", "off", "-r", str(ROOT / name)], len(wanted))


def _install_project(_: str) -> None:
    say("Installing Facilitator itself (editable)")
    _pip(["install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], 0)


def _pip(words: list[str], packages: int) -> None:
    """Run pip with one line of progress in place of its own hundred; all of them if it fails."""
    lines: list[str] = []
    with subprocess.Popen(
        [*PIP, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    ) as pip:
        for line in pip.stdout or ():
            lines.append(line)
            _progress(lines, packages)
    if pip.returncode:
        sys.exit("".join(lines[-40:]) + "\npip could not install this. Is there a network? Then start again.")


def _progress(lines: list[str], packages: int) -> None:
    line = lines[-1]
    if not packages:
        return
    if line.startswith(("Collecting ", "Requirement already satisfied: ")):
        seen = sum(text.startswith(("Collecting ", "Requirement already")) for text in lines)
        name = line.removeprefix("Collecting ").removeprefix("Requirement already satisfied: ").split()[0]
        _tell(f"  {seen:2} of {packages}  {name}", last=False, round_number=seen % 10 == 0)
    elif line.startswith("Installing collected packages"):
        _tell("  unpacking …", last=True)


def _tell(text: str, *, last: bool, round_number: bool = False) -> None:
    """On a terminal the line before is written over; in a log a few lines are enough."""
    if sys.stdout.isatty():
        print(f"\r\033[K{text}", end="\n" if last else "", flush=True)
    elif last or round_number:
        say(text)
