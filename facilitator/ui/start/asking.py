"""The files a window asks for: one to open, or a name for one that is to be made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.language.speech import Language

_ALL = "*.facilitator"
_TEMPLATE = ".toml"


def which_to_open(window: QWidget, language: Language) -> Path | None:
    """Return the workshop or the template somebody chose, None if nobody did."""
    kinds = f"{_ALL} *{_TEMPLATE}"
    chosen = QFileDialog.getOpenFileName(window, language.say("Open a file"), "", kinds)[0]
    return Path(chosen) if chosen else None


def is_template(path: Path) -> bool:
    """Say whether a file makes new workshops instead of being one."""
    return path.suffix.lower() == _TEMPLATE


def where_to_keep_template(window: QWidget, language: Language, near: Path) -> Path | None:
    """Return the file a template is to be written to, None if nobody wants one."""
    usual = str(near.with_suffix(_TEMPLATE))
    chosen = QFileDialog.getSaveFileName(window, language.say("Save as a template"), usual, f"*{_TEMPLATE}")[
        0
    ]
    return Path(chosen).with_suffix(_TEMPLATE) if chosen else None


def which_to_make(window: QWidget, language: Language) -> Path | None:
    """Return the file somebody wants, None if nobody does."""
    chosen = QFileDialog.getSaveFileName(window, language.say("New workshop from a template"), "", _ALL)[0]
    return Path(chosen).with_suffix(".facilitator") if chosen else None


def which_to_import(window: QWidget, language: Language) -> Path | None:
    """Return the list or programme somebody chose, None if nobody did."""
    chosen = QFileDialog.getOpenFileName(window, language.say("Import a list or a programme"))[0]
    return Path(chosen) if chosen else None


def where_to_keep_rows(window: QWidget, language: Language, source: Path) -> Path | None:
    """Return the file the faulty rows of a list are to be written to, None if nobody wants them."""
    usual = str(source.with_name(f"{source.stem}-rows.csv"))
    chosen = QFileDialog.getSaveFileName(window, language.say("Save the faulty rows"), usual, "*.csv")[0]
    return Path(chosen).with_suffix(".csv") if chosen else None
