"""What is done at the report desk before a picture of it is drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from facilitator.domain.notes import NoteKind
from facilitator.ui.console import Console

_PATIENCE_MS = 60_000


def _until(true: Callable[[], bool]) -> None:
    waited = QElapsedTimer()
    waited.start()
    while not true() and waited.elapsed() < _PATIENCE_MS:
        QApplication.processEvents()


def preview(console: Console) -> None:
    """The document as chosen is seen."""
    making = console.report.previewing
    _until(lambda: making.at_work)
    _until(lambda: not making.at_work)
    QApplication.processEvents()


def choose_all(console: Console) -> None:
    """The report on all panels is seen."""
    console.report.choose(what="report", panel=None)
    preview(console)


def begin(console: Console) -> None:
    """A file is being made."""
    preview(console)
    console.report.export()


def grow_old(console: Console) -> None:
    """A file is made, and two notes are newer than it."""
    begin(console)
    _until(lambda: not console.report.exporting.at_work)
    for number in (1, 2):
        console.do("write_note", text=f"{number}", kind=NoteKind.POINT)


def _draft(console: Console) -> None:
    """The report being drafted, with a paragraph of the first panel chosen."""
    console.report.show_draft(wanted=True)
    rows = console.report.draft.outline.rows
    chosen = next((n for n, row in enumerate(rows) if row.section.startswith("panel/") and not row.title), 0)
    console.report.draft.outline.setCurrentRow(chosen)


HANDING_OVER: dict[str, Callable[[Console], None]] = {
    "report": preview,
    "report-all": choose_all,
    "report-making": begin,
    "report-made": grow_old,
    "report-draft": _draft,
}
