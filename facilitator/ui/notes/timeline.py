"""The panel as it was noted: who spoke when, and under each what was written, the newest at the foot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QTextOption, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.domain.floor import Intervention
from facilitator.domain.notes import Note, NoteId, NoteKind
from facilitator.domain.view import View
from facilitator.language.direction import first_strong_rtl
from facilitator.language.wording import capacity_line
from facilitator.ui.context import Context
from facilitator.ui.icons import draw_icon
from facilitator.ui.notes.kinds import ICONS, WORDS
from facilitator.ui.painting import Pencil, Side, draw_tag, tag_width, width_of
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

_Index = QModelIndex | QPersistentModelIndex
_HEADER, _NOTE, _TEXT_AT, _KIND_AT = 36, 32, 224, 80


@dataclass(frozen=True, slots=True)
class Line:
    """A speaker's header (`note` is None) or a note; all texts are ready."""

    time: str
    title: str
    text: str
    end: str = ""
    note: NoteId | None = None
    kind: NoteKind | None = None
    tags: tuple[str, ...] = ()
    live: bool = False
    closed: bool = False  # its text is shown only when it is asked for


def lines_of(view: View, now: int, context: Context) -> tuple[Line, ...]:
    """Return the lines of a panel in the order of time."""
    floor = view.floor
    if floor is None:
        return ()
    written: dict[str | None, list[Note]] = {}
    for note in view.notes:
        written.setdefault(note.intervention, []).append(note)
    turns = sorted(floor.interventions, key=lambda i: i.clock.began)
    loose = sorted(written.get(None, ()), key=lambda n: n.at)
    lines: list[Line] = []
    for turn in turns:
        while loose and loose[0].at < turn.clock.began:
            lines.append(_note_line(view, loose.pop(0), context))
        lines.append(_header(view, turn, now, context))
        lines += [_note_line(view, note, context) for note in written.get(turn.id, ())]
    return (*lines, *(_note_line(view, note, context) for note in loose))


def _header(view: View, turn: Intervention, now: int, context: Context) -> Line:
    language = context.language
    spoken = language.duration(turn.clock.elapsed(now), down=False)
    end = language.say("on the floor {time}", time=spoken) if turn.under_way else plain(spoken)
    return Line(
        language.time_of_day(turn.clock.began),
        view.people[turn.participant].name,
        capacity_line(view, turn, language),
        end,
        live=turn.under_way,
    )


def _note_line(view: View, note: Note, context: Context) -> Line:
    language, panel = context.language, view.panel
    tags = []
    proposal = next((r for r in view.recommendations if note.id in r.notes), None)
    if proposal is not None and panel is not None:
        tags.append(plain(f"R-P{panel.number}-{proposal.number:02}"))
    question = next((q for q in (panel.questions if panel else ()) if q.id == note.question), None)
    if question is not None and panel is not None:
        tags.append(f"{panel.number}.{question.number}")
    if note.revisions > 1:
        tags.append(language.count("{n} version", "{n} versions", note.revisions))
    closed = note.kind is NoteKind.PROTECTION
    text = language.say("Restricted note. Never exported; open it to read.") if closed else note.text
    when = (
        language.time_of_day(note.at)
        if note.offset_ms is None
        else language.duration(note.offset_ms, down=False)
    )
    return Line(
        when, language.say(WORDS[note.kind]), text, "", note.id, note.kind, tuple(tags), closed=closed
    )


class TimelineModel(QAbstractListModel):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.lines: tuple[Line, ...] = ()

    def show_view(self, view: View, now: int) -> bool:
        """The lines are those of the view; answers whether there are others than before."""
        lines = lines_of(view, now, self._context)
        if lines == self.lines:
            return False
        same = [(x.note, x.text, x.title) for x in lines] == [(x.note, x.text, x.title) for x in self.lines]
        if same:
            self.lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return False
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()
        return True

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain(f"{line.time} {line.title}: {line.text}")
        return None


