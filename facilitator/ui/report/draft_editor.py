"""A paragraph of the report being written, with its translation beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from facilitator.domain.outline import Row
from facilitator.language.direction import ltr
from facilitator.language.speech import LANGUAGE_NAMES
from facilitator.ui.context import Context
from facilitator.ui.report.chooser import Chooser
from facilitator.ui.report.line import Line
from facilitator.ui.type import Role
from facilitator.ui.written import written


class Side(QWidget):
    """The paragraph in one language: what stands there is not lost when the report changes meanwhile."""

    language_wanted = Signal(str)

    def __init__(self, context: Context, about: str) -> None:
        super().__init__()
        self._context = context
        self.language, self.state = Chooser(context, about), Line(context)
        self.field = QTextEdit()
        self.field.setFont(context.font(Role.BODY))
        self.field.setTabChangesFocus(True)
        self.field.setAcceptRichText(False)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each paragraph has its own
        self.field.document().setDefaultTextOption(option)
        say, keys = context.language.say, ltr("Ctrl+Shift+P")
        self._nothing = say("Choose a paragraph, or begin one: {keys}", keys=keys)
        self._seen, self.base = "", ""
        self.language.chosen.connect(lambda code: self.language_wanted.emit(str(code)))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.language)
        head.addWidget(self.state, 1)
        head.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.field, 1)

    @property
    def code(self) -> str:
        return str(self.language.now)

    @property
    def changed(self) -> bool:
        return self.text() != self._seen

    def offer(self, code: str) -> None:
        self.language.offer(list(LANGUAGE_NAMES.items()), code)
        self.field.setAccessibleName(LANGUAGE_NAMES[code])

    def show_row(self, row: Row | None, *, same: bool) -> None:
        """The paragraph stands there; what was typed into the same one and is not stored yet stays."""
        self.field.setEnabled(row is not None and not row.title)
        self.field.setPlaceholderText("" if self.field.isEnabled() else self._nothing)
        if same and self.changed:
            return
        paragraph = None if row is None else row.paragraph
        text = "" if row is None or row.title else row.text
        there = None if paragraph is None else paragraph.texts.get(self.code)
        self.base = "" if there is None else there.revision
        if self.text() != text:
            self.field.setPlainText(text)
        self._seen = self.text()  # signs that no field can hold are not a change
        self.state.say(self._state(row))

    def text(self) -> str:
        return written(self.field)

    def stored(self) -> None:
        """What stands there is what the report has."""
        self._seen = self.text()

    def _state(self, row: Row | None) -> str:
        say, paragraph = self._context.language.say, None if row is None else row.paragraph
        if row is None:
            return ""
        if row.behind:
            return say("The original has changed since it was translated.")
        own = paragraph is not None and self.code not in paragraph.texts and not paragraph.has_source
        return say("Not translated yet: the original is shown.") if own or row.foreign else ""
