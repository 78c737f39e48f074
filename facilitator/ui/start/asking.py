"""The files a window asks for: one to open, or a name for one that is to be made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.language.speech import Language

_ALL = "*.facilitator"


def which_to_open(window: QWidget, language: Language) -> Path | None:
    """Return the file somebody chose, None if nobody did."""
    chosen = QFileDialog.getOpenFileName(window, language.say("Open a file"), "", _ALL)[0]
    return Path(chosen) if chosen else None


def which_to_make(window: QWidget, language: Language) -> Path | None:
    """Return the file somebody wants, None if nobody does."""
    chosen = QFileDialog.getSaveFileName(window, language.say("New workshop from a template"), "", _ALL)[0]
    return Path(chosen).with_suffix(".facilitator") if chosen else None
