"""The window: one page at a time, the start screen or a workshop's console."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.domain.refusals import Explained
from facilitator.language.direction import bare
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language, language_for
from facilitator.store.keys import FileKey
from facilitator.ui.parts_of_window import UNDER_WAY, ConsolePage, Keeping, OverPage, Passing, Safe
from facilitator.ui.settings import LOCK
from facilitator.ui.start.recents import Settings
from facilitator.ui.sweeping import Rest
from facilitator.ui.theme import dress, prefer, tokens
from facilitator.ui.tokens import Tokens

SIZE, _SMALLEST, _TOUR = (1366, 768), (900, 500), "tour"
Clock = Callable[[], int]
Steady = Callable[[], float] | None  # beside the wall's clock it tells when that one is put forward or back
Offer = tuple[str, Callable[[], object]]


def _size_class(width: int, height: int) -> tuple[bool, bool, bool, bool]:
    """Return narrow, middling, low and large: where the screens change their measures."""
    return width < 1100, width < 1340, height < 740, width >= 1700 and height >= 900


class MainWindow(QWidget):
    """Holds one page: the start screen or a workshop's console; made anew for another language or theme."""

    def __init__(self, settings: Settings, language: Language, clock: Clock, steady: Steady = None) -> None:
        super().__init__()
        self._settings, self.language, self._clock, self._steady = settings, language, clock, steady
        self.console: ConsolePage | None = None
        self._size_class = _size_class(*SIZE)
        self._settle = QTimer(self, singleShot=True, interval=200)
        self._settle.timeout.connect(self._lay_out_again)
        self._rest = Rest(self)
        self.exit_code = 0
        self._desk: object | None = None
        self._vault: Safe | None = None
        self._page: QWidget | None = None
        self._sample: Passing | None = None
        self._keeper: Keeping | None = None
        self._sheets: OverPage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setMinimumSize(*_SMALLEST)
        self.setWindowTitle("Facilitator")

    def show_start(self, fault: str = "", offer: Offer | None = None, of: Path | None = None) -> None:
        """The start screen, with what could not be opened and what can be done about it."""
        from facilitator.ui.start.own_templates import saved_templates  # noqa: PLC0415 - as below
        from facilitator.ui.start.screen import StartScreen  # noqa: PLC0415 - not needed for the first frame

        kept = self._settings
        stopped, now, own = kept.stopped(of), self._clock(), saved_templates(kept)
        screen = StartScreen(
            self.language, self.colours(), kept.recents, interrupted=stopped, now=now, templates=own
        )
        screen.open_requested.connect(self._open_requested)
        screen.new_requested.connect(self._new_requested)
        screen.sample_requested.connect(self._sample_requested)
        screen.language_chosen.connect(self._language_chosen)
        screen.sheet_wanted.connect(self.open_sheet)
        screen.say_fault(fault or kept.told_aside(self.language), offer)
        self.put(screen)

    def show_first_run(self) -> None:
        """Nobody has chosen a language on this computer yet: that comes first."""
        from facilitator.ui.start.first_run import FirstRun  # noqa: PLC0415 - not needed for the first frame

        screen = FirstRun(self.colours(), self.language.code)
        screen.language_chosen.connect(self._language_chosen)
        self.put(screen)
        screen.setFocus()

    def open(self, path: Path, clock: Clock | None = None, *, key: FileKey | None = None) -> bool:
        """Say whether the workshop is open; if not, its key is asked for, or the start screen tells why."""
        from facilitator.ui.loading import load  # noqa: PLC0415 - not needed for the first frame

        load(self)
        from facilitator.ui.opened_desk import opened  # noqa: PLC0415 - SQLAlchemy loads after the first frame
        from facilitator.ui.vault import Vault  # noqa: PLC0415 - loaded after the first frame

        try:
            desk = opened(self, path, clock or self._clock, key)
        except Explained as told:
            if told.code == "file_encrypted":
                Vault(self).ask(path)
                return False
            self.exit_code = 1
            self.show_start(sentence(self.language, told), Vault(self).offer(path, told), path)
            print(bare(sentence(self.language, told)), file=sys.stderr)  # noqa: T201 - who started us may be a shell
            return False
        self._desk, self._vault = desk, Vault(self, desk)
        workshop = desk.view().workshop
        self.language = self._spoken(self.language.code, workshop.zone)
        self.setWindowTitle(f"{workshop.brief} – Facilitator")
        if clock is None:
            from facilitator.ui.keeper import Keeper  # noqa: PLC0415 - not needed for the first frame
            from facilitator.ui.start.visit import recent  # noqa: PLC0415 - not needed for the first frame

            encrypted = desk.key is not None
            self._settings.opened(recent(path, desk.view(), self._clock(), encrypted=encrypted))
            self._keeper = Keeper(desk, self.language, self)
            self._keeper.failed.connect(self.tell)
        self.show_console()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A window of another class of size is laid out anew, once it has come to rest."""
        super().resizeEvent(event)
        if self.console is not None and _size_class(self.width(), self.height()) != self._size_class:
            self._settle.start()

    def _lay_out_again(self) -> None:
        if self.console is not None and _size_class(self.width(), self.height()) != self._size_class:
            self.show_console()

    def show_console(self) -> None:
        """A console of this language, theme and size is in sight, at the page that was looked at."""
        from facilitator.acts.desk import Desk  # noqa: PLC0415 - loaded by now
        from facilitator.ui.console import Console  # noqa: PLC0415 - not needed for the first frame
        from facilitator.ui.context import Context  # noqa: PLC0415 - not needed for the first frame
        from facilitator.ui.notes.typing import chosen_keys  # noqa: PLC0415 - not needed for the first frame

        if not isinstance(self._desk, Desk):
            return
        self._size_class = _size_class(self.width(), self.height())
        page = 0
        if self.console is not None:
            self.console.keep_draft()  # the new console takes the line up
            page = self.console.page()
        keys, typing = chosen_keys(self._settings.kept)
        context = Context(
            self._desk, self.language, self.colours(), self._size_class[-1], keys, self._steady, typing
        )
        before = self.console if isinstance(self.console, Console) else None
        console = Console(context, (self.width(), self.height()), self._settings, before)
        console.language_wanted.connect(self._language_chosen)
        console.theme_wanted.connect(self._theme_chosen)
        console.leave_wanted.connect(self.leave)
        console.sheet_wanted.connect(self.open_sheet)
        self.put(console)
        self.console = console
        console.open_page(page)
        self._rest.after(self._desk)
        if not console.banner.isVisibleTo(console):  # what ran on while the program had stopped comes first
            self.tell(self._settings.told_aside(self.language))
        if self._settings.kept(_TOUR) is None:
            console.over.begin_tour(lambda: self._settings.keep(_TOUR, "seen"))

    def now(self) -> int:
        return self._clock()

    def put(self, page: QWidget) -> None:
        """The page fills the window in the place of the one before."""
        self._close_page()
        self._page = page
        self._column.addWidget(page)
        page.show()
        if self._sheets is not None:
            self._sheets.follow(self.language, page)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._close_page()
        self._close_desk()
        super().closeEvent(event)

    def _close_page(self) -> None:
        if self._page is None:
            return
        close_room = getattr(self._page, "close_room", None)
        if close_room is not None:
            close_room()
        self.console = None
        self._column.removeWidget(self._page)
        self._page.hide()
        self._page.deleteLater()
        self._page = None

    def tell(self, told: str, *, bad: bool = True) -> None:
        if told and self.console is not None:
            self.console.banner.say(told, bad=bad)

    def _close_desk(self) -> None:
        if self._keeper is not None:
            self._keeper.close()
            self._keeper = None
        close = getattr(self._desk, "close", None)
        if close is not None:
            close()
            self._settings.closed(getattr(self._desk, "path", None))
        self._desk = self._vault = None
        if self._sample is not None:
            self._sample.remove()
            self._sample = None

    def holds(self) -> Path | None:
        """Return the file of the workshop that is open."""
        return getattr(self._desk, "path", None)

    def come_forward(self, path: Path | None) -> None:
        """The window is in front, with the workshop if it has none yet."""
        if path is not None and self._desk is None and not self.property(UNDER_WAY):
            self.open(path)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def open_sheet(self, which: str) -> None:
        """A sheet is over the page; LOCK locks the workshop instead, if it has a key."""
        if which == LOCK:
            if self._vault is not None:
                self._vault.lock()
            return
        if self._sheets is None:
            from facilitator.ui.settings.sheets import Sheets  # noqa: PLC0415 - not needed for the first frame

            self._sheets = Sheets(self._settings, self._settings_changed, lambda: self._vault)
        if self._page is not None:
            self._sheets.open(which, self.language, self._page)

    def _settings_changed(self) -> None:
        self.language = self._spoken(self._settings.language or self.language.code)
        self._dress()

    def colours(self) -> Tokens:
        return tokens(self._settings.theme, strong=self._settings.strong)

    def _spoken(self, code: str, zone: str = "") -> Language:
        from facilitator.ui.keymap import read_keys  # noqa: PLC0415 - not needed for the first frame

        made = language_for(code, zone or self.language.zone, eastern=self._settings.eastern)
        return made.naming(read_keys(self._settings.kept("keys")).told)

    def leave(self) -> None:
        """The workshop is closed."""
        self._close_desk()
        self.show_start()

    def _language_chosen(self, code: str) -> None:
        self._settings.keep("language", code)
        self.language = self._spoken(code)
        self._dress()

    def _theme_chosen(self, theme: str) -> None:
        self._settings.keep("theme", theme)
        self._dress()

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            prefer(self._settings.theme, still=self._settings.still)
            dress(application, self.colours(), self.language)
        if self._desk is None:
            self.show_start()
        else:
            self.show_console()

    def _open_requested(self, path: Path | None) -> None:
        from facilitator.ui.start.asking import is_template, which_to_open  # noqa: PLC0415 - after the first frame

        chosen = path or which_to_open(self, self.language)
        if chosen and is_template(chosen):
            self._new_requested(str(chosen))
        elif chosen:
            self.open(Path(chosen))

    def _new_requested(self, template: str) -> None:
        from facilitator.ui.making_workshop import make_workshop  # noqa: PLC0415 - SQLAlchemy loads when it is needed
        from facilitator.ui.settings.wishes import warn_as_wished  # noqa: PLC0415 - not needed for the first frame
        from facilitator.ui.start.asking import which_to_make  # noqa: PLC0415 - not needed for the first frame

        asked = which_to_make(self, self.language)
        if asked is not None:
            made = lambda: warn_as_wished(self._desk, self._settings)  # noqa: E731 - the desk is there by then
            make_workshop(self, asked[0], template, made, encrypted=asked[1])

    def tell_over(self, which: str, told: str, code: str = "") -> None:
        """A sheet is over the page with what is told, perhaps of a recovery code."""
        self.open_sheet(which)
        if self._sheets is not None:
            self._sheets.tell_over(which, told, code)

    def _sample_requested(self) -> None:
        from facilitator.ui.start.sample import Sample  # noqa: PLC0415 - SQLAlchemy loads when it is needed

        self._sample = Sample(self.language.code)
        self.open(self._sample.path, self._sample.clock)
