"""One conflict with all its words: the sides beside one another, and a field for a third text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QGridLayout, QTextEdit, QVBoxLayout, QWidget

from facilitator.language.direction import isolate, whole
from facilitator.ui.buttons import Button
from facilitator.ui.context import Attire
from facilitator.ui.settings.conflict_list import Conflict, said, thing
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role
from facilitator.ui.written import written

_FIELD = 64


class _Third(QTextEdit):
    """A text in the place of both; Ctrl+Enter keeps it."""

    kept = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ends and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ConflictSides(QWidget):
    """Each side stands with who and when, and the key that keeps it; `whens` are told beside the laptops."""

    kept = Signal(int, str)  # which side, and a text in the place of all

    def __init__(self, attire: Attire, conflict: Conflict, whens: Sequence[str]) -> None:
        super().__init__()
        self._attire = attire
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        which = thing(conflict, attire.language)
        if which:
            self._column.addWidget(label(attire, which, attire.font(Role.SMALL_STRONG), attire.tokens.text))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        self.keep = [self._add(grid, number, conflict, when) for number, when in enumerate(whens)]
        self._column.addLayout(grid)
        self.third: _Third | None = None
        if all("text" in side["values"] for side in conflict["sides"]):
            self.third = self._make_third(str(conflict["sides"][0]["values"]["text"]))

    def _add(self, grid: QGridLayout, number: int, conflict: Conflict, when: str) -> Button:
        attire, side = self._attire, conflict["sides"][number]
        text = said(side, attire.language)
        who = whole(f"{isolate(side['laptop'])} · {when}", rtl=attire.rtl)
        grid.addWidget(label(attire, who, attire.font(Role.SMALL), attire.tokens.text2), 0, number)
        words = label(attire, text, attire.font(Role.BODY), attire.tokens.text)
        across = words.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        words.setAlignment(across | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, 1, number)
        keep = Button(attire, attire.language.say("Keep this"), key=str(number + 1))
        keep.setAccessibleDescription(text)
        keep.clicked.connect(partial(self._keep, number))
        grid.addWidget(keep, 2, number, Qt.AlignmentFlag.AlignLeading)
        grid.setColumnStretch(number, 1)
        return keep

    def _keep(self, number: int, *_: object) -> None:
        self.kept.emit(number, "")

    def _make_third(self, text: str) -> _Third:
        say, third = self._attire.language.say, _Third()
        third.setAccessibleName(say("A third text"))
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each paragraph has its own
        third.document().setDefaultTextOption(option)
        third.setAcceptRichText(False)
        third.setPlainText(text)
        third.setFont(self._attire.font(Role.BODY))
        third.setTabChangesFocus(True)
        third.setFixedHeight(_FIELD)
        keep = Button(self._attire, say("Keep the third text"), key="Ctrl+Enter")
        for signal in (third.kept, keep.clicked):
            signal.connect(lambda *_: self.kept.emit(0, written(third)))
        self._column.addWidget(third)
        self._column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeading)
        return third
