"""A list of lines of any height in which only those in sight are measured, however many there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

_Index = QModelIndex | QPersistentModelIndex
_STEP = 20  # how far one notch of the wheel goes, a third of it
_LIKE = 8  # a width that differs by less than this part makes no new guess
_AHEAD = 2  # a part of the page beyond each edge is measured before it comes in sight


class LongList(QListView):
    """The height of a line that was never in sight is guessed; what is in sight does not move by that.

    `guess` tells the heights of rows in a width; the delegate measures them.
    """

    def __init__(self, model: QAbstractItemModel, guess: Callable[[range, int], list[int]]) -> None:
        super().__init__()
        self._model, self._guess = model, guess
        self._heights: list[int] = []
        self._measured = bytearray()
        self._tops = [0]  # as far as they are known
        self._width, self._at_work = 0, False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(model)

    def length(self) -> int:
        """Return how high all lines are together, as far as it is known."""
        return self._top(len(self._heights))

    def to_foot(self) -> None:
        """The last line is in sight, at the foot."""
        self.updateGeometries()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    # what is asked of every view

    def visualRect(self, index: _Index) -> QRect:
        row = index.row()
        if not 0 <= row < len(self._heights):
            return QRect()
        return QRect(0, self._top(row) - self.verticalOffset(), self._width, self._heights[row])

    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() + self.verticalOffset()
        return self._model.index(self._row_at(y), 0) if 0 <= y < self.length() else QModelIndex()

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """The line is in sight, with as little moving as it takes; it may have come only now."""
        self.updateGeometries()  # the bar reaches as far as the lines that are there
        row, bar, page = index.row(), self.verticalScrollBar(), self.viewport().height()
        if not 0 <= row < len(self._heights):
            return
        for _ in range(2):  # what is measured on the way may move it
            top = self._top(row)
            if top < bar.value():
                bar.setValue(top)
            elif top + self._heights[row] > bar.value() + page:
                bar.setValue(top + self._heights[row] - page)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._measure()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, offset = QPainter(self.viewport()), self.verticalOffset()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        wanted = event.rect()
        first, last = self._row_at(wanted.top() + offset), self._row_at(wanted.bottom() + offset)
        for row in range(first, min(last + 1, len(self._heights))):
            option.rect = QRect(0, self._top(row) - offset, self._width, self._heights[row])
            self.itemDelegate().paint(painter, option, self._model.index(row, 0))
        painter.end()

    # what changes

    def doItemsLayout(self) -> None:
        self._follow_model()
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        self._follow_model()
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    def rowsInserted(self, parent: _Index, start: int, end: int) -> None:
        if self._width:
            self._heights[start:start] = self._guess(range(start, end + 1), self._width)
            self._measured[start:start] = bytes(end + 1 - start)
            self._move(start)
            self._forget(start - 1, end + 1)
        super().rowsInserted(parent, start, end)

    def rowsAboutToBeRemoved(self, parent: _Index, start: int, end: int) -> None:
        del self._heights[start : end + 1], self._measured[start : end + 1]
        self._move(start)
        self._forget(start - 1, start)
        super().rowsAboutToBeRemoved(parent, start, end)

    def dataChanged(self, first: _Index, last: _Index, roles: object = ()) -> None:
        self._forget(*range(first.row(), last.row() + 1))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _forget(self, *rows: int) -> None:
        """Lines whose neighbours or words are other ones may be as high as they were, or not."""
        for row in rows:
            if 0 <= row < len(self._heights):
                self._measured[row] = 0

    def _move(self, row: int) -> None:
        """From this line on all stand elsewhere: those above keep their places, however many they are."""
        del self._tops[row + 1 :]

    def _follow_model(self) -> None:
        """There is a height for each row in the width there is."""
        rows, width = self._model.rowCount(), self.viewport().width()
        if rows == len(self._heights) and width == self._width:
            return
        self._move(0)
        if rows != len(self._heights) or abs(width - self._width) > width // _LIKE:
            self._heights = self._guess(range(rows), width)
        self._width, self._measured = width, bytearray(rows)  # in another width all is a guess again

    def _measure(self) -> None:
        """All in sight has its height; its first line, or at the foot the last, keeps its place."""
        if self._at_work:
            return
        self._at_work = True
        bar, page = self.verticalScrollBar(), self.viewport().height()
        at_foot = bar.value() >= bar.maximum() > 0
        while True:
            value, first = bar.value(), self._row_at(bar.value())
            within = value - self._top(first)
            news = self._measured_between(value - page // _AHEAD, value + page + page // _AHEAD)
            bar.setRange(0, max(0, self.length() - page))
            bar.setPageStep(page)
            bar.setSingleStep(_STEP)
            bar.setValue(bar.maximum() if at_foot else self._top(first) + within)
            if not news:
                break
        self._at_work = False

    def _measured_between(self, top: int, foot: int) -> bool:
        """The lines between are as high as they are; says whether one was not known yet."""
        option = QStyleOptionViewItem()
        option.widget = self
        seen = range(self._row_at(top), min(self._row_at(foot) + 1, len(self._heights)))
        news = [row for row in seen if not self._measured[row]]
        for row in news:
            self._heights[row] = self.itemDelegate().sizeHint(option, self._model.index(row, 0)).height()
            self._measured[row] = True
        if news:
            self._move(news[0])
        return bool(news)

    def _top(self, row: int) -> int:
        known = len(self._tops) - 1
        if known < len(self._heights):
            self._tops += accumulate(self._heights[known:], initial=self._tops.pop())
        return self._tops[row]

    def _row_at(self, y: int) -> int:
        self._top(0)
        return max(0, min(bisect_right(self._tops, y) - 1, len(self._heights) - 1))
