"""The panel as it was noted: who spoke when, and under each what was written, the newest at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from facilitator.domain.notes import NoteId
from facilitator.domain.view import View
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.notes.lines import Line, Lines
from facilitator.ui.notes.long_list import LongList
from facilitator.ui.notes.timeline_paint import TimelineDelegate
from facilitator.ui.reading import plain

_Index = QModelIndex | QPersistentModelIndex


class TimelineModel(QAbstractListModel):
    """Changes only the rows that are other than before, so that nobody who reads loses their place."""

    ticked = Signal(int)  # a row whose clock moved, and nothing else in it

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: View | None = None
        self._opened: frozenset[NoteId] = frozenset()
        self._lines: Lines | None = None
        self._count = 0

    def coming(self, view: View, now: int) -> Iterator[None]:
        """Yield once the lines of the first view are put in order: their heights take a turn of their own."""
        if self._view is None:
            self.show_view(view, now)
            yield

    def show_view(self, view: View, now: int) -> None:
        self._view = view
        self._replace(Lines(view, now, self._context.language, self._opened, self._lines))

    @property
    def lines(self) -> Sequence[Line]:
        return () if self._lines is None else self._lines

    def row_of(self, key: str) -> int | None:
        """Return where a turn or a note stands."""
        return None if self._lines is None else self._lines.row_of(key)

    def beside(self, key: str, by: int) -> NoteId | None:
        """Return the note before (-1) or after (1) a note or a turn."""
        return None if self._lines is None else self._lines.beside(key, by)

    def lengths(self, rows: range) -> Sequence[int | None]:
        """Return how many letters each note has; None for whoever spoke."""
        return () if self._lines is None else self._lines.lengths(rows)

    def tick(self, now: int) -> None:
        """The clock of whoever speaks has moved."""
        row = None if self._lines is None else self._lines.tick(now)
        if row is not None:
            self.ticked.emit(row)

    def open_or_close(self, note: NoteId, now: int) -> None:
        """A restricted note may be read, or no more."""
        self._opened ^= {note}
        if self._view is not None:
            self.show_view(self._view, now)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain(f"{line.time} {line.title}: {line.text}")
        return None

    def _replace(self, lines: Lines) -> None:
        """Rows go, come and change as few as can be; what is asked meanwhile is told by the old lines."""
        before = self._lines
        head, tail = (0, 0) if before is None else lines.same(before)
        old, new, nowhere = self._count, len(lines), QModelIndex()
        if old - tail > head:
            self.beginRemoveRows(nowhere, head, old - tail - 1)
            self._count = head + tail
            self.endRemoveRows()
        self._lines = lines
        if new - tail > head:
            self.beginInsertRows(nowhere, head, new - tail - 1)
            self._count = new
            self.endInsertRows()
        for row in () if before is None else lines.changed(before, head, tail):
            self.dataChanged.emit(self.index(row), self.index(row))


_NEAR = 12  # so many lines up is looked for who said a note


class Timeline(LongList):
    """Follows the newest line until somebody looks back, and again once the foot is reached."""

    edit_wanted = Signal(str)
    open_wanted = Signal(str)
    doings_wanted = Signal(str)

    def __init__(self, context: Context, model: TimelineModel) -> None:
        self._lines = model
        self.painter = TimelineDelegate(context, model)
        super().__init__(model, self.painter.guess)
        self.follows = True
        self.setItemDelegate(self.painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAccessibleName(context.language.say("Notes of the panel"))
        self._now = context.language.say("Back to now")
        self.back = Button(context, self._now, Look.FILLED, key="Esc", parent=self)
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back.hide()
        self._rtl = context.rtl
        self.doubleClicked.connect(self._edit)
        self.clicked.connect(self._open)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.back.clicked.connect(self.return_to_now)
        self.verticalScrollBar().actionTriggered.connect(self._scrolled)
        model.ticked.connect(lambda row: self.update(model.index(row)))

    def follow(self) -> None:
        """The newest line is in sight, unless somebody looks back."""
        if self.follows:
            self.to_foot()
        self.back.setVisible(not self.follows)

    def draw_ahead(self) -> None:
        """The lines that will be in sight are drawn, and kept: to show them takes no time then."""
        self.follow()
        self.grab()

    def show_edited(self, note: NoteId | None) -> None:
        """The note being edited is marked, and in sight."""
        self.painter.editing = note
        row = None if note is None else self._lines.row_of(note)
        if row is not None:
            self.scrollTo(self._lines.index(row))
        self.viewport().update()

    def show_found(self, note: NoteId | None, where: str) -> None:
        """What was looked for is in sight, in another panel perhaps, and the newest line is not followed."""
        self.follows = False
        self._name_back(where)
        row = None if note is None else self._lines.row_of(note)
        if row is not None:
            self.scrollTo(self._lines.index(self._turn_of(row)))  # in sight too, where both have room
        self.show_edited(note)
        self.follow()

    def return_to_now(self) -> None:
        self.follows = True
        self._name_back("")
        self.follow()

    def page(self, by: int) -> None:
        """One page up or down, from the keyboard."""
        bar = self.verticalScrollBar()
        bar.triggerAction(
            bar.SliderAction.SliderPageStepAdd if by > 0 else bar.SliderAction.SliderPageStepSub
        )

    def updateGeometries(self) -> None:
        """A few lines stand at the foot, next to where the next one is written."""
        super().updateGeometries()
        free = max(0, self.height() - self.length())
        if self.viewportMargins().top() != free:
            self.setViewportMargins(0, free, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_back()
        self.follow()

    def _name_back(self, where: str) -> None:
        """The way back tells which panel is read, if it is another one than the one under way."""
        words = " · ".join(filter(None, (where, self._now)))
        self.back.setText(words)
        self.back.setAccessibleName(words)
        self._place_back()

    def _place_back(self) -> None:
        size = self.back.sizeHint()
        x = 24 if self._rtl else self.width() - size.width() - 24
        self.back.setGeometry(x, self.height() - size.height() - 12, size.width(), size.height())

    def _turn_of(self, row: int) -> int:
        """Return the line of whoever said a note, if it is not far above it."""
        lines = self._lines.lines
        above = range(row, max(-1, row - _NEAR), -1)
        return next((each for each in above if lines[each].note is None), row)

    def _scrolled(self) -> None:
        bar = self.verticalScrollBar()
        self.follows = bar.sliderPosition() >= bar.maximum()
        self.back.setVisible(not self.follows)

    def _edit(self, index: QModelIndex) -> None:
        note = self._lines.lines[index.row()].note
        if note is not None:
            self.edit_wanted.emit(note)

    def _offer(self, place: QPoint) -> None:
        index = self.indexAt(place)
        note = self._lines.lines[index.row()].note if index.isValid() else None
        if note is not None:
            self.doings_wanted.emit(note)

    def _open(self, index: QModelIndex) -> None:
        line = self._lines.lines[index.row()]
        if line.closed and line.note is not None:
            self.open_wanted.emit(line.note)
