"""How a line of the list looks at each stage: waiting, on the floor, heard, gone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.ui.context import Context
from facilitator.ui.floor.queue import Index, QueueModel
from facilitator.ui.floor.rows import Row, Stage
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, Side, draw_tag, tag_width, width_of
from facilitator.ui.reading import Reading, look
from facilitator.ui.shapes import Mode, draw_shape
from facilitator.ui.tokens import INSTRUMENT
from facilitator.ui.type import Role

_PLACE, _TIMES, _COLUMN = 44, 64, 56  # how wide the place is at least, and the two columns of times
MORE = 16 + _COLUMN + _TIMES  # from the end: where the three points of the selected row stand


class QueueDelegate(QStyledItemDelegate):
    """Paints a row whole: place, name over capacity and tags, start, limit."""

    def __init__(self, context: Context, row_height: int) -> None:
        super().__init__()
        self._context, self._height = context, row_height
        following = width_of(context.language.say("Next"), context.font(Role.HEADING))
        self._text = 16 + max(_PLACE, following) + 8

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, QueueModel):
            return
        row = model.rows[index.row()]
        painter.save()
        pencil = Pencil(painter, QRectF(option.rect), rtl=self._context.rtl)
        tokens, following = self._context.tokens, row.place == 1
        speaks = row.stage is Stage.SPEAKING
        ground = INSTRUMENT.bg if speaks else tokens.accent_soft if following else tokens.surface
        pencil.fill(pencil.bounds, ground)
        pencil.fill(pencil.box(0, self._height - 1, pencil.width, 1), tokens.line)
        if following:
            pencil.fill(pencil.box(0, 0, 4, self._height), tokens.accent)
        self._draw_place(pencil, row)
        self._draw_text(pencil, row)
        self._draw_times(pencil, row)
        if option.state & QStyle.StateFlag.State_Selected:
            pencil.frame(pencil.bounds, tokens.accent, 2)
            more = pencil.box(pencil.width - MORE - 20, (self._height - 16) / 2, 16, 16)
            draw_icon(painter, "ellipsis-vertical", more, tokens.edge, rtl=self._context.rtl)
        painter.restore()

    def _draw_place(self, pencil: Pencil, row: Row) -> None:
        context, tokens, height = self._context, self._context.tokens, self._height
        box = pencil.box(16, (height - 16) / 2, 16, 16)
        if row.stage is Stage.HEARD:
            draw_icon(pencil.painter, "check", box, tokens.text2, rtl=context.rtl)
        elif row.stage is Stage.SPEAKING:
            draw_shape(pencil.painter, row.mode or Mode.RUNNING, box, self._phase(row))
        else:
            following = row.place == 1
            waits = context.language.number(row.place) if row.place else "–"
            place = context.language.say("Next") if following else waits
            font = context.font(Role.HEADING if following else Role.PLACE)
            ink = tokens.accent if following else tokens.text2
            pencil.text(pencil.box(16, 0, self._text - 18, height), place, font, ink)
        if row.protected:
            lock = pencil.box(42, (height - 12) / 2, 12, 12)
            draw_icon(pencil.painter, "lock", lock, tokens.text3, rtl=context.rtl)

    def _draw_text(self, pencil: Pencil, row: Row) -> None:
        context, half = self._context, self._height / 2
        ink, second = self._inks(row)
        width = pencil.width - self._text - _TIMES - _COLUMN - 24
        font = context.font(Role.ROW_HEARD if row.stage in (Stage.HEARD, Stage.GONE) else Role.ROW)
        pencil.text(pencil.box(self._text, 1, width, half), row.name, font, ink)
        if row.stage is Stage.GONE:
            struck = min(width, width_of(row.name, font))
            pencil.fill(pencil.box(self._text, 1 + half / 2, struck, 1), ink)
        small, tag = context.font(Role.SMALL), context.font(Role.CAPTION)
        shown = _fitting(row, [tag_width(text, tag) + 8 for text in row.tags], width - 80)
        tags = sum(tag_width(text, tag) + 8 for text in shown)
        line = max(40.0, min(width - tags, width_of(row.line, small) + 2))
        pencil.text(pencil.box(self._text, half - 1, line, half), row.line, small, second)
        x = self._text + line + 8
        for text in shown:
            late = row.late and text == row.tags[-1]
            tokens = context.tokens
            colours = (tokens.danger, tokens.danger) if late else (tokens.edge, second)
            x += draw_tag(pencil, x, half + half / 2 - 1, text, tag, colours) + 8

    def _draw_times(self, pencil: Pencil, row: Row) -> None:
        context, tokens, height = self._context, self._context.tokens, self._height
        body, figure, end = context.font(Role.BODY), context.font(Role.FIGURE), pencil.width
        ink, second = self._inks(row)
        ink = self._phase(row) if row.mode else tokens.danger if row.late else ink
        pencil.text(
            pencil.box(end - 16 - _COLUMN - _TIMES, 0, _COLUMN, height), row.starts, body, second, Side.END
        )
        pencil.text(pencil.box(end - 16 - _COLUMN, 0, _COLUMN, height), row.limit, figure, ink, Side.END)

    def _inks(self, row: Row) -> tuple[QColor, QColor]:
        """Return the colours of a row's name and of its second line."""
        tokens = self._context.tokens
        return {
            Stage.WAITING: (tokens.text, tokens.text2),
            Stage.SPEAKING: (INSTRUMENT.text, INSTRUMENT.text2),
            Stage.HEARD: (tokens.text2, tokens.text2),
            Stage.GONE: (tokens.text3, tokens.text3),
        }[row.stage]

    def _phase(self, row: Row) -> QColor:
        mode = row.mode or Mode.RUNNING
        return INSTRUMENT.danger if mode in (Mode.GRACE, Mode.OVER) else look(Reading(mode)).ink


def _fitting(row: Row, widths: list[float], room: float) -> tuple[str, ...]:
    """Return the tags there is room for: the one beyond the hard stop always, then the first."""
    keep = [len(row.tags) - 1] if row.late and row.tags else []
    room -= sum(widths[number] for number in keep)
    for number, width in enumerate(widths):
        room -= width if number not in keep else 0
        if room < 0:
            break
        keep.append(number)
    return tuple(text for number, text in enumerate(row.tags) if number in keep)
