"""What a person should look at in the document that is shown: in one line, and all of it on demand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from facilitator.language.direction import bare
from facilitator.language.remarks import length, remarks, unprintable
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.painting import ground
from facilitator.ui.report.line import Line
from facilitator.ui.type import Role

_TALL = 132


class Remarks(QWidget):
    """Is not there while there is nothing to say."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        ground(self, context.tokens.bg)
        self.line = Line(context)
        self.more = Button(context, context.language.say("Show all"), Look.QUIET)
        self.more.setCheckable(True)
        self.all = QLabel()
        self.all.setFont(context.font(Role.SMALL))
        self.all.setWordWrap(True)
        self.all.setTextFormat(Qt.TextFormat.PlainText)
        self.all.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._list = QScrollArea(widgetResizable=True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFixedHeight(_TALL)
        self._list.setWidget(self.all)
        self._arrange()
        self.more.toggled.connect(self._show_all)
        self.hide()

    def show_made(self, made: Mapping[str, Any]) -> None:
        """The line says what there is to look at, if one sentence that one; the list says all of them."""
        language = self._context.language
        sentences = list(remarks(made, language))
        found = len(made["findings"])
        counted = language.count("{n} remark", "{n} remarks", found) if found else ""
        lost = unprintable(made, language)
        told = " · ".join(filter(None, (lost, length(made, language), counted)))
        self.line.say(bare(sentences[0]) if len(sentences) == 1 else told, warn=bool(lost or found))
        self.all.setText("\n".join(sentences))
        self.more.setVisible(len(sentences) > 1)
        if len(sentences) < 2:
            self.more.setChecked(False)
        self.setVisible(bool(sentences))

    def _show_all(self, wanted: bool) -> None:  # noqa: FBT001 - as the signal gives it
        say = self._context.language.say
        self.more.setText(say("Show less") if wanted else say("Show all"))
        self._list.setVisible(wanted)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 8, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.more)
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 0, 16, 4)
        inset.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(inset)
        self._list.hide()
