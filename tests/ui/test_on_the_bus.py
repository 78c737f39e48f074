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
env -u PYTHONPATH "$READER_PYTHON" "$READER" "$BEGINS" $TABS; code=$?
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


def met(display, folder, code, begins, tabs=(), **kept):
    """Return what a screen reader met of a program that runs on the display, with these settings."""
    kept = {"language": code, "tour": "seen", **kept}
    (folder / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
    env = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "FACILITATOR_SETTINGS": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHON": sys.executable,
        "READER_PYTHON": str(reader()),
        "READER": str(READER),
        "LAUNCHER": str(LAUNCHER),
        "CODE": code,
        "BEGINS": begins,
        "TABS": " ".join(tabs),
        **({"ROOM": "1"} if kept.get("role") == "room" else {}),
    }
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", SESSION], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize(
    ("code", "begins", "queue", "floor"),
    [
        ("en", "Give the floor to", "Speakers who wait", "African Commission on Human and Peoples’ Rights"),
        ("ar", "إعطاء الكلمة", "المتكلمون المنتظرون", "اللجنة الأفريقية لحقوق الإنسان والشعوب"),
    ],
)
def test_a_screen_reader_meets_names_roles_rows_and_news(display, tmp_path, code, begins, queue, floor):
    found = met(display, tmp_path, code, begins)
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


DESKS = {
    "en": ("Notes", "Report", "Setup", "Ledger", "Floor"),
    "fr": ("Notes", "Rapport", "Préparation", "Registre", "Parole"),
}


@pytest.mark.parametrize("code", DESKS)
def test_a_screen_reader_meets_a_name_wherever_the_focus_goes_at_every_desk(display, tmp_path, code):
    found = met(display, tmp_path, code, "nothing", DESKS[code])
    nameless = {
        tab: [role for role, name, focus, _ in told if focus and not name and role not in _CELLS]
        for tab, told in found["desks"].items()
    }
    chosen = {
        tab: [name for _, name, _, checked in told if checked and name in DESKS[code]]
        for tab, told in found["desks"].items()
    }

    assert nameless == {tab: [] for tab in DESKS[code]}
    assert chosen == {tab: [tab] for tab in DESKS[code]}


_CELLS = ("table cell", "list item")  # empty cells of a table have no word


def test_a_screen_reader_meets_the_window_of_the_room(display, tmp_path):
    found = met(display, tmp_path, "en", "nothing", role="room")

    assert len(found["windows"]) == 2
    assert [name for name in found["windows"] if not name] == []
