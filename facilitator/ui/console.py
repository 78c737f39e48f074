"""The console: one workshop in use, its desks, its live keys and the room's window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.floor import Floor
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import Explained
from facilitator.domain.timing import SECOND
from facilitator.domain.view import View
from facilitator.language.refusals import sentence
from facilitator.language.wording import panel_title
from facilitator.ui.banner import Banner
from facilitator.ui.context import Context
from facilitator.ui.floor.desk import FloorDesk
from facilitator.ui.floor.keys import KeyStrip
from facilitator.ui.floor.live_acts import LiveActs
from facilitator.ui.heartbeat import Heartbeat
from facilitator.ui.key_sheet import KeySheet
from facilitator.ui.live_keys import LiveKeys
from facilitator.ui.notes.desk import NotesDesk
from facilitator.ui.painting import ground
from facilitator.ui.panel_menu import fill
from facilitator.ui.room.window import RoomWindow
from facilitator.ui.top_bar import TopBar
from facilitator.ui.type import Role

_ALIVE_EVERY_MS = 5 * SECOND


class Console(QWidget):
    """Turns gestures into acts of the desk, and shows what it answers; decides nothing."""

    language_wanted = Signal(str)
    theme_wanted = Signal(str)
    leave_wanted = Signal()

    def __init__(self, context: Context, size: tuple[int, int]) -> None:
        super().__init__()
        self.context, self.desk = context, context.desk
        self._panel: PanelId | None = None
        self._alive_at = 0
        self.heart = Heartbeat(self.desk.now, self)
        self.floor = FloorDesk(context, size)
        self.notes = NotesDesk(context, size)
        self.acts = LiveActs(self.do, lambda: self.view, self.floor)
        self.top = TopBar(context, self._panel_menu)
        self.banner = Banner(context)
        self.sheet = KeySheet(context, self)
        self.keys = KeyStrip(
            context, self._acts_by_name(), 48 if size[1] < 740 else 64 if size[0] >= 1700 else 52
        )
        self.room = RoomWindow(context, self)
        self._pages = QStackedWidget()
        self._notice = QLabel()
        self._arrange()
        self._connect()
        self.desk.listen(self._look)
        self._look(self.desk.view())
        self._tell_of_absence()
        self.heart.tick()

    @property
    def view(self) -> View:
        """Return what the console shows: the panel under way, else the one chosen."""
        live = self.desk.view()
        return live if live.live or self._panel is None else self.desk.view(self._panel)

    def do(self, act: str, **arguments: object) -> str | None:
        """Return the id of what an act made; a refusal or fault is told in the banner."""
        try:
            answer = self.desk.do(act, **arguments)
        except Explained as told:
            self.banner.say(sentence(self.context.language, told), bad=True)
            return None
        self.banner.clear()
        return answer.id

    def open_page(self, number: int) -> None:
        """Floor is 0, Notes is 1; the live keys act on both."""
        self._pages.setCurrentIndex(number)
        self.top.tabs[number].setChecked(True)
        self.keys.setVisible(number == 0)
        if number == 1:
            self.notes.take_focus()
        else:
            self.floor.queue.setFocus()

    def page(self) -> int:
        return self._pages.currentIndex()

    def keep_draft(self) -> None:
        """What is typed in the capture line is on the disk at once."""
        self.notes.capture.keep_draft()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On the rapporteur's page, what nothing else wants is typed into the line."""
        event.ignore()
        if self._pages.currentWidget() is self.notes:
            self.notes.take_key(event)

    def close_room(self) -> None:
        self._closed = True
        self.room.close()
        self.heart.stop()

    # what the keys do

    def toggle_message(self) -> None:
        self._message = not self._message
        text = self.context.language.say("Please conclude") if self._message else ""
        for display in (self.room.display, self.floor.mirror):
            display.show_message(text)
        self._show(self.desk.now())

    def toggle_black(self) -> None:
        self._black = not self._black
        for display in (self.room.display, self.floor.mirror):
            display.go_black(black=self._black)
        self._show(self.desk.now())

    def toggle_room(self) -> None:
        """F11: the room's window comes and goes."""
        if self.room.isVisible():
            self.room.close()
        else:
            self.room.place()
            self.activateWindow()
        self._tell_room()

    _message = False
    _black = False
    _closed = False

    def _acts_by_name(self) -> dict[str, Callable[[], object]]:
        return {
            "F1": self.sheet.toggle,
            "F2": self.toggle_message,
            "F3": self._to_quick_add,
            "F12": self.toggle_black,
            "F11": self.toggle_room,
            **self.acts.by_name(),
        }

    def _to_quick_add(self) -> None:
        self.open_page(0)
        self.floor.quick_add.setFocus()

    # how it is put together

    def _arrange(self) -> None:
        ground(self, self.context.tokens.surface)
        self._pages.addWidget(self.floor)
        self._pages.addWidget(self.notes)
        self._notice.setText(self.desk.view().workshop.notice)
        self._notice.setFont(self.context.font(Role.CAPTION))
        self._notice.setContentsMargins(16, 2, 16, 2)
        ground(self._notice, self.context.tokens.accent_soft)
        self._notice.setVisible(bool(self._notice.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.banner, self._pages, self._notice, self.keys):
            column.addWidget(part, 1 if part is self._pages else 0)

    def _connect(self) -> None:
        self.heart.beat.connect(self._tick)
        self.heart.leapt.connect(self._clock_moved)
        self.top.desk_chosen.connect(self.open_page)
        self.floor.act_wanted.connect(lambda act, arguments: self.do(act, **arguments))
        self.floor.selection_changed.connect(lambda: self._show_keys(self.view))
        self.notes.told.connect(lambda text: self.banner.say(text, bad=True) if text else self.banner.clear())
        self.room.lost.connect(self._room_lost)
        self._live_keys = LiveKeys(self._acts_by_name(), self)
        for chord, act in (("Ctrl+Z", "undo"), ("Ctrl+Y", "redo")):
            shortcut = QShortcut(
                QKeySequence(chord), self.floor, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(partial(self.do, act, desk="floor"))
        for number, chord in enumerate(("Ctrl+Shift+F", "Ctrl+Shift+N")):
            shortcut = QShortcut(QKeySequence(chord), self)
            shortcut.activated.connect(partial(self.open_page, number))

    # what it shows

    def _look(self, _: View) -> None:
        if self._closed:
            return  # another console has taken the place, in another language or theme
        view = self.view
        self.heart.show_clock(
            None if view.floor is None or view.floor.speaking is None else view.floor.speaking.clock
        )
        self._show(self.desk.now())

    def _show(self, now: int) -> None:
        view = self.view
        self.top.show_view(view, now)
        self.floor.show_view(view, now)
        self.notes.show_view(view, now)
        self.room.show_view(view, now)
        self._show_keys(view)
        self._tell_room()

    def _show_keys(self, view: View) -> None:
        self.keys.show_view(view, self.floor.chosen_name(view), message=self._message, black=self._black)

    def _tick(self, now: int) -> None:
        live = self.view.live
        self.top.tick(now, live=live)
        self.floor.tick(now)
        self.notes.tick(now)
        self.room.display.tick(now)
        if live and now - self._alive_at >= _ALIVE_EVERY_MS:
            self._alive_at = now
            self.desk.keep_alive()

    def _tell_room(self) -> None:
        say = self.context.language.say
        screen = self.room.screen().name() if self.room.isVisible() and self.room.isFullScreen() else ""
        shown = say("shown on {screen}", screen=screen) if screen else say("in a window")
        self.floor.tell_room(shown if self.room.isVisible() else say("F11 shows it"))

    def _room_lost(self) -> None:
        self.banner.say(self.context.language.say("The room screen is gone. The clock still runs."), bad=True)
        self._tell_room()

    def _tell_of_absence(self) -> None:
        """After a crash: who still has the floor, and for how long nobody watched the clock."""
        away, view = self.desk.away_ms(), self.desk.view()
        floor, language = view.floor, self.context.language
        if (
            not away
            or away < 2 * SECOND
            or view.panel is None
            or not isinstance(floor, Floor)
            or floor.speaking is None
        ):
            return
        time = language.duration(away, down=False)
        words = language.say(
            "{panel} was live when the application stopped. {name} still has the floor; "
            "the clock ran {time} meanwhile.",
            panel=panel_title(view.panel, language),
            name=view.people[floor.speaking.participant].name,
            time=time,
        )
        keep = (language.say("Keep"), self.desk.back)
        take_off = (language.say("Take off {time}", time=time), partial(self._take_off, away))
        self.banner.say(words, offers=(keep, take_off))

    def _clock_moved(self, by: int) -> None:
        """The computer slept, or its clock was set: only a person knows whether the speaker's may follow."""
        language, floor = self.context.language, self.view.floor
        speaker = None if floor is None else floor.speaking
        if speaker is None or speaker.clock.paused:
            return
        time = language.duration(abs(by), down=False)
        words = language.say("The computer’s clock moved by {time}, and the speaker’s with it.", time=time)
        undo = (language.say("Take the move back"), partial(self.do, "add_time", seconds=by / SECOND))
        self.banner.say(words, offers=(undo,))

    def _take_off(self, away: int) -> None:
        self.do("add_time", seconds=away / SECOND)
        self.desk.back()

    def _panel_menu(self) -> QMenu:
        return fill(QMenu(self), self)

    def choose_panel(self, panel: PanelId) -> None:
        """Another panel is looked at; while one is live, that one is."""
        self._panel = panel
        self._look(self.desk.view())

