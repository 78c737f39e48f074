"""What the program is made of, and under which licences."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QWidget

from facilitator.language.direction import ltr
from facilitator.ui.context import Attire
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

Rows = Iterable[tuple[str, str]]


class About(Sheet):
    """Versions first, because they are what somebody who helps asks for; they can be copied."""

    def __init__(
        self, attire: Attire, parts: Rows, licences: Rows, parent: QWidget, report: str = ""
    ) -> None:
        """`report` is what was written down of bugs."""
        say = attire.language.say
        super().__init__(attire, say("About Facilitator"), parent)
        told = say(
            "Facilitator is free software under the Apache License 2.0. Its parts keep their own licences. "
            "Qt is used under the LGPL 3.0, as separate libraries that can be replaced."
        )
        self.column.addWidget(label(attire, told, attire.font(Role.BODY), attire.tokens.text))
        self._table(say("Versions"), parts)
        self._table(say("Parts and their licences"), licences)
        if report:
            self._report(report)
        self.column.addStretch(1)

    def _report(self, report: str) -> None:
        """Somebody reads it before sending it by hand; the program sends nothing."""
        attire, say = self.attire, self.attire.language.say
        heading = label(attire, say("What went wrong"), attire.font(Role.HEADING), attire.tokens.text)
        heading.setContentsMargins(0, 12, 0, 0)
        words = say("Nothing is sent by itself. Read it, copy it, and send it to whoever helps you.")
        self.column.addWidget(heading)
        self.column.addWidget(label(attire, words, attire.font(Role.SMALL), attire.tokens.text2))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.report.setFont(attire.font(Role.SMALL))
        self.report.setFixedHeight(160)
        self.report.setAccessibleName(say("What went wrong"))
        self.column.addWidget(self.report)

    def _table(self, title: str, rows: Rows) -> None:
        attire = self.attire
        heading = label(attire, title, attire.font(Role.HEADING), attire.tokens.text)
        heading.setContentsMargins(0, 12, 0, 0)
        self.column.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(rows):
            grid.addWidget(self._cell(name, strong=True), number, 0)
            grid.addWidget(self._cell(value), number, 1)
        self.column.addLayout(grid)

    def _cell(self, text: str, *, strong: bool = False) -> QLabel:
        face = self.attire.font(Role.SMALL_MEDIUM if strong else Role.SMALL)
        cell = label(
            self.attire, ltr(text), face, self.attire.tokens.text if strong else self.attire.tokens.text2
        )
        cell.setWordWrap(not strong)
        cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return cell
