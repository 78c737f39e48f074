"""What a clock shows at a moment: its digits, its mode and how far its bar has come."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from facilitator.domain.timing import GRACE_MS, Clock
from facilitator.language.speech import Language
from facilitator.ui.motion import may_move
from facilitator.ui.painting import width_of
from facilitator.ui.shapes import Mode
from facilitator.ui.tokens import INSTRUMENT

PULSE_MS = 5_000
_ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
CELL = 0.6  # of the size: the width of every digit and of the minus of both faces


@dataclass(frozen=True, slots=True)
class Reading:
    """A clock at a moment; `fraction` is the part of the limit used, `marks` where its phases change."""

    mode: Mode
    digits: str = ""
    fraction: float = 0.0
    marks: tuple[float, ...] = ()
    dimmed: bool = False  # the dark half of the pulse that greets the end of grace
    wide: bool = False  # four digits are to be expected


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a mode."""

    ground: QColor
    ink: QColor
    track: QColor
    text: QColor
    text2: QColor
    red: bool = False


def look(reading: Reading) -> Look:
    """Return the colours in which a reading is drawn."""
    i = INSTRUMENT
    if reading.mode is Mode.GRACE:
        return Look(i.grace, i.red_ink, i.grace_track, i.text, i.red_text2, red=True)
    if reading.mode is Mode.OVER:
        ground = i.over_track if reading.dimmed else i.over
        return Look(ground, i.red_ink, i.over_track, i.text, i.red_text2, red=True)
    inks = {Mode.RUNNING: i.running, Mode.WARNING: i.warning, Mode.DANGER: i.danger}
    return Look(i.bg, inks.get(reading.mode, i.idle), i.track, i.text, i.text2)


def mode_of(clock: Clock, now: int) -> Mode:
    return Mode.PAUSED if clock.paused else Mode(clock.state(now).value)


def plain(text: str) -> str:
    """Return a text without its isolates, for those who draw it letter by letter."""
    return text.translate(_ISOLATES)


def read(clock: Clock, now: int, language: Language) -> Reading:
    """Return what the speaker's clock shows at `now`."""
    limit, left = clock.limit_ms, clock.remaining(now)
    beyond = -left - GRACE_MS
    marks = ((limit - clock.warning_ms) / limit, (limit - clock.danger_ms) / limit) if limit else ()
    return Reading(
        mode=mode_of(clock, now),
        digits=plain(language.duration(left)),
        fraction=min(1.0, clock.elapsed(now) / limit) if limit else 1.0,
        marks=tuple(mark for mark in marks if 0 < mark < 1),
        dimmed=0 <= beyond < PULSE_MS and beyond // 1000 % 2 == 1 and may_move(),
        wide=limit >= 600_000,
    )


def ready(ms: int, language: Language) -> Reading:
    """Return a clock that is set and has not begun."""
    return Reading(Mode.PENDING, plain(language.duration(ms)), wide=ms > 600_000)


def mode_word(mode: Mode, language: Language) -> str:
    """Return the word for a mode."""
    words = {
        Mode.PENDING: language.say("Ready"),
        Mode.RUNNING: language.say("Running"),
        Mode.WARNING: language.say("Warning"),
        Mode.DANGER: language.say("Last seconds"),
        Mode.GRACE: language.say("Grace"),
        Mode.OVER: language.say("Over time"),
        Mode.PAUSED: language.say("Paused"),
    }
    return words[mode]


def cell_width(char: str, font: QFont) -> float:
    return width_of(char, font) if char == ":" else CELL * font.pixelSize()


def digits_width(digits: str, font: QFont) -> float:
    return sum(cell_width(char, font) for char in digits)


def draw_digits(painter: QPainter, right: float, baseline: float, digits: str, font: QFont) -> None:
    """The digits stand in cells of one width, counted from the right: none moves when others change."""
    direction = painter.layoutDirection()
    painter.setFont(font)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for char in reversed(digits):
        cell = cell_width(char, font)
        right -= cell
        left = right + (cell - width_of(char, font)) / 2  # Arabic's own digits are narrower than a cell
        painter.drawText(QPointF(round(left), baseline), char)  # whole pixels: edges do not shimmer
    painter.setLayoutDirection(direction)
