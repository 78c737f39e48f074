"""The parts of the start screen: the mark, what to begin with, and the workshops of before."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from facilitator.language.direction import first_strong_rtl, isolate
from facilitator.language.speech import LANGUAGE_NAMES, Language
from facilitator.ui.context import Attire
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.shapes import draw_mark
from facilitator.ui.start.recents import Recent
from facilitator.ui.tokens import INSTRUMENT, Tokens
from facilitator.ui.type import Role, font
from facilitator.ui.wrapping import draw_lines, height_of

_INSET = 8  # of a row, whose frame has the focus outside its words
_ACTION, _SAVED = 64, 18  # high, with one line of each; and less where the window is low
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class StartAttire:
    """How the start screen looks and speaks; no workshop stands behind it yet."""

    language: Language
    tokens: Tokens

    @property
    def rtl(self) -> bool:
        return self.language.rtl

    def font(self, role: Role, px: int | None = None) -> QFont:
        return font(role, self.language.code, px=px)


class Mark(QWidget):
    """Bars that end before a line."""

    def __init__(self, bars: QColor, line: QColor, *, rtl: bool) -> None:
        super().__init__()
        self._bars, self._line, self._rtl = bars, line, rtl
        self.setFixedSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_mark(painter, QRectF(0, 0, 48, 48), self._bars, self._line, mirrored=self._rtl)
        painter.end()


class Pressed(QAbstractButton):
    """A button that Enter presses, too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class Action(Pressed):
    """One thing to begin with: an icon, what it is, and a word more."""

    def __init__(self, attire: StartAttire, icon: str, title: str, more: str) -> None:
        super().__init__()
        self._attire, self._icon, self._more, self._low = attire, icon, more, True
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(more)
        self.setFixedHeight(_ACTION - _SAVED)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def lie_low(self, low: bool) -> None:  # noqa: FBT001 - low or not is all there is to say
        """The action takes less room above and below its words."""
        if low is not self._low:
            self._low = low
            self._fit()
            self.update()

    def _fit(self) -> None:
        """Words of another language may take a second line."""
        more = self._lines(self.text(), Role.ROW) + self._lines(self._more, Role.SMALL)
        self.setFixedHeight(_ACTION - (_SAVED if self._low else 0) + more)

    def _lines(self, text: str, role: Role) -> int:
        """Return the height of the lines after the first."""
        face, rtl = self._attire.font(role), self._attire.rtl
        first = height_of("x", face, self.width(), page_rtl=rtl)
        return height_of(text, face, self.width() - 64, page_rtl=rtl) - first

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        attire, focus = self._attire, self.hasFocus()
        pencil = Pencil(painter, QRectF(self.rect()), rtl=attire.rtl)
        if self.underMouse():
            pencil.rounded(pencil.bounds, INSTRUMENT.track, 6)
        ink = INSTRUMENT.running if focus else INSTRUMENT.line
        pencil.frame(pencil.bounds, ink, 2 if focus else 1, 6)
        draw_icon(
            painter,
            self._icon,
            pencil.box(16, (self.height() - 20) / 2, 20, 20),
            INSTRUMENT.text,
            rtl=attire.rtl,
        )
        width, more = pencil.width - 64, self._lines(self.text(), Role.ROW)
        top = 10 - (_SAVED // 2 if self._low else 0)
        title = pencil.box(52, top, width, 26 + more)
        under = pencil.box(52, top + 23 + more, width, self.height())
        draw_lines(pencil, title, self.text(), attire.font(Role.ROW), INSTRUMENT.text)
        draw_lines(pencil, under, self._more, attire.font(Role.SMALL), INSTRUMENT.text2)
        painter.end()


class RecentRow(Pressed):
    """A workshop that was open before: its title, what is known of it, and when it was."""

    def __init__(self, attire: StartAttire, entry: Recent, now: int) -> None:
        super().__init__()
        self._attire = attire
        self.told, self.when = told(entry, attire.language), when(entry, now, attire.language)
        self.setText(entry.title)
        self.setAccessibleName(entry.title)
        self.setAccessibleDescription(self.told)
        self.setToolTip(str(entry.path))
        self.setFixedHeight(72)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        attire, tokens = self._attire, self._attire.tokens
        pencil = Pencil(painter, QRectF(self.rect()), rtl=attire.rtl)
        if self.underMouse():
            pencil.fill(pencil.bounds, tokens.sunken)
        pencil.fill(pencil.box(_INSET, 71, pencil.width - 2 * _INSET, 1), tokens.line)
        small = attire.font(Role.SMALL)
        end = width_of(self.when, small) + 2
        rest = pencil.width - _INSET - end - 64
        pencil.text(pencil.box(_INSET, 11, rest, 28), self.text(), attire.font(Role.PLACE), tokens.text)
        pencil.text(pencil.box(_INSET, 36, rest, 24), self.told, small, tokens.text2)
        pencil.text(pencil.box(pencil.width - 32 - end, 0, end, 71), self.when, small, tokens.text2, Side.END)
        arrow = pencil.box(pencil.width - _INSET - 16, 28, 16, 16)
        draw_icon(painter, "chevron-right", arrow, tokens.text, rtl=attire.rtl)
        if self.hasFocus():
            pencil.frame(pencil.bounds, tokens.accent, 2, 4)
        painter.end()


def told(entry: Recent, language: Language) -> str:
    """Return what is known of a workshop, its file last: two laptops may have the same workshop."""
    count = language.count
    parts = [
        language.date_range(entry.first, entry.last) if entry.first and entry.last else "",
        isolate(entry.place),
        count("{n} panel", "{n} panels", entry.panels) if entry.panels else "",
        count("{n} participant", "{n} participants", entry.people) if entry.people else "",
        isolate(entry.path.name),
    ]
    return " · ".join(filter(None, parts))


def when(entry: Recent, now: int, language: Language) -> str:
    """Return when a workshop was opened last; nothing if that is not known."""
    if not entry.at:
        return ""
    if language.date(entry.at) == language.date(now):
        return language.say("today, {time}", time=language.time_of_day(entry.at))
    return language.date(entry.at)


class Chip(Pressed):
    """A word in a frame, in the foot of the panel."""

    def __init__(self, text: str, face: QFont, *, chosen: bool = False) -> None:
        super().__init__()
        self._face, self._chosen = face, chosen
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=first_strong_rtl(self.text()))
        bright = self._chosen or self.hasFocus()
        ink = INSTRUMENT.running if bright else INSTRUMENT.line
        pencil.frame(pencil.bounds, ink, 2 if bright else 1, 4)
        pencil.text(pencil.bounds, self.text(), self._face, INSTRUMENT.text, Side.MIDDLE)
        painter.end()


class LanguageChip(Chip):
    """A language in its own script."""

    def __init__(self, code: str, *, chosen: bool) -> None:
        super().__init__(LANGUAGE_NAMES[code], font(Role.BUTTON, code), chosen=chosen)
        self.code = code


class Words(QWidget):
    """A paragraph of a fixed width, each line at the leading edge."""

    def __init__(self, attire: StartAttire, text: str, face: QFont, ink: QColor, width: int) -> None:
        super().__init__()
        self._attire, self._text, self._face, self._ink = attire, text, face, ink
        self.setAccessibleName(text)
        self.setFixedSize(width, height_of(text, face, width, page_rtl=attire.rtl))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._attire.rtl)
        draw_lines(pencil, pencil.bounds, self._text, self._face, self._ink)
        painter.end()


def label(attire: Attire, text: str, face: QFont, ink: QColor) -> QLabel:
    """Return words that stand at the leading side, in as many lines as they need."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(face)
    made.setWordWrap(True)
    side = Qt.AlignmentFlag.AlignRight if attire.rtl else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    palette = made.palette()
    palette.setColor(made.foregroundRole(), ink)
    made.setPalette(palette)
    return made
