"""The last acts, the newest first, and the key that takes the newest back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.view import Done, View
from facilitator.language.wording import done
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, width_of
from facilitator.ui.pane import PaneHeader
from facilitator.ui.type import Role


class _Acts(QWidget):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._acts: tuple[Done, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._row = 32 if context.large else 24
        self.setMinimumHeight(self._row)

    def show_acts(self, acts: tuple[Done, ...]) -> None:
        self._acts = acts
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        font, tokens = self._context.font(Role.SMALL), self._context.tokens
        row, context = self._row, self._context
        times = width_of("00:00", font) + 10
        for number, act in enumerate(self._acts[: self.height() // row]):
            top = number * row
            time = context.language.time_of_day(act.at)
            pencil.text(pencil.box(16, top, times, row), time, font, tokens.text3)
            words, rest = done(act, context.language), pencil.width - 32 - times
            pencil.text(pencil.box(16 + times, top, rest, row), words, font, tokens.text2)
        painter.end()


class ActsPane(QWidget):
    undo_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.language.say
        head = PaneHeader(context, say("Last acts"))
        self._undo = Button(context, say("Undo"), Look.QUIET, icon="undo-2", key="Ctrl+Z")
        self._undo.clicked.connect(self.undo_wanted)
        head.add(self._undo)
        self._acts = _Acts(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._acts, 1)

    def show_view(self, view: View) -> None:
        self._acts.show_acts(view.last_acts)
        self._undo.setEnabled(view.undo is not None)
        what = "" if view.undo is None else done(view.undo, self._context.language)
        self._undo.setToolTip(what)
