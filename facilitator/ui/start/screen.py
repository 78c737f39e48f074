"""The start screen: take up a workshop, make one, or look at the sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from facilitator.language.speech import LANGUAGE_NAMES, READY, Language
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, ground
from facilitator.ui.shapes import draw_mark
from facilitator.ui.start.recents import Recent
from facilitator.ui.tokens import INSTRUMENT, Tokens
from facilitator.ui.type import Role, font

_PANEL = 440


class _Mark(QWidget):
    def __init__(self, *, rtl: bool) -> None:
        super().__init__()
        self._rtl = rtl
        self.setFixedSize(50, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_mark(painter, QRectF(0, 0, 48, 48), INSTRUMENT.text, INSTRUMENT.running, mirrored=self._rtl)
        painter.end()


class Action(QAbstractButton):
    """One thing to begin with: an icon, what it is, and a word more."""

    def __init__(self, language: Language, icon: str, title: str, more: str) -> None:
        super().__init__()
        self._language, self._icon, self._more = language, icon, more
        self.setText(title)
        self.setAccessibleName(title)
        self.setFixedHeight(64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._language.rtl)
        if self.underMouse():
            pencil.rounded(pencil.bounds, INSTRUMENT.track, 6)
        pencil.frame(
            pencil.bounds,
            INSTRUMENT.running if self.hasFocus() else INSTRUMENT.line,
            2 if self.hasFocus() else 1,
            6,
        )
        draw_icon(painter, self._icon, pencil.box(16, 22, 20, 20), INSTRUMENT.text, rtl=self._language.rtl)
        code = self._language.code
        pencil.text(
            pencil.box(52, 8, pencil.width - 64, 26), self.text(), font(Role.ROW, code), INSTRUMENT.text
        )
        pencil.text(
            pencil.box(52, 32, pencil.width - 64, 24), self._more, font(Role.SMALL, code), INSTRUMENT.text2
        )
        painter.end()


class RecentRow(QAbstractButton):
    """A workshop that was open before."""

    def __init__(self, language: Language, tokens: Tokens, recent: Recent) -> None:
        super().__init__()
        self._language, self._tokens, self._recent = language, tokens, recent
        self.setText(recent.title)
        self.setAccessibleName(recent.title)
        self.setToolTip(str(recent.path))
        self.setFixedHeight(72)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._language.rtl)
        tokens, code = self._tokens, self._language.code
        if self.underMouse():
            pencil.fill(pencil.bounds, tokens.sunken)
        if self.hasFocus():
            pencil.frame(pencil.bounds, tokens.accent, 2, 4)
        pencil.fill(pencil.box(0, 71, pencil.width, 1), tokens.line)
        pencil.text(
            pencil.box(0, 10, pencil.width - 40, 28), self.text(), font(Role.PLACE, code), tokens.text
        )
        pencil.text(
            pencil.box(0, 36, pencil.width - 40, 24),
            str(self._recent.path),
            font(Role.SMALL, code),
            tokens.text2,
        )
        draw_icon(
            painter,
            "chevron-right",
            pencil.box(pencil.width - 20, 28, 16, 16),
            tokens.text,
            rtl=self._language.rtl,
        )
        painter.end()


class LanguageTile(QAbstractButton):
    """A language in its own script."""

    def __init__(self, tokens: Tokens, code: str, *, chosen: bool) -> None:
        super().__init__()
        self._tokens, self.code, self._chosen = tokens, code, chosen
        self.setText(LANGUAGE_NAMES[code])
        self.setAccessibleName(LANGUAGE_NAMES[code])
        self.setFixedSize(QSize(132, 40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=False)
        ink = INSTRUMENT.running if self._chosen or self.hasFocus() else INSTRUMENT.line
        pencil.frame(pencil.bounds, ink, 2 if self.hasFocus() or self._chosen else 1, 4)
        flags = Qt.AlignmentFlag.AlignCenter
        painter.setFont(font(Role.BUTTON, self.code))
        painter.setPen(INSTRUMENT.text)
        painter.drawText(self.rect(), int(flags), self.text())
        painter.end()


class StartScreen(QWidget):
    open_requested = Signal(object)  # a path, or None to choose one
    new_requested = Signal()
    sample_requested = Signal()
    language_chosen = Signal(str)

    def __init__(self, language: Language, tokens: Tokens, recents: tuple[Recent, ...] = ()) -> None:
        super().__init__()
        self.language, self.tokens = language, tokens
        ground(self, tokens.surface)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_panel())
        row.addWidget(self._make_list(recents), 1)

    def say_fault(self, text: str) -> None:
        """What could not be opened is told here."""
        self._fault.setText(text)
        self._fault.setVisible(bool(text))

    def _make_panel(self) -> QWidget:
        say, code = self.language.say, self.language.code
        panel = QWidget()
        panel.setFixedWidth(_PANEL)
        ground(panel, INSTRUMENT.bg)
        column = QVBoxLayout(panel)
        column.setContentsMargins(48, 48, 48, 40)
        column.setSpacing(8)
        column.addWidget(_Mark(rtl=self.language.rtl))
        column.addSpacing(16)
        column.addWidget(self._label(say("Facilitator"), font(Role.NAME, code, px=32), INSTRUMENT.text))
        told = say(
            "Panels that hear everyone and end on time. Works without a network; one workshop is one file."
        )
        column.addWidget(self._label(told, font(Role.CAPTURE, code), INSTRUMENT.text2))
        column.addStretch(1)
        self.new = Action(
            self.language, "file-plus", say("New workshop from a template"), say("Durban Declaration 2019")
        )
        self.open = Action(self.language, "folder-open", say("Open a file"), "Ctrl+O")
        self.sample = Action(
            self.language, "users", say("Try the sample workshop"), say("Nothing in it was ever said")
        )
        self.new.clicked.connect(self.new_requested)
        self.open.clicked.connect(lambda: self.open_requested.emit(None))
        self.sample.clicked.connect(self.sample_requested)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self, self.open.click)
        for action in (self.new, self.open, self.sample):
            column.addWidget(action)
        column.addSpacing(16)
        column.addLayout(self._make_languages())
        return panel

    def _make_languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.tiles = [LanguageTile(self.tokens, code, chosen=code == self.language.code) for code in READY]
        for tile in self.tiles:
            tile.clicked.connect(lambda _=False, code=tile.code: self.language_chosen.emit(code))
            row.addWidget(tile)
        row.addStretch(1)
        return row

    def _make_list(self, recents: tuple[Recent, ...]) -> QWidget:
        say, code = self.language.say, self.language.code
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(0)
        self._fault = self._label("", font(Role.BODY, code), self.tokens.danger)
        self._fault.setMinimumHeight(56)
        self._fault.setContentsMargins(16, 8, 16, 8)
        ground(self._fault, self.tokens.danger_soft)
        palette = self._fault.palette()
        palette.setColor(self._fault.foregroundRole(), self.tokens.danger)
        self._fault.setPalette(palette)
        self._fault.hide()
        column.addWidget(self._fault)
        column.addWidget(self._label(say("Recent workshops"), font(Role.PLACE, code), self.tokens.text))
        column.addSpacing(12)
        self.rows = [RecentRow(self.language, self.tokens, recent) for recent in recents]
        for row, recent in zip(self.rows, recents, strict=True):
            row.clicked.connect(lambda _=False, path=recent.path: self.open_requested.emit(Path(path)))
            column.addWidget(row)
        if not recents:
            told = say("None yet. Make a workshop from the template, or look at the sample.")
            column.addWidget(self._label(told, font(Role.BODY, code), self.tokens.text2))
        column.addStretch(1)
        return side

    def _label(self, text: str, face: QFont, ink: QColor) -> QLabel:
        label = QLabel(text)
        label.setFont(face)
        label.setWordWrap(True)
        side = Qt.AlignmentFlag.AlignRight if self.language.rtl else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        palette = label.palette()
        palette.setColor(label.foregroundRole(), ink)
        label.setPalette(palette)
        return label
