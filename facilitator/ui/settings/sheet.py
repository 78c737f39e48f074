"""A sheet over the window: a title, a column that scrolls, and a button that closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.ui.buttons import Button
from facilitator.ui.context import Attire
from facilitator.ui.painting import Pencil, ground
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

EDGE, _MOST_WIDE, _BELOW_CLOCK, _MARGIN = 24, 760, 180, 8


class Sheet(QWidget):
    """Floats over a page without stopping it: every key of the floor works on under it. Esc closes it."""

    closed = Signal()

    def __init__(self, attire: Attire, title: str, parent: QWidget, most_wide: int = _MOST_WIDE) -> None:
        super().__init__(parent)
        self.attire, self._most_wide = attire, most_wide
        self._before: QWidget | None = None
        self._top = _MARGIN
        self.setAccessibleName(title)
        ground(self, attire.tokens.surface)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(2, 16, 2, 16)
        self._whole.setSpacing(12)
        heading = label(attire, title, attire.font(Role.VERDICT), attire.tokens.text)
        heading.setContentsMargins(EDGE, 0, EDGE, 0)
        self._whole.addWidget(heading)
        self._inside = QWidget()
        ground(self._inside, attire.tokens.surface)
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(EDGE, 4, EDGE, 4)
        self.column.setSpacing(8)
        self._scroll = self._scrolling()
        self._whole.addWidget(self._scroll, 1)
        self._whole.addLayout(self._foot())
        self.hide()

    def add_heading(self, text: str) -> None:
        """What comes next on the sheet stands under this."""
        heading = label(self.attire, text, self.attire.font(Role.HEADING), self.attire.tokens.text)
        heading.setContentsMargins(0, 8, 0, 0)
        self.column.addWidget(heading)

    def open(self, *, live: bool = False) -> None:
        """The sheet is seen, under the clock of a panel that is live; the focus is in it."""
        window = self.parentWidget()
        if window is None:
            return
        if not self.isVisible() and self._before is None:
            self._before = window.window().focusWidget()
        self._top = _BELOW_CLOCK if live else _MARGIN
        self._fit(window)
        window.installEventFilter(self)
        self.raise_()
        self.show()
        self.close_button.setFocus()

    def focus(self, inside: QWidget) -> None:
        """Something on the sheet has the keys, and is in sight; a page that took them gets them back."""
        here = self.window().focusWidget()
        if not self.isAncestorOf(here):  # nobody, too
            self._before = here
        inside.setFocus()
        self.column.activate()
        self._scroll.ensureWidgetVisible(inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page that becomes lower, as under a banner, has the whole sheet on it still."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget) and self.isVisible():
            self._fit(watched)
        return super().eventFilter(watched, event)

    def _fit(self, window: QWidget) -> None:
        width = min(window.width() - 2 * _MARGIN, self._most_wide)
        room = window.height() - self._top - _MARGIN
        inside = self._inside.sizeHint().height()
        if self._inside.hasHeightForWidth():
            inside = self._inside.heightForWidth(width - 4)
        height = min(room, inside + 2 * 16 + 2 * 12 + 32 + 32)
        down = self._top + max(0, (room - height) // 3)
        self.setGeometry((window.width() - width) // 2, down, width, height)

    def leave(self) -> None:
        """The sheet is gone, and the focus is where it was."""
        if self.isVisible():
            self.hide()
            before, self._before = self._before, None
            if before is not None and isValid(before) and before.isVisible():
                before.setFocus()
            self.closed.emit()

    def take_place_of(self, sheet: Sheet) -> None:
        """The other sheet is gone; the focus goes back to where it was before that one came."""
        if sheet.isVisible() and sheet.parentWidget() is self.parentWidget():
            self._before, sheet._before = sheet._before, None
        sheet.hide()
        sheet.setEnabled(False)  # a tile that was chosen by an arrow is given the focus by Qt only now
        sheet.deleteLater()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - as Qt calls it
        """Tab goes round on the sheet, not through the page that it covers, and where it goes is in sight."""

        def beside(widget: QWidget) -> QWidget | None:
            return widget.nextInFocusChain() if next else widget.previousInFocusChain()

        here = self.window().focusWidget()
        found = beside(here)
        while found is not None and found is not here and not self._is_reached(found):
            found = beside(found)
        if found is None:
            return False
        found.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        if self._inside.isAncestorOf(found):
            self._scroll.ensureWidgetVisible(found)
        return True

    def _is_reached(self, widget: QWidget) -> bool:
        tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        reached = tabbed and self.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled()
        return reached and not _another_is_chosen(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.attire.rtl)
        pencil.frame(pencil.bounds, self.attire.tokens.edge, 2)
        painter.end()

    def _scrolling(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        return scroll

    def _foot(self) -> QHBoxLayout:
        row = self.foot = QHBoxLayout()
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.addStretch(1)
        self.close_button = Button(self.attire, self.attire.language.say("Close"), key="Esc")
        self.close_button.clicked.connect(self.leave)
        row.addWidget(self.close_button)
        return row


def _another_is_chosen(widget: QWidget) -> bool:
    """Say whether it is one of those of which one is taken, and that is not this one."""
    around = widget.parentWidget()
    one_of_several = isinstance(widget, QAbstractButton) and widget.autoExclusive()
    if around is None or not one_of_several:
        return False
    beside = [each for each in around.findChildren(QAbstractButton) if each is not widget]
    return any(each.autoExclusive() and each.isChecked() for each in beside)
