"""One thing to choose from a few: a row of tiles, one of which is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.ui.context import Attire
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, width_of
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_HEIGHT, _INSET, _MARK, _APART = 36, 12, 16, 8
_COLUMNS, _ROOM = 3, 688  # of the sheet at its widest, without its edges
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen: how it is kept, and how it reads, perhaps in letters of another language."""

    key: str
    text: str
    language: str = ""


class Option(QAbstractButton):
    """A tile with a mark if it is the one taken; a screen reader hears a radio button."""

    def __init__(self, attire: Attire, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self._attire, self.offer = attire, offer
        self.setText(offer.text)
        self.setAccessibleName(offer.text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = width_of(self.text(), self._attire.font(Role.BUTTON))
        return QSize(round(words) + 2 * _INSET + _MARK + 8, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        attire, tokens, chosen = self._attire, self._attire.tokens, self.isChecked()
        pencil = Pencil(painter, QRectF(self.rect()), rtl=attire.rtl)
        if chosen or self.underMouse():
            pencil.rounded(pencil.bounds, tokens.accent_soft if chosen else tokens.sunken, 4)
        line = tokens.accent if chosen or self.hasFocus() else tokens.edge
        pencil.frame(pencil.bounds, line, 2 if self.hasFocus() else 1, 4)
        if chosen:
            draw_icon(painter, "check", pencil.box(_INSET, 10, _MARK, _MARK), tokens.accent)
        x = _INSET + _MARK + 8
        box = pencil.box(x, 0, pencil.width - x - 4, self.height())
        pencil.text(box, self.text(), attire.font(Role.BUTTON), tokens.text)
        painter.end()


class Choice(QWidget):
    """A name, the tiles under it, and a line that says what hangs on it."""

    def __init__(
        self,
        attire: Attire,
        name: str,
        offers: Sequence[Offer],
        chosen: str,
        take: Callable[[str], object],
        more: str = "",
    ) -> None:
        super().__init__()
        self.name, self.options = name, [Option(attire, offer, self) for offer in offers]
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(label(attire, name, attire.font(Role.HEADING), attire.tokens.text))
        grid = QGridLayout()
        grid.setSpacing(_APART)
        columns = self._beside()
        for number, option in enumerate(self.options):
            option.setAccessibleDescription(name)
            option.setChecked(option.offer.key == chosen)
            option.clicked.connect(lambda _=False, it=option: it.setFocus())  # an arrow chooses before that
            option.clicked.connect(lambda _=False, key=option.offer.key: take(key))
            grid.addWidget(option, number // columns, number % columns)
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        if more:
            column.addWidget(label(attire, more, attire.font(Role.SMALL), attire.tokens.text2))

    def _beside(self) -> int:
        """Return how many tiles stand beside one another: up to three, as long as each has room."""
        widest = max(option.sizeHint().width() for option in self.options) + _APART
        return max(1, min(_COLUMNS, len(self.options), (_ROOM + _APART) // widest))
