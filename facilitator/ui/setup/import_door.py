"""What opens over the setup desk: a list that comes in, chosen or dropped, and those written twice."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.refusals import Explained
from facilitator.domain.view import View
from facilitator.language.refusals import sentence
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.landing import accept
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.setup.programme_sheet import ProgrammeSheet
from facilitator.ui.start.asking import which_to_import


class LookingSheet(Protocol):
    """What the door asks of the sheet, whose module is loaded when the first file comes."""

    def look_at(self, source: Path) -> None: ...


class PairsSheet(Protocol):
    """As above, of the sheet of those written twice."""

    def look(self) -> None: ...


class FileDoor(QObject):
    """The sheet is made when the first file comes: what reads files loads when it is needed."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments
    ledger = False
    """Whether the lists are those of the ledger, rather than people and programmes."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self.sheet: LookingSheet | None = None
        self.button = Button(context, context.language.say("Import…"))
        self.button.clicked.connect(self.ask)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A file that is dropped on the page is looked at; anything else is not taken."""
        if isinstance(event, QDropEvent) and (source := _file(event)) is not None:
            accept(event)
            if not isinstance(event, QDragEnterEvent) and event.type() is QEvent.Type.Drop:
                self.look_at(source)
            return True
        return super().eventFilter(watched, event)

    def look_at(self, source: Path) -> None:
        """The sheet is open on a file; nothing has come in yet."""
        from facilitator.acts.desk import Desk  # noqa: PLC0415 - SQLAlchemy loads when it is needed
        from facilitator.ui.setup.import_sheet import LEDGER, SETUP, ImportSheet  # noqa: PLC0415 - as above

        desk = self._context.desk
        if self.sheet is None and isinstance(desk, Desk):
            sheet = ImportSheet(self._context, desk, self._page, LEDGER if self.ledger else SETUP)
            sheet.act_wanted.connect(self.act_wanted)
            sheet.decide.clicked.connect(partial(self.decide, sheet))
            self.sheet = sheet
        if self.sheet is not None:
            self.sheet.look_at(source)

    def decide(self, sheet: Sheet) -> None:
        """What a concept note leaves to be decided is in sight, where there is a programme."""

    def ask(self) -> None:
        """A file is chosen, and looked at."""
        source = which_to_import(self._page, self._context.language)
        if source is not None:
            self.look_at(source)


class LedgerDoor(FileDoor):
    """What others recommended, the ledger filled in elsewhere, and what a workshop before recommended."""

    told = Signal(str)
    refused = Signal(str)
    ledger = True

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        say = context.language.say
        self.button.setToolTip(say("A list, or an earlier workshop to carry over (Ctrl+Shift+I)"))

    def look_at(self, source: Path) -> None:
        """A list is looked at; of a workshop what stands in its ledger is carried over at once."""
        if source.suffix.lower() == ".facilitator":
            self._carry(source)
        else:
            super().look_at(source)

    def _carry(self, source: Path) -> None:
        from facilitator.acts.carrying import carry_over  # noqa: PLC0415 - SQLAlchemy loads when it is needed
        from facilitator.acts.desk import Desk, open_desk  # noqa: PLC0415 - as above

        desk, language = self._context.desk, self._context.language
        if not isinstance(desk, Desk):
            return
        try:
            before = open_desk(source, desk.now)
        except Explained as told:
            self.refused.emit(sentence(language, told))
            return
        try:
            came = carry_over(before, desk)
        finally:
            before.close()
        self.told.emit(
            language.count(
                "{n} earlier recommendation came from {file}.",
                "{n} earlier recommendations came from {file}.",
                came,
                file=source.name,
            )
        )


class ImportDoor(FileDoor):
    """People and programmes; and what else opens over the page."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self.pairs: PairsSheet | None = None
        self.doubles = Button(context, context.language.say("Doubles…"))
        self.doubles.clicked.connect(self.look_for_doubles)
        self.programme: ProgrammeSheet | None = None
        self.panels = Button(context, context.language.say("Programme…"))
        self.panels.clicked.connect(self.look_at_programme)

    def look_for_doubles(self) -> None:
        """The sheet with those who may be one person is open."""
        from facilitator.acts.desk import Desk  # noqa: PLC0415 - as above
        from facilitator.ui.setup.doubles_sheet import DoublesSheet  # noqa: PLC0415 - as above

        desk = self._context.desk
        if self.pairs is None and isinstance(desk, Desk):
            sheet = DoublesSheet(self._context, desk, self._page)
            sheet.act_wanted.connect(self.act_wanted)
            self.pairs = sheet
        if self.pairs is not None:
            self.pairs.look()

    def look_at_programme(self) -> None:
        """The sheet of the panels is open."""
        self._open_programme("")

    def _open_programme(self, part: str) -> None:
        if self.programme is None:
            self.programme = ProgrammeSheet(self._context, self._page)
            self.programme.act_wanted.connect(self.act_wanted)
        self.programme.look(part)

    def decide(self, sheet: Sheet) -> None:
        sheet.leave()
        self._open_programme("anomalies")

    def show_view(self, view: View) -> None:
        """What is open shows the programme as it is now."""
        if self.programme is not None:
            self.programme.show_view(view)


def _file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
