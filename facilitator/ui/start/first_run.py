"""The first run: the language is chosen before anything is read, each in its own script."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.language.speech import LANGUAGE_NAMES, READY, language_for
from facilitator.ui.buttons import Button, Look
from facilitator.ui.painting import Pencil, ground
from facilitator.ui.start.parts import Mark, StartAttire, label
from facilitator.ui.tokens import Tokens
from facilitator.ui.type import Role, font

_TILE, _GAP, _COLUMNS = (261, 112), 16, 3
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: _COLUMNS,
    Qt.Key.Key_Up: -_COLUMNS,
}


class LanguageTile(QWidget):
    """A language by its own name, and in its own words that it is no choice for ever."""

    pressed = Signal(str)

    def __init__(self, tokens: Tokens, code: str) -> None:
        super().__init__()
        self._tokens, self.code, self.chosen = tokens, code, False
        self._more = language_for(code).say("You can change this later")
        self.setAccessibleName(LANGUAGE_NAMES[code])
        self.setFixedSize(*_TILE)

    def mark_chosen(self, *, chosen: bool) -> None:
        self.chosen = chosen
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self.code)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._tokens
        pencil = Pencil(painter, QRectF(self.rect()), rtl=language_for(self.code).rtl)
        pencil.rounded(pencil.bounds, tokens.accent_soft if self.chosen else tokens.surface, 6)
        pencil.frame(pencil.bounds, tokens.accent if self.chosen else tokens.edge, 3 if self.chosen else 1, 6)
        name = pencil.box(24, 22, pencil.width - 48, 44)
        pencil.text(name, LANGUAGE_NAMES[self.code], font(Role.NAME, self.code, px=28), tokens.text)
        more = pencil.box(24, 64, pencil.width - 48, 24)
        pencil.text(more, self._more, font(Role.BODY, self.code), tokens.text2)
        painter.end()


class FirstRun(QWidget):
    """Arrows move, Enter takes; the button speaks the language that would be taken.

    Only languages whose catalogue is complete are there to be chosen.
    """

    language_chosen = Signal(str)

    def __init__(self, tokens: Tokens, suggested: str) -> None:
        super().__init__()
        self._tokens = tokens
        self.chosen = suggested if suggested in READY else READY[0]
        self.tiles = [LanguageTile(tokens, code) for code in READY]
        ground(self, tokens.bg)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # it has no language yet
        self._foot = QHBoxLayout()
        self._foot.setSpacing(12)
        self._arrange()
        self.choose(self.chosen)

    def choose(self, code: str) -> None:
        """The tile is the one that Enter would take."""
        self.chosen = code
        for tile in self.tiles:
            tile.mark_chosen(chosen=tile.code == code)
        self.setAccessibleName(LANGUAGE_NAMES[code])
        self._make_foot()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.language_chosen.emit(self.chosen)
        elif key in _STEPS:
            place = READY.index(self.chosen) + _STEPS[key]
            if 0 <= place < len(READY):
                self.choose(READY[place])
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Mark(self._tokens.text, self._tokens.accent, rtl=False))
        attire = StartAttire(language_for("en"), self._tokens)
        head.addWidget(label(attire, "Facilitator", font(Role.NAME, "en", px=28), self._tokens.text), 1)
        grid = QGridLayout()
        grid.setSpacing(_GAP)
        for number, tile in enumerate(self.tiles):
            grid.addWidget(tile, number // _COLUMNS, number % _COLUMNS)
            tile.pressed.connect(self.choose)
        block = QWidget()
        columns = min(_COLUMNS, len(self.tiles))
        block.setFixedWidth(columns * _TILE[0] + (columns - 1) * _GAP)
        rows = QVBoxLayout(block)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(32)
        for part in (head, grid, self._foot):
            rows.addLayout(part)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(block, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def _make_foot(self) -> None:
        while (item := self._foot.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        attire = StartAttire(language_for(self.chosen), self._tokens)
        say = attire.language.say
        words = say("This is the language of the screens. Documents have one for each workshop.")
        name = LANGUAGE_NAMES[self.chosen]
        self.button = Button(attire, say("Continue in {language}", language=name), Look.FILLED, key="Enter")
        self.button.setFixedHeight(40)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(lambda: self.language_chosen.emit(self.chosen))
        told = label(attire, words, attire.font(Role.SMALL), self._tokens.text2)
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        told.setAlignment(Qt.AlignmentFlag.AlignRight | absolute)  # beside the button, which does not move
        self._foot.addWidget(told, 1)
        self._foot.addWidget(self.button)
