"""The computer stays awake while a panel is live, and what cannot be is told once and hurts nobody."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.ui.waking import Awake, hold_linux, hold_mac, system_hold

ROOT = Path(__file__).parents[2]


@pytest.fixture
def held():
    return []


@pytest.fixture
def hold(held):
    def take():
        held.append("held")
        return lambda: held.append("released")

    return take


def test_it_is_held_once_while_live_and_released_after(hold, held):
    awake = Awake(hold)

    for live in (False, True, True, False, False, True):
        awake.keep(live=live)
    awake.release()
    awake.release()

    assert held == ["held", "released", "held", "released"]


@pytest.mark.parametrize("fault", [OSError("no bus"), FileNotFoundError("caffeinate"), ImportError("QtDBus")])
def test_a_refusal_is_told_once_and_hurts_nobody(caplog, fault):
    def refuse():
        raise fault

    awake = Awake(refuse)
    for _ in range(3):
        awake.keep(live=True)
    first = [record.getMessage() for record in caplog.records]
    awake.keep(live=False)

    assert first == [f"The computer cannot be kept awake: {fault}"]
    assert awake.held is False


def test_console_holds_it_while_a_panel_is_live(console, desk):
    live = console.awake.held
    desk.do("close_panel")

    assert (live, console.awake.held) == (True, False)


def test_console_that_is_left_releases_it(console):
    console.close_room()

    assert console.awake.held is False


def test_where_nothing_is_shown_nothing_is_asked(qapp):
    assert system_hold()()() is None


def test_without_desktop_and_service_the_fault_is_named(qapp, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("PATH", "")

    with pytest.raises(FileNotFoundError, match="systemd-inhibit"):
        hold_linux()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of the shell")
@pytest.mark.parametrize(("name", "hold"), [("systemd-inhibit", hold_linux), ("caffeinate", hold_mac)])
def test_a_program_that_holds_is_ended_by_the_release(qapp, tmp_path, monkeypatch, name, hold):
    program = tmp_path / name
    program.write_text("#!/bin/sh\nexec /bin/sleep 600\n")
    program.chmod(0o755)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")

    hold()()

    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert str(program) not in running


@pytest.mark.skipif(sys.platform != "linux", reason="the program stands in for the service of Linux")
def test_a_program_that_ends_by_itself_is_told_of_once(qtbot, caplog, tmp_path, monkeypatch):
    program = tmp_path / "systemd-inhibit"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")

    release = hold_linux()
    qtbot.waitUntil(lambda: caplog.messages != [], timeout=30_000)
    release()

    assert caplog.messages == ["The computer cannot be kept awake: systemd-inhibit ended with 3"]


DESKTOP = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection
@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, who, why):
        print(who, why, flush=True)
        return 7
application = QCoreApplication(sys.argv)
bus = QDBusConnection.sessionBus()
saver = Saver()
bus.registerObject("/org/freedesktop/ScreenSaver", saver, QDBusConnection.RegisterOption.ExportAllSlots)
bus.registerService("org.freedesktop.ScreenSaver")
print("ready", flush=True)
application.exec()
"""

ASKING = f"""
import subprocess, sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection
from facilitator.ui import waking
waking._ANSWER_MS = 10_000  # a busy machine is not what is tested
application = QCoreApplication(sys.argv)
desktop = subprocess.Popen([sys.executable, "-c", {DESKTOP!r}], stdout=subprocess.PIPE, text=True)
desktop.stdout.readline()
bus = QDBusConnection.sessionBus().interface()
callers = lambda: len([name for name in bus.registeredServiceNames().value() if name.startswith(":")])
before = callers()
release = waking.hold_linux()
held = callers()
release()
asked = (callers() - before for _ in range(5_000))  # the bus hears of who went a moment later
left = next((n for n in asked if n == 0), 1)
print(desktop.stdout.readline().strip(), held - before, left)
desktop.kill()
desktop.wait()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no bus of a desktop can be started")
def test_desktop_is_asked_and_let_go():
    """Whoever asked is gone from the bus after the release, and the desktop's wish with it."""
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", ASKING],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert done.stdout.splitlines() == ["Facilitator Facilitator 1 0"]
