"""A line to type in and what can be chosen under it, over the console and in the way of no live key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui.announcing import announce
from facilitator.ui.buttons import draw_cap
from facilitator.ui.context import Context
from facilitator.ui.field import Field
from facilitator.ui.painting import Pencil, Side, ground, width_of
from facilitator.ui.type import Role

_ROW, _TWO_LINES, _EDGE, _MOST_ROWS = 34, 48, 8, 9
_KEYS, _UNDER = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen; `reason` says why not now. It is found by its `names`, in any language."""

    text: str
    act: Callable[[], object]
    keys: str = ""
    under: str = ""
    reason: str = ""
    names: tuple[str, ...] = ()


class _Row(QStyledItemDelegate):
    def __init__(self, context: Context, of: QListView) -> None:
        super().__init__(of)
        self._context, self._list = context, of

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, _TWO_LINES if index.data(_UNDER) else _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        context, tokens = self._context, self._context.tokens
        pencil = Pencil(painter, QRectF(option.rect), rtl=context.rtl)
        if index == self._list.currentIndex():
            pencil.fill(pencil.bounds, tokens.accent_soft)
            pencil.fill(pencil.box(0, 0, 3, pencil.bounds.height()), tokens.accent)
        able = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        cap, keys, end = context.font(Role.CAP), str(index.data(_KEYS) or ""), pencil.width - 12
        if keys:
            end -= width_of(keys, cap) + 10
            row = Pencil(painter, pencil.box(0, 0, pencil.width, _ROW), rtl=context.rtl)
            draw_cap(row, end, keys, cap, tokens.text2 if able else tokens.text3)
        under, width = str(index.data(_UNDER) or ""), end - 24
        top = 4 if under else 0
        ink = tokens.text if able else tokens.text3
        pencil.text(pencil.box(12, top, width, _ROW - 2 * top), index.data(), context.font(Role.BODY), ink)
        if under:
            box = pencil.box(12, 26, pencil.width - 24, 18)
            pencil.text(box, under, context.font(Role.CAPTION), tokens.text3, Side.START)


class Choices(QWidget):
    """Esc and a press elsewhere leave; then the focus is where it was. Nothing waits for an answer."""

    def __init__(self, context: Context, parent: QWidget, name: str, hint: str) -> None:
        super().__init__(parent)
        self._context = context
        self._before: QWidget | None = None
        self._all: Sequence[Choice] = ()
        self.nothing = ""  # what is said where nothing is meant by the typed words
        self.shown: list[Choice] = []
        self.line = Field(rtl=context.rtl)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(name)
        self.line.setFont(context.font(Role.CAPTURE))
        self.line.setFixedHeight(36)
        self.setAccessibleName(name)
        self.list = QListView()
        self._model = QStandardItemModel(self)
        self._arrange()
        self.line.textChanged.connect(self.narrow)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self.hide()

    def open(self, choices: Sequence[Choice], at: QPoint, width: int = 460, *, above: bool = False) -> None:
        """The choices stand under `at` or above it, moved so far that all of them are inside the window."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._all = choices
        self.line.clear()
        self._place(at, width, above=above)
        self.narrow("")
        self.raise_()
        self.show()
        self.line.setFocus()

    def leave(self) -> None:
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()

    def narrow(self, typed: str) -> None:
        """Only what is meant by the typed words is left, the best first."""
        self._show(self.meant(typed, self._all))

    def meant(self, typed: str, choices: Sequence[Choice]) -> list[Choice]:
        return list(choices)

    def take_text(self, typed: str) -> bool:
        """Say whether the typed words themselves were an answer."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.list.currentIndex().row()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.take_text(self.line.text().strip()):
                self._take(row)
        elif key in _STEPS:
            self._step(row + _STEPS[Qt.Key(key)])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        pencil.frame(pencil.bounds, self._context.tokens.edge, 1)
        painter.end()

    def _arrange(self) -> None:
        ground(self, self._context.tokens.surface)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Row(self._context, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.accessibleName())
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self.line)
        column.addWidget(self.list)

    def _show(self, choices: list[Choice]) -> None:
        self.shown = choices
        self._model.clear()
        for choice in choices:
            item = QStandardItem(choice.text)
            item.setEnabled(not choice.reason)
            item.setData(choice.keys, _KEYS)
            item.setData(choice.reason or choice.under, _UNDER)
            item.setToolTip(choice.reason or choice.under or choice.text)
            item.setData(choice.reason, Qt.ItemDataRole.AccessibleDescriptionRole)
            self._model.appendRow(item)
        if not choices and self.nothing:
            item = QStandardItem(self.nothing)
            item.setEnabled(False)
            self._model.appendRow(item)
            announce(self.list, self.nothing)
        self._point_at(0)

    def _step(self, row: int) -> None:
        self._point_at(max(0, min(row, len(self.shown) - 1)))
        if self.shown:
            choice = self.shown[self.list.currentIndex().row()]
            announce(self.list, " ".join(filter(None, (choice.text, choice.keys, choice.reason))))

    def _point_at(self, row: int) -> None:
        """One that cannot be chosen now is pointed at all the same: its reason is to be read."""
        index = self._model.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.shown) and not self.shown[row].reason:
            act = self.shown[row].act
            self.leave()
            act()

    def _place(self, at: QPoint, width: int, *, above: bool) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        rows = sum(_TWO_LINES if c.under or c.reason else _ROW for c in self._all[:_MOST_ROWS])
        room = (at.y() if above else parent.height() - at.y()) - _EDGE
        height = min(36 + 3 * _EDGE + rows + 4, room)
        self.resize(min(width, parent.width() - 2 * _EDGE), height)
        room_x, room_y = parent.width() - self.width() - _EDGE, parent.height() - height - _EDGE
        y = at.y() - height if above else at.y()
        self.move(max(_EDGE, min(at.x(), room_x)), max(_EDGE, min(y, room_y)))

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.hide()  # the focus has gone where it was wanted


_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _MOST_ROWS,
    Qt.Key.Key_PageUp: -_MOST_ROWS,
}
