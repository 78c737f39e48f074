"""A second start rings at the window that is open already, in place of opening another beside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Client, Listener
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent

_COMES, _STAYS, _CLOSE = b"comes", b"stays", b"\0close"


def answered(where: str, workshop: Path | None) -> bool:
    """Say whether a window that is open comes forward, with this workshop if it is named."""
    try:
        with Client(where) as line:
            line.send_bytes(os.fsencode(workshop.absolute()) if workshop else b"")
            return line.poll(1) and line.recv_bytes(len(_COMES)) == _COMES
    except (OSError, EOFError):  # what was left by a window that did not close
        return False


class Doorbell(QObject):
    """Emits `rung` in the window's own thread; `holds` says which workshop is open, None if none.

    A window that holds another workshop than the one asked for stays where it is: nobody's panel is
    taken from the screen by a second start.
    """

    rung = Signal(object)  # the path that is wanted, None if only the window is

    def __init__(self, where: str, holds: Callable[[], Path | None], parent: QObject) -> None:
        super().__init__(parent)
        self._holds, self._where = holds, where
        self._listener: Listener | None = None

    def hang(self) -> None:
        """From now on it can be rung, unless another window hung its own before."""
        if sys.platform != "win32":
            Path(self._where).unlink(missing_ok=True)
        with suppress(OSError):  # then a second start opens a second window, as before
            self._listener = Listener(self._where)
            if sys.platform != "win32":
                Path(self._where).chmod(0o600)
            Thread(target=self._wait, args=(self._listener,), daemon=True).start()

    def take_down(self) -> None:
        """Nothing can ring any more."""
        listener, self._listener = self._listener, None
        if listener is not None:
            with suppress(OSError, EOFError), Client(self._where) as line:
                line.send_bytes(_CLOSE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """MacOS asks the running program itself to open a file."""
        if isinstance(event, QFileOpenEvent):
            self.rung.emit(Path(event.file()))
        return False

    def _wait(self, listener: Listener) -> None:
        with listener:
            while self._one(listener):
                pass

    def _one(self, listener: Listener) -> bool:
        """Answer one ring; return whether there may be another."""
        try:
            with listener.accept() as line:
                said = line.recv_bytes(4096)
                if said == _CLOSE:
                    return False
                wanted, held = Path(os.fsdecode(said)) if said else None, self._holds()
                comes = wanted is None or held is None or wanted == held.absolute()
                line.send_bytes(_COMES if comes else _STAYS)
                if comes:
                    self.rung.emit(wanted)
        except (OSError, EOFError):  # somebody rang and ran
            return self._listener is not None
        return True
