"""The top bar: the desks, the panel with its phases, the live lock and the time of day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from facilitator.domain.programme import PanelState, Phase
from facilitator.domain.view import View
from facilitator.language.speech import mark
from facilitator.language.wording import PHASES, panel_title
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.dropping import drop
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, ground, width_of
from facilitator.ui.shapes import draw_mark
from facilitator.ui.tabs import Tab
from facilitator.ui.type import Role

HEIGHT = 44
_LOCK = 100
DESKS = (mark("Floor"), mark("Notes"), mark("Report"), mark("Setup"), mark("Ledger"))
_ORDER = (0, 1, 4, 2, 3)  # as the work goes: what was said, what is recommended, what is reported


class _PanelButton(QAbstractButton):
    """The panel's title and its five phases as pips; a press opens what can be done with the panel."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: View | None = None
        self._told: tuple[object, ...] = ()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: View) -> None:
        floor = view.floor
        told = view.panel, view.live, *(() if floor is None else (floor.phase, floor.state))
        self._view = view
        if told == self._told:
            return
        self._told = told
        title = "" if view.panel is None else panel_title(view.panel, self._context.language)
        self.setAccessibleName(title)
        self.setToolTip("" if view.panel is None else view.panel.title)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        if self._view is not None and self._view.panel is not None:
            self._draw(pencil, self._view)
        painter.end()

    def _draw(self, pencil: Pencil, view: View) -> None:
        context, tokens = self._context, self._context.tokens
        if view.panel is None or view.floor is None:
            return
        heading, small = context.font(Role.HEADING), context.font(Role.SMALL)
        if self.underMouse() or self.hasFocus():
            pencil.frame(
                pencil.bounds.adjusted(0, 6, 0, -6), tokens.accent if self.hasFocus() else tokens.line, 1, 4
            )
        title = panel_title(view.panel, context.language)
        phase = (
            context.language.say(PHASES[view.floor.phase])
            if view.live
            else context.language.say(_STATES[view.floor.state])
        )
        spare = pencil.width - 24 - 5 * 22 - width_of(phase, small) - 60
        width = min(width_of(title, heading) + 2, spare)
        pencil.text(pencil.box(10, 0, width, HEIGHT), title, heading, tokens.text)
        x = 10 + width + 14
        phases = list(Phase)
        now = phases.index(view.floor.phase) if view.live else -1
        for number in range(len(phases)):
            broad = 28 if number == now else 18
            ink = tokens.accent if number == now else tokens.text3 if number < now else tokens.hatch
            pencil.fill(pencil.box(x, HEIGHT / 2 - 3, broad, 6), ink)
            x += broad + 3
        pencil.text(pencil.box(x + 12, 0, width_of(phase, small) + 2, HEIGHT), phase, small, tokens.text2)
        draw_icon(
            pencil.painter,
            "chevron-down",
            pencil.box(x + 20 + width_of(phase, small), 14, 16, 16),
            tokens.text2,
        )


_STATES = {
    PanelState.PLANNED: mark("not open yet"),
    PanelState.SUSPENDED: mark("break"),
    PanelState.OPEN: mark("open"),
    PanelState.CLOSED: mark("closed"),
}


