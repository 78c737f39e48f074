"""A sentence in the window, where a dialog would stop the panel: a refusal, a fault, an offer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.painting import ground
from facilitator.ui.type import Role


class Banner(QWidget):
    """Hidden until it has something to say; the next act or its cross takes it away.

    `tell` is how a screen reader hears of it.
    """

    def __init__(self, context: Context, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._context, self._tell = context, tell
        self._text = QLabel()
        self._text.setFont(context.font(Role.BODY))
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offers: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 16, 4)
        self._row.addWidget(self._text, 1)
        self._close = Button(context, context.language.say("Close"), Look.QUIET)
        self._close.clicked.connect(self.clear)
        self._row.addWidget(self._close)
        self.setMinimumHeight(40)
        self.hide()

    def say(
        self, text: str, *, bad: bool = False, offers: tuple[tuple[str, Callable[[], object]], ...] = ()
    ) -> None:
        """The sentence stands there, with a button for each thing that can be done about it."""
        self.clear()
        self._show(text, bad=bad)
        self._asked = text
        for word, act in offers:
            button = Button(self._context, word, Look.OUTLINE)
            button.clicked.connect(lambda _=False, act=act: self._take(act))
            self._row.insertWidget(self._row.count() - 1, button)
            self._offers.append(button)

    def answer(self, refusal: str) -> None:
        """What was wanted is refused, as the sentence says; without one it is done."""
        self.say(refusal, bad=True) if refusal else self.clear()

    def refuse(self, text: str) -> None:
        """Nothing has changed: what was offered before still is, under the reason."""
        self._show("\n".join((text, self._asked) if self._offers else (text,)), bad=True)
        self._refused = True

    def _show(self, text: str, *, bad: bool) -> None:
        tokens = self._context.tokens
        ground(self, tokens.danger_soft if bad else tokens.accent_soft)
        palette = self._text.palette()
        palette.setColor(self._text.foregroundRole(), tokens.danger if bad else tokens.text)
        self._text.setPalette(palette)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        self._tell(text)

    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def clear(self) -> None:
        for button in self._offers:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offers = []
        self.hide()

    _asked = ""
    _refused = False

    def _take(self, act: Callable[[], object]) -> None:
        """What is offered goes with what is done about it, and stays if that is refused."""
        offers, self._refused = self._offers, False
        act()
        if offers is self._offers and not self._refused:
            self.clear()


class Notice(QLabel):
    """What is true of the whole workshop stands under every page; without such a notice there is no line."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.desk.view().workshop.notice)
        self.setFont(context.font(Role.CAPTION))
        self.setWordWrap(True)  # no sentence makes the window wider than the screen
        self.setContentsMargins(16, 2, 16, 2)
        ground(self, context.tokens.accent_soft)
        if not self.text():
            self.hide()
