"""The parts of a clock that strip, room and rapporteur's line share: the bar, the phase and its ground."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont

from facilitator.language.speech import Language
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.reading import Look, Reading, draw_digits, mode_word
from facilitator.ui.shapes import Mode, draw_shape

_GAP = 3


def draw_ground(pencil: Pencil, reading: Reading, look: Look, frame: float) -> None:
    """The ground tells grace and over time, a frame the last seconds."""
    pencil.fill(pencil.bounds, look.ground)
    if reading.mode is Mode.DANGER:
        pencil.frame(pencil.bounds, look.ink, frame)


def draw_bar(
    pencil: Pencil,
    box: tuple[float, float, float, float],
    reading: Reading,
    look: Look,
    gap: float = _GAP,
) -> None:
    """The used part of the limit grows from the leading edge, with gaps where the phases change."""
    x, y, width, height = box
    edges = [0.0, *reading.marks, 1.0]
    for begin, end in pairwise(edges):
        left = x + width * begin + (gap / 2 if begin else 0)
        right = x + width * end - (gap / 2 if end < 1 else 0)
        pencil.fill(pencil.box(left, y, right - left, height), look.track)
        used = min(right, x + width * reading.fraction)
        if used > left:
            pencil.fill(pencil.box(left, y, used - left, height), look.ink)


def draw_phase(
    pencil: Pencil,
    x: float,
    middle: float,
    fonts: tuple[QFont, float],
    reading: Reading,
    language: Language,
    ink: QColor,
) -> float:
    """Shape and word of the phase stand at `x`, `fonts` being the word's font and the shape's size."""
    font, size = fonts
    word = mode_word(reading.mode, language)
    gap = size / 2
    draw_shape(pencil.painter, reading.mode, pencil.box(x, middle - size / 2, size, size), ink)
    width = width_of(word, font) + 2
    pencil.text(pencil.box(x + size + gap, middle - size, width, 2 * size), word, font, ink, Side.START)
    return size + gap + width


def phase_width(font: QFont, size: float, reading: Reading, language: Language) -> float:
    return size * 1.5 + width_of(mode_word(reading.mode, language), font) + 2


def draw_clock(pencil: Pencil, cell: QRectF, reading: Reading, font: QFont, ink: QColor) -> None:
    """The digits stand at the right of their cell in every language: the sign grows into free space."""
    pencil.painter.setPen(ink)
    cap = font.pixelSize() * 0.698  # height of the digits of both faces
    draw_digits(pencil.painter, cell.right(), cell.center().y() + cap / 2, reading.digits, font)
