"""The desks of the console, of which one is in sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.domain.view import View
from facilitator.ui.banner import Banner
from facilitator.ui.beside import paint
from facilitator.ui.context import Context
from facilitator.ui.floor.desk import FloorDesk
from facilitator.ui.ledger.desk import LedgerDesk
from facilitator.ui.notes.desk import NotesDesk
from facilitator.ui.report.desk import ReportDesk
from facilitator.ui.report.standing import Standing
from facilitator.ui.roles import FLOOR, HALL, LEDGER, NOTES, REPORT, SETUP
from facilitator.ui.room.control import Memory
from facilitator.ui.room.display import RoomDisplay
from facilitator.ui.room.hall import Hall
from facilitator.ui.setup.desk import SetupDesk

Made = TypeVar("Made", bound=QWidget)
_CORNER = QRect(0, 0, 1, 1)
_AFTER_MS = 100  # the frame that shows what a press has done comes first


class Desks(QStackedWidget):
    """Floor, Notes, Report, Setup and Ledger, 0 to 4; out of sight all rest but the floor, which is live.

    All but the floor are made when somebody turns to them: another language is there the sooner.
    """

    act_wanted = Signal(str, object)
    page_wanted = Signal(int)
    read_out = Signal(object)  # what is read back to the room

    def __init__(
        self, context: Context, size: tuple[int, int], banner: Banner, memory: Memory, within: QWidget
    ) -> None:
        super().__init__(within)
        self._context, self._size, self._banner, self._memory = context, size, banner, memory
        self._left: Standing | None = None
        self._of_floor: View | None = None
        self._after = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._after.timeout.connect(self._catch_up)
        self._in_sight = False
        QTimer.singleShot(0, self, self._come_in_sight)
        self.floor = FloorDesk(context, size, self)
        self.floor.act_wanted.connect(self.act_wanted)
        for desk in (self.floor, QWidget(), QWidget(), QWidget(), QWidget()):
            self.addWidget(desk)

    @cached_property
    def notes(self) -> NotesDesk:
        """The line holds what was typed before and not stored; what cannot be stored is told."""
        made = self._put(NOTES, NotesDesk(self._context, self._size, self))
        made.told.connect(self._banner.answer)
        return made

    @cached_property
    def report(self) -> ReportDesk:
        """The desk stands as that of the console before was left."""
        made = self._put(REPORT, ReportDesk(self._context, self._banner, self._memory, self))
        if self._left is not None:
            made.take_up(self._left)
        return made

    @cached_property
    def setup(self) -> SetupDesk:
        made = self._put(SETUP, SetupDesk(self._context, self))
        made.act_wanted.connect(self.act_wanted)
        return made

    @cached_property
    def ledger(self) -> LedgerDesk:
        made = self._put(LEDGER, LedgerDesk(self._context, self._size, self))
        made.act_wanted.connect(self.act_wanted)
        made.export_wanted.connect(self.hand_over)
        made.door.told.connect(self._banner.say)
        made.door.refused.connect(self._banner.refuse)
        made.sheet.read_out.connect(self.read_out)
        return made

    @cached_property
    def hall(self) -> Hall:
        """The desk of the room stands behind all others."""
        made = Hall(self._context)
        self.addWidget(made)
        return made

    def open(self, number: int, view: View, now: int) -> None:
        """The desk is in sight, shows the view and has the focus; a new one comes in turns."""
        page = self.floor if number == FLOOR else self._desk(number)
        focus = page.queue.setFocus if isinstance(page, FloorDesk) else page.take_focus
        paint(wanted=self._in_sight)
        for _ in self._coming(number, page, view, now):
            paint(wanted=self._in_sight)
        self.setCurrentIndex(number)
        self.show_view(view, now)
        if number == FLOOR:
            self.floor.advising.wake()
        else:
            self.floor.advising.rest()
        focus()

    def _coming(self, number: int, page: QWidget, view: View, now: int) -> Iterator[None]:
        """Yield between the parts of what a desk that nobody looked at before is about to show."""
        if page.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            page.resize(self.size())
            page.grab(_CORNER)  # all in it has its place by that
            yield
        if number == SETUP:
            yield from self.setup.model.coming(view)
        elif number == NOTES:
            self.notes.coverage.show_view(view)
            yield
            yield from self.notes.model.coming(view, now)
            if not self.notes.isVisible():
                self.notes.timeline.draw_ahead()
                yield

    def to_report(self) -> None:
        """The report is in sight; where it is already, the document and its draft take turns."""
        if self.currentIndex() == REPORT:
            self.report.show_draft(wanted=not self.report.segments.now())
        else:
            self.page_wanted.emit(REPORT)

    def mirror(self, shown: Sequence[int]) -> RoomDisplay:
        """Return where a computer with these desks shows what the room reads."""
        return self.hall.mirror if HALL in shown else self.floor.mirror

    def hand_over(self, what: str, ending: str, panel: int | None) -> None:
        """The report desk shows the product and whom it names; one more press writes it."""
        self.page_wanted.emit(REPORT)
        self.report.show_draft(wanted=False)
        self.report.choose(what=what, panel=panel)
        self.report.choose_kind(ending)
        self.report.foot.export.setFocus()

    def _desk(self, number: int) -> NotesDesk | ReportDesk | SetupDesk | LedgerDesk | Hall:
        """Return one of those that rest out of sight."""
        if number == HALL:
            return self.hall
        if number == NOTES:
            return self.notes
        if number == REPORT:
            return self.report
        return self.setup if number == SETUP else self.ledger

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through on the desk in sight."""
        number = self.currentIndex()
        if number == HALL:
            return ()
        if number == FLOOR:
            return self.floor.queue, self.floor.quick_add
        if number == NOTES:
            return (self.notes.capture.field,)
        if number == REPORT:
            return self.report.head.what, self.report.preview, self.report.foot.field
        return self.setup.parts() if number == SETUP else self.ledger.parts()

    def next_part(self, last: QWidget) -> None:
        """F6: the focus goes through the parts of the desk to the last one, and round again."""
        parts = [part for part in (*self.parts(), last) if part.isEnabled() and part.isVisible()]
        at = next((place for place, part in enumerate(parts) if part.hasFocus()), -1)
        parts[(at + 1) % len(parts)].setFocus()

    def show_view(self, view: View, now: int) -> None:
        number, before = self.currentIndex(), self._of_floor
        self._of_floor = view
        if number == FLOOR or before is None or not _same_floor(view, before):
            self._after.stop()
            self.floor.show_view(view, now)
        elif view is not before and not self._after.isActive():
            self._after.start()
        if number != FLOOR:  # a list of thousands takes its time
            self._desk(number).show_view(view, now)

    def _come_in_sight(self) -> None:
        """From now on whoever turns to a desk looks at another one."""
        self._in_sight = True
        if self.currentIndex() == FLOOR:
            self.floor.advising.wake()

    def _catch_up(self) -> None:
        """The floor, which is out of sight, shows what changed beside it."""
        if self._of_floor is not None:
            self.floor.show_view(self._of_floor, self._context.desk.now())

    def tick(self, now: int) -> None:
        self.floor.tick(now)
        if self._made("hall"):
            self.hall.tick(now)
        if self._made("notes"):
            self.notes.tick(now)
        if self._made("report"):
            self.report.tick(now)

    def take_key(self, event: QKeyEvent) -> None:
        """On the rapporteur's page, what nothing else wants is typed into the line."""
        if self.currentIndex() == NOTES:
            self.notes.take_key(event)

    def keep_draft(self) -> None:
        """What is typed in the capture line is on the disk at once."""
        if self._made("notes"):
            self.notes.capture.keep_draft()

    def hand_on(self) -> Standing | None:
        """Return how the report desk is left, for those who come after; what it exports goes on."""
        return self.report.hand_on() if self._made("report") else self._left

    def take_up(self, before: Desks) -> None:
        """The report desk will stand as it was left; it is there at once if it has a file in the making.

        Where another desk than the floor was in sight, one turns to that one next.
        """
        if before.currentIndex() != FLOOR:
            self.floor.advising.rest()
        self._left = left = before.hand_on()
        if left is not None and left.exporting is not None:
            self.report  # noqa: B018 - made by being asked for

    def close_desks(self) -> None:
        """No process and no file of their own is left."""
        if self._made("report"):
            self.report.close_desk()

    def _made(self, name: str) -> bool:
        return name in self.__dict__

    def _put(self, number: int, desk: Made) -> Made:
        self.insertWidget(number, desk)
        place = self.widget(number + 1)
        if place is not None:
            self.removeWidget(place)
            place.deleteLater()
        return desk


def _same_floor(view: View, before: View) -> bool:
    """Say whether nothing that a key of the floor acts on has changed."""
    same = view.floor is before.floor and view.panel is before.panel and view.people is before.people
    return same and view.floor_elsewhere == before.floor_elsewhere
