"""The same limit for everybody from now on: what each would do, and one press to do it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from facilitator.domain.planning import CHANGEOVER_MS, Forecast
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, Side
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

CUTS_MS = (180 * SECOND, 150 * SECOND, 120 * SECOND)
_RADIUS = 4


def rounded_up(instant: int) -> int:
    return -(-instant // MINUTE) * MINUTE


def proposed(view: View, now: int) -> int | None:
    """Return the mildest limit that lets everybody be heard; none if they are, or if none of them helps."""
    rest = view.forecast(now) if view.live else None
    if rest is None or rest.behind_ms <= 0:
        return None
    ends = ((each, view.forecast(now, each)) for each in CUTS_MS)
    return next((each for each, then in ends if then is not None and then.behind_ms <= 0), None)


class Cut(QAbstractButton):
    """One limit for everybody who waits, and when the last would end with it."""

    def __init__(self, context: Context, each_ms: int) -> None:
        super().__init__()
        self._context, self.each_ms = context, each_ms
        self._chosen = self._proposed = False
        self._ends, self._late = "", False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(72, 36)

    def show_forecast(self, rest: Forecast | None, *, chosen: bool, proposed: bool) -> None:
        language = self._context.language
        self._chosen, self._proposed = chosen, proposed
        self._late = rest is not None and rest.behind_ms > 0
        self._ends = "" if rest is None else plain(language.time_of_day(rounded_up(rest.ends)))
        self.setEnabled(rest is not None)
        limit = language.duration(self.each_ms)
        self.setAccessibleName(plain(language.say("{limit} for everybody from now on", limit=limit)))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        tokens, whole = self._context.tokens, QRectF(self.rect())
        if self._proposed or self._chosen or self.underMouse():
            ground = tokens.accent_soft if self._chosen else tokens.sunken
            pencil.fill(whole, tokens.accent if self._proposed else ground)
        if self._chosen:
            pencil.fill(pencil.box(0, whole.height() - 3, whole.width(), 3), tokens.accent)
        if self.hasFocus():
            pencil.frame(whole, tokens.accent, 2, 2)
        ink = tokens.accent_ink if self._proposed else tokens.text
        second = tokens.accent_ink if self._proposed else tokens.danger if self._late else tokens.text2
        limit = plain(self._context.language.duration(self.each_ms))
        font, half = self._context.font(Role.SMALL_STRONG), self.height() / 2
        pencil.text(pencil.box(0, 1, self.width(), half), limit, font, ink, Side.MIDDLE)
        text = f"{self._ends} {'✗' if self._late else '✓'}" if self._ends else ""
        small = self._context.font(Role.CAPTION)
        pencil.text(pencil.box(0, half - 2, self.width(), half), text, small, second, Side.MIDDLE)
        painter.end()


class Cuts(QWidget):
    """Proposes the mildest limit that lets everybody be heard; before the panel, counts who would fit."""

    chosen = Signal(int)

    def __init__(self, context: Context, *, compact: bool = False) -> None:
        super().__init__()
        self._context, self._compact = context, compact
        self._told = self._room = ""
        self.setFixedWidth(250 if not compact else 234)
        self._cuts = [Cut(context, each) for each in CUTS_MS]
        row = QHBoxLayout(self)
        row.setSpacing(1)
        for cut in self._cuts:
            row.addWidget(cut)
            cut.clicked.connect(self._choose)

    def show_view(self, view: View, now: int) -> None:
        floor, rest = view.floor, view.forecast(now) if view.live else None
        say, language = self._context.language.say, self._context.language
        best = proposed(view, now)
        for cut in self._cuts:
            then = view.forecast(now, cut.each_ms) if rest is not None else None
            common = set() if floor is None else {floor.allotment_for(c.key) for c in view.categories}
            cut.show_forecast(then, chosen=common == {cut.each_ms}, proposed=cut.each_ms == best)
            cut.setVisible(rest is not None)
        limit = language.duration(CUTS_MS[0])
        self._told = say("If each has, from now on")
        self._room = ""
        if rest is None and view.panel is not None:
            time = max(0, view.panel.hard_stop - max(now, view.panel.starts))
            self._told = say("At {limit} each there is room for", limit=limit)
            fit = time // (CUTS_MS[0] + CHANGEOVER_MS)
            self._room = language.count("{n} speaker", "{n} speakers", fit)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        tokens, frame = self._context.tokens, self._frame()
        if not self._compact:
            box = pencil.box(16, frame.top() - 22, self.width() - 20, 20)
            pencil.text(box, self._told, self._context.font(Role.CAPTION), tokens.text2)
        if self._room:
            pencil.text(frame, self._room, self._context.font(Role.SMALL_STRONG), tokens.text, Side.MIDDLE)
        for cut in self._cuts[1:] if not self._room else ():
            edge = cut.geometry().right() + 1 if self._context.rtl else cut.geometry().left() - 1
            painter.fillRect(edge, int(frame.top()), 1, int(frame.height()), tokens.line)
        pencil.frame(frame, tokens.edge, 1, _RADIUS)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        frame = self._frame()
        top, bottom = int(frame.top()) + 1, int(self.height() - frame.bottom()) + 1
        row = self.layout()
        if row is not None:
            row.setContentsMargins(17, top, 17, bottom)

    def _frame(self) -> QRectF:
        height = 36
        top = (self.height() - height) / 2 + (0 if self._compact else 12)
        return QRectF(16, round(top), self.width() - 32, height)

    def _choose(self) -> None:
        cut = self.sender()
        if isinstance(cut, Cut):
            self.chosen.emit(cut.each_ms)
