"""One's own short codes, a line each, edited in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from facilitator.language.direction import ltr
from facilitator.language.short_codes import BadShortCode, ShortCodes, typed_short_codes
from facilitator.ui.context import Attire
from facilitator.ui.settings.options import Option
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_HEIGHT = 120


class CodeLines(QPlainTextEdit):
    """Hears that somebody has gone elsewhere, which is when the lines are kept."""

    def __init__(self, keep: Callable[[], object]) -> None:
        super().__init__()
        self._keep = keep

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keep()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep()
        super().hideEvent(event)


class CodeFields(QWidget):
    """What can be kept is kept when the field is left; a line that cannot says why, and nothing is lost."""

    def __init__(self, attire: Attire, codes: ShortCodes, keep: Callable[[str], object]) -> None:
        super().__init__()
        say = attire.language.say
        self._attire, self._keep, self._kept = attire, keep, codes.written()
        self.options: list[Option] = []
        self.name = say("Short codes")
        self.lines = CodeLines(self._take)
        self.lines.setPlainText(self._kept)
        self.lines.setFont(attire.font(Role.BODY))
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(_HEIGHT)
        self.lines.setAccessibleName(self.name)
        self.told = label(attire, "", attire.font(Role.SMALL_STRONG), attire.tokens.danger)
        self.told.hide()
        more = say(
            "A line each, such as: gp = good practice. In a note, a semicolon, the code and a space write "
            "the phrase. The codes of the vocabularies, such as {one} or {other}, are there already; "
            "Ctrl+E lists all.",
            one=ltr(";cso"),
            other=ltr(";sdg10"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(label(attire, self.name, attire.font(Role.HEADING), attire.tokens.text))
        column.addWidget(self.lines)
        column.addWidget(self.told)
        column.addWidget(label(attire, more, attire.font(Role.SMALL), attire.tokens.text2))

    def _take(self) -> None:
        text = self.lines.toPlainText()
        if text == self._kept:
            return
        try:
            codes = typed_short_codes(text)
        except BadShortCode as bad:
            say = self._attire.language.say
            words = say("Line {n} is not kept: write a new code, “=”, and its phrase.", n=bad.line)
            self.told.setText(words)
            self.told.show()
            return
        self.told.hide()
        self._kept = text
        self._keep(codes.kept())
