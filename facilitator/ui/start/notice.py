"""A notice on the start screen: what went wrong, or what was interrupted, and the way on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facilitator.ui.buttons import Button, Look
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil
from facilitator.ui.start.parts import StartAttire
from facilitator.ui.type import Role
from facilitator.ui.wrapping import draw_lines, height_of

_EDGE, _TEXT_AT, _LEAST = 16, 52, 56
_KEY = "Enter"


class Notice(QWidget):
    """Framed, with a bar at the leading edge; `title` may be empty, `act` is what its button does."""

    def __init__(
        self,
        attire: StartAttire,
        title: str,
        text: str,
        *,
        bad: bool = False,
        button: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._attire, self._title, self.text, self._bad = attire, title, text, bad
        self.button: Button | None = None
        self.setAccessibleName(f"{title} {text}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(_LEAST)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.addStretch(1)
        if button and act is not None:
            self.button = Button(attire, button, Look.FILLED, key=_KEY)
            self.button.clicked.connect(act)
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def lead(self, *, leads: bool) -> None:
        """Of two notices only the one that Enter answers says so; the other's button waits for Tab."""
        if self.button is not None:
            self.button.lead(_KEY if leads else "")
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.button is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.button.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The notice is as high as its words need at this width."""
        attire = self._attire
        body = height_of(self.text, attire.font(Role.BODY), self._room(self.width()), page_rtl=attire.rtl)
        self.setFixedHeight(max(_LEAST, body + self._title_height() + 2 * _EDGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        attire, tokens = self._attire, self._attire.tokens
        pencil = Pencil(painter, QRectF(self.rect()), rtl=attire.rtl)
        ink = tokens.danger if self._bad else tokens.accent
        pencil.frame(pencil.bounds, ink, 1, 4)
        pencil.fill(pencil.box(0, 0, 4, self.height()), ink)
        icon = "triangle-alert" if self._bad else "history"
        middle = (self.height() - 16) / 2
        draw_icon(
            painter, icon, pencil.box(20, middle, 16, 16), ink if self._bad else tokens.text, rtl=attire.rtl
        )
        room, body = self._room(self.width()), attire.font(Role.BODY)
        height = height_of(self.text, body, room, page_rtl=attire.rtl)
        top = (self.height() - height - self._title_height()) / 2
        if self._title:
            title = pencil.box(_TEXT_AT, top, room, self._title_height())
            draw_lines(pencil, title, self._title, attire.font(Role.HEADING), tokens.text)
        text = pencil.box(_TEXT_AT, top + self._title_height(), room, height)
        draw_lines(pencil, text, self.text, body, tokens.danger if self._bad else tokens.text2)
        painter.end()

    def _room(self, width: int) -> int:
        taken = 0 if self.button is None else self.button.sizeHint().width() + 32
        return width - _TEXT_AT - _EDGE - taken

    def _title_height(self) -> int:
        if not self._title:
            return 0
        heading, rtl = self._attire.font(Role.HEADING), self._attire.rtl
        return height_of(self._title, heading, self._room(self.width()), page_rtl=rtl)
