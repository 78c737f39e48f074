"""Short codes, a line each, edited in place: one's own, and those of the workshop."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from facilitator.domain.refusals import Explained
from facilitator.language.direction import ltr
from facilitator.language.refusals import sentence
from facilitator.language.short_codes import BadShortCode, ShortCodes, typed_short_codes
from facilitator.ui.context import Attire, Desk
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
    """What can be kept is kept when the field is left; a line that cannot says why.

    While there is such a line no code goes: it may be one of them, half written.
    """

    def __init__(
        self, attire: Attire, name: str, more: str, codes: ShortCodes, keep: Callable[[ShortCodes], object]
    ) -> None:
        """`keep` raises Explained for what cannot be kept."""
        super().__init__()
        self._attire, self._keep, self._kept, self._codes = attire, keep, codes.written(), codes
        self.options: list[Option] = []
        self.name = name
        self.lines = CodeLines(self._take)
        self.lines.setPlainText(self._kept)
        self.lines.setFont(attire.font(Role.BODY))
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(_HEIGHT)
        self.lines.setAccessibleName(self.name)
        self.told = label(attire, "", attire.font(Role.SMALL_STRONG), attire.tokens.danger)
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(label(attire, self.name, attire.font(Role.HEADING), attire.tokens.text))
        column.addWidget(self.lines)
        column.addWidget(self.told)
        column.addWidget(label(attire, more, attire.font(Role.SMALL), attire.tokens.text2))

    def _take(self) -> None:
        text, language = self.lines.toPlainText(), self._attire.language
        if text == self._kept:
            return
        told = ""
        try:
            codes = typed_short_codes(text)
        except BadShortCode as bad:
            codes = ShortCodes({**self._codes.own, **bad.others.own})
            told = language.say("Line {n} is not kept: write a new code, “=”, and its phrase.", n=bad.line)
        try:
            self._keep(codes)
        except Explained as refused:
            told = sentence(language, refused)
        else:
            self._kept, self._codes = text, codes
        self._tell(told)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))


def own_codes(attire: Attire, codes: ShortCodes, keep: Callable[[str], object]) -> CodeFields:
    """Return the field of the codes that one person has on this computer."""
    say = attire.language.say
    more = say(
        "A line each, such as: gp = good practice. In a note, a semicolon, the code and a space write "
        "the phrase. The codes of the vocabularies, such as {one} or {other}, are there already; "
        "Ctrl+E lists all.",
        one=ltr(";cso"),
        other=ltr(";sdg10"),
    )
    return CodeFields(attire, say("Short codes"), more, codes, lambda found: keep(found.kept()))


def codes_of_workshop(attire: Attire, desk: Desk) -> CodeFields:
    """Return the field of the codes that everybody has who takes notes in a workshop."""
    say = attire.language.say
    more = say(
        "Everybody who takes notes in this workshop has them; they go with its packages and templates. "
        "Where one has a code of one's own, that one is written."
    )
    codes = ShortCodes(desk.view().short_codes)
    return CodeFields(
        attire, say("Short codes of this workshop"), more, codes, lambda found: _keep(desk, found.own)
    )


def _keep(desk: Desk, codes: Mapping[str, str]) -> None:
    """The workshop has these codes and no others; raises Explained."""
    before = desk.view().short_codes
    for code in {**before, **codes}:
        phrase = codes.get(code, "")
        if phrase != before.get(code, ""):
            desk.do("set_short_code", code=code, phrase=phrase)
