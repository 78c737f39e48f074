"""The floor strip: who speaks since when, the phase, and the time that is left."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.floor import Intervention
from facilitator.domain.view import View
from facilitator.language.wording import capacity_line
from facilitator.ui.clock_face import draw_bar, draw_clock, draw_ground, draw_phase, phase_width
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, width_of
from facilitator.ui.reading import Look, Reading, look, plain, read
from facilitator.ui.shapes import Mode
from facilitator.ui.type import Role

_EDGE, _END, _BAND = 32, 24, 8
_HEIGHTS = {96: 72, 112: 84, 128: 96, 176: 136}  # of the strip, with the size of its digits


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
        self.setAccessibleDescription(plain(" · ".join(self._lines())))
        self.update()

    def tick(self, now: int) -> None:
        self._now = now
        self.update()

    def reading(self) -> Reading:
        """Return what the clock shows."""
        speaker = self._speaker
        return (
            Reading(Mode.PENDING)
            if speaker is None
            else read(speaker.clock, self._now, self._context.language)
        )

    @property
    def _speaker(self) -> Intervention | None:
        floor = None if self._view is None else self._view.floor
        return None if floor is None else floor.speaking

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        reading = self.reading()
        seen = look(reading)
        draw_ground(pencil, reading, seen, 3)
        if not seen.red:
            pencil.fill(pencil.box(0, 0, _BAND, pencil.bounds.height()), seen.ink)
        name_end = pencil.width - _END
        if self._speaker is not None:
            name_end = self._draw_clock(pencil, reading, seen)
        self._draw_lines(pencil, seen, name_end)
        painter.end()

    def _draw_clock(self, pencil: Pencil, reading: Reading, seen: Look) -> float:
        """The clock, the phase and its figures; answers where the place for the name ends."""
        height = self.height()
        scale = height / 128
        px = _HEIGHTS.get(height, 96)
        cell_width = px * (3.35 if reading.wide else 2.75)
        cell = pencil.box(pencil.width - _END - cell_width, 0, cell_width, height - 18 * scale)
        draw_clock(pencil, cell, reading, self._context.font(Role.CLOCK, px), seen.ink)
        bar = (_EDGE, height - 18, pencil.width - _EDGE - _END, 8)
        draw_bar(pencil, bar, reading, seen)
        phase_font = self._context.font(Role.PHASE)
        size = phase_font.pixelSize()
        figures = self._figures()
        width = max(
            phase_width(phase_font, size, reading, self._context.language), self._figures_width(figures)
        )
        end = pencil.width - _END - cell_width - 24
        start = end - phase_width(phase_font, size, reading, self._context.language)
        draw_phase(pencil, start, 42 * scale, (phase_font, size), reading, self._context.language, seen.ink)
        self._draw_figures(pencil, end - self._figures_width(figures), 76 * scale, seen, figures)
        return end - width - 24

    def _figures(self) -> list[tuple[str, str]]:
        speaker = self._speaker
        if speaker is None:
            return []
        say, duration = self._context.language.say, self._context.language.duration
        clock = speaker.clock
        return [
            (say("limit"), plain(duration(clock.limit_ms))),
            (say("used"), plain(duration(clock.elapsed(self._now), down=False))),
            (say("added"), plain(duration(clock.added_ms))),
        ]

    def _figures_width(self, figures: list[tuple[str, str]]) -> float:
        font, strong = self._context.font(Role.BODY), self._context.font(Role.FIGURE)
        return sum(width_of(w, font) + 4 + width_of(f, strong) for w, f in figures) + 20 * (len(figures) - 1)

    def _draw_figures(
        self, pencil: Pencil, x: float, middle: float, seen: Look, figures: list[tuple[str, str]]
    ) -> None:
        font, strong = self._context.font(Role.BODY), self._context.font(Role.FIGURE)
        for number, (word, figure) in enumerate(figures):
            width = width_of(word, font) + 1
            pencil.text(pencil.box(x, middle - 14, width, 28), word, font, seen.text2)
            x += width + 3
            face, ink = (strong, seen.text) if number == 0 else (font, seen.text2)
            pencil.text(pencil.box(x, middle - 14, width_of(figure, strong) + 2, 28), figure, face, ink)
            x += width_of(figure, strong) + 20

    def _draw_lines(self, pencil: Pencil, seen: Look, end: float) -> None:
        since, name, capacity = self._lines()
        scale = self.height() / 128
        width = end - _EDGE
        small, large = self._context.font(Role.SMALL), self._context.font(Role.NAME)
        if width_of(name, large) > width:
            large = self._context.font(Role.NAME, 28)
        pencil.text(pencil.box(_EDGE, 10 * scale, width, 24 * scale), since, small, seen.text2)
        fits = pencil.text(pencil.box(_EDGE, 32 * scale, width, 48 * scale), name, large, seen.text)
        pencil.text(
            pencil.box(_EDGE, 78 * scale, width, 28 * scale),
            capacity,
            self._context.font(Role.CAPTURE),
            seen.text2,
        )
        self.setToolTip("" if fits else name)

    def _lines(self) -> tuple[str, str, str]:
        say = self._context.language.say
        view, speaker = self._view, self._speaker
        if view is None or view.floor is None or view.panel is None:
            return "", say("No panel yet"), say("Make a programme first, or open another file.")
        if speaker is not None:
            since = self._context.language.time_of_day(speaker.clock.began, seconds=True)
            line = capacity_line(view, speaker, self._context.language)
            return say("On the floor since {time}", time=since), view.people[speaker.participant].name, line
        if view.live:
            waiting = view.floor.waiting
            following = view.people[waiting[0].participant].name if waiting else ""
            hint = (
                say("F9 gives the floor to {name}", name=following) if waiting else say("F3 adds a speaker")
            )
            return "", say("Nobody has the floor"), hint
        return "", view.panel.title, say("F9 opens the panel")
