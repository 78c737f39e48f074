"""The console: one workshop in use, its desks, its live keys and the room's window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import Explained
from facilitator.domain.view import View
from facilitator.language.refusals import sentence
from facilitator.ui.absence import Absence
from facilitator.ui.announcing import Announcer
from facilitator.ui.banner import Banner, Notice
from facilitator.ui.beginning import Beginning
from facilitator.ui.beside import paint
from facilitator.ui.chime import Chime
from facilitator.ui.commands import heard
from facilitator.ui.context import Context
from facilitator.ui.desks import Desks
from facilitator.ui.disk_line import DiskLine
from facilitator.ui.floating import Floating
from facilitator.ui.floor.keys import KeyStrip
from facilitator.ui.floor.live_acts import LiveActs
from facilitator.ui.heartbeat import Alive, Heartbeat
from facilitator.ui.live_keys import LiveKeys, hear
from facilitator.ui.live_lock import LiveLock
from facilitator.ui.notes.desk import NotesDesk
from facilitator.ui.painting import ground
from facilitator.ui.panel_menu import Acts, fill
from facilitator.ui.report.desk import ReportDesk
from facilitator.ui.roles import HALL, ROLE, desks_of
from facilitator.ui.room.control import Memory, RoomControl, ShortMemory
from facilitator.ui.room.glimpse import glimpse
from facilitator.ui.room.window import RoomWindow
from facilitator.ui.settings import LAPTOPS, LOCK, SETTINGS
from facilitator.ui.top_bar import TopBar
from facilitator.ui.waking import Awake


class Console(QWidget):
    """Turns gestures into acts of the desk, and shows what it answers; decides nothing."""

    language_wanted = Signal(str)
    theme_wanted = Signal(str)
    leave_wanted = Signal()
    sheet_wanted = Signal(str)  # one of ui.settings
    _panel: PanelId | None = None
    _find: QShortcut | None = None
    _live_keys: LiveKeys
    _shows = _list_open = False  # nothing is shown before all is made, nor once another has the place

    def __init__(
        self,
        context: Context,
        size: tuple[int, int],
        memory: Memory | None = None,
        before: Console | None = None,
    ) -> None:
        """A console that takes the place of another one keeps the room's screen as it is."""
        super().__init__(None if before is None else before.parentWidget())  # a new parent dresses all anew
        if before is not None:
            before._live_keys.rest()  # noqa: SLF001 - one console to the next
        self.context, self.desk, self.memory = context, context.desk, memory or ShortMemory()
        self.heart = Heartbeat(self.desk.now, self, context.steady)
        self.shown = desks_of(self.memory.kept(ROLE))
        self.top = TopBar(context, self._panel_menu, self.shown)
        self.lock, self.awake, self._voice = LiveLock(), Awake(), Announcer(context.language, self)
        self.banner, self.disk = Banner(context, self._voice.tell), DiskLine(context, self._voice.tell)
        for part in (self.top, self.disk, self.banner):
            part.setParent(self)  # before the desks, also for the Tab key and for whoever hears the screen
        self._pages = Desks(context, size, self.banner, self.memory, self)
        paint(wanted=before is None)  # the first console of a window is made in turns
        self.floor = self._pages.floor
        self.acts = LiveActs(self.do, lambda: self.view, self.floor, Beginning(self).begin)
        self._absence = Absence(context, self.banner, self.do, lambda: self.view)
        self.room = RoomWindow(context, self) if before is None else before.control.release(context, self)
        mirror = self._pages.mirror(self.shown)
        self.control: RoomControl = RoomControl(context, mirror, self.memory, self.room, self)
        self.chime, self._notice = Chime(self.memory, lambda: self.view), Notice(context)
        self.over, height = Floating(self, self), 48 if size[1] < 740 else 64 if size[0] >= 1700 else 52
        self.keys = KeyStrip(context, self.acts_by_name(), height)
        self.over.follow(self.keys.keys)
        self._arrange()
        self._connect()
        self._begin(before)

    def _begin(self, before: Console | None) -> None:
        paint(wanted=before is None)
        if before is not None:
            self.lock.take_over(before.lock)
            self.control.take_over(before.control)
            self._pages.take_up(before._pages)  # noqa: SLF001 - one console to the next
        self._unheard = self.desk.listen(self._look)
        self.heart.tick()  # before there is a view: what shows one shows it at this time anyway
        self._shows = True
        self._look(self.desk.view())
        self._absence.tell()
        self._live_keys.listen(at_once=before is None)
        paint(wanted=before is None)

    @property
    def view(self) -> View:
        """Return what the console shows: the panel under way, else the one chosen."""
        live = self.desk.view()
        view = live if live.live or self._panel is None else self.desk.view(self._panel)
        return glimpse(view) if HALL in self.shown else view

    @property
    def notes(self) -> NotesDesk:
        return self._pages.notes

    @property
    def report(self) -> ReportDesk:
        return self._pages.report

    def do(self, act: str, **arguments: object) -> str | None:
        """Return the id of what an act made; a refusal or fault is told in the banner."""
        try:
            answer = self.desk.do(act, **arguments)
        except Explained as told:
            self.banner.refuse(sentence(self.context.language, told))
            return None
        self.banner.clear()
        return answer.id

    def open_page(self, number: int) -> None:
        """Floor is 0, Notes 1, Report 2, Setup 3, Ledger 4; one not shown here gives way to the first."""
        number = number if number in self.shown else self.shown[0]
        self.top.mark(number)
        if self._find is not None:
            self._find.setEnabled(number != 1)  # on the notes these keys list the kinds of note
        self._pages.open(number, self.view, self.desk.now())

    def page(self) -> int:
        return self._pages.currentIndex()

    def keep_draft(self) -> None:
        self._pages.keep_draft()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self._pages.take_key(event)

    def close_room(self) -> None:
        """Nothing of this console is left; the room's window stays if another console has it by now."""
        self._shows = False
        ears, clocks = (self._unheard, self._live_keys.rest), (self.heart.stop, self._alive.stop)
        for end in (*ears, *clocks, self.awake.release, self.over.close, self._pages.close_desks):
            end()
        if not self.control.released:
            self.room.close()

    def tell(self, text: str) -> None:
        self._voice.tell(text)

    def toggle_room(self) -> None:
        self.control.toggle()
        if self.room.isVisible():
            self.activateWindow()

    def toggle_strip(self) -> None:
        self.over.strip.toggle()
        self._show(self.desk.now())

    def toggle_lock(self) -> None:
        """Ctrl+L: what could end a panel by a slip of the hand can be done, or waits again."""
        self.lock.toggle()
        self._show(self.desk.now())
        self._voice.tell(self.top.lock.accessibleName())

    def acts_by_name(self) -> Acts:
        """Return the acts by the keys they lie on, whatever has the focus."""
        return {
            "F2": self.control.toggle_message,
            "F3": self._to_quick_add,
            "F6": lambda: self._pages.next_part(self.top.panel),
            "F12": self.control.toggle_black,
            "F11": self.toggle_room,
            **self.over.acts(),
            **self.acts.by_name(),
        }

    def shortcuts(self) -> Acts:
        """Return the acts on letters, which the window hears."""
        return {
            "Ctrl+Z": partial(self.do, "undo", desk="floor"),
            "Ctrl+Y": partial(self.do, "redo", desk="floor"),
            "Ctrl+Shift+F": partial(self.open_page, 0),
            "Ctrl+Shift+N": partial(self.open_page, 1),
            "Ctrl+Shift+R": self._pages.to_report,
            "Ctrl+Shift+S": partial(self.open_page, 3),
            "Ctrl+Shift+E": partial(self.open_page, 4),
            "Ctrl+Shift+C": self.toggle_strip,
            "Ctrl+Shift+K": self.over.find_act,
            "Ctrl+K": self.over.find_act,
            "Ctrl+F": self._to_quick_add,
            "Ctrl+L": self.toggle_lock,
            "Ctrl+Shift+H": partial(self.sheet_wanted.emit, LAPTOPS),
            "Ctrl+,": partial(self.sheet_wanted.emit, SETTINGS),
            "Ctrl+Shift+L": partial(self.sheet_wanted.emit, LOCK),
            **self.floor.shortcuts(),
        }

    def _to_quick_add(self) -> None:
        self.open_page(0)
        self.floor.quick_add.setFocus()

    def _arrange(self) -> None:
        ground(self, self.context.tokens.surface)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.disk, self.banner, self._pages, self._notice, self.keys):
            column.addWidget(part, 1 if part is self._pages else 0)

    def _connect(self) -> None:
        self._alive = Alive(self, self.desk.keep_alive)
        for hearing in (self._tick, self.chime.tick, self.disk.tick):
            self.heart.beat.connect(hearing)
        self.heart.leapt.connect(self._absence.clock_moved)
        self.top.desk_chosen.connect(self.open_page)
        self._pages.currentChanged.connect(lambda number: self.keys.setVisible(number == 0))
        self._pages.page_wanted.connect(self.open_page)
        self._pages.read_out.connect(self.control.show_readout)
        self._pages.act_wanted.connect(lambda act, arguments: self.do(act, **arguments))
        self.floor.quick_add.left.connect(self.floor.queue.setFocus)
        self.floor.selection_changed.connect(lambda: self._show_keys(self.view))
        self.control.lost.connect(self._room_lost)
        self.control.returned.connect(self.banner.clear)
        self.control.changed.connect(lambda: self._show(self.desk.now()))
        self.control.told.connect(self._voice.tell)
        self.top.lock_pressed.connect(self.toggle_lock)
        self.top.conflicts_pressed.connect(lambda: self.sheet_wanted.emit(LAPTOPS))
        if HALL in self.shown and not self.room.isVisible():
            QTimer.singleShot(0, self, self.toggle_room)
        acts = heard(self.acts_by_name(), self.shown)
        self._live_keys = LiveKeys({self.context.keys.of(name): act for name, act in acts.items()}, self)
        of_floor = {"Ctrl+Z", "Ctrl+Y", "Ctrl+F", *self.floor.shortcuts()}  # the notes have theirs
        for keys, act in heard(self.shortcuts(), self.shown).items():
            on = self.floor if keys in of_floor else self
            shortcut = hear(keys, on, act, anywhere=on is self)
            if keys == "Ctrl+K":
                self._find = shortcut  # the room's computer has none
        hear("Space", self.floor.queue, self.acts.pause_or_resume)  # never where a space is typed

    def _look(self, _: View) -> None:
        if not self._shows:
            return
        floor = self.view.floor
        speaker, side = (None, None) if floor is None else (floor.speaking, floor.side_clock)
        self.heart.show_clock(None if speaker is None else speaker.clock, side)
        self._show(self.desk.now())

    def _show(self, now: int) -> None:
        if not self._shows:
            return
        view = self.view
        self._list_open = view.list_open(now)
        self.lock.see(view)
        self.awake.keep(live=view.live)
        self.top.show_view(view, now, locked=self.lock.locked)
        self._pages.show_view(view, now)
        self.control.show_view(view, now)
        self._show_keys(view)
        self.over.strip.show_view(view, now)
        self.floor.tell_room(self.control.where())
        self._voice.see(view, now)

    def _show_keys(self, view: View) -> None:
        message, black = bool(self.control.message), self.control.black
        self.keys.show_view(view, self.floor.chosen_name(view), message=message, black=black)

    def _tick(self, now: int) -> None:
        view = self.view
        if view.live and view.list_open(now) is not self._list_open:
            self._show(now)  # the list has closed by itself
        for part in (self.top, self._pages, self.control, self.over.strip, self._voice):
            part.tick(now)
        if view.live:
            self._alive.tick(now, self.heart.rest_ms())

    def _room_lost(self) -> None:
        words = self.context.language.say("Projector lost. The clock still runs, and so does the mirror.")
        self.banner.say(words, bad=True)
        self.floor.tell_room(self.control.where())

    def _panel_menu(self) -> QMenu:
        return fill(QMenu(self), self)

    def choose_panel(self, panel: PanelId) -> None:
        """Another panel is looked at; while one is live, that one is."""
        self._panel = panel
        self._look(self.desk.view())
