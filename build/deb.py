"""A Debian package of the folder that build/package.py made: deb.py FOLDER [OUT]; needs dpkg-deb only."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import icon

ROOT = Path(__file__).resolve().parents[1]
LINUX = ROOT / "resources" / "linux"
NEEDED = ("libc6", "libegl1", "libgl1", "libxkbcommon0", "libxcb-cursor0", "libfontconfig1", "libdbus-1-3")
_SIZES = (16, 32, 48, 64, 128, 256)
_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}


def make(folder: Path, out: Path) -> Path:
    """Return the package in `out`: the folder in /opt, a command, an entry in the menu, our type of files."""
    version = (folder / "VERSION").read_text(encoding="utf-8").split()[1]
    machine = _MACHINES.get(platform.machine(), platform.machine())
    target = out / f"facilitator_{version}_{machine}.deb"
    with tempfile.TemporaryDirectory(prefix="facilitator-") as work:
        tree = Path(work) / "tree"
        shutil.copytree(folder, tree / "opt" / "facilitator", symlinks=True)
        _lay_out(tree)
        size_k = sum(file.lstat().st_size for file in tree.rglob("*")) // 1024
        _control(tree, version, machine, size_k)
        _at_one_moment(tree)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(target)], check=True
        )
    return target


def _lay_out(tree: Path) -> None:
    share = tree / "usr" / "share"
    for place, name in (("applications", "facilitator.desktop"), ("mime/packages", "facilitator.xml")):
        (share / place).mkdir(parents=True)
        shutil.copyfile(LINUX / name, share / place / name)
    icons = share / "icons" / "hicolor"
    for size in _SIZES:
        folder = icons / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True)
        icon.write(folder / "facilitator.png", size)
    (icons / "scalable" / "apps").mkdir(parents=True)
    shutil.copyfile(icon.DRAWING, icons / "scalable" / "apps" / "facilitator.svg")
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / "facilitator").symlink_to("/opt/facilitator/facilitator")
    papers = share / "doc" / "facilitator"
    papers.mkdir(parents=True)
    shutil.copyfile(tree / "opt" / "facilitator" / "licences" / "LICENCES.txt", papers / "copyright")


def _control(tree: Path, version: str, machine: str, size_k: int) -> None:
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(
        f"""Package: facilitator
Version: {version}
Architecture: {machine}
Maintainer: The Facilitator developers <facilitator@localhost>
Installed-Size: {size_k}
Depends: {", ".join(NEEDED)}
Section: misc
Priority: optional
Description: Run multi-stakeholder panels without a network
 The floor, the notes and the report of a workshop, in one file; Arabic and English.
""",
        encoding="utf-8",
    )


def _at_one_moment(tree: Path) -> None:
    """Every file is as old as the commit, so that two packages of it are equal."""
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "1577836800"))
    for file in (tree, *tree.rglob("*")):
        os.utime(file, (moment, moment), follow_symlinks=False)
        if not file.is_symlink():
            file.chmod(0o755 if file.is_dir() or os.access(file, os.X_OK) else 0o644)


if __name__ == "__main__":
    made = Path(sys.argv[1])
    print(make(made, Path(sys.argv[2]) if len(sys.argv) > 2 else made.parent))  # noqa: PLR2004 - one word or two
