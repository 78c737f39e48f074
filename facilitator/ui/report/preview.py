"""The pages one under the other; a page is painted when it comes into sight."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, Side
from facilitator.ui.report.pages import Pages
from facilitator.ui.type import Role

_GAP, _EDGE, _WIDEST, _KEPT = 16, 24, 900, 8
_STEP, _LEAST, _MOST = 1.25, 0.4, 4.0


class Preview(QAbstractScrollArea):
    """Stays where it was read when the document is made anew."""

    page_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pages: Pages | None = None
        self._painted: dict[int, QPixmap] = {}  # the oldest first
        self._zoom = 1.0
        self._said = ""
        self._waiting = QTimer(self, singleShot=True, interval=0)
        self._waiting.timeout.connect(self._paint_next)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(context.language.say("Preview"))
        self.verticalScrollBar().valueChanged.connect(self._moved)

    @property
    def count(self) -> int:
        return 0 if self._pages is None else len(self._pages.sizes)

    @property
    def content(self) -> bytes:
        """Return the file that is shown."""
        return b"" if self._pages is None else self._pages.content

    def page(self) -> int:
        """Return the page in the middle of the view, counted from 1; 0 if there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [*(top for top, _, _ in self._places()), 1 << 30]
        inside = [number for number, (top, after) in enumerate(pairwise(tops), 1) if top <= middle < after]
        return inside[0] if inside else min(1, self.count)

    def painted(self) -> list[int]:
        """Return the pages that are pictures by now, counted from 1."""
        return sorted(number + 1 for number in self._painted)

    def show_pages(self, pages: Pages) -> None:
        """Another document takes the place of the one before, read at the same place."""
        if self._pages is not None:
            self._pages.close()
        self._pages, self._said = pages, ""
        self._lay_out()

    def show_words(self, said: str) -> None:
        """No document, but the reason why there is none."""
        self.close_pages()
        self._said = said
        self._lay_out()

    def close_pages(self) -> None:
        if self._pages is not None:
            self._pages.close()
        self._pages = None

    def zoom(self, steps: int) -> None:
        """Larger or smaller by steps; 0 is to the width of the view."""
        wanted = self._zoom * _STEP**steps if steps else 1.0
        before, self._zoom = self._zoom, max(_LEAST, min(_MOST, wanted))
        bar = self.verticalScrollBar()
        top = bar.value() * self._zoom / before
        self._lay_out()
        bar.setValue(round(top))

    def turn_to(self, page: int) -> None:
        """The page, counted from 1, stands at the top."""
        places = self._places()
        if places:
            top = places[max(1, min(page, len(places))) - 1][0]
            self.verticalScrollBar().setValue(top - _GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        bar = self.verticalScrollBar()
        if held and key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        elif held and key in _TURNS:
            self.turn_to(self.page() + _TURNS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(0 if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        tokens = self._context.tokens
        painter.fillRect(self.viewport().rect(), tokens.sunken)
        for number, box in self._in_sight():
            pixmap = self._painted.get(number)
            if pixmap is None:
                painter.fillRect(box, Qt.GlobalColor.white)
                self._waiting.start()
            else:
                painter.drawPixmap(box, pixmap)
            painter.setPen(tokens.edge)
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        pencil = Pencil(painter, QRectF(self.viewport().rect()), rtl=self._context.rtl)
        if self._said:
            font, place = self._context.font(Role.BODY), pencil.box(_EDGE, 0, pencil.width - 2 * _EDGE, 200)
            pencil.text(place, self._said, font, tokens.text2, Side.MIDDLE)
        if self.hasFocus():
            pencil.frame(pencil.bounds, tokens.accent, 2)
        painter.end()

    def _width(self) -> int:
        room = min(self.viewport().width() - 2 * _EDGE, _WIDEST)
        return max(100, round(room * self._zoom))

    def _places(self) -> list[tuple[int, int, int]]:
        """Return the top, width and height of each page."""
        width, top, places = self._width(), _GAP, []
        for across, down in () if self._pages is None else self._pages.sizes:
            height = round(width * down / across)
            places.append((top, width, height))
            top += height + _GAP
        return places

    def _in_sight(self) -> list[tuple[int, QRect]]:
        view, bar = self.viewport().rect(), self.horizontalScrollBar()
        across = bar.maximum() - bar.value() if self._context.rtl else bar.value()
        down = self.verticalScrollBar().value()
        found = []
        for number, (top, width, height) in enumerate(self._places()):
            left = max(_EDGE, (view.width() - width) // 2) - across
            box = QRect(left, top - down, width, height)
            if box.intersects(view):
                found.append((number, box))
        return found

    def _paint_next(self) -> None:
        """One page at a time, so that the clock goes on between two of them."""
        if self._pages is None:
            return
        ratio = self.devicePixelRatioF()
        in_sight = dict(self._in_sight())
        for number, box in in_sight.items():
            if number not in self._painted:
                pixmap = QPixmap.fromImage(self._pages.picture(number, round(box.width() * ratio)))
                pixmap.setDevicePixelRatio(ratio)
                self._painted[number] = pixmap
                break
        for number in [n for n in self._painted if n not in in_sight][: -_KEPT or None]:
            del self._painted[number]
        self.viewport().update()

    def _lay_out(self) -> None:
        self._painted.clear()
        places = self._places()
        view = self.viewport()
        high = places[-1][0] + places[-1][2] + _GAP if places else 0
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(view.height())
        down.setSingleStep(48)
        down.setRange(0, max(0, high - view.height()))
        across.setPageStep(view.width())
        spare = self._width() + 2 * _EDGE - view.width() if places else 0
        across.setRange(0, max(0, spare))
        view.update()
        self._moved()

    def _moved(self) -> None:
        self.viewport().update()
        words = self._context.language.say("page {n} of {of}", n=self.page(), of=self.count)
        self.setAccessibleDescription(words if self.count else self._said)
        self.page_changed.emit()


_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
