"""A field over the notes with what it finds below: words are typed, arrows choose, Enter takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from facilitator.language.direction import RIGHT_TO_LEFT, first_strong_rtl
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, Side, ground, width_of
from facilitator.ui.type import Role
from facilitator.ui.wrapping import shortened

_ROW, _EDGE, _START, _SHOWN = 30, 12, 128, 12
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _SHOWN, Qt.Key.Key_PageUp: -_SHOWN}


@dataclass(frozen=True, slots=True)
class Row:
    """One line to choose: what it is, what it says, and something small at its end."""

    text: str
    start: str = ""
    end: str = ""


class Rows(QWidget):
    """The lines, painted; as many as are in sight around the chosen one."""

    pressed = Signal(int)
    looked_at = Signal(int)  # the chosen row has moved there

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.rows: tuple[Row, ...] = ()
        self.chosen = 0

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.rows, self.chosen = tuple(rows), 0
        self.setFixedHeight(_ROW * min(_SHOWN, len(rows)))
        self._told()

    def step(self, by: int) -> None:
        self.chosen = max(0, min(len(self.rows) - 1, self.chosen + by))
        self._told()
        self.looked_at.emit(self.chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._first() + int(event.position().y() // _ROW)
        if row < len(self.rows):
            self.pressed.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        first = self._first()
        for place, row in enumerate(self.rows[first : first + _SHOWN]):
            self._draw(pencil, place * _ROW, row, chosen=first + place == self.chosen)
        painter.end()

    def _draw(self, pencil: Pencil, top: float, row: Row, *, chosen: bool) -> None:
        context, tokens = self._context, self._context.tokens
        if chosen:
            pencil.fill(pencil.box(0, top, pencil.width, _ROW), tokens.accent_soft)
            pencil.fill(pencil.box(0, top, 4, _ROW), tokens.accent)
        small, body = context.font(Role.SMALL), context.font(Role.BODY)
        end = width_of(row.end, small) + 2 if row.end else 0
        left = _START if any(each.start for each in self.rows) else 0
        pencil.text(pencil.box(_EDGE, top, left - 8, _ROW), row.start, small, tokens.text2)
        width = pencil.width - 2 * _EDGE - left - end - (12 if end else 0)
        rtl = first_strong_rtl(row.text, otherwise=pencil.rtl)
        text = shortened(row.text, body, int(width), 1, rtl=rtl)
        pencil.text(pencil.box(_EDGE + left, top, width, _ROW), text, body, tokens.text)
        if end:
            box = pencil.box(pencil.width - _EDGE - end, top, end, _ROW)
            pencil.text(box, row.end, small, tokens.text2, Side.END)

    def _first(self) -> int:
        return max(0, min(self.chosen - _SHOWN // 2, len(self.rows) - _SHOWN))

    def _told(self) -> None:
        row = self.rows[self.chosen] if self.rows else Row("")
        self.setAccessibleName(f"{row.start} {row.text} {row.end}".strip())
        self.update()


class Picker(QWidget):
    """Floats over the notes until something is taken, Esc is pressed or the focus goes elsewhere."""

    typed = Signal(str)
    taken = Signal(int)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._between = 0
        self.field, self.list, self.foot = QLineEdit(), Rows(context), QLabel()
        self.field.setFont(context.font(Role.BODY))
        self.field.setFixedHeight(32)
        self.foot.setFont(context.font(Role.CAPTION))
        self.foot.setContentsMargins(_EDGE, 2, _EDGE, 2)
        self.foot.setWordWrap(True)
        ground(self, context.tokens.surface)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(4)
        for part in (self.field, self.list, self.foot):
            column.addWidget(part)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.typed)
        self.list.pressed.connect(self.taken)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)

    def stand_below_field(self, part: QWidget) -> None:
        """Something of its own height stands between the field and the list."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, part)
        self._between = part.sizeHint().height() + 4

    def open(self, name: str, hint: str) -> None:
        """The field is empty and has the focus."""
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(name)
        self.setAccessibleName(name)
        self.field.clear()
        self.show_rows((), "")
        self.raise_()
        self.show()
        self.field.setFocus()

    def show_rows(self, rows: Sequence[Row], foot: str) -> None:
        self.list.show_rows(rows)
        self.show_foot(foot)

    def show_foot(self, foot: str) -> None:
        """What stands below the list, as plain or as rich text, is another one."""
        plain = foot and not foot.startswith("<")
        self.foot.setText(RIGHT_TO_LEFT + foot if plain and self._context.rtl else foot)
        self.foot.setVisible(bool(foot))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.rows:
                self.taken.emit(self.list.chosen)
        elif key in _STEPS:
            self.list.step(_STEPS[key])
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        pencil.fill(pencil.bounds, self._context.tokens.surface)
        pencil.frame(pencil.bounds, self._context.tokens.edge, 2)
        painter.end()

    def _focus_went(self, before: QWidget | None, now: QWidget | None) -> None:
        """Whatever else in the window has the keys, nothing stands over it that would wait for them."""
        inside = before is not None and self.isAncestorOf(before)
        away = now is not None and now.window() is self.window() and not self.isAncestorOf(now)
        if inside and away and self.isVisible():
            self.hide()

    def _fit(self) -> None:
        """It stands in the middle of what it floats over, as high as what it shows."""
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(_WIDEST, parent.width() - 32)
        foot = self.foot.heightForWidth(width - 16) + 4 if self.foot.text() else 0
        height = 32 + 14 + 4 + self._between + self.list.height() + foot + 4
        self.setGeometry((parent.width() - width) // 2, _DOWN, width, height)


_WIDEST, _DOWN = 860, 56
