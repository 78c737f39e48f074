"""The list as a person handles it: keys, mouse, the words of an empty one, and the live row in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from facilitator.domain.requests import RequestId
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.floor.queue import Index, QueueModel
from facilitator.ui.floor.queue_paint import MORE, QueueDelegate
from facilitator.ui.floor.rows import Row, Stage
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, Side
from facilitator.ui.type import Role

Fill = Callable[[QMenu, Row], object]
_EDGE = 4


class QueueCaptions(QWidget):
    """What the two columns of times mean, over them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setFixedSize(136, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        font, ink, say = (
            self._context.font(Role.CAPTION),
            self._context.tokens.text3,
            self._context.language.say,
        )
        pencil.text(pencil.box(0, 0, 72, 28), say("starts"), font, ink, Side.END)
        pencil.text(pencil.box(80, 0, 56, 28), say("limit"), font, ink, Side.END)
        painter.end()


class QueueView(QListView):
    """Arrows select, Escape lets go, Alt with arrows moves, Delete withdraws, with Shift marks absent.

    Rows are dragged. The live row stays in the upper third until somebody scrolls; Ctrl+Home goes back to it.
    """

    withdraw_wanted = Signal(str)
    absent_wanted = Signal(str)
    shift_wanted = Signal(str, int)

    def __init__(self, context: Context, model: QueueModel, row_height: int, fill: Fill) -> None:
        super().__init__()
        self._context, self._takes_names, self._fill, self._rows = context, False, fill, model
        self._elsewhere = ""
        self._height = row_height
        self._following, self._ours = True, False
        self._painter = QueueDelegate(context, row_height)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it is painted over the rows
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(context.language.say("Speakers who wait"))
        self._back = Button(
            context, context.language.say("Back to the live row"), Look.OUTLINE, key="Ctrl+Home", parent=self
        )
        self._back.setAutoFillBackground(True)
        self._back.clicked.connect(self.follow_again)
        self._back.hide()
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def tell(self, *, takes_names: bool, elsewhere: str = "") -> None:
        """An empty list says what to do with which key, or which laptop `elsewhere` holds the floor."""
        self._takes_names, self._elsewhere = takes_names, elsewhere
        if self.model().rowCount() == 0:
            self.viewport().update()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Rows change, not places: what is selected stays so, and the live row comes back into sight."""
        chosen, self._ours = self._chosen_id(), True
        try:
            yield
            if self._chosen_id() != chosen:
                self.select(chosen)
            self._to_live_row()
        finally:
            self._ours = False

    @property
    def following(self) -> bool:
        """The live row is kept in sight."""
        return self._following

    def follow_again(self) -> None:
        """The live row is in sight again, and stays there."""
        self._following = True
        self._offer_way_back()
        self._ours = True
        self._to_live_row()
        self._ours = False

    def selected(self) -> RequestId | None:
        """Return the request of the selected row, if it waits."""
        row = self.row()
        return None if row is None or row.stage is not Stage.WAITING else row.request

    def row(self) -> Row | None:
        """Return the selected row; one that only has the focus, as Qt gives it, is not selected."""
        index = self.currentIndex()
        chosen = index.isValid() and self.selectionModel().isSelected(index)
        return self._rows.rows[index.row()] if chosen else None

    def select(self, id_: str | None) -> None:
        """The row of a request is selected, if there is one."""
        place = self._rows.row_of(id_)
        self.setCurrentIndex(QModelIndex() if place is None else self._rows.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        request, key, held = self.selected(), event.key(), event.modifiers()
        arrows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key == Qt.Key.Key_Home and held & Qt.KeyboardModifier.ControlModifier:
            self.follow_again()
        elif key == Qt.Key.Key_Escape and self.row() is not None:
            self.select(None)
        elif request and key == Qt.Key.Key_Delete:
            shifted = held & Qt.KeyboardModifier.ShiftModifier
            (self.absent_wanted if shifted else self.withdraw_wanted).emit(request)
        elif request and key in arrows and held & Qt.KeyboardModifier.AltModifier:
            self.shift_wanted.emit(request, arrows[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The three points at the end of the selected row open what can be done with it."""
        index = self.currentIndex()
        if index.isValid() and self._more(self.visualRect(index)).contains(event.position().toPoint()):
            self._open(event.globalPosition().toPoint())
        else:
            super().mousePressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the view must not remove the row it believes moved

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self._more(self.visualRect(self.currentIndex())).center()
        self._open(self.viewport().mapToGlobal(place) if by_key else event.globalPos())

    def menu(self) -> QMenu:
        """Return what can be done with the selected row; it stops nothing while it is open."""
        menu, row = QMenu(self), self.row()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row is not None:
            self._fill(menu, row)
        return menu

    def _open(self, at: QPoint) -> None:
        menu = self.menu()
        if not menu.isEmpty():
            menu.popup(at)

    def _more(self, row: QRect) -> QRect:
        pencil_x = MORE + 24
        left = row.left() + MORE if self._context.rtl else row.right() + 1 - pencil_x
        return QRect(left, row.top(), 24, row.height())

    def _chosen_id(self) -> str | None:
        row = self.row()
        return None if row is None else row.id

    def _to_live_row(self) -> None:
        if self._following:
            self.updateGeometries()  # rows that came or went have not moved the bar's end yet
            self.verticalScrollBar().setValue(self._live_place())

    def _live_place(self) -> int:
        """Return where the list stands when the live row is a third from its top."""
        return max(0, self._rows.rows.live * self._height - self.viewport().height() // 3)

    def _scrolled(self) -> None:
        if self._ours or not self._rows.rows:
            return
        bar = self.verticalScrollBar()
        self._following = bar.value() == min(self._live_place(), bar.maximum())
        self._offer_way_back()

    def _offer_way_back(self) -> None:
        """The way back stands under the rows, not over them."""
        self._ours = True
        self._back.setVisible(not self._following)
        self.setViewportMargins(0, 0, 0, 0 if self._following else self._back.height() + 2 * _EDGE)
        self._ours = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._back.sizeHint()
        self._back.resize(size)
        self._back.move((self.width() - size.width()) // 2, self.height() - size.height() - _EDGE)
        self._ours = True
        self._to_live_row()
        self._ours = False

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """A row that has changed is as high as it was: it alone is painted again, and nothing laid out."""
        for place in range(first.row(), last.row() + 1):
            index = self._rows.index(place)
            QAbstractItemView.dataChanged(self, index, index, roles)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        pencil = Pencil(painter, QRectF(self.viewport().rect()), rtl=self._context.rtl)
        if self.model().rowCount() == 0:
            self._draw_empty(pencil)
        if self.hasFocus() and not self.selectedIndexes():
            pencil.frame(pencil.bounds, self._context.tokens.accent, 2)
        bar = self.verticalScrollBar()
        if bar.maximum() > 0:
            whole = bar.maximum() + bar.pageStep()
            top, height = (self.height() * part / whole for part in (bar.value(), bar.pageStep()))
            pencil.fill(pencil.box(pencil.width - 5, top, 3, height), self._context.tokens.edge)
        painter.end()

    def _draw_empty(self, pencil: Pencil) -> None:
        context, tokens, say = self._context, self._context.tokens, self._context.language.say
        middle, width = pencil.bounds.height() / 2 - 40, pencil.width
        icon = pencil.box(width / 2 - 16, middle - 44, 32, 32)
        draw_icon(pencil.painter, "list-plus", icon, tokens.text3, rtl=context.rtl)
        title, font = say("Nobody has asked for the floor"), context.font(Role.PLACE)
        pencil.text(pencil.box(16, middle, width - 32, 28), title, font, tokens.text, Side.MIDDLE)
        box = pencil.box(16, middle + 30, width - 32, 24)
        pencil.text(box, self.empty_words(), context.font(Role.BODY), tokens.text2, Side.MIDDLE)

    def empty_words(self) -> str:
        """Return what an empty list says to do."""
        say = self._context.language.say
        if self._elsewhere:
            return say("{name} holds the floor.", name=self._elsewhere)
        if self._takes_names:
            return say("Press F3 and type the first letters of a delegation.")
        return say("The panel is closed: nobody can be added.")