class _Lock(QAbstractButton):
    """While a panel is live: whether what could end it is locked. A press lifts the lock or sets it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setFixedSize(_LOCK, HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._told: tuple[bool, bool] | None = None
        self.tell(live=False, locked=False)

    def tell(self, *, live: bool, locked: bool) -> None:
        if (live, locked) == self._told:
            return
        self._told = live, locked
        say = self._context.language.say
        self._live, self._locked = live, locked
        self.setEnabled(live)
        self.setText(say("Live") if locked else say("Unlocked"))
        what = (
            say("Live lock: closing, importing and the language wait. Ctrl+L lifts it.")
            if locked
            else say("The live lock is lifted. Ctrl+L sets it again.")
        )
        self.setToolTip(what if live else "")
        self.setAccessibleName(what if live else say("No panel is open."))
        words = width_of(self.text(), self._context.font(Role.SMALL))
        self.setFixedWidth(max(_LOCK, ceil(30 + words + 8)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._live:
            return
        painter = QPainter(self)
        context, tokens = self._context, self._context.tokens
        pencil = Pencil(painter, QRectF(self.rect()), rtl=context.rtl)
        if self.underMouse() or self.hasFocus():
            line = tokens.accent if self.hasFocus() else tokens.line
            pencil.frame(pencil.bounds.adjusted(0, 6, 0, -6), line, 1, 4)
        ink = tokens.text if self._locked else tokens.danger
        draw_icon(painter, "lock" if self._locked else "lock-open", pencil.box(8, 14, 16, 16), ink)
        pencil.text(pencil.box(30, 0, pencil.width - 32, HEIGHT), self.text(), context.font(Role.SMALL), ink)
        painter.end()


class _Clock(QWidget):
    """The time of day."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._now = context, 0
        face = context.font(Role.VERDICT)
        self.setFixedSize(round(width_of("00:00:00", face)) + 44, HEIGHT)

    def tell(self, now: int) -> None:
        self._now = now
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        context, tokens = self._context, self._context.tokens
        pencil = Pencil(painter, QRectF(self.rect()), rtl=context.rtl)
        face = context.font(Role.VERDICT)
        time = context.language.time_of_day(self._now, seconds=True)
        width = width_of(time, face) + 4
        pencil.fill(pencil.box(pencil.width - 16 - width - 16, 12, 1, HEIGHT - 24), tokens.line)
        pencil.text(pencil.box(pencil.width - 16 - width, 0, width, HEIGHT), time, face, tokens.text)
        painter.end()


class _Mark(QWidget):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setFixedSize(52, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        box = pencil.box(16, 12, 20, 20)
        draw_mark(
            painter, box, self._context.tokens.text, self._context.tokens.accent, mirrored=self._context.rtl
        )
        painter.end()


class TopBar(QWidget):
    desk_chosen = Signal(int)
    lock_pressed = Signal()
    conflicts_pressed = Signal()

    def __init__(
        self, context: Context, menu: Callable[[], QMenu], shown: Sequence[int] = range(len(DESKS))
    ) -> None:
        super().__init__()
        self._context = context
        self._menu = menu
        self.setFixedHeight(HEIGHT)
        ground(self, context.tokens.bg)
        say = context.language.say
        self.tabs = [Tab(context, say(name)) for name in DESKS]
        self.panel = _PanelButton(context)
        self.panel.clicked.connect(self._open_menu)
        self.lock = _Lock(context)
        self.lock.clicked.connect(self.lock_pressed)
        self.conflicts = Button(context, "", icon="triangle-alert")
        self.conflicts.clicked.connect(self.conflicts_pressed)
        self.conflicts.hide()
        self._clock = _Clock(context)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(_Mark(context))
        for number in _ORDER:
            tab = self.tabs[number]
            row.addWidget(tab)
            tab.setVisible(number in shown)
            tab.clicked.connect(lambda _=False, number=number: self.desk_chosen.emit(number))
        row.addSpacing(12)
        row.addWidget(self.panel, 1)
        row.addWidget(self.conflicts)
        row.addWidget(self.lock)
        row.addWidget(self._clock)
        self.tabs[0].setChecked(True)

    def mark(self, number: int) -> None:
        """The desk is the one in sight; the room's has no tab."""
        if number < len(self.tabs):
            self.tabs[number].setChecked(True)

    def show_view(self, view: View, now: int, *, locked: bool) -> None:
        self.panel.show_view(view)
        self.lock.tell(live=view.live, locked=locked)
        self._tell_conflicts(view.conflicts)
        self._clock.tell(now)

    def tick(self, now: int) -> None:
        self._clock.tell(now)

    def _tell_conflicts(self, number: int) -> None:
        """What reads differently on two laptops is told as long as it does; a press shows it."""
        if number:
            told = self._context.language.count("{n} conflict", "{n} conflicts", number)
            self.conflicts.setText(told)
            self.conflicts.setAccessibleName(told)
        self.conflicts.setVisible(number > 0)

    def _open_menu(self) -> None:
        menu = self._menu()
        menu.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if self._context.rtl else Qt.LayoutDirection.LeftToRight
        )
        drop(menu, self.panel, rtl=self._context.rtl)
