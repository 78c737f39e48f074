"""The field of the capture line: it begins as one line and grows with what is written in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from facilitator.language.direction import first_strong_rtl
from facilitator.language.short_codes import LONGEST, SIGNS
from facilitator.ui.context import Context
from facilitator.ui.landing import packages_of
from facilitator.ui.type import Role
from facilitator.ui.written import written

Phrases = Callable[[str, str], str | None]  # a code and what is written before it
_CODE = re.compile(rf"(?<![^\s(«“\"'])[{SIGNS}](\S{{1,{LONGEST}}})$")
_ENDS = " .,:!?)»”،؟。，"
LONGEST_LINE = 20_000  # a longer text, above all one word, would keep the window from answering
_ONE, _MOST = 36, 5  # the height of one line with its air, and how many lines are in sight


class CaptureField(QTextEdit):
    """Enter, Esc and the arrows belong to the block around it; Shift+Enter begins a line.

    Each paragraph runs as its first letter says; an empty field as the window does. Places count units of
    UTF-16, in which Qt counts, unless they are said to be code points.
    """

    textEdited = Signal(str)  # noqa: N815 - as every field of Qt calls it
    grown = Signal(int)  # how high it is now
    refused = Signal(str)  # why what was pasted is not there

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rtl, self._by_hand = context.rtl, True
        self.codes: Phrases = lambda *_: None
        self._expanded = self._left_alone = ""  # a code whose phrase was taken back
        self.setProperty("bare", True)  # the frame around it is its border
        self.setFont(context.font(Role.CAPTURE))
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlaceholderText(context.language.say("Write what is said. Enter stores it."))
        self.setAccessibleName(context.language.say("New note"))
        self.document().setDocumentMargin(0)
        air = max(0, (_ONE - self.fontMetrics().lineSpacing()) // 2)
        self.setViewportMargins(0, air, 0, air)
        self.setFixedHeight(_ONE)
        self._run("")
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        return written(self)

    def setText(self, text: str) -> None:
        """The text stands there, and nobody typed it."""
        self._by_hand = False
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._by_hand = True

    def clear(self) -> None:
        self.setText("")

    def insert(self, text: str) -> None:
        """The text is written where the cursor stands, as if typed."""
        self.textCursor().insertText(text)

    def setCursorPosition(self, place: int) -> None:
        self.setSelection(place, 0)

    def setSelection(self, begin: int, length: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def selected(self) -> tuple[int, int, str] | None:
        """Return what is selected and where, in code points; None if nothing is."""
        cursor = self.textCursor()
        words = cursor.selectedText().replace("\u2029", "\n")
        begin = _code_points(self.text(), cursor.selectionStart())
        return (begin, begin + len(words), words) if words else None

    def place(self) -> int:
        """Return where the cursor stands, in code points."""
        return _code_points(self.text(), self.textCursor().position())

    def at_edge(self, *, up: bool) -> bool:
        """Say whether the cursor stands in the first line, or in the last."""
        operation = QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down
        return not self.textCursor().movePosition(operation)

    def expand(self, end: str = "") -> bool:
        """A short code before the cursor is its phrase, with `end` behind it: one step that is undone as one.

        A code whose phrase was taken back is left alone.
        """
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        before = cursor.selectedText()
        found = _CODE.search(before)
        phrase = None if found is None else self.codes(found[1], self.text()[: -len(found[0])])
        if found is None or phrase is None or found[0] == self._left_alone:
            return False
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for _ in range(len(found[0].encode("utf-16-le")) // 2):
            cursor.deletePreviousChar()
        cursor.insertText(phrase + end)
        cursor.endEditBlock()
        self._expanded = found[0]
        return True

    def _taken_back(self) -> None:
        """What stands before the cursor after an undo may be a code again; it stays one."""
        if self._expanded and self.text()[: self.place()].endswith(self._expanded):
            self._left_alone, self._expanded = self._expanded, ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text() in _ENDS and self.expand(event.text()):
            return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()  # a paragraph of its own, with its own direction
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)
        if event.matches(QKeySequence.StandardKey.Undo):
            self._taken_back()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """A package that is dropped here is taken in by the window; its name is no note."""
        return not packages_of(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted comes as plain lines, without the empty ones at its end; no book is pasted."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
        if len(self.text()) + len(text) > LONGEST_LINE:
            self.refused.emit(self.too_long())
            return
        self.insert(text)

    def too_long(self) -> str:
        """Return why a text cannot stand here."""
        language = self._context.language
        return language.say(
            "This is longer than {n} characters, more than one note can show. Take a part of it.",
            n=language.number(LONGEST_LINE),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _changed(self) -> None:
        text = self.text()
        self._run(text)
        self._grow()
        if self._by_hand:
            self.textEdited.emit(text)
        if not text:
            self._left_alone = self._expanded = ""

    def _run(self, text: str) -> None:
        """An empty paragraph has no letter that says how it runs."""
        empty = Qt.LayoutDirection.RightToLeft if self._rtl else Qt.LayoutDirection.LeftToRight
        rtl = first_strong_rtl(text, otherwise=self._rtl)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        wanted = Qt.LayoutDirection.LayoutDirectionAuto if text else empty
        cursor = QTextCursor(self.document())
        if cursor.blockFormat().layoutDirection() == wanted:
            return
        format_ = QTextBlockFormat()
        format_.setLayoutDirection(wanted)
        by_hand, self._by_hand = self._by_hand, False
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.joinPreviousEditBlock()  # undone with the letter that brought it
        cursor.mergeBlockFormat(format_)
        cursor.endEditBlock()
        self._by_hand = by_hand

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(1, round(self.document().size().height() / line))
        height = _ONE + (min(_MOST, lines) - 1) * line
        scrolls = lines > _MOST
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit(height)


def _code_points(text: str, units: int) -> int:
    """Return how many code points so many units of UTF-16 are, in which Qt counts."""
    return len(text.encode("utf-16-le")[: 2 * max(0, units)].decode("utf-16-le", errors="ignore"))
