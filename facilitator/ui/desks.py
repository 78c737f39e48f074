"""The desks of the console, of which one is in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.domain.view import View
from facilitator.ui.banner import Banner
from facilitator.ui.context import Context
from facilitator.ui.floor.desk import FloorDesk
from facilitator.ui.ledger.desk import LedgerDesk
from facilitator.ui.notes.desk import NotesDesk
from facilitator.ui.report.desk import ReportDesk
from facilitator.ui.room.control import Memory
from facilitator.ui.setup.desk import SetupDesk


class Desks(QStackedWidget):
    """Floor, Notes, Report, Setup and Ledger, 0 to 4; out of sight all rest but the floor, which is live."""

    def __init__(self, context: Context, size: tuple[int, int], banner: Banner, memory: Memory) -> None:
        super().__init__()
        self.floor = FloorDesk(context, size)
        self.notes = NotesDesk(context, size)
        self.report = ReportDesk(context, banner, memory)
        self.setup = SetupDesk(context)
        self.ledger = LedgerDesk(context, size)
        for desk in (self.floor, self.notes, self.report, self.setup, self.ledger):
            self.addWidget(desk)

    def open(self, number: int, view: View, now: int) -> None:
        """The desk is in sight, shows the view and has the focus."""
        self.setCurrentIndex(number)
        self.show_view(view, now)
        focus = (
            self.floor.queue.setFocus,
            self.notes.take_focus,
            self.report.take_focus,
            self.setup.take_focus,
            self.ledger.take_focus,
        )
        focus[number]()

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through on the desk in sight."""
        floor, report = self.floor, self.report
        return (
            (floor.queue, floor.quick_add),
            (self.notes.capture.field,),
            (report.head.what, report.preview, report.foot.field),
            self.setup.parts(),
            self.ledger.parts(),
        )[self.currentIndex()]

    def show_view(self, view: View, now: int) -> None:
        self.floor.show_view(view, now)
        if self.currentWidget() is self.notes:  # a list of thousands takes its time
            self.notes.show_view(view, now)
        elif self.currentWidget() is self.report:
            self.report.show_view(view, now)
        elif self.currentWidget() is self.setup:
            self.setup.show_view(view, now)
        elif self.currentWidget() is self.ledger:
            self.ledger.show_view(view, now)

    def tick(self, now: int) -> None:
        for desk in (self.floor, self.notes, self.report):
            desk.tick(now)
