"""The system libraries that Qt wants on Linux and that its wheel does not carry."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import debian

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""What the programs below ask for, and the Debian package that has it."""

OURS = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtTest")


def ensure(environment: Path) -> None:
    """Qt finds its libraries; where it cannot, they are installed, or named with the command for it."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return
    missing = missing_libraries(environment)
    if missing:
        debian.need(packages_of(missing), f"{', '.join(missing)}, which Qt needs")
        still = missing_libraries(environment)
        if still:
            sys.exit(f"Qt still lacks {', '.join(still)}. Install them and start again.")


def missing_libraries(environment: Path) -> list[str]:
    """Return the names of the shared libraries that the dynamic linker does not find."""
    programs = [str(program) for program in _programs(environment)]
    told = subprocess.run(["ldd", *programs], check=False, capture_output=True, text=True, encoding="utf-8")
    return not_found(told.stdout)


def not_found(told: str) -> list[str]:
    """Return the libraries that ldd's answer calls missing."""
    return sorted({line.split()[0] for line in told.splitlines() if line.rstrip().endswith("=> not found")})


def packages_of(libraries: Sequence[str]) -> list[str]:
    """Return the Debian packages that hold these libraries; a library not known here stands for itself."""
    return sorted({PACKAGES.get(library, library) for library in libraries})


def _programs(environment: Path) -> Iterator[Path]:
    for qt in environment.glob("lib/python*/site-packages/PySide6"):
        yield from (qt / f"{name}.abi3.so" for name in OURS)
        plugins = qt / "Qt" / "plugins"
        platforms = (
            ("xcb", "offscreen", "wayland") if "WAYLAND_DISPLAY" in os.environ else ("xcb", "offscreen")
        )
        yield from (plugins / "platforms" / f"libq{platform}.so" for platform in platforms)
        yield plugins / "imageformats" / "libqsvg.so"
