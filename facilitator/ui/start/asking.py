"""The files a window asks for: one to open, or a name for one that is to be made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.language.speech import Language

_WORKSHOP = ".facilitator"
_TEMPLATE = ".toml"


def which_to_open(window: QWidget, language: Language) -> Path | None:
    """Return the workshop or the template somebody chose, None if nobody did."""
    kinds = f"*{_WORKSHOP} *{_TEMPLATE}"
    chosen = QFileDialog.getOpenFileName(window, language.say("Open a file"), "", kinds)[0]
    return Path(chosen) if chosen else None


def is_template(path: Path) -> bool:
    """Say whether a file makes new workshops instead of being one."""
    return path.suffix.lower() == _TEMPLATE


def where_to_keep_template(window: QWidget, language: Language, near: Path) -> Path | None:
    """Return the file a template is to be written to, None if nobody wants one."""
    return where_to_save(window, language.say("Save as a template"), _TEMPLATE, near.with_suffix(_TEMPLATE))


def which_to_make(window: QWidget, language: Language) -> tuple[Path, bool] | None:
    """Return the file somebody wants, and whether it is to be encrypted; None if nobody wants one."""
    say = language.say
    plain, closed = (f"{words} (*{_WORKSHOP})" for words in (say("Workshop"), say("Encrypted workshop")))
    title = say("New workshop from a template")
    chosen, kind = QFileDialog.getSaveFileName(window, title, "", f"{plain};;{closed}")
    return (_ending(chosen, _WORKSHOP), kind == closed) if chosen else None


def which_to_import(window: QWidget, language: Language) -> Path | None:
    """Return the list or programme somebody chose, None if nobody did."""
    chosen = QFileDialog.getOpenFileName(window, language.say("Import a list or a programme"))[0]
    return Path(chosen) if chosen else None


def where_to_keep_rows(window: QWidget, language: Language, source: Path) -> Path | None:
    """Return the file the faulty rows of a list are to be written to, None if nobody wants them."""
    usual = source.with_name(f"{source.stem}-rows.csv")
    return where_to_save(window, language.say("Save the faulty rows"), ".csv", usual)


def where_to_save(window: QWidget, title: str, suffix: str, usual: Path | None = None) -> Path | None:
    """Return the file somebody wants, None if nobody does: it has this suffix, after any other dot."""
    chosen = QFileDialog.getSaveFileName(window, title, "" if usual is None else str(usual), f"*{suffix}")[0]
    return _ending(chosen, suffix) if chosen else None


def _ending(chosen: str, suffix: str) -> Path:
    return Path(chosen if chosen.lower().endswith(suffix) else chosen + suffix)
