"""The floor strip: who speaks since when, the phase, and the time that is left."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.programme import Panel, PanelState
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.language.speech import Language
from facilitator.language.wording import capacity_line
from facilitator.ui.clock_face import draw_bar, draw_clock, draw_ground, draw_phase, phase_width
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, width_of
from facilitator.ui.reading import Look, Reading, look, plain, read, ready
from facilitator.ui.shapes import Mode
from facilitator.ui.type import Role

_EDGE, _END, _BAND = 32, 24, 8
_HEIGHTS = {96: 72, 112: 84, 128: 96, 176: 136}  # of the strip, with the size of its digits
_COUNTDOWN_MS = 90 * MINUTE
Figures = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Face:
    """What the strip shows: three lines, a clock, and the figures under its phase."""

    lead: str = ""
    name: str = ""
    detail: str = ""
    reading: Reading = field(default_factory=lambda: Reading(Mode.PENDING))
    figures: Figures = ()


def face(view: View, now: int, language: Language) -> Face:
    """Return what the strip shows at `now`."""
    floor, panel, say = view.floor, view.panel, language.say
    if floor is None or panel is None:
        return Face(name=say("No panel yet"), detail=say("Make a programme first, or open another file."))
    if floor.speaking is not None:
        return _speech(view, floor.speaking, now, language)
    if floor.state is PanelState.OPEN:
        return _free(view, floor, language)
    if floor.state is PanelState.SUSPENDED:
        until = "" if floor.resumes_at is None else language.time_of_day(floor.resumes_at)
        told = say("until {time}", time=until) if until else ""
        return Face(panel.brief, say("Break"), told, Reading(Mode.PAUSED))
    if floor.state is PanelState.CLOSED:
        return Face(panel.brief, say("The panel is closed"), say("Choose another panel in the bar above."))
    return _before(panel, now, language)


def _speech(view: View, speaker: Intervention, now: int, language: Language) -> Face:
    say, duration, clock = language.say, language.duration, speaker.clock
    figures = (
        (say("limit"), plain(duration(clock.limit_ms))),
        (say("used"), plain(duration(clock.elapsed(now), down=False))),
        (say("added"), plain(duration(clock.added_ms))),
    )
    return Face(
        say("On the floor since {time}", time=language.time_of_day(clock.began, seconds=True)),
        view.people[speaker.participant].name,
        capacity_line(view, speaker, language),
        read(clock, now, language),
        figures,
    )


def _free(view: View, floor: Floor, language: Language) -> Face:
    say = language.say
    if not floor.waiting:
        return Face(say("The panel is open"), say("Nobody has the floor"), say("F3 adds a speaker"))
    request = floor.waiting[0]
    who = view.people[request.participant]
    reading = ready(floor.allotment_for(who.category), language)
    figures = ((say("F9 gives the floor"), ""),)
    line = capacity_line(view, request, language)
    return Face(say("Nobody has the floor. Next:"), who.name, line, reading, figures)


def _before(panel: Panel, now: int, language: Language) -> Face:
    say, left = language.say, panel.starts - now
    counts = 0 < left <= _COUNTDOWN_MS
    title = say("Panel {number} starts in", number=panel.number) if counts else panel.brief
    reading = ready(left, language) if counts else Reading(Mode.PENDING)
    hours = language.time_range(panel.starts, panel.hard_stop)
    detail = f"{hours} · {panel.brief}" if counts else hours
    return Face(say("Nobody has the floor"), title, detail, reading, ((say("F9 opens the panel"), ""),))


class FloorStrip(QWidget):
    """Paints the view it was shown at the instant it was told; decides nothing."""

    def __init__(self, context: Context, height: int = 128) -> None:
        super().__init__()
        self._context = context
        self._view: View | None = None
        self._now = 0
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(context.language.say("The floor"))

    def show_view(self, view: View, now: int) -> None:
        self._view, self._now = view, now
        shown = self.face()
        self.setAccessibleDescription(plain(f"{shown.lead} · {shown.name} · {shown.detail}"))
        self.update()

    def tick(self, now: int) -> None:
        self._now = now
        self.update()

    def face(self) -> Face:
        return Face() if self._view is None else face(self._view, self._now, self._context.language)

    def reading(self) -> Reading:
        """Return what the clock shows."""
        return self.face().reading

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        shown = self.face()
        seen = look(shown.reading)
        draw_ground(pencil, shown.reading, seen, 3)
        if not seen.red:
            pencil.fill(pencil.box(0, 0, _BAND, pencil.bounds.height()), seen.ink)
        bar = (_EDGE, self.height() - 18, pencil.width - _EDGE - _END, 8)
        draw_bar(pencil, bar, shown.reading, seen)
        self._draw_lines(pencil, shown, seen, self._draw_clock(pencil, shown, seen))
        painter.end()

    def _draw_clock(self, pencil: Pencil, shown: Face, seen: Look) -> float:
        """The clock, the phase and its figures; answers where the place for the name ends."""
        height, language, reading = self.height(), self._context.language, shown.reading
        scale, end, px = height / 128, pencil.width - _END, _HEIGHTS.get(height, 96)
        if reading.digits:
            width = px * (3.35 if reading.wide else 2.75)
            cell = pencil.box(end - width, 2, width, height - 18 * scale)
            draw_clock(pencil, cell, reading, self._context.font(Role.CLOCK, px), seen.ink)
            end -= width + 24
        figures = shown.figures if height >= min(_HEIGHTS) + 1 or not reading.digits else ()
        font = self._context.font(Role.PHASE)
        size = font.pixelSize()
        word = phase_width(font, size, reading, language)
        if not reading.digits and not figures and reading.mode is Mode.PENDING:
            return end
        middle = 42 * scale if figures else (height - 18) / 2
        draw_phase(pencil, end - word, middle, (font, size), reading, language, seen.ink)
        told = self._figures_width(figures)
        self._draw_figures(pencil, end - told, 76 * scale, seen, figures)
        return end - max(word, told) - 24

    def _figures_width(self, figures: Figures) -> float:
        font, strong = self._context.font(Role.BODY), self._context.font(Role.FIGURE)
        widths = [width_of(word, font) + 4 + width_of(figure, strong) for word, figure in figures]
        return sum(widths) + 16 * max(0, len(widths) - 1)

    def _draw_figures(self, pencil: Pencil, x: float, middle: float, seen: Look, figures: Figures) -> None:
        font, strong = self._context.font(Role.BODY), self._context.font(Role.FIGURE)
        for number, (word, figure) in enumerate(figures):
            width = width_of(word, font)
            pencil.text(pencil.box(x, middle - 14, width + 2, 28), word, font, seen.text2)
            x += width + 4
            face_, ink = (strong, seen.text) if number == 0 else (font, seen.text2)
            pencil.text(pencil.box(x, middle - 14, width_of(figure, strong) + 2, 28), figure, face_, ink)
            x += width_of(figure, strong) + 16

    def _draw_lines(self, pencil: Pencil, shown: Face, seen: Look, end: float) -> None:
        """Since when, the name, the capacity: together in the middle over the bar."""
        context, width = self._context, end - _EDGE
        low = self.height() <= min(_HEIGHTS)
        small, line = context.font(Role.SMALL), context.font(Role.SMALL if low else Role.CAPTURE)
        name = context.font(Role.NAME, 28) if low else context.font(Role.NAME)
        if width_of(shown.name, name) > width:
            name = context.font(Role.NAME, 28 if not low else 24)
        heights = [
            round(font.pixelSize() * ratio) for font, ratio in ((small, 1.5), (name, 1.18), (line, 1.45))
        ]
        y = max(2.0, (self.height() - 20 - sum(heights)) / 2 + (0 if low else 2))
        fits = True
        texts = (
            (shown.lead, small, seen.text2),
            (shown.name, name, seen.text),
            (shown.detail, line, seen.text2),
        )
        for (text, font, ink), height in zip(texts, heights, strict=True):
            fits = pencil.text(pencil.box(_EDGE, y, width, height), text, font, ink) and fits
            y += height
        self.setToolTip("" if fits else plain(shown.name))
