"""The rest of the panel drawn to scale against the hard stop, with the verdict in words beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from facilitator.domain.planning import Forecast
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

_AFTER = 5 * MINUTE
_CUTS_MS = (180 * SECOND, 150 * SECOND, 120 * SECOND)


def in_hand(rest: Forecast) -> int:
    """Return whole minutes in hand, rounded down; below zero, rounded away from it, when behind."""
    return -rest.behind_ms // MINUTE


def rounded_up(instant: int) -> int:
    return -(-instant // MINUTE) * MINUTE


class _Painted(QWidget):
    """Something that shows the view at the instant it is told."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.view: View | None = None
        self.now = 0

    def show_view(self, view: View, now: int) -> None:
        self.view, self.now = view, now
        self.update()

    def rest(self) -> Forecast | None:
        return None if self.view is None or not self.view.live else self.view.forecast(self.now)


class Verdict(_Painted):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setFixedWidth(232)

    def words(self) -> tuple[str, str]:
        """Return the verdict and what it means for those who wait."""
        language, rest, view = self.context.language, self.rest(), self.view
        if rest is None or view is None or view.floor is None:
            return language.say("Not begun"), language.say("The forecast starts with the panel.")
        end, waiting = language.time_of_day(rounded_up(rest.ends)), len(rest.slots)
        minutes = in_hand(rest)
        if minutes < 0:
            verdict = language.count("{n} min too long", "{n} min too long", -minutes)
            lost = len(rest.unheard)
            told = language.count("{n} will not be heard", "{n} will not be heard", lost)
            return verdict, f"{told} · {language.say('until {time}', time=end)}" if lost else told
        verdict = language.count("{n} min in hand", "{n} min in hand", minutes)
        if waiting == 0:
            return verdict, language.say("Nobody is waiting")
        return verdict, language.count(
            "{n} waiting, heard by {time}", "All {n} heard by {time}", waiting, time=end
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        verdict, told = self.words()
        rest, tokens = self.rest(), self.context.tokens
        bad = rest is not None and in_hand(rest) < 0
        middle = self.height() / 2
        width = self.width() - 20
        font = self.context.font(Role.VERDICT)
        pencil.text(
            pencil.box(16, middle - 30, width, 32), verdict, font, tokens.danger if bad else tokens.text
        )
        small = self.context.font(Role.SMALL)
        fits = pencil.text(pencil.box(16, middle + 2, width, 24), told, small, tokens.text2)
        self.setToolTip("" if fits else plain(told))
        painter.end()


class Ruler(_Painted):
    """From now to five minutes after the hard stop: a block for each who waits, dashed ones that would fit."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setMinimumWidth(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        rest = self.rest()
        if rest is not None and self.view is not None and self.view.floor is not None:
            self._draw(pencil, rest)
        painter.end()

    def _draw(self, pencil: Pencil, rest: Forecast) -> None:
        tokens = self.context.tokens
        end = max(rest.hard_stop, rest.ends if rest.behind_ms > 0 else 0) + _AFTER
        span = max(1, end - self.now)
        top = self.height() / 2 - 16

        def at(instant: int) -> float:
            return pencil.width * (instant - self.now) / span

        stop = at(rest.hard_stop)
        pencil.hatch(pencil.box(max(0, stop), top, pencil.width - max(0, stop), 28), tokens.hatch)
        pencil.fill(pencil.box(0, top, max(4, at(_speech_ends(rest, self.now)) - 2), 28), tokens.text)
        for place, slot in enumerate(rest.slots, 1):
            box = pencil.box(at(slot.starts), top, max(2, at(slot.ends) - at(slot.starts)), 28)
            self._block(pencil, box, place, late=slot.ends > rest.hard_stop)
        self._draw_room(pencil, rest, at, top)
        self._draw_ticks(pencil, rest, at, top)
        late = rest.behind_ms > 0
        ink = tokens.danger if late else tokens.text
        if stop >= 0:
            pencil.fill(pencil.box(stop - 1, top - 16, 3, self.height() - top + 12), ink)
        self._label(pencil, stop, top, ink)

    def _block(self, pencil: Pencil, box: QRectF, place: int, *, late: bool) -> None:
        tokens = self.context.tokens
        first = place == 1
        if late:
            pencil.fill(box, tokens.danger_soft)
            pencil.hatch(box, tokens.danger, 6)
            pencil.frame(box, tokens.danger)
        else:
            pencil.fill(box, tokens.accent if first else tokens.sunken)
        ink = tokens.danger if late else tokens.accent_ink if first else tokens.text2
        if box.width() > 14:
            pencil.text(box, str(place), self.context.font(Role.CAPTION_STRONG), ink, Side.MIDDLE)

    def _draw_room(self, pencil: Pencil, rest: Forecast, at: Callable[[int], float], top: float) -> None:
        """Dashed blocks for those who would still fit."""
        allotment = _CUTS_MS[0]
        begin = rest.ends + rest.changeover_ms
        for _ in range(min(6, rest.room_for(allotment))):
            box = pencil.box(at(begin), top, at(begin + allotment) - at(begin), 28)
            pencil.dashes(box, self.context.tokens.edge)
            pencil.text(box, "+", self.context.font(Role.CAPTION), self.context.tokens.text3, Side.MIDDLE)
            begin += allotment + rest.changeover_ms

    def _draw_ticks(self, pencil: Pencil, rest: Forecast, at: Callable[[int], float], top: float) -> None:
        tokens, font = self.context.tokens, self.context.font(Role.CAPTION)
        step = next((s * MINUTE for s in (5, 10, 15, 30, 60) if at(self.now + s * MINUTE) > 70), 120 * MINUTE)
        tick = -(-(self.now + MINUTE) // step) * step
        while tick < rest.hard_stop - 2 * MINUTE:
            pencil.fill(pencil.box(at(tick), top + 28, 1, 5), tokens.edge)
            text = self.context.language.time_of_day(tick)
            pencil.text(pencil.box(at(tick) - 30, top + 32, 60, 18), text, font, tokens.text2, Side.MIDDLE)
            tick += step

    def _label(self, pencil: Pencil, stop: float, top: float, ink: QColor) -> None:
        if self.view is None or self.view.panel is None:
            return
        language, font = self.context.language, self.context.font(Role.CAPTION_STRONG)
        words = language.say(
            "{time} interpreters leave", time=language.time_of_day(self.view.panel.hard_stop)
        )
        width = width_of(words, font) + 2
        x = stop - width - 8 if stop - width - 8 > 0 else max(0, stop) + 8
        pencil.text(pencil.box(x, top - 20, width, 18), words, font, ink)


def _speech_ends(rest: Forecast, now: int) -> int:
    return rest.slots[0].starts - rest.changeover_ms if rest.slots else max(now, rest.ends)


class Cut(QAbstractButton):
    """One limit for everybody who waits, and when the last would end with it."""

    def __init__(self, context: Context, each_ms: int) -> None:
        super().__init__()
        self._context, self.each_ms = context, each_ms
        self._chosen = self._proposed = False
        self._ends, self._late = "", False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(False)

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
        tokens = self._context.tokens
        ground = tokens.accent if self._proposed else tokens.accent_soft if self._chosen else tokens.surface
        pencil.fill(pencil.bounds, ground)
        pencil.frame(
            pencil.bounds, tokens.accent if self.hasFocus() else tokens.edge, 2 if self.hasFocus() else 1
        )
        if self._chosen:
            pencil.fill(pencil.box(1, self.height() - 4, self.width() - 2, 3), tokens.accent)
        ink = tokens.accent_ink if self._proposed else tokens.text if self.isEnabled() else tokens.text3
        second = tokens.accent_ink if self._proposed else tokens.danger if self._late else tokens.text2
        half = self.height() / 2
        limit = plain(self._context.language.duration(self.each_ms))
        pencil.text(
            pencil.box(0, 1, self.width(), half),
            limit,
            self._context.font(Role.SMALL_STRONG),
            ink,
            Side.MIDDLE,
        )
        mark = "" if not self._ends else " ✓" if not self._late else " ✗"
        text = f"{self._ends}{mark}"
        pencil.text(
            pencil.box(0, half - 2, self.width(), half),
            text,
            self._context.font(Role.CAPTION),
            second,
            Side.MIDDLE,
        )
        painter.end()


class Cuts(_Painted):
    """The same limit for everybody from now on: what it would do, and one press to do it."""

    chosen = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setFixedWidth(250)
        self._cuts = [Cut(context, each) for each in _CUTS_MS]
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 30, 16, 6)
        row.setSpacing(0)
        for cut in self._cuts:
            row.addWidget(cut)
            cut.clicked.connect(self._choose)

    def show_view(self, view: View, now: int) -> None:
        super().show_view(view, now)
        floor, rest = view.floor, self.rest()
        behind = rest is not None and rest.behind_ms > 0
        found = False
        for cut in self._cuts:
            then = view.forecast(now, cut.each_ms) if rest is not None else None
            helps = behind and not found and then is not None and then.behind_ms <= 0
            found = found or helps
            common = set() if floor is None else {floor.allotment_for(c.key) for c in view.categories}
            cut.show_forecast(then, chosen=common == {cut.each_ms}, proposed=helps)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        text = self.context.language.say("If each has, from now on")
        box = pencil.box(16, 6, self.width() - 20, 22)
        pencil.text(box, text, self.context.font(Role.CAPTION), self.context.tokens.text2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def _choose(self) -> None:
        cut = self.sender()
        if isinstance(cut, Cut):
            self.chosen.emit(cut.each_ms)


class ForecastBar(QWidget):
    """Words, ruler and cuts in one line."""

    def __init__(self, context: Context, height: int = 80) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.verdict, self.ruler, self.cuts = Verdict(context), Ruler(context), Cuts(context)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.verdict)
        row.addWidget(self.ruler, 1)
        row.addWidget(self.cuts)

    def show_view(self, view: View, now: int) -> None:
        for part in (self.verdict, self.ruler, self.cuts):
            part.show_view(view, now)
