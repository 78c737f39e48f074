"""What is read back to the room: one recommendation, large, with what the room makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from facilitator.domain.difference import Fate, Piece
from facilitator.language.direction import first_strong_rtl
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.tokens import INSTRUMENT
from facilitator.ui.type import font_of

_MARGIN, _TOP, _ROOM, _SECOND_ROOM = 96, 176, 560, 220
_WIDE = 1920 - 2 * _MARGIN
_SIZES = (88, 76, 64, 56, 48, 40, 34)
_LONGEST = 2000  # more is not read from a wall


@dataclass(frozen=True, slots=True)
class Readout:
    """Nothing that may not be public: no voices, no notes, nobody's name.

    `pieces` are the text, or a change of it as what stays, goes and comes; `others` are the text in other
    languages, of which the room reads the one that is `second`.
    """

    number: str
    place: str
    pieces: tuple[Piece, ...]
    asked: str
    state: str
    struck: bool = False
    kept: bool = False
    others: Mapping[str, str] = field(default_factory=dict)
    second: str = ""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def draw_readout(pencil: Pencil, told: Readout, clock: str, message: str) -> None:
    """The whole sheet of 1920 by 1080; a message of the moderator takes the last line."""
    small, line = font_of(48, 400), font_of(56, 600)
    pencil.text(pencil.box(_MARGIN, 50, _WIDE, 88), told.number, font_of(64, 600), INSTRUMENT.running)
    pencil.text(pencil.box(_MARGIN, 50, _WIDE, 88), clock, font_of(64, 600), INSTRUMENT.text, Side.END)
    middle = pencil.box(_MARGIN, 50, _WIDE, 88)
    pencil.text(middle, told.place, small, INSTRUMENT.text2, Side.MIDDLE)
    room = _ROOM - (_SECOND_ROOM if told.second else 0)
    _draw_pieces(pencil, told, QRectF(_MARGIN, _TOP, _WIDE, room))
    if told.second:
        under = Readout("", "", (Piece(Fate.STAYS, told.second),), "", "", struck=told.struck)
        _draw_pieces(pencil, under, QRectF(_MARGIN, _TOP + room + 20, _WIDE, _SECOND_ROOM - 20), most=48)
    pencil.text(pencil.box(_MARGIN, 770, _WIDE, 80), told.asked, small, INSTRUMENT.text2)
    pencil.fill(pencil.box(_MARGIN, 872, _WIDE, 2), INSTRUMENT.line)
    if message:
        pencil.text(pencil.box(_MARGIN, 904, _WIDE, 104), message, line, INSTRUMENT.text)
        return
    x = float(_MARGIN)
    shape = "check" if told.kept else "x" if told.struck else ""
    if shape:
        draw_icon(pencil.painter, shape, pencil.box(x, 924, 64, 64), INSTRUMENT.text)
        x += 96
    pencil.text(pencil.box(x, 904, width_of(told.state, line) + 4, 104), told.state, line, INSTRUMENT.text)


def _draw_pieces(pencil: Pencil, told: Readout, box: QRectF, most: int = _SIZES[0]) -> None:
    """The text fits into the box in the largest letters that let it."""
    document = _fitted(told, box, most, rtl=pencil.rtl)
    painter: QPainter = pencil.painter
    painter.save()
    painter.setClipRect(box)
    painter.translate(QPointF(box.left(), box.top()))
    document.drawContents(painter)
    painter.restore()


def _fitted(told: Readout, box: QRectF, most: int, *, rtl: bool) -> QTextDocument:
    sizes = [size for size in _SIZES if size <= most]
    made = _document(told, font_of(sizes[0], 600), box.width(), rtl=rtl)
    for size in sizes[1:]:
        if made.size().height() <= box.height():
            break
        made = _document(told, font_of(size, 600), box.width(), rtl=rtl)
    return made


def _document(told: Readout, font: QFont, width: float, *, rtl: bool) -> QTextDocument:
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setDefaultFont(font)
    way = first_strong_rtl(told.text, otherwise=rtl)
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if way else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setDefaultTextOption(option)
    made.setTextWidth(width)
    cursor, left = QTextCursor(made), _LONGEST
    for piece in told.pieces:
        cursor.insertText(piece.text[:left], _look(piece.fate, told, font))
        left -= len(piece.text)
        if left <= 0:
            cursor.insertText("…", _look(Fate.STAYS, told, font))
            break
    return made


def _look(fate: Fate, told: Readout, font: QFont) -> QTextCharFormat:
    """What goes is struck through and what comes underlined: nobody needs to see a colour."""
    made = QTextCharFormat()
    made.setFont(font)
    ink: QColor = {Fate.GOES: INSTRUMENT.danger, Fate.COMES: INSTRUMENT.running}.get(fate, INSTRUMENT.text)
    made.setForeground(INSTRUMENT.text2 if told.struck else ink)
    made.setFontStrikeOut(told.struck or fate is Fate.GOES)
    made.setFontUnderline(fate is Fate.COMES)
    return made
