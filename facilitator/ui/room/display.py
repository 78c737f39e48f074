"""What the room sees: who speaks, in which capacity, the time left, and who is next. Nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QWidget

from facilitator.domain.floor import Intervention
from facilitator.domain.programme import PanelState
from facilitator.domain.view import View
from facilitator.language.wording import capacity, panel_title
from facilitator.ui.clock_face import draw_bar, draw_clock, draw_ground, draw_phase
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.reading import Look, Reading, look, read
from facilitator.ui.shapes import Mode
from facilitator.ui.tokens import INSTRUMENT
from facilitator.ui.type import font_of

WIDTH, HEIGHT, _MARGIN = 1920, 1080, 96
_INNER = WIDTH - 2 * _MARGIN


class RoomDisplay(QWidget):
    """Drawn on a sheet of 1920 by 1080 and scaled to its size: the mirror on the console is the same widget."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: View | None = None
        self._now = 0
        self._message = ""
        self._black = False
        self.setAccessibleName(context.language.say("Room screen"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH // 4, HEIGHT // 4)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * HEIGHT // WIDTH

    def show_view(self, view: View, now: int) -> None:
        self._view, self._now = view, now
        self.update()

    def tick(self, now: int) -> None:
        self._now = now
        self.update()

    def show_message(self, text: str) -> None:
        """The room reads this sentence over everything but the clock; the empty one takes it away."""
        self._message = text
        self.update()

    def go_black(self, *, black: bool) -> None:
        self._black = black
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), INSTRUMENT.bg)
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        left = (self.width() - WIDTH * scale) / 2
        painter.setTransform(
            QTransform().translate(left, (self.height() - HEIGHT * scale) / 2).scale(scale, scale)
        )
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        pencil = Pencil(painter, QRectF(0, 0, WIDTH, HEIGHT), rtl=self._context.rtl)
        if not self._black and self._view is not None:
            self._draw(pencil, self._view)
        painter.end()

    def _draw(self, pencil: Pencil, view: View) -> None:
        floor = view.floor
        speaker = None if floor is None else floor.speaking
        reading = (
            Reading(Mode.PENDING)
            if speaker is None
            else read(speaker.clock, self._now, self._context.language)
        )
        seen = look(reading)
        suspended = floor is not None and floor.state is PanelState.SUSPENDED
        if speaker is not None and not suspended:
            draw_ground(pencil, reading, seen, 24)
            self._draw_top(pencil, view, seen)
            self._draw_speaker(pencil, view, speaker, seen)
            self._draw_clock(pencil, reading, seen)
        else:
            pencil.fill(pencil.bounds, INSTRUMENT.bg)
            self._draw_top(pencil, view, look(Reading(Mode.PENDING)))
            self._draw_card(pencil, view)
        self._draw_last_line(pencil, view, seen)
        if view.workshop.notice:
            box = pencil.box(_MARGIN, 1036, _INNER, 40)
            pencil.text(box, view.workshop.notice, font_of(24, 400), seen.text2)

    def _draw_top(self, pencil: Pencil, view: View, seen: Look) -> None:
        if view.panel is None:
            return
        say, language = self._context.language.say, self._context.language
        clock = language.time_of_day(self._now)
        big, small = font_of(64, 600), font_of(48, 400)
        ends = say("ends {time}", time=language.time_of_day(view.panel.hard_stop))
        clock_width, ends_width = width_of(clock, big) + 4, width_of(ends, small) + 4
        end = WIDTH - _MARGIN
        pencil.text(pencil.box(end - clock_width, 48, clock_width, 96), clock, big, seen.text, Side.END)
        pencil.text(
            pencil.box(end - clock_width - 36 - ends_width, 52, ends_width, 88),
            ends,
            small,
            seen.text2,
            Side.END,
        )
        width = _INNER - clock_width - ends_width - 96
        pencil.text(pencil.box(_MARGIN, 52, width, 88), panel_title(view.panel, language), small, seen.text2)

    def _draw_speaker(self, pencil: Pencil, view: View, speaker: Intervention, seen: Look) -> None:
        who = view.people[speaker.participant]
        y = self._draw_name(pencil, who.name, seen)
        line = capacity(speaker, self._context.language)
        if not speaker.on_behalf_of:
            line = f"{view.category(speaker.category).singular} · {line}"
        pencil.text(pencil.box(_MARGIN, y, _INNER, 80), line, font_of(60, 500), seen.text2)
        if who.second_name and who.second_name != who.name:
            box, font = pencil.box(_MARGIN, y + 78, _INNER, 64), font_of(46, 400)
            pencil.text(box, who.second_name, font, seen.text2)

    def _draw_name(self, pencil: Pencil, name: str, seen: Look) -> float:
        """The name stands whole: in one line if it fits, else in two of a smaller size. Answers where it ends."""
        large = font_of(144, 600)
        if width_of(name, large) <= _INNER:
            pencil.text(pencil.box(_MARGIN, 136, _INNER, 190), name, large, seen.text)
            return 320
        for px in (112, 88, 72, 60):
            font = font_of(px, 600)
            box = pencil.box(_MARGIN, 140, _INNER, px * 2.9)
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
            flags |= Qt.AlignmentFlag.AlignAbsolute
            flags |= Qt.AlignmentFlag.AlignRight if self._context.rtl else Qt.AlignmentFlag.AlignLeft
            needed = QFontMetricsF(font).boundingRect(box, int(flags), name)
            if needed.height() <= box.height() + 1 and px * 2.9 <= 340:
                pencil.painter.setFont(font)
                pencil.painter.setPen(seen.text)
                pencil.painter.drawText(box, int(flags), name)
                return min(330.0, 140 + needed.height() + (box.height() - needed.height()) / 2)
        return 330

    def _draw_clock(self, pencil: Pencil, reading: Reading, seen: Look) -> None:
        draw_bar(pencil, (_MARGIN, 848, _INNER, 32), reading, seen)
        px = 400 if not reading.wide else 330
        cell = QRectF(
            _MARGIN, 500, _INNER, 330
        )  # digits at the right, the phase at the left, in every language
        draw_clock(pencil, cell, reading, font_of(px, 600), seen.ink)
        plain = Pencil(pencil.painter, pencil.bounds, rtl=False)
        if self._message:
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            pencil.painter.setFont(font_of(80, 600))
            pencil.painter.setPen(seen.text)
            box = QRectF(_MARGIN, 480, 760, 350)
            pencil.painter.drawText(box, int(flags | Qt.AlignmentFlag.AlignLeft), self._message)
            return
        draw_phase(
            plain, _MARGIN + 24, 655, (font_of(96, 600), 84), reading, self._context.language, seen.ink
        )

    def _draw_card(self, pencil: Pencil, view: View) -> None:
        big, line = self._card(view)
        pencil.text(pencil.box(_MARGIN, 380, _INNER, 200), big, font_of(120, 600), INSTRUMENT.text)
        pencil.text(pencil.box(_MARGIN, 580, _INNER, 110), line, font_of(64, 400), INSTRUMENT.text2)
        if self._message:
            pencil.text(
                pencil.box(_MARGIN, 720, _INNER, 110), self._message, font_of(80, 600), INSTRUMENT.text
            )

    def _card(self, view: View) -> tuple[str, str]:
        """Return what the room reads while nobody speaks."""
        say, language, floor = self._context.language.say, self._context.language, view.floor
        if floor is None or view.panel is None:
            return view.workshop.brief, ""
        if floor.state is PanelState.PLANNED:
            starts = language.time_of_day(view.panel.starts)
            return view.panel.brief, say("begins at {time}", time=starts)
        if floor.state is PanelState.SUSPENDED:
            until = "" if floor.resumes_at is None else language.time_of_day(floor.resumes_at)
            return say("Break"), say("back at {time}", time=until) if until else ""
        if floor.state is PanelState.CLOSED:
            return say("The panel is closed"), say("Thank you.")
        return say("The floor is open"), ""

    def _draw_last_line(self, pencil: Pencil, view: View, seen: Look) -> None:
        floor, say = view.floor, self._context.language.say
        if floor is None or floor.state is not PanelState.OPEN:
            return
        x = float(_MARGIN)
        if floor.waiting:
            word, small = say("Next"), font_of(48, 400)
            width = width_of(word, small) + 4
            pencil.text(pencil.box(x, 930, width, 96), word, small, seen.text2)
            name = view.people[floor.waiting[0].participant].name
            pencil.text(
                pencil.box(x + width + 32, 926, _INNER - width - 460, 100), name, font_of(64, 500), seen.text
            )
        if not floor.list_open:
            text, small = say("list closed"), font_of(48, 400)
            width = width_of(text, small) + 4
            pencil.text(
                pencil.box(WIDTH - _MARGIN - width, 930, width, 96), text, small, seen.text2, Side.END
            )