class TimelineDelegate(QStyledItemDelegate):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.editing: NoteId | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        model = index.model()
        line = model.lines[index.row()] if isinstance(model, TimelineModel) else None
        if line is None or line.note is None:
            return QSize(200, _HEADER + (8 if index.row() else 0))
        view = option.widget
        width = (view.viewport().width() if isinstance(view, QAbstractItemView) else 900) - _TEXT_AT - 16
        return QSize(200, max(_NOTE, round(self._text_height(line, width - self._tags_width(line))) + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, TimelineModel):
            return
        line = model.lines[index.row()]
        painter.save()
        bounds = QRectF(option.rect)
        if line.note is None and index.row():
            bounds.setTop(bounds.top() + 8)
        pencil = Pencil(painter, bounds, rtl=self._context.rtl)
        if line.note is None:
            self._draw_header(pencil, line)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._draw_note(pencil, line, selected=selected)
        painter.restore()

    def _draw_header(self, pencil: Pencil, line: Line) -> None:
        context, tokens = self._context, self._context.tokens
        pencil.fill(pencil.bounds, tokens.bg)
        pencil.fill(pencil.box(0, 0, pencil.width, 1), tokens.line)
        if line.live:
            pencil.fill(pencil.box(0, 0, 4, _HEADER), tokens.accent)
        body, small, name = context.font(Role.BODY), context.font(Role.SMALL), context.font(Role.ROW)
        strong = context.font(Role.SMALL_STRONG)
        pencil.text(pencil.box(16, 0, 60, _HEADER), line.time, body, tokens.text2)
        end = width_of(line.end, strong) + 4
        width = min(width_of(line.title, name) + 2, pencil.width - 80 - end - 60)
        pencil.text(pencil.box(80, 0, width, _HEADER), line.title, name, tokens.text)
        rest = pencil.width - 80 - width - 12 - end - 32
        pencil.text(pencil.box(80 + width + 10, 0, rest, _HEADER), line.text, small, tokens.text2)
        font, ink = (strong, tokens.text) if line.live else (body, tokens.text2)
        pencil.text(pencil.box(pencil.width - 16 - end, 0, end, _HEADER), line.end, font, ink, Side.END)

    def _draw_note(self, pencil: Pencil, line: Line, *, selected: bool) -> None:
        context, tokens = self._context, self._context.tokens
        proposes = line.kind is NoteKind.RECOMMENDATION
        chosen = selected or (line.note is not None and line.note == self.editing)
        pencil.fill(pencil.bounds, tokens.accent_soft if proposes or chosen else tokens.surface)
        if chosen:
            pencil.frame(pencil.bounds, tokens.accent, 2)
        ink = tokens.danger if line.closed else tokens.accent if proposes else tokens.text
        pencil.text(pencil.box(16, 0, 60, _NOTE), line.time, context.font(Role.BODY), tokens.text2)
        if line.kind is not None:
            draw_icon(pencil.painter, ICONS[line.kind], pencil.box(_KIND_AT, 8, 16, 16), ink, rtl=context.rtl)
        pencil.text(
            pencil.box(_KIND_AT + 24, 0, _TEXT_AT - _KIND_AT - 28, _NOTE),
            line.title,
            context.font(Role.SMALL_STRONG),
            ink,
        )
        taken = self._tags_width(line)
        box = pencil.box(_TEXT_AT, 6, pencil.width - _TEXT_AT - 16 - taken, pencil.bounds.height() - 8)
        pencil.painter.setFont(context.font(Role.BODY))
        pencil.painter.setPen(tokens.text2 if line.closed else tokens.text)
        pencil.painter.drawText(box, line.text, self._option(line))
        x = pencil.width - 16 - taken + 8
        for tag in line.tags:
            x += (
                draw_tag(pencil, x, _NOTE / 2, tag, context.font(Role.CAPTION), (tokens.edge, tokens.text2))
                + 4
            )

    def _option(self, line: Line) -> QTextOption:
        """The words of a note run as its own first letter says, and stand at the leading side of the page."""
        rtl = first_strong_rtl(line.text, otherwise=self._context.rtl)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if self._context.rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        return option

    def _text_height(self, line: Line, width: float) -> float:
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        metrics = QFontMetricsF(self._context.font(Role.BODY))
        return metrics.boundingRect(QRectF(0, 0, max(60.0, width), 10_000), int(flags), line.text).height()

    def _tags_width(self, line: Line) -> float:
        return sum(tag_width(tag, self._context.font(Role.CAPTION)) + 4 for tag in line.tags) + 12


class Timeline(QListView):
    """Follows the newest line until somebody scrolls away, and again once the foot is reached."""

    edit_wanted = Signal(str)

    def __init__(self, context: Context, model: TimelineModel) -> None:
        super().__init__()
        self.painter = TimelineDelegate(context)
        self.follows = True
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(context.language.say("Notes of the panel"))
        self.doubleClicked.connect(self._edit)

    def follow(self) -> None:
        if self.follows:
            self.scrollToBottom()

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        bar = self.verticalScrollBar()
        self.follows = bar.value() >= bar.maximum()

    def _edit(self, index: QModelIndex) -> None:
        model = self.model()
        if isinstance(model, TimelineModel):
            note = model.lines[index.row()].note
            if note is not None:
                self.edit_wanted.emit(note)
