"""The start screen: take up a workshop, make one, or look at the sample."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.language.direction import isolate
from facilitator.language.speech import READY, Language, mark
from facilitator.ui.dropping import drop
from facilitator.ui.painting import ground
from facilitator.ui.settings import ABOUT, GUIDE, SETTINGS
from facilitator.ui.start.notice import Notice
from facilitator.ui.start.parts import Action, Chip, LanguageChip, Mark, RecentRow, StartAttire, Words, label
from facilitator.ui.start.recents import Recent
from facilitator.ui.tokens import INSTRUMENT, Tokens
from facilitator.ui.type import Role

_PANEL, _MARGIN, _INSET, _LOW, _NARROW, _CHIPS = 440, 48, 8, 620, 1100, 3
USUAL, USUAL_NAME = "durban-2019", mark("Durban Declaration 2019")
_CHIP, _LOW_CHIP, _ROOM_FOR_WORDS = 36, 28, 744


class StartScreen(QWidget):
    """`interrupted` was open when the application stopped, `now` is today, `templates` are one's own."""

    open_requested = Signal(object)  # a path, or None to choose one
    new_requested = Signal(str)  # a template's name, or the path of one's own
    sample_requested = Signal()
    language_chosen = Signal(str)
    sheet_wanted = Signal(str)  # one of ui.settings

    def __init__(
        self,
        language: Language,
        tokens: Tokens,
        recents: tuple[Recent, ...] = (),
        *,
        interrupted: Recent | None = None,
        now: int = 0,
        templates: Sequence[Path] = (),
    ) -> None:
        super().__init__()
        self._templates = templates
        self._attire = StartAttire(language, tokens)
        self.fault = Notice(self._attire, "", "", bad=True)
        self.interrupted: Notice | None = None
        ground(self, tokens.surface)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_panel())
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._make_list(recents, interrupted, now))
        row.addWidget(scroll, 1)
        self._first_focus()

    def say_fault(self, text: str, offer: tuple[str, Callable[[], object]] | None = None) -> None:
        """What could not be opened is told here, with what can be done about it."""
        button, act = offer or ("", None)
        told = Notice(self._attire, "", text, bad=True, button=button, act=act)
        self._notices.replaceWidget(self.fault, told)
        self.fault.hide()
        self.fault.deleteLater()
        self.fault = told
        self._fault_gap.changeSize(0, 24 if text else 0)
        self._notices.invalidate()
        told.setVisible(bool(text))
        if self.interrupted is not None:
            self.interrupted.lead(leads=told.button is None)

    def showEvent(self, event: QShowEvent) -> None:
        """In the window, Enter does what the notice says it does, or what one most likely came for.

        The screen before it takes the focus along when it goes.
        """
        super().showEvent(event)
        if self.fault.button is not None:
            QTimer.singleShot(0, self.fault.button, self.fault.button.setFocus)
        elif not event.spontaneous():
            QTimer.singleShot(0, self, self._first_focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low window the actions need the room of the mark and the words."""
        super().resizeEvent(event)
        low, narrow = self.height() < _LOW, self.width() < _NARROW
        side = 24 if narrow else _MARGIN
        self._told.setVisible(self.height() >= _ROOM_FOR_WORDS and not narrow)
        self._mark.setVisible(not low)
        for action in (self.new, self.open, self.sample):
            action.lie_low(low)
        for chip in (*self.tiles, self.guide, self.settings, self.about):
            chip.setFixedHeight(_LOW_CHIP if low else _CHIP)
        self._below_mark.changeSize(0, 0 if low else 16)
        self._panel_column.setContentsMargins(side, 16 if low else _MARGIN, side, 16 if low else 40)
        self._panel.setFixedWidth(340 if narrow else _PANEL)

    def _first_focus(self) -> None:
        """Enter does what one most likely came for."""
        button = None if self.interrupted is None else self.interrupted.button
        (button or next(iter(self.rows), self.new)).setFocus()

    def _make_panel(self) -> QWidget:
        attire, say = self._attire, self._attire.language.say
        panel = self._panel = QWidget()
        ground(panel, INSTRUMENT.bg)
        column = self._panel_column = QVBoxLayout(panel)
        column.setContentsMargins(24, 20, 24, 20)  # until it is known how high the window is
        column.setSpacing(8)
        self._mark = Mark(INSTRUMENT.text, INSTRUMENT.running, rtl=attire.rtl)
        column.addWidget(self._mark)
        self._mark.hide()  # where there is no room for it, it never was
        self._below_mark = QSpacerItem(0, 0)
        column.addSpacerItem(self._below_mark)
        column.addWidget(label(attire, say("Facilitator"), attire.font(Role.NAME, 32), INSTRUMENT.text))
        told = say(
            "Panels that hear everyone and end on time. Works without a network; one workshop is one file."
        )
        width = _PANEL - 2 * _MARGIN
        self._told = Words(attire, told, attire.font(Role.CAPTURE), INSTRUMENT.text2, width)
        self._told.hide()
        column.addWidget(self._told)
        self._told.hide()  # as the mark
        column.addStretch(1)
        self._make_actions()
        for action in (self.new, self.open, self.sample):
            column.addWidget(action)
        column.addSpacing(16)
        column.addLayout(self._make_languages())
        column.addLayout(self._make_more())
        return panel

    def _make_actions(self) -> None:
        attire, say = self._attire, self._attire.language.say
        new = say("New workshop from a template")
        own = say("Durban Declaration 2019, or one of your own")
        self.new = Action(attire, "file-plus", new, own if self._templates else say(USUAL_NAME))
        self.open = Action(attire, "folder-open", say("Open a file"), isolate("Ctrl+O"))
        self.sample = Action(
            attire, "users", say("Try the sample workshop"), say("Nothing in it was ever said")
        )
        self.new.clicked.connect(self._ask_for_new)
        self.open.clicked.connect(lambda: self.open_requested.emit(None))
        self.sample.clicked.connect(self.sample_requested)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self, self.open.click)

    def _ask_for_new(self) -> None:
        """The one template begins at once; if there are others, one is chosen first."""
        if self._templates:
            drop(self.choices(), self.new, rtl=self._attire.rtl)
        else:
            self.new_requested.emit(USUAL)

    def choices(self) -> QMenu:
        """Return the templates as a menu, one's own after the usual one."""
        menu = QMenu(self)
        menu.setFont(self._attire.font(Role.BODY))
        usual = (USUAL, self._attire.language.say(USUAL_NAME))
        for template, told in (usual, *((str(path), isolate(path.stem)) for path in self._templates)):
            action = menu.addAction(told)
            action.setToolTip(template)
            action.triggered.connect(partial(self._choose_template, template))
        menu.setActiveAction(menu.actions()[0])
        return menu

    def _choose_template(self, template: str, _: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt says it by place
        self.new_requested.emit(template)

    def _make_languages(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        self.tiles = [LanguageChip(code, chosen=code == self._attire.language.code) for code in READY]
        for number, tile in enumerate(self.tiles):
            tile.clicked.connect(lambda _=False, code=tile.code: self.language_chosen.emit(code))
            grid.addWidget(tile, number // _CHIPS, number % _CHIPS)
        return grid

    def _make_more(self) -> QGridLayout:
        """What is about the program itself, and the same for every workshop."""
        grid, say, face = QGridLayout(), self._attire.language.say, self._attire.font(Role.SMALL)
        grid.setSpacing(8)
        self.guide, self.settings, self.about = (
            Chip(text, face) for text in (say("Guide"), say("Settings"), say("About"))
        )
        for chip, which, place in (
            (self.guide, GUIDE, (0, 0, 1, 2)),
            (self.settings, SETTINGS, (1, 0)),
            (self.about, ABOUT, (1, 1)),
        ):
            chip.clicked.connect(partial(self.sheet_wanted.emit, which))
            grid.addWidget(chip, *place)
        QShortcut(QKeySequence("Ctrl+,"), self, self.settings.click)
        return grid

    def _make_list(self, recents: tuple[Recent, ...], interrupted: Recent | None, now: int) -> QWidget:
        attire, say = self._attire, self._attire.language.say
        side = QWidget()
        ground(side, attire.tokens.surface)
        column = QVBoxLayout(side)
        column.setContentsMargins(_MARGIN - _INSET, _MARGIN, _MARGIN - _INSET, 24)
        column.setSpacing(0)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(16)
        self._notices.setContentsMargins(_INSET, 0, _INSET, 0)
        self._notices.addWidget(self.fault)
        self.fault.hide()
        self._fault_gap = QSpacerItem(0, 0)
        self._notices.addSpacerItem(self._fault_gap)
        if interrupted is not None:
            self.interrupted = self._make_interrupted(interrupted)
            self._notices.addWidget(self.interrupted)
            self._notices.addSpacing(24)
        column.addLayout(self._notices)
        heading = label(attire, say("Recent workshops"), attire.font(Role.PLACE), attire.tokens.text)
        heading.setContentsMargins(_INSET, 0, _INSET, 0)
        column.addWidget(heading)
        column.addSpacing(12)
        self._make_rows(column, recents, now)
        column.addStretch(1)
        return side

    def _make_rows(self, column: QVBoxLayout, recents: tuple[Recent, ...], now: int) -> None:
        attire, say = self._attire, self._attire.language.say
        self.rows = [RecentRow(attire, entry, now) for entry in recents]
        for row, entry in zip(self.rows, recents, strict=True):
            row.clicked.connect(lambda _=False, path=entry.path: self.open_requested.emit(Path(path)))
            column.addWidget(row)
        if not recents:
            told = say("None yet. Make a workshop from the template, or look at the sample.")
            nothing = label(attire, told, attire.font(Role.BODY), attire.tokens.text2)
            nothing.setContentsMargins(_INSET, 0, _INSET, 0)
            column.addWidget(nothing)

    def _make_interrupted(self, entry: Recent) -> Notice:
        say = self._attire.language.say
        return Notice(
            self._attire,
            say("{title} was open when the application stopped", title=entry.title),
            say("Everything is saved. If a panel was live, its speaker still has the floor."),
            button=say("Back to it"),
            act=lambda: self.open_requested.emit(entry.path),
        )
