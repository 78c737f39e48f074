"""What the room sees: who speaks, in which capacity, the time left, and who is next. Nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QWidget

from facilitator.domain.view import View
from facilitator.language.direction import bare
from facilitator.ui.clock_face import draw_bar, draw_clock, draw_ground, draw_phase, phase_width
from facilitator.ui.context import Attire
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.reading import Look, digits_width, look
from facilitator.ui.room.card import Card, Wish, card
from facilitator.ui.room.glimpse import glimpse
from facilitator.ui.room.readout import Readout, draw_readout
from facilitator.ui.tokens import INSTRUMENT
from facilitator.ui.type import font_of

WIDTH, HEIGHT, _MARGIN = 1920, 1080, 96
_INNER = WIDTH - 2 * _MARGIN
_CLOCK_MIDDLE = 664
_UNDER_NAME = 500  # where the lines under the name end, over the digits
_OVER_DIGITS = 516
_DIGITS = (518, 881)  # between them stand the digits and the bar, and nothing else
_ROOMY, _CLOSE = (88, 64), (64, 50)  # heights of the capacity and of the second language
_OPTICAL = 14  # digits end in white space; without it they would seem to stand off the margin
_NAMES = ((112, 128), (96, 110), (88, 100), (72, 84), (60, 70))  # sizes in two lines, with their line heights


class RoomDisplay(QWidget):
    """Drawn on a sheet of 1920 by 1080 and scaled to its size; the console's mirror is the same widget."""

    def __init__(self, context: Attire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._rtl = context.language, context.rtl
        self._view: View | None = None
        self._now = 0
        self._wish = Wish()
        self._readout: Readout | None = None
        self._black = False
        self.setAccessibleName(context.language.say("Room screen"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH // 4, HEIGHT // 4)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * HEIGHT // WIDTH

    def show_view(self, view: View, now: int) -> None:
        self._view, self._now = glimpse(view), now
        made = self.card()
        texts = (made.title, made.over, made.name, made.detail, made.label, made.last, made.tail)
        self.setAccessibleDescription(bare(", ".join(filter(None, texts))))
        self.update()

    def tick(self, now: int) -> None:
        self._now = now
        self.update()

    def show_message(self, text: str, second: str = "") -> None:
        """The room reads this sentence in the last line; the empty one takes it away."""
        self.show_wish(replace(self._wish, message=text, second_message=second))

    def show_wish(self, wish: Wish) -> None:
        """The room reads what the moderator wants it to."""
        self._wish = wish
        self.update()

    def show_readout(self, told: Readout | None) -> None:
        """The room reads what is read back to it instead of the clock; None brings the clock back."""
        self._readout = told
        self.update()

    def go_black(self, *, black: bool) -> None:
        self._black = black
        self.update()

    def card(self) -> Card:
        """Return what the room reads now."""
        if self._view is None:
            return Card()
        return card(self._view, self._now, self._language, self._wish)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        made = self.card()
        seen = look(made.clock)
        dark = self._black or self._view is None
        painter.fillRect(self.rect(), INSTRUMENT.bg if dark or self._readout else seen.ground)
        if not dark:
            scale = min(self.width() / WIDTH, self.height() / HEIGHT)
            left, top = (self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2
            painter.setTransform(QTransform().translate(left, top).scale(scale, scale))
            pencil = Pencil(painter, QRectF(0, 0, WIDTH, HEIGHT), rtl=self._rtl)
            if self._readout is None:
                self._draw(pencil, made, seen)
            else:
                clock = self._language.time_of_day(self._now)
                draw_readout(pencil, self._readout, clock, self._wish.message)
        painter.end()

    def _draw(self, pencil: Pencil, made: Card, seen: Look) -> None:
        draw_ground(pencil, made.clock, seen, 24)
        with _between(pencil, 0, _DIGITS[0]):
            self._draw_top(pencil, made, seen)
            self._draw_names(pencil, made, seen)
        self._draw_clock(pencil, made, seen)
        with _between(pencil, _DIGITS[1], HEIGHT):
            self._draw_last(pencil, made, seen)
            self._draw_notice(pencil, seen)

    def _draw_names(self, pencil: Pencil, made: Card, seen: Look) -> None:
        y = 144.0
        if made.over:
            pencil.text(pencil.box(_MARGIN, 134, _INNER, 64), made.over, font_of(48, 400), seen.text2)
            y = 200
        y = self._draw_name(pencil, made.name, y, seen.text)
        self._draw_under_name(pencil, made, y, seen)

    def _draw_top(self, pencil: Pencil, made: Card, seen: Look) -> None:
        clock = self._language.time_of_day(self._now)
        big, small = font_of(64, 600), font_of(48, 400)
        end, width = float(WIDTH - _MARGIN), width_of(clock, big) + 4
        pencil.text(pencil.box(end - width, 48, width, 88), clock, big, seen.text, Side.END)
        end -= width + 32
        width = width_of(made.ends, small) + 4
        pencil.text(pencil.box(end - width, 50, width, 88), made.ends, small, seen.text2, Side.END)
        room = end - width - 48 - _MARGIN
        title = fitting(made.title, ((48, 400), (40, 400), (34, 400)), room)
        pencil.text(pencil.box(_MARGIN, 50, room, 88), made.title, title, seen.text2)

    def _draw_name(self, pencil: Pencil, name: str, y: float, ink: QColor) -> float:
        """The name stands whole, in one line or in smaller ones. Answers where it ends."""
        large = font_of(144, 600)
        if width_of(name, large) <= _INNER:
            pencil.text(pencil.box(_MARGIN, y, _INNER, 176), name, large, ink)
            return y + 176
        for px, line_height in _NAMES:
            font = font_of(px, 600)
            lines = broken(name, font, _INNER)
            fits = len(lines) <= 2 and y + len(lines) * line_height + sum(_CLOSE) <= _OVER_DIGITS
            if fits or px == _NAMES[-1][0]:
                for number, line in enumerate(lines[:3]):
                    top = y - 8 + number * line_height
                    pencil.text(pencil.box(_MARGIN, top, _INNER, line_height), line, font, ink)
                return y + len(lines) * line_height
        return y

    def _draw_under_name(self, pencil: Pencil, made: Card, y: float, seen: Look) -> None:
        """The capacity and the second language; under a long name they stand closer."""
        roomy = y + _ROOMY[0] + (_ROOMY[1] if made.second else 0) <= _UNDER_NAME
        heights = _ROOMY if roomy else _CLOSE
        sizes = ((64, 500), (56, 500), (48, 500), (44, 500)) if roomy else ((48, 500), (44, 500), (36, 500))
        detail = fitting(made.detail, sizes, _INNER)
        pencil.text(pencil.box(_MARGIN, y, _INNER, heights[0]), made.detail, detail, seen.text2)
        if made.second:
            box = pencil.box(_MARGIN, y + heights[0], _INNER, heights[1])
            sizes = ((48, 400), (40, 400), (32, 400)) if roomy else ((36, 400), (32, 400), (28, 400))
            pencil.text(box, made.second, fitting(made.second, sizes, _INNER), seen.text2)

    def _draw_clock(self, pencil: Pencil, made: Card, seen: Look) -> None:
        """Digits at the right, the phase at the left, in every language: a sign grows into free space."""
        ink = INSTRUMENT.text if made.beside else seen.ink
        font = font_of(400, 600)
        while digits_width(made.clock.digits, font) > 1120:
            font = font_of(font.pixelSize() - 20, 600)
        cell = QRectF(_MARGIN, _CLOCK_MIDDLE - 150, _INNER + _OPTICAL, 300)
        draw_clock(pencil, cell, made.clock, font, ink)
        free = _INNER - digits_width(made.clock.digits, font) - 32
        if made.clock.digits:
            draw_bar(pencil, (_MARGIN, 848, _INNER, 32), made.clock, seen, gap=8)
        if made.beside:
            word = fitting(made.beside, ((64, 600), (56, 600), (48, 600)), free)
            width = min(free, width_of(made.beside, word) + 4)
            box = QRectF(_MARGIN, _CLOCK_MIDDLE - 60, width, 120)
            pencil.text(box, made.beside, word, seen.text)
            self._draw_second_word(pencil, made, (0.0, free), seen)
        elif made.tells_phase:
            self._draw_phase(pencil, made, seen, free)

    def _draw_phase(self, pencil: Pencil, made: Card, seen: Look, free: float) -> None:
        language, fonts = self._language, [font_of(px, 600) for px in (96, 80, 64, 56, 48)]

        def width(font: QFont) -> float:
            return phase_width(font, font.pixelSize(), made.clock, language)

        font = next((each for each in fonts if width(each) <= free), fonts[-1])
        place = Pencil(pencil.painter, QRectF(_MARGIN, 0, width(font), HEIGHT), rtl=self._rtl)
        draw_phase(
            place, 0, _CLOCK_MIDDLE - 8, (font, float(font.pixelSize())), made.clock, language, seen.ink
        )
        self._draw_second_word(place, made, (font.pixelSize() * 1.5, free), seen)

    def _draw_second_word(self, place: Pencil, made: Card, between: tuple[float, float], seen: Look) -> None:
        """The word beside the digits once more in the second language, under the first."""
        start, end = between
        if not made.second_word:
            return
        font = fitting(made.second_word, ((48, 500), (40, 500), (34, 500), (28, 500)), end - start)
        width = min(end - start, width_of(made.second_word, font) + 4)
        row = QRectF(_MARGIN, 0, max(start + width, place.width if start else 0), HEIGHT)
        under = Pencil(place.painter, row, rtl=self._rtl)
        under.text(under.box(start, _CLOCK_MIDDLE + 68, width, 80), made.second_word, font, seen.text2)

    def _draw_message(self, pencil: Pencil, made: Card, seen: Look) -> None:
        """A message takes the last line; what does not fit in one, or has a second language, takes two."""
        first, second = made.last, made.second_last
        whole = fitting(first, ((76, 600), (64, 600), (56, 600)), _INNER)
        if not second and width_of(first, whole) <= _INNER:
            pencil.text(pencil.box(_MARGIN, 904, _INNER, 104), first, whole, seen.text)
            return
        if not second:
            half = fitting(first, ((48, 600), (40, 600)), 1.9 * _INNER)
            first, *rest = broken(first, half, _INNER)
            second = " ".join(rest)
        ink = seen.text2 if made.second_last else seen.text
        for top, text, weight in ((886, first, 600), (944, second, 600 if ink is seen.text else 500)):
            font = fitting(text, tuple((px, weight) for px in (50, 44, 38, 34, 28)), _INNER)
            pencil.text(pencil.box(_MARGIN, top, _INNER, 62), text, font, seen.text if top == 886 else ink)

    def _draw_last(self, pencil: Pencil, made: Card, seen: Look) -> None:
        """Who is next, or a message; a name is set smaller rather than cut."""
        if made.strong:
            self._draw_message(pencil, made, seen)
            return
        small, x, end = font_of(48, 400), float(_MARGIN), float(WIDTH - _MARGIN)
        if made.tail:
            width = width_of(made.tail, small) + 4
            pencil.text(pencil.box(end - width, 908, width, 96), made.tail, small, seen.text2, Side.END)
            end -= width + 48
        if made.icon:
            draw_icon(pencil.painter, made.icon, pencil.box(x, 920, 72, 72), seen.text, rtl=pencil.rtl)
            x += 104
        if made.label:
            width = width_of(made.label, small) + 4
            pencil.text(pencil.box(x, 908, width, 96), made.label, small, seen.text2)
            x += width + 32
        weight = 600 if made.icon else 500
        font = fitting(made.last, ((64, weight), (56, 500), (48, 500), (40, 500), (34, 500)), end - x)
        pencil.text(pencil.box(x, 904, end - x, 104), made.last, font, seen.text)

    def _draw_notice(self, pencil: Pencil, seen: Look) -> None:
        notice = "" if self._view is None else self._view.workshop.notice
        font = fitting(notice, ((32, 400), (28, 400), (24, 400)), _INNER)
        pencil.text(pencil.box(_MARGIN, 1014, _INNER, 40), notice, font, seen.text2)


@contextmanager
def _between(pencil: Pencil, top: float, bottom: float) -> Iterator[None]:
    """Letters with towers of marks are cut off here rather than drawn over the clock."""
    pencil.painter.save()
    pencil.painter.setClipRect(QRectF(0, top, WIDTH, bottom - top))
    yield
    pencil.painter.restore()


def fitting(text: str, sizes: tuple[tuple[int, int], ...], width: float) -> QFont:
    """Return the first font, of size and weight, in which the text fits the width; the last if none does."""
    fonts = [font_of(*size) for size in sizes]
    return next((font for font in fonts if width_of(text, font) <= width), fonts[-1])


def broken(text: str, font: QFont, width: float) -> list[str]:
    """Return the text in lines that fit the width, broken between words."""
    metrics, lines = QFontMetricsF(font), [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


__all__ = ["HEIGHT", "WIDTH", "RoomDisplay", "broken", "fitting"]
