"""The floor strip: who speaks since when, the phase, and the time that is left."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.view import View
from facilitator.ui.clock_face import draw_bar, draw_clock, draw_ground, draw_phase, phase_width
from facilitator.ui.context import Context
from facilitator.ui.floor.faces import Face, Figures, SideFace, faces, side_face
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.reading import Look, Reading, digits_width, draw_digits, look, plain
from facilitator.ui.shapes import Mode, draw_shape
from facilitator.ui.tokens import INSTRUMENT
from facilitator.ui.type import Role

_EDGE, _END, _BAND = 32, 24, 8
_HEIGHTS = {96: 72, 112: 84, 128: 96, 176: 136}  # of the strip, with the size of its digits
_LOW = min(_HEIGHTS)
_HALF, _TIGHT = 0.66, 520  # the digits of half a strip, and below which width its phase is a shape alone
_SIDE_PX = 32


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

    def faces(self) -> tuple[Face, ...]:
        """Return what the strip shows: one face, or two halves while somebody interrupts."""
        if self._view is None:
            return (Face(),)
        return faces(self._view, self._now, self._context.language)

    def face(self) -> Face:
        """Return what is shown of who speaks."""
        return self.faces()[-1]

    def reading(self) -> Reading:
        """Return what the clock shows."""
        return self.face().reading

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        shown = self.faces()
        width = whole.width / len(shown)
        names = []
        for number, each in enumerate(shown):
            box = whole.box(number * width, 0, width, self.height())
            painter.setClipRect(box)
            pencil = Pencil(painter, box, rtl=self._context.rtl)
            names.append(self._draw(pencil, each, half=len(shown) > 1, side=number == len(shown) - 1))
        painter.end()
        self.setToolTip("\n".join(plain(name) for name in names if name))

    def _draw(self, pencil: Pencil, shown: Face, *, half: bool, side: bool) -> str:
        """One face fills the pencil's bounds; answers the name if there was no room for all of it."""
        seen = look(shown.reading)
        draw_ground(pencil, shown.reading, seen, 3)
        if not seen.red:
            pencil.fill(pencil.box(0, 0, _BAND, self.height()), seen.ink)
        if shown.reading.digits or shown.reading.mode is not Mode.PENDING or shown.figures:
            bar = (_EDGE, self.height() - 18, pencil.width - _EDGE - _END, 8)
            draw_bar(pencil, bar, shown.reading, seen)
        end = self._draw_clock(pencil, shown, seen, half=half)
        small = None if self._view is None else side_face(self._view, self._now, self._context.language)
        if small is not None and side:
            end = self._draw_side(pencil, end, small, seen)
        return "" if self._draw_lines(pencil, shown, seen, end, half=half) else shown.name

    def _draw_clock(self, pencil: Pencil, shown: Face, seen: Look, *, half: bool) -> float:
        """The clock, the phase and its figures; answers where the place for the name ends."""
        height, language, reading = self.height(), self._context.language, shown.reading
        scale, end = height / 128, pencil.width - _END
        px = round(_HEIGHTS.get(height, 96) * (_HALF if half else 1))
        if reading.digits:
            digits = self._context.font(Role.CLOCK, px)
            width = max(px * (3.35 if reading.wide else 2.75), digits_width(reading.digits, digits) + 8)
            cell = pencil.box(end - width, 2, width, height - 18 * scale)
            draw_clock(pencil, cell, reading, digits, seen.ink)
            end -= width + 24 * (_HALF if half else 1)
        figures = shown.figures if not half and (height > _LOW or not reading.digits) else ()
        font = self._context.font(Role.PHASE, 20) if half else self._context.font(Role.PHASE)
        size = font.pixelSize()
        if not reading.digits and not figures and reading.mode is Mode.PENDING:
            return end
        middle = 42 * scale if figures else (height - 18) / 2
        if half and pencil.width < _TIGHT:
            draw_shape(
                pencil.painter,
                reading.mode,
                pencil.box(end - size, middle - size / 2, size, size),
                seen.ink,
            )
            return end - size - 12
        word = phase_width(font, size, reading, language)
        draw_phase(pencil, end - word, middle, (font, size), reading, language, seen.ink)
        told = self._figures_width(figures)
        self._draw_figures(pencil, end - told, 76 * scale, seen, figures)
        return end - max(word, told) - 24

    def _draw_side(self, pencil: Pencil, end: float, shown: SideFace, seen: Look) -> float:
        """The small clock stands before the phase; answers where the place for the name ends then."""
        label, caption = self._context.language.say("small clock"), self._context.font(Role.CAPTION)
        font = self._context.font(Role.CLOCK, _SIDE_PX)
        width = max(width_of(label, caption), digits_width("−0:00", font), digits_width(shown.digits, font))
        middle = (self.height() - 18) / 2
        cell = pencil.box(end - width, middle - 4, width, 40)
        i = INSTRUMENT
        ink = seen.text if seen.red else i.danger if shown.over else i.running if shown.runs else i.idle
        pencil.text(pencil.box(end - width, middle - 28, width, 20), label, caption, seen.text2, Side.END)
        pencil.painter.setPen(ink)
        draw_digits(pencil.painter, cell.right(), cell.center().y() + _SIDE_PX * 0.35, shown.digits, font)
        return end - width - 24

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

    def _draw_lines(self, pencil: Pencil, shown: Face, seen: Look, end: float, *, half: bool) -> bool:
        """Since when, the name, the capacity, together over the bar; answers whether all has room."""
        context, width = self._context, end - _EDGE
        low = self.height() <= _LOW
        small, line = context.font(Role.SMALL), context.font(Role.SMALL if low or half else Role.CAPTURE)
        name = context.font(Role.NAME, 28) if low or half else context.font(Role.NAME)
        if width_of(shown.name, name) > width:
            name = context.font(Role.NAME, 24 if low or half else 28)
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
        return fits
