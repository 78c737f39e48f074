"""The rapporteur's clock: who speaks and the time left, in one quiet line."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.view import View
from facilitator.language.wording import capacity_line
from facilitator.ui.clock_face import draw_clock, draw_ground, draw_phase, phase_width
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, width_of
from facilitator.ui.reading import Reading, digits_width, look, read
from facilitator.ui.shapes import Mode
from facilitator.ui.type import Role, font_of

_HEIGHT = 48


class ClockBar(QWidget):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: View | None = None
        self._now = 0
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(context.language.say("The floor"))

    def show_view(self, view: View, now: int) -> None:
        self._view, self._now = view, now
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        floor = None if self._view is None else self._view.floor
        speaker = None if floor is None else floor.speaking
        language = self._context.language
        reading = Reading(Mode.PENDING) if speaker is None else read(speaker.clock, self._now, language)
        seen = look(reading)
        draw_ground(pencil, reading, seen, 2)
        if not seen.red:
            pencil.fill(pencil.box(0, 0, 8, _HEIGHT), seen.ink)
        if speaker is None or self._view is None:
            words = language.say("Nobody has the floor")
            pencil.text(pencil.box(24, 0, 400, _HEIGHT), words, self._context.font(Role.CAPTURE), seen.text2)
            painter.end()
            return
        face, phase = font_of(24, 600), self._context.font(Role.FIGURE)
        pencil.painter.setPen(seen.ink)
        digits = max(78.0, digits_width(reading.digits, face))  # a night takes more
        cell = pencil.box(pencil.width - 16 - digits, 0, digits, _HEIGHT)
        draw_clock(pencil, cell, reading, face, seen.ink)
        width = phase_width(phase, 16, reading, language)
        start = pencil.width - 16 - digits - 12 - width
        draw_phase(pencil, start, _HEIGHT / 2, (phase, 16), reading, language, seen.ink)
        name, font = self._view.people[speaker.participant].name, font_of(18, 600)
        name_width = min(width_of(name, font) + 2, start - 40)
        pencil.text(pencil.box(24, 0, name_width, _HEIGHT), name, font, seen.text)
        rest = start - 24 - name_width - 24
        line = capacity_line(self._view, speaker, language)
        pencil.text(
            pencil.box(24 + name_width + 12, 0, rest, _HEIGHT),
            line,
            self._context.font(Role.BODY),
            seen.text2,
        )
        painter.end()
