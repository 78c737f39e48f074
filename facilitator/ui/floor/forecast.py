"""The rest of the panel drawn to scale against the hard stop, with the verdict in words beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from facilitator.domain.planning import Forecast
from facilitator.domain.programme import Panel, PanelState
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.floor.cuts import CUTS_MS, Cuts, rounded_up
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

_AFTER = 5 * MINUTE
_WITH_RULER = 60
_TICK = 60  # pixels between two times


def in_hand(rest: Forecast) -> int:
    """Return whole minutes in hand, rounded down; below zero, rounded away from it, when behind."""
    return -rest.behind_ms // MINUTE


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
    """The forecast in words."""

    def __init__(self, context: Context, *, compact: bool = False) -> None:
        super().__init__(context)
        self._compact = compact
        if not compact:
            self.setFixedWidth(232 if not context.large else 280)

    def words(self) -> tuple[str, str]:
        """Return the verdict and what it means for those who wait."""
        language, rest, view = self.context.language, self.rest(), self.view
        if rest is None or view is None or view.floor is None:
            return self._before()
        end, waiting = language.time_of_day(rounded_up(rest.ends)), len(rest.slots)
        minutes = in_hand(rest)
        lost = len(rest.unheard)
        if lost:
            told = language.say("at these limits the list ends {time}", time=end)
            return language.count("{n} will not be heard", "{n} will not be heard", lost), told
        if minutes < 0:
            verdict = language.count("{n} min too long", "{n} min too long", -minutes)
            return verdict, language.say("until {time}", time=end)
        verdict = language.count("{n} min in hand", "{n} min in hand", minutes)
        if waiting == 0:
            return verdict, language.say("Nobody is waiting")
        return verdict, language.count(
            "{n} waiting, heard by {time}", "All {n} heard by {time}", waiting, time=end
        )

    def _before(self) -> tuple[str, str]:
        language, panel = self.context.language, None if self.view is None else self.view.panel
        if panel is None:
            return language.say("No panel yet"), ""
        if self.view is not None and self.view.states.get(panel.id) is PanelState.CLOSED:
            return language.say("The panel is closed"), ""
        minutes = (panel.hard_stop - panel.starts) // MINUTE
        planned = language.count("{n} min planned", "{n} min planned", minutes)
        return language.say("Not started"), planned

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        verdict, told = self.words()
        rest, tokens = self.rest(), self.context.tokens
        ink = tokens.danger if rest is not None and rest.behind_ms > 0 else tokens.text
        font, small = self.context.font(Role.VERDICT), self.context.font(Role.SMALL)
        width, middle = pencil.width - 20, pencil.bounds.height() / 2
        if self._compact:
            used = min(width, width_of(verdict, font) + 2)
            pencil.text(pencil.box(16, 0, used, 2 * middle), verdict, font, ink)
            box = pencil.box(16 + used + 12, 2, max(0, width - used - 12), 2 * middle)
        else:
            pencil.text(pencil.box(16, middle - 30, width, 32), verdict, font, ink)
            box = pencil.box(16, middle + 2, width, 24)
        fits = pencil.text(box, told, small, tokens.text2)
        self.setToolTip("" if fits else plain(told))
        painter.end()


class Ruler(_Painted):
    """From now to five minutes after the hard stop: a block for each who waits, dashed for who would fit."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setMinimumWidth(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        rest = self.rest()
        panel = None if self.view is None else self.view.panel
        if rest is not None:
            self._draw(pencil, rest)
        elif panel is not None and self.now < panel.hard_stop:
            self._draw_plan(pencil, panel)
        painter.end()

    def _draw_plan(self, pencil: Pencil, panel: Panel) -> None:
        """Before it begins: the panel as planned, from a little before its start to its hard stop."""
        tokens, top = self.context.tokens, self.height() / 2 - 16
        begin = max(self.now, panel.starts - _AFTER)
        span = max(1, panel.hard_stop + _AFTER - begin)

        def at(instant: int) -> float:
            return pencil.width * (instant - begin) / span

        stop, start = at(panel.hard_stop), max(0.0, at(panel.starts))
        pencil.hatch(pencil.box(stop, top, pencil.width - stop, 28), tokens.hatch)
        box = pencil.box(start, top, stop - start - 2, 28)
        pencil.dashes(box, tokens.edge)
        pencil.text(box, panel.brief, self.context.font(Role.CAPTION), tokens.text2, Side.MIDDLE)
        self._draw_ticks(pencil, begin, panel.hard_stop, at, top)
        pencil.fill(pencil.box(stop - 1, top - 16, 3, self.height() - top + 12), tokens.text)
        self._label(pencil, stop, top, tokens.text)

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
        self._draw_ticks(pencil, self.now, rest.hard_stop, at, top)
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
            pencil.hatch(box, tokens.hatch, 6)
            pencil.frame(box, tokens.danger)
        else:
            pencil.fill(box, tokens.accent if first else tokens.sunken)
        ink = tokens.danger if late else tokens.accent_ink if first else tokens.text2
        if box.width() > 14:
            pencil.text(box, str(place), self.context.font(Role.CAPTION_STRONG), ink, Side.MIDDLE)

    def _draw_room(self, pencil: Pencil, rest: Forecast, at: Callable[[int], float], top: float) -> None:
        """Dashed blocks for those who would still fit."""
        allotment = CUTS_MS[0]
        begin = rest.ends + rest.changeover_ms
        for _ in range(min(6, rest.room_for(allotment))):
            box = pencil.box(at(begin), top, at(begin + allotment) - at(begin), 28)
            pencil.dashes(box, self.context.tokens.edge)
            pencil.text(box, "+", self.context.font(Role.CAPTION), self.context.tokens.text3, Side.MIDDLE)
            begin += allotment + rest.changeover_ms

    def _draw_ticks(
        self, pencil: Pencil, begin: int, stop: int, at: Callable[[int], float], top: float
    ) -> None:
        tokens, font = self.context.tokens, self.context.font(Role.CAPTION)
        step = next((s * MINUTE for s in (5, 10, 15, 30, 60) if at(begin + s * MINUTE) > _TICK), 120 * MINUTE)
        tick = -(-(begin + MINUTE) // step) * step
        while tick < stop - 2 * MINUTE:
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


class ForecastBar(QWidget):
    """Words, ruler and cuts in one line; a low one goes without the ruler."""

    def __init__(self, context: Context, height: int = 80) -> None:
        super().__init__()
        self.setFixedHeight(height)
        compact = height < _WITH_RULER
        self.verdict, self.ruler = Verdict(context, compact=compact), Ruler(context)
        self.cuts = Cuts(context, compact=compact)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.verdict, 1 if compact else 0)
        row.addWidget(self.ruler, 1)
        row.addWidget(self.cuts)
        self.ruler.setVisible(not compact)

    def show_view(self, view: View, now: int) -> None:
        self.verdict.show_view(view, now)
        self.ruler.show_view(view, now)
        self.cuts.show_view(view, now)
