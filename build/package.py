"""Make dist/facilitator: one folder to copy onto a laptop without Python and network; --deb packs it too."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import environment
import qt_libraries

ROOT = environment.ROOT
NAME = "facilitator"
SUMS = "SHA256SUMS"


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, default=ROOT / "dist", help="where the folder goes (dist)")
    asked.add_argument("--deb", action="store_true", help="make a Debian package of it as well")
    words = asked.parse_args()
    environment.prepare("lock.txt", "lock-package.txt")
    qt_libraries.ensure(environment.VENV)
    folder = make(words.out.resolve())
    environment.say(f"{folder}: {_megabytes(folder):.0f} MB")
    if words.deb:
        subprocess.run([str(environment.PYTHON), str(ROOT / "build" / "deb.py"), str(folder)], check=True)
    return 0


def make(out: Path, python: Path = environment.PYTHON) -> Path:
    """Return the finished folder in `out`, made by PyInstaller of that environment; an older one is gone."""
    folder = out / NAME
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="facilitator-") as work:  # build/ is ours
        words = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        words += ["--workpath", work, "--distpath", str(out), str(ROOT / "facilitator.spec")]
        subprocess.run(words, check=True, cwd=ROOT, env=_surroundings())
        used = next(Path(work).rglob("modules.txt"))
        finish = [str(python), str(ROOT / "build" / "package_parts.py"), str(folder), str(used)]
        subprocess.run(finish, check=True, cwd=ROOT)
    (folder / "VERSION").write_text(f"{NAME} {version()}\n{commit()}\n", encoding="utf-8")
    (folder / SUMS).write_text(sums(folder), encoding="utf-8")
    return folder


def _surroundings() -> dict[str, str]:
    """Return what makes two builds of one commit equal: its own moment, and sets in a fixed order."""
    own = {"SOURCE_DATE_EPOCH": moment(), "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)}
    return {**os.environ, **own}


def version() -> str:
    found = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(found["project"]["version"])


def commit() -> str:
    """Return the commit that was packed; with a mark if the checkout holds more than it."""
    changed = "+" if _git("status", "--porcelain", "--untracked-files=no") else ""
    return (_git("rev-parse", "HEAD") or "without a commit") + changed


def moment() -> str:
    """Return the commit's moment in seconds; a fixed one for a copy without a history."""
    return _git("log", "-1", "--format=%ct") or "1577836800"


def _git(*words: str) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    done = subprocess.run([git, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def sums(folder: Path) -> str:
    """Return the checksum of every file in the folder but the list itself, as sha256sum -c reads them."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != SUMS)
    lines = (
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder).as_posix()}\n"
        for file in files
    )
    return "".join(lines)


def _megabytes(folder: Path) -> float:
    return (
        sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
        / 1e6
    )


if __name__ == "__main__":
    sys.exit(main())
