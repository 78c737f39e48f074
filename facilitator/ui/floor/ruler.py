"""The rest of the panel drawn to scale against its hard stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from facilitator.domain.choreography import phases_ahead
from facilitator.domain.planning import Forecast
from facilitator.domain.programme import Panel
from facilitator.domain.timing import MINUTE
from facilitator.language.wording import PHASES
from facilitator.ui.context import Context
from facilitator.ui.floor.cuts import CUTS_MS
from facilitator.ui.floor.painted import Painted
from facilitator.ui.floor.phases import phase_words
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.type import Role

_AFTER = 5 * MINUTE
_THIN = 4  # pixels below which a block has no inside
_TICK = 60  # pixels between two times


class Ruler(Painted):
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
        if rest is not None and panel is not None:
            self._draw(pencil, rest, panel.hard_stop)
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
        for words, begins, ends in self._planned(panel):
            left = max(start, at(begins))
            box = pencil.box(left, top, max(2, min(stop, at(ends)) - left - 2), 28)
            pencil.dashes(box, tokens.edge)
            pencil.text(
                box.adjusted(4, 0, -4, 0), words, self.context.font(Role.CAPTION), tokens.text2, Side.MIDDLE
            )
        self._draw_ticks(pencil, begin, panel.hard_stop, at, top)
        pencil.fill(pencil.box(stop - 1, top - 16, 3, self.height() - top + 12), tokens.text)
        self._label(pencil, stop, top, tokens.text)

    def _planned(self, panel: Panel) -> list[tuple[str, int, int]]:
        """Return the phases of the plan with their instants, or the whole panel if it has none."""
        floor = None if self.view is None else self.view.floor
        if floor is None or not floor.plan:
            return [(panel.brief, panel.starts, panel.hard_stop)]
        planned, begins = [], panel.starts
        for step in floor.plan:
            planned.append((self.context.language.say(PHASES[step.phase]), begins, begins + step.ms))
            begins += step.ms
        return planned

    def _draw(self, pencil: Pencil, rest: Forecast, hard_stop: int) -> None:
        tokens = self.context.tokens
        end = max(hard_stop, rest.ends if rest.behind_ms > 0 else 0) + _AFTER
        span = max(1, end - self.now)
        top = self.height() / 2 - 16

        def at(instant: int) -> float:
            return pencil.width * (instant - self.now) / span

        stop, through = at(hard_stop), max(0.0, at(rest.hard_stop))
        if through < stop:  # kept for what the plan has after the list
            pencil.dashes(pencil.box(through, top - 4, stop - through, 36), tokens.edge)
        pencil.hatch(pencil.box(max(0, stop), top, pencil.width - max(0, stop), 28), tokens.hatch)
        pencil.fill(pencil.box(0, top, max(4, at(_speech_ends(rest, self.now)) - 2), 28), tokens.text)
        self._draw_slots(pencil, rest, at, top)
        self._draw_room(pencil, rest, at, top)
        self._draw_ticks(pencil, self.now, hard_stop, at, top)
        late = rest.behind_ms > 0
        ink = tokens.danger if late else tokens.text
        if stop >= 0:
            pencil.fill(pencil.box(stop - 1, top - 16, 3, self.height() - top + 12), ink)
        self._draw_phases(pencil, at, top, self._label(pencil, stop, top, ink))

    def _draw_phases(
        self, pencil: Pencil, at: Callable[[int], float], top: float, taken: tuple[float, float]
    ) -> None:
        """Over the blocks: what is left of the phase, and where the plan goes on to the next."""
        floor, language = None if self.view is None else self.view.floor, self.context.language
        words = "" if floor is None else phase_words(floor, self.now, language)
        if floor is None or not words:
            return
        tokens, font, free = self.context.tokens, self.context.font(Role.CAPTION), 0.0
        labels = [(0.0, words)]
        labels += [(at(s.starts), language.say(PHASES[s.phase])) for s in phases_ahead(floor, self.now)[1:]]
        for number, (x, text) in enumerate(labels):
            width = width_of(text, font) + 2
            if number:
                pencil.fill(pencil.box(x, top - 6, 1, 6), tokens.edge)
            begins = max(x - (width / 2 if number else 0), 0)
            clear = begins >= free and (begins + width <= taken[0] or begins >= taken[1])
            if clear and begins + width <= pencil.width:
                pencil.text(pencil.box(begins, max(0, top - 22), width, 16), text, font, tokens.text2)
                free = begins + width + 12

    def _draw_slots(self, pencil: Pencil, rest: Forecast, at: Callable[[int], float], top: float) -> None:
        """A block for each; of a crowd that is heard too late the blocks are too thin to tell apart."""
        crowd = 0.0
        for place, slot in enumerate(rest.slots, 1):
            begins, ends, late = at(slot.starts), at(slot.ends), slot.ends > rest.hard_stop
            if late and ends - begins < _THIN:
                crowd = crowd or begins
            else:
                box = pencil.box(begins, top, max(2, ends - begins), 28)
                self._block(pencil, box, place, late=late)
        if crowd:
            ends = at(rest.slots[-1].ends)
            pencil.fill(pencil.box(crowd, top, max(2, ends - crowd), 28), self.context.tokens.danger)

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
            pencil.text(
                box,
                self.context.language.number(place),
                self.context.font(Role.CAPTION_STRONG),
                ink,
                Side.MIDDLE,
            )

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

    def _label(self, pencil: Pencil, stop: float, top: float, ink: QColor) -> tuple[float, float]:
        """What the hard stop is, beside its line; answers from where to where its place is taken."""
        if self.view is None or self.view.panel is None:
            return 0.0, 0.0
        language, font = self.context.language, self.context.font(Role.CAPTION_STRONG)
        words = language.say(
            "{time} interpreters leave", time=language.time_of_day(self.view.panel.hard_stop)
        )
        width = width_of(words, font) + 2
        x = stop - width - 8 if stop - width - 8 > 0 else max(0, stop) + 8
        pencil.text(pencil.box(x, top - 20, width, 18), words, font, ink)
        return x - 12, max(x + width, stop) + 12


def _speech_ends(rest: Forecast, now: int) -> int:
    return rest.slots[0].starts - rest.changeover_ms if rest.slots else max(now, rest.ends)
