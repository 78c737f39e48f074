"""The list of those who wait as a person handles it: keys, mouse and the words of an empty one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from facilitator.domain.requests import RequestId
from facilitator.ui.context import Context
from facilitator.ui.floor.queue import QueueDelegate, QueueModel
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, Side
from facilitator.ui.type import Role


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
    """Arrows select, Alt with arrows moves, Delete withdraws, with Shift marks absent; rows are dragged."""

    withdraw_wanted = Signal(str)
    absent_wanted = Signal(str)
    shift_wanted = Signal(str, int)

    def __init__(
        self, context: Context, model: QueueModel, row_height: int = 44, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._live = context, False
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

    def tell(self, *, live: bool) -> None:
        """An empty list says what to do with which key."""
        self._live = live
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        pencil = Pencil(painter, QRectF(self.viewport().rect()), rtl=self._context.rtl)
        if self.model().rowCount() == 0:
            self._draw_empty(pencil)
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
        told = say("Press F3 and type the first letters of a delegation.")
        told = told if self._live else say("Press F9 to open the panel; then names can be taken.")
        box = pencil.box(16, middle + 30, width - 32, 24)
        pencil.text(box, told, context.font(Role.BODY), tokens.text2, Side.MIDDLE)

    def selected(self) -> RequestId | None:
        model, index = self.model(), self.currentIndex()
        if not isinstance(model, QueueModel) or not index.isValid():
            return None
        return model.rows[index.row()].request

    def select(self, request: str | None) -> None:
        """The row of a request is selected, if it waits."""
        model = self.model()
        if isinstance(model, QueueModel):
            places = [row.request for row in model.rows]
            self.setCurrentIndex(
                model.index(places.index(RequestId(request))) if request in places else QModelIndex()
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        request = self.selected()
        arrows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if request and event.key() == Qt.Key.Key_Delete:
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.absent_wanted if shifted else self.withdraw_wanted).emit(request)
        elif request and event.key() in arrows and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift_wanted.emit(request, arrows[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the view must not remove the row it believes moved

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        if not menu.isEmpty():
            menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return what can be done with the selected row; it stops nothing while it is open."""
        menu, say, request = QMenu(self), self._context.language.say, self.selected()
        menu.setFont(self._context.font(Role.BODY))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if request is not None:
            for words, wanted in (
                (say("Withdraw (Delete)"), self.withdraw_wanted.emit),
                (say("Not in the room (Shift+Delete)"), self.absent_wanted.emit),
            ):
                _offer(menu, words, partial(wanted, request))
            menu.addSeparator()
            for words, by in ((say("One place up (Alt ↑)"), -1), (say("One place down (Alt ↓)"), 1)):
                _offer(menu, words, partial(self.shift_wanted.emit, request, by))
        return menu


def _offer(menu: QMenu, words: str, act: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda _=False: act())
