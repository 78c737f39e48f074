"""Those who wait, in the order in which they will be called, each with the minute it starts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.domain.requests import Kind, Request, RequestId
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.language.wording import KINDS, capacity_line
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, Side, draw_tag, tag_width, width_of
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

_Index = QModelIndex | QPersistentModelIndex
_MIME = "application/x-facilitator-request"


@dataclass(frozen=True, slots=True)
class Row:
    """What one line shows; texts are ready, `late` is beyond the hard stop."""

    request: RequestId
    place: int
    name: str
    line: str
    tags: tuple[str, ...]
    starts: str
    limit: str
    late: bool


class QueueModel(QAbstractListModel):
    """The rows of the queue; a drop asks for a move and changes nothing by itself."""

    move_wanted = Signal(str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.rows: tuple[Row, ...] = ()

    def show_view(self, view: View, now: int) -> None:
        rows = self._rows(view, now)
        if [row.request for row in rows] != [row.request for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return plain(f"{row.place}. {row.name}, {row.line}, {row.starts}")
        return plain(row.name) if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        drop = Qt.ItemFlag.ItemIsDropEnabled
        return drop if not index.isValid() else super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override] # Qt passes a list
        data = QMimeData()
        data.setData(_MIME, self.rows[indexes[0].row()].request.encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
        before = self.rows[target].request if target < len(self.rows) else None
        self.move_wanted.emit(bytes(data.data(_MIME).data()).decode(), before)
        return False  # the desk moves, and everybody looks again

    def _rows(self, view: View, now: int) -> tuple[Row, ...]:
        floor = view.floor
        rest = view.forecast(now)
        if floor is None or rest is None:
            return ()
        language = self._context.language
        rows = []
        for place, (request, slot) in enumerate(zip(floor.waiting, rest.slots, strict=True), 1):
            late = slot.ends > rest.hard_stop
            starts = (slot.starts + MINUTE // 2) // MINUTE * MINUTE
            rows.append(
                Row(
                    request.id,
                    place,
                    view.people[request.participant].name,
                    capacity_line(view, request, language),
                    self._tags(view, request, late=late),
                    language.time_of_day(starts),
                    plain(language.duration(slot.length_ms)),
                    late,
                )
            )
        return tuple(rows)

    def _tags(self, view: View, request: Request, *, late: bool) -> tuple[str, ...]:
        say = self._context.language.say
        tags = [say(KINDS[request.kind])] if request.kind is not Kind.STATEMENT else []
        floor, panel = view.floor, view.panel
        if floor is not None and any(i.participant == request.participant for i in floor.interventions):
            tags.append(say("again"))
        if late and panel is not None:
            tags.append(say("after {time}", time=self._context.language.time_of_day(panel.hard_stop)))
        return tuple(tags)


class QueueDelegate(QStyledItemDelegate):
    """Paints a row whole: place, name over capacity and tags, start, limit."""

    def __init__(self, context: Context, row_height: int) -> None:
        super().__init__()
        self._context, self._height = context, row_height

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, QueueModel):
            return
        row = model.rows[index.row()]
        painter.save()
        pencil = Pencil(painter, QRectF(option.rect), rtl=self._context.rtl)
        tokens = self._context.tokens
        following = row.place == 1
        pencil.fill(pencil.bounds, tokens.accent_soft if following else tokens.surface)
        pencil.fill(pencil.box(0, self._height - 1, pencil.width, 1), tokens.line)
        if following:
            pencil.fill(pencil.box(0, 0, 4, self._height), tokens.accent)
        self._draw(pencil, row, following=following)
        if option.state & QStyle.StateFlag.State_Selected:
            pencil.frame(pencil.bounds, tokens.accent, 2)
        painter.restore()

    def _draw(self, pencil: Pencil, row: Row, *, following: bool) -> None:
        context, tokens = self._context, self._context.tokens
        height, end = self._height, pencil.width
        place = context.language.say("Next") if following else str(row.place)
        font = context.font(Role.HEADING if following else Role.PLACE)
        pencil.text(pencil.box(16, 0, 50, height), place, font, tokens.accent if following else tokens.text2)
        width = end - 68 - 64 - 56 - 24
        half = height / 2
        pencil.text(pencil.box(68, 1, width, half), row.name, context.font(Role.ROW), tokens.text)
        small, tag = context.font(Role.SMALL), context.font(Role.CAPTION)
        tags = sum(tag_width(text, tag) + 8 for text in row.tags)
        line = max(40.0, min(width - tags, width_of(row.line, small) + 2))
        pencil.text(pencil.box(68, half - 1, line, half), row.line, small, tokens.text2)
        x = 68 + line + 8
        for text in row.tags:
            late = row.late and text == row.tags[-1]
            colours = (tokens.danger, tokens.danger) if late else (tokens.edge, tokens.text2)
            x += draw_tag(pencil, x, half + half / 2 - 1, text, tag, colours) + 8
        body, figure = context.font(Role.BODY), context.font(Role.FIGURE)
        pencil.text(pencil.box(end - 16 - 56 - 64, 0, 56, height), row.starts, body, tokens.text2, Side.END)
        pencil.text(
            pencil.box(end - 16 - 56, 0, 56, height),
            row.limit,
            figure,
            tokens.danger if row.late else tokens.text,
            Side.END,
        )
