"""The place over the balance where somebody is suggested, or the reason for another choice is asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from facilitator.domain.intervention import InterventionId
from facilitator.domain.requests import RequestId
from facilitator.domain.view import View
from facilitator.language.motives import MOTIVES
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.dropping import drop
from facilitator.ui.floor.advice import Advice, advice
from facilitator.ui.painting import Pencil
from facilitator.ui.type import Role
from facilitator.ui.wrapping import line_height, shortened

_HEIGHT, _LOW, _MARGIN, _TITLE = 134, 118, 8, 22
_AROUND_TEXT = _MARGIN + 4 + _TITLE + 2 + 6  # above it, to the buttons, and below them


class SuggestionPane(QWidget):
    """Moves nothing by itself: what it says is taken by a key or let be; silent, it keeps its place."""

    taken = Signal(str)
    motive_stated = Signal(str, str)

    def __init__(self, context: Context, *, low: bool = False) -> None:
        super().__init__()
        self._context = context
        self._view: View | None = None
        self._shown = Advice()
        self._declined: RequestId | None = None
        self._unasked: InterventionId | None = None
        self._text = QLabel()
        say = context.language.say
        self.take_button = Button(context, say("Move up"), Look.OUTLINE, key="Ctrl+↵")
        self.decline_button = Button(context, say("Not now"), Look.QUIET)
        self.why_button = Button(context, say("Say why"), Look.QUIET, key="Ctrl+M")
        self.why_button.setToolTip(say("The floor was given to another than was suggested."))
        self._arrange(low=low)
        self.take_button.clicked.connect(self.take)
        self.why_button.clicked.connect(self.ask_why)
        self.decline_button.clicked.connect(self.decline)

    def show_view(self, view: View, now: int) -> None:
        """Whoever is suggested at `now` stands here, with the reasons."""
        self._view = view
        shown = advice(view, now, self._context.language, declined=self._declined, unasked=self._unasked)
        if shown == self._shown and view.live is not self.isHidden():
            return
        self._shown = shown
        self.setVisible(view.live)
        self._fit()
        self.setToolTip("\n".join(filter(None, (shown.title, shown.text))))
        self.take_button.setVisible(shown.request is not None)
        self.why_button.setVisible(shown.asks is not None)
        self.decline_button.setVisible(shown.request is not None or shown.asks is not None)
        self.setAccessibleName(f"{shown.title} {shown.text}".strip())
        self.update()

    @property
    def shown(self) -> Advice:
        return self._shown

    def take(self) -> None:
        """Ctrl+Return: who is suggested waits one place further up."""
        if self._shown.request is not None:
            self.taken.emit(self._shown.request)

    def decline(self) -> None:
        """Whoever is suggested is not again, a reason asked for is not again; others may be."""
        self._declined, self._unasked = self._shown.request or self._declined, self._shown.asks
        self._look_again()

    def ask_why(self) -> None:
        """Ctrl+M: the reasons can be chosen, also by their number; an open menu stops nothing."""
        if self._shown.asks is not None:
            menu = self.motives()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            drop(menu, self.why_button, rtl=self._context.rtl)

    def motives(self) -> QMenu:
        """Return the reasons there may be, each with its number."""
        menu, say = QMenu(self), self._context.language.say
        menu.setFont(self._context.font(Role.BODY))
        for number, (key, words) in enumerate(MOTIVES.items(), 1):
            action = menu.addAction(f"&{number}  {say(words)}")
            action.triggered.connect(partial(self._state, key))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What has no room ends in an ellipsis; the tool tip has all of it."""
        face, rtl = self._context.font(Role.SMALL), self._context.rtl
        high = self.height() - _AROUND_TEXT - self.take_button.sizeHint().height()
        lines = max(1, int(high // line_height(face, rtl=rtl)))
        self._text.setText(shortened(self._shown.text, face, max(1, self.width() - 56), lines, rtl=rtl))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil, tokens = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl), self._context.tokens
        title = pencil.box(32, _MARGIN + 4, pencil.width - 56, _TITLE)
        pencil.text(title, self._shown.title, self._context.font(Role.HEADING), tokens.text)
        if self._shown.request is None and self._shown.asks is None:
            painter.end()
            return
        whole = pencil.box(16, _MARGIN, pencil.width - 32, self.height() - _MARGIN)
        pencil.frame(whole, tokens.accent, 1, 4)
        pencil.fill(pencil.box(16, _MARGIN, 4, self.height() - _MARGIN), tokens.accent)
        painter.end()

    def _arrange(self, *, low: bool) -> None:
        context = self._context
        self.setFixedHeight((_LOW if low else _HEIGHT) + (24 if context.large else 0))
        self._text.setFont(context.font(Role.SMALL))
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        palette = self._text.palette()
        palette.setColor(self._text.foregroundRole(), context.tokens.text2)
        self._text.setPalette(palette)
        offers = QHBoxLayout()
        for button in self._buttons():
            offers.addWidget(button)
        offers.addStretch(1)
        rows = QVBoxLayout(self)
        start, end = (24, 32) if context.rtl else (32, 24)  # margins are not mirrored
        rows.setContentsMargins(start, _MARGIN + 4 + _TITLE, end, 6)
        rows.setSpacing(2)
        rows.addWidget(self._text)
        rows.addStretch(1)
        rows.addLayout(offers)

    def _buttons(self) -> tuple[Button, ...]:
        return self.take_button, self.decline_button, self.why_button

    def _state(self, motive: str) -> None:
        if self._shown.asks is not None:
            self.motive_stated.emit(self._shown.asks, motive)

    def _look_again(self) -> None:
        if self._view is not None:
            self.show_view(self._view, self._context.desk.now())
