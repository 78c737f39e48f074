"""The window as a screen reader of Linux meets it: over AT-SPI, on a display of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READER = Path(__file__).parent / "heard_on_the_bus.py"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
HAS_ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
SESSION = """
"$LAUNCHER" --launch-immediately & bus=$!
"$PYTHON" -m facilitator demo --lang "$CODE" >/dev/null 2>&1 & program=$!
env -u PYTHONPATH "$READER_PYTHON" "$READER" "$BEGINS"; code=$?
kill $program $bus
exit $code
"""


def reader():
    """Return a Python that can read the accessibility bus, if this machine has one."""
    for python in ("/usr/bin/python3", shutil.which("python3")):
        if python and Path(python).exists():
            env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
            tried = subprocess.run([python, "-c", HAS_ATSPI], env=env, capture_output=True, check=False)
            if tried.returncode == 0:
                return python
    return None


pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.xdist_group("display"),
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is the bus of Linux"),
    pytest.mark.skipif(not LAUNCHER.exists(), reason="no at-spi2-core"),
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no Xvfb: no display to stand on"),
    pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no dbus-run-session"),
    pytest.mark.skipif(
        reader() is None, reason="no Python with Atspi (Debian: python3-gi, gir1.2-atspi-2.0)"
    ),
]


@pytest.fixture
def display():
    words = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24"]
    server = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    yield f":{server.stdout.readline().strip()}"
    server.terminate()
    server.wait()
    server.stdout.close()


@pytest.mark.parametrize(
    ("code", "begins", "queue", "floor"),
    [
        ("en", "Give the floor to", "Speakers who wait", "African Commission on Human and Peoples’ Rights"),
        ("ar", "إعطاء الكلمة", "المتكلمون المنتظرون", "اللجنة الأفريقية لحقوق الإنسان والشعوب"),
    ],
)
def test_a_screen_reader_meets_names_roles_rows_and_news(display, tmp_path, code, begins, queue, floor):
    kept = {"language": code, "tour": "seen"}
    (tmp_path / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
    env = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "FACILITATOR_SETTINGS": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "PYTHON": sys.executable,
        "READER_PYTHON": str(reader()),
        "READER": str(READER),
        "LAUNCHER": str(LAUNCHER),
        "CODE": code,
        "BEGINS": begins,
    }
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", SESSION], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    rows = [name for role, name, _ in found["told"] if role == "list item"]
    lists = [name for role, name, _ in found["told"] if role == "list"]
    acting = ("push button", "radio button", "list")
    nameless = [role for role, name, shown in found["told"] if shown and role in acting and not name]

    assert found["name"] == "facilitator"
    assert lists.count(queue) == 1
    assert (len(rows), rows[0].count(floor)) == (9, 1)
    assert found["pressed"].count(begins) == 1
    assert [text for text in found["heard"] if floor in text] != []
    assert nameless == []
