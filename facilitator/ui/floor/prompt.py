"""A question and a field for its answer, over the desk and out of the way of every live key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.field import Field
from facilitator.ui.floor.panes import PopOver
from facilitator.ui.floor.wording import Wording
from facilitator.ui.painting import width_of
from facilitator.ui.type import Role

_WIDTH, _LONG, _AROUND = 380, 840, 64


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: `take` answers what is wrong with the text, or nothing if it was taken.

    `choices` are offered as buttons, each with the text it stands for; `about` stands below the question.
    What is `worded` has a field of several lines.
    """

    words: str
    take: Callable[[str], str | None]
    text: str = ""
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    about: str = ""
    worded: bool = False


class Prompt(PopOver):
    """Enter answers, Esc leaves; then the focus is where it was."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._question: Question | None = None
        self._before: QWidget | None = None
        self._words, self.about, self._wrong = QLabel(), QLabel(), QLabel()
        self.field, self.wording = Field(rtl=context.rtl), Wording(context)
        self._choices = QHBoxLayout()
        self._arrange()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self.hide()

    def ask(self, question: Question, at: QPoint | None = None) -> None:
        """The question stands there, beside `at` or in the middle, and waits for its answer."""
        self._question = question
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._words.setText(question.words)
        self.about.setText(question.about)
        self.about.setVisible(bool(question.about))
        self._fill(question)
        self._say("")
        self._offer(question.choices)
        self._place(at)
        self.show()
        self.raise_()
        self._part().setFocus()

    def leave(self) -> None:
        """The question is gone; the focus is where it was before."""
        if self._question is None:
            return
        self._question = None
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()

    def _part(self) -> Field | Wording:
        """Return where it is answered."""
        return self.wording if self._question is not None and self._question.worded else self.field

    def _fill(self, question: Question) -> None:
        for part in (self.field, self.wording):
            part.setAccessibleName(question.words)
            part.setPlaceholderText(question.hint)
        self.field.setText(question.text)
        self.wording.setPlainText(question.text)
        part, other = (self.wording, self.field) if question.worded else (self.field, self.wording)
        part.selectAll()
        part.show()
        part.setFocus()  # before the other one is gone, so that the keys never leave the question
        other.hide()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """Somebody went on elsewhere in the window: the question does not stand in the way."""
        if now is None or not self.isVisible() or now.window() is not self.window():
            return
        if not self.isAncestorOf(now):
            self._before = None
            self.leave()

    def question(self) -> str:
        return "" if self._question is None else self._question.words

    def wrong(self) -> str:
        """Return what was wrong with the last answer."""
        return self._wrong.text()

    def answer(self, text: str) -> None:
        """The text is taken, or stays with what is wrong about it."""
        asked = self._question
        if asked is None:
            return
        told = asked.take(text.strip())
        if told:
            self._say(told)
        elif self._question is asked:  # an answer may have asked the next question
            self.leave()

    def event(self, event: QEvent) -> bool:
        """Esc is the question's own while it stands there, whatever it means on the desk behind it."""
        own = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.answer(self.field.text())
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        context, tokens = self.context, self.context.tokens
        self._words.setFont(context.font(Role.HEADING))
        for label in (self._words, self.about, self._wrong):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.about, self._wrong):
            label.setFont(context.font(Role.SMALL))
        palette = self._wrong.palette()
        palette.setColor(self._wrong.foregroundRole(), tokens.danger)
        self._wrong.setPalette(palette)
        self.field.setFont(context.font(Role.BODY))
        self.field.setMinimumHeight(32)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.wording.answered.connect(self.answer)
        for part in (self._words, self.about, self.field, self.wording):
            column.addWidget(part)
        column.addLayout(self._choices)
        column.addWidget(self._wrong)

    def _offer(self, choices: Sequence[tuple[str, str]]) -> None:
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        before: QWidget = self.field
        for words, text in choices:
            button = Button(self.context, words, Look.PLAIN)
            button.setMinimumWidth(button.sizeHint().width())  # the prompt is as wide as its answers
            button.clicked.connect(lambda _=False, text=text: self.answer(text))
            self._choices.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button
            button.show()  # in a prompt that stands there already it has its room at once
        self._choices.addStretch(1)

    def _say(self, wrong: str) -> None:
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._part().setAccessibleDescription(wrong)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            long = min(self._words_width(), _LONG)
            least = _LONG * 2 // 3 if self._part() is self.wording else _WIDTH
            width = max(least, long, layout.minimumSize().width())
            self.resize(width, max(layout.heightForWidth(width), layout.minimumSize().height()))

    def _words_width(self) -> int:
        """Return how wide the question is with the whole text that is to be worded otherwise."""
        text = "" if self._question is None else self._question.text
        return ceil(width_of(text, self.field.font())) + _AROUND

    def _place(self, at: QPoint | None) -> None:
        self._fit()
        parent = self.parentWidget()
        if parent is None:
            return
        room_x, room_y = parent.width() - self.width() - 8, parent.height() - self.height() - 8
        wanted = QPoint((parent.width() - self.width()) // 2, parent.height() // 3) if at is None else at
        self.move(max(8, min(wanted.x(), room_x)), max(8, min(wanted.y(), room_y)))
