"""The sheets over the window: settings, and what the program is made of; one at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from facilitator.acts.about import licences, parts
from facilitator.acts.desk import Desk
from facilitator.acts.readiness import readiness_here
from facilitator.domain.programme import Panel, PanelState
from facilitator.domain.view import View
from facilitator.language.speech import Language
from facilitator.ui.bug_log import report
from facilitator.ui.console import Console
from facilitator.ui.roles import HALL, SETUP
from facilitator.ui.settings import ABOUT, GUIDE, LAPTOPS, PROGRAMME, READINESS, SAFETY, SETTINGS
from facilitator.ui.settings.about import About
from facilitator.ui.settings.guide import Guide
from facilitator.ui.settings.laptops import Laptops
from facilitator.ui.settings.preferences import Kept, Preferences
from facilitator.ui.settings.ready import Ready
from facilitator.ui.settings.safety import Safety
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.setup.import_door import ImportDoor
from facilitator.ui.start.parts import StartAttire
from facilitator.ui.start.screen import StartScreen
from facilitator.ui.stick import Stick
from facilitator.ui.theme import tokens
from facilitator.ui.vault import Vault

_OF_ALL = (SETTINGS, ABOUT)  # what the computer of the room shows as well


class Settings(Kept, Protocol):
    """What is kept, and the colours chosen."""

    @property
    def theme(self) -> str | None: ...

    @property
    def strong(self) -> bool: ...


class Sheets:
    """Makes each sheet when it is wanted; `wear` makes the window look anew."""

    def __init__(self, settings: Settings, wear: Callable[[], object], safe: Callable[[], object]) -> None:
        """`safe` gives what can be done for the workshop that is open, None if none is."""
        self._settings, self._wear, self._safe = settings, wear, safe
        self.sheet: Sheet | None = None
        self._which = ""
        self._guide: Guide | None = None
        self._page: QWidget | None = None
        self._heard: Desk | None = None

    def open(self, which: str, language: Language, page: QWidget) -> None:
        """The sheet is over the page, whose keys go on to work; the guide is opened by its reader."""
        if which == GUIDE:
            self._open_guide(language, page)
            return
        if isinstance(page, Console) and HALL in page.shown and which not in _OF_ALL:
            return  # conflicts are notes, and snapshots hold all there is
        live, locked = False, ""
        self._page = page
        attire = StartAttire(language, tokens(self._settings.theme, strong=self._settings.strong))
        if isinstance(page, Console):
            live, locked = page.lock.live, page.lock.reason(language)
            page.lock.heard = partial(self._lock_turned, language, page)
        before, self.sheet = self.sheet, self._made(which, attire, page, locked)
        if before is not None:
            self.sheet.take_place_of(before)
        self._which = which
        self.sheet.closed.connect(self._left)
        self.sheet.open(live=live)
        if isinstance(page, Console) and isinstance(self.sheet, Laptops):
            self.sheet.take_in(page.over.landing.take())

    def _lock_turned(self, language: Language, page: Console) -> None:
        """What the lock forbids, or no more, is so on the sheet as well."""
        if self._which and self._page is page:
            self.open(self._which, language, page)

    def _made(self, which: str, attire: StartAttire, page: QWidget, locked: str) -> Sheet:
        """Return a new sheet; the settings where what is asked for needs a workshop and none is open."""
        safe = self._safe()
        if which == ABOUT:
            return About(attire, parts(), licences(), page, report(self._settings.file.parent))
        if which == SAFETY and isinstance(safe, Vault):
            again = partial(self.tell_over, SAFETY)
            erases = isinstance(page, Console) and SETUP in page.shown
            return Safety(attire, safe, page, locked, again, erases=erases)
        if which == LAPTOPS and isinstance(page, Console) and isinstance(page.desk, Desk):
            stick = Stick(page.desk, attire.language)
            return Laptops(attire, stick, page, locked, partial(self.tell_over, LAPTOPS))
        if which == READINESS and isinstance(page, Console) and page.view.panel is not None:
            return self._ready(attire, page, page.view.panel)
        written = page.desk if isinstance(page, Console) and HALL not in page.shown else None
        return Preferences(attire, self._settings, self._chosen, page, locked, written)

    def _ready(self, attire: StartAttire, page: Console, panel: Panel) -> Sheet:
        """Return the sheet that tells whether the panel can begin, and leads to where it is mended."""
        desk = page.desk
        if not isinstance(desk, Desk):
            return Preferences(attire, self._settings, self._chosen, page)
        if self._heard is not desk:
            self._heard = desk
            desk.listen(self._begun)
        found = readiness_here(desk, panel, len(page.control.window.screens()))
        sheet = Ready(attire, found, page, planned=page.view.states[panel.id] is PanelState.PLANNED)
        sheet.mend_wanted.connect(partial(self._mend, page))
        sheet.begin_wanted.connect(partial(self._begin, page, panel))
        return sheet

    def _begun(self, view: View) -> None:
        """The check is gone once the panel is open, whatever opened it."""
        if isinstance(self.sheet, Ready) and self.sheet.isVisible() and view.live:
            self.sheet.leave()

    def _begin(self, page: Console, panel: Panel) -> None:
        if self.sheet is not None:
            self.sheet.leave()
        page.do("open_panel", panel=panel.id)

    def _mend(self, page: Console, where: str) -> None:
        """What is mended there is in front; the sheet is gone."""
        if self.sheet is not None:
            self.sheet.leave()
        if where == SAFETY:
            self.open(SAFETY, page.context.language, page)
            return
        page.open_page(SETUP)
        door = page.findChild(ImportDoor)
        if where == PROGRAMME and door is not None:
            door.look_at_programme()

    def follow(self, language: Language, page: QWidget) -> None:
        """Another page has come: the sheet is over it, if one was over the page before."""
        if self._which in (SAFETY, LAPTOPS, READINESS) and not isinstance(page, Console):
            self._which = ""  # nothing of a workshop that is closed is seen
        if self._which:
            self.open(self._which, language, page)
        self.sheet = self.sheet if self._which else None
        self._page = page

    def _open_guide(self, language: Language, page: QWidget) -> None:
        if self._guide is None:
            self._guide = Guide(self._settings.file.parent, page.window())
            self._guide.told.connect(self._tell)
        self._page = page
        self._guide.open(language)

    def _tell(self, words: str, bad: bool) -> None:  # noqa: FBT001 - as the signal hands it over
        if isinstance(self._page, Console):
            self._page.banner.say(words, bad=bad)
        elif isinstance(self._page, StartScreen):
            self._page.say_fault(words)

    def tell_over(self, which: str, text: str, code: str = "") -> None:
        """The page may be another one by now: the sheet is over it, with what is told, perhaps of a code."""
        if isinstance(self._page, Console):
            self.open(which, self._page.context.language, self._page)
        if isinstance(self.sheet, Safety | Laptops) and isinstance(self._page, Console):
            self.sheet.tell(text)
            self.sheet.open(live=self._page.lock.live)
        if code and isinstance(self.sheet, Safety):
            self.sheet.offer_page(code)

    def _left(self) -> None:
        self._which = ""

    def _chosen(self) -> None:
        """The window looks anew, the settings over it, and the focus is where it was."""
        options = self._options()
        place = next((number for number, option in enumerate(options) if option.hasFocus()), None)
        self._wear()
        if self._guide is not None:
            self._guide.forget()
        options = self._options()
        if self.sheet is not None and place is not None and place < len(options):
            self.sheet.focus(options[place])

    def _options(self) -> list[QWidget]:
        sheet = self.sheet
        return [*sheet.options()] if isinstance(sheet, Preferences) else []
