"""Keeps the computer awake while a panel is live, by what each system offers for it."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtGui import QGuiApplication

_LOG = logging.getLogger(__name__)
_SCREENLESS = ("offscreen", "minimal")
_SAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
_WHO = "Facilitator"  # the reason too: a name is the same in every language
_CALL = "facilitator-awake"
_ANSWER_MS = 80  # the window waits for it
Release = Callable[[], object]
Hold = Callable[[], Release]


class Awake:
    """Held while a panel is live. What a system refuses is told once in the log, and hurts nobody."""

    def __init__(self, hold: Hold | None = None) -> None:
        self._hold = hold or system_hold()
        self._release: Release | None = None
        self._failed = False

    @property
    def held(self) -> bool:
        return self._release is not None

    def keep(self, *, live: bool) -> None:
        """The computer stays awake from now on, or may sleep again."""
        if live and self._release is None and not self._failed:
            self._try()
        elif not live:
            self.release()

    def release(self) -> None:
        self._failed = False
        release, self._release = self._release, None
        if release is not None:
            release()

    def _try(self) -> None:
        try:
            self._release = self._hold()
        except (OSError, ImportError) as fault:
            self._failed = True
            _LOG.warning("The computer cannot be kept awake: %s", fault)


def system_hold() -> Hold:
    """Return how this system is kept awake; where nothing is shown, nothing needs to be."""
    if QGuiApplication.platformName() in _SCREENLESS:
        return lambda: lambda: None
    if sys.platform == "win32":
        return hold_windows
    return hold_mac if sys.platform == "darwin" else hold_linux


def hold_linux() -> Release:
    """The desktop is asked; where none answers, the system's own service is."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - other systems have no such bus

    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CALL)
    ask = QDBusMessage.createMethodCall(*_SAVER, "Inhibit")
    ask.setArguments([_WHO, _WHO])
    answer = bus.call(ask, timeout=_ANSWER_MS) if bus.isConnected() else QDBusMessage()
    if answer.type() is QDBusMessage.MessageType.ReplyMessage:
        return lambda: QDBusConnection.disconnectFromBus(_CALL)  # whoever asked is gone, and so is the wish
    QDBusConnection.disconnectFromBus(_CALL)
    return _running(
        "systemd-inhibit", ["--what=idle:sleep", f"--who={_WHO}", f"--why={_WHO}", "sleep", "infinity"]
    )


def hold_mac() -> Release:
    return _running("caffeinate", ["-di", "-w", str(os.getpid())])


def hold_windows() -> Release:
    system = getattr(ctypes, "windll").kernel32  # noqa: B009 - other systems know no such attribute
    stay, screen, computer = 0x80000000, 0x2, 0x1
    if not system.SetThreadExecutionState(stay | screen | computer):
        raise OSError("SetThreadExecutionState")
    return lambda: system.SetThreadExecutionState(stay)


def _running(program: str, words: list[str]) -> Release:
    """The program runs until it is released."""
    if not QStandardPaths.findExecutable(program):
        raise FileNotFoundError(program)
    process = QProcess()
    process.finished.connect(partial(_ended, program))
    process.start(program, words)

    def release() -> None:
        process.finished.disconnect()
        process.terminate()
        if not process.waitForFinished(_ANSWER_MS):
            process.kill()
            process.waitForFinished(_ANSWER_MS)

    return release


def _ended(program: str, code: int, _: QProcess.ExitStatus) -> None:
    _LOG.warning("The computer cannot be kept awake: %s ended with %d", program, code)
