"""The libraries that Qt lacks are named with the packages that hold them."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LDD = """\
/venv/PySide6/QtGui.abi3.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibEGL.so.1 => not found
\tlibGL.so.1 => /lib/x86_64-linux-gnu/libGL.so.1 (0x00007f0)
\tlibodd.so.7 => not found
/venv/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
"""


@pytest.fixture
def qt_libraries(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "build"))
    spec = importlib.util.spec_from_file_location("qt_libraries", ROOT / "build" / "qt_libraries.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_missing_libraries_are_read_from_the_linker(qt_libraries):
    assert qt_libraries.not_found(LDD) == ["libEGL.so.1", "libodd.so.7", "libxcb-cursor.so.0"]


def test_packages_are_named_once_and_an_unknown_library_stands_for_itself(qt_libraries):
    wanted = ["libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0", "libodd.so.7"]

    assert qt_libraries.packages_of(wanted) == ["libegl1", "libglib2.0-0", "libodd.so.7"]


@pytest.mark.skipif(not sys.platform.startswith("linux") or not shutil.which("ldd"), reason="no ldd here")
def test_every_library_that_qt_asks_the_system_for_has_a_package(qt_libraries):
    programs = [str(path) for path in qt_libraries._programs(Path(sys.prefix))]
    told = subprocess.run(["ldd", *programs], capture_output=True, text=True, check=True)
    found = {line.split(" =>")[0].strip() for line in told.stdout.splitlines() if "=> /" in line}

    assert {"libEGL.so.1", "libxcb-cursor.so.0", "libfontconfig.so.1"} <= found
    assert qt_libraries.missing_libraries(Path(sys.prefix)) == []
