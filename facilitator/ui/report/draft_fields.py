"""The masthead of the report and the titles of its documents: found by name, and filled in by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from facilitator.domain.outline import Outline
from facilitator.domain.renderings import InLanguages
from facilitator.domain.report import IN_WORDS
from facilitator.language.direction import ltr
from facilitator.language.report_fields import MASTHEAD
from facilitator.language.speech import LANGUAGE_NAMES
from facilitator.ui.choices import Choice
from facilitator.ui.context import Context
from facilitator.ui.floor.prompt import Prompt, Question
from facilitator.ui.palette import Named

_WIDE, _DOWN = 640, 48
_BETWEEN = " // "
"""How lines of one field are typed in one line."""


class FieldChoices(Named):
    """Typed words find a field by its name, a document by its symbol."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        say = context.language.say
        super().__init__(context, parent, say("Masthead and documents"), say("Find a field or a symbol"))
        self.nothing = say("Nothing is called that.")


@dataclass
class DraftFields:
    """After each answer the list stands there again, until it is left.

    What is in words is asked for in the language that is `spoken`.
    """

    context: Context
    page: QWidget
    outline: Callable[[], Outline]
    do: Callable[..., object]
    spoken: Callable[[], str]

    def __post_init__(self) -> None:
        self.list, self.prompt = FieldChoices(self.context, self.page), Prompt(self.context, self.page)

    def open(self) -> None:
        """All fields are listed with what they say, and below them the documents with their titles."""
        at = QPoint((self.page.width() - _WIDE) // 2, _DOWN)
        self.list.open(list(self._all()), at, _WIDE)

    def ask(self, field: str) -> None:
        """The field is asked for; several lines of it stand between two strokes."""
        text = self.outline().fields.get(field, InLanguages())
        self._ask(self._named(field), self._now(text, field), text.first, partial(self._write, field))

    def _named(self, field: str) -> str:
        """What a field is called, with the language if it reads otherwise in each."""
        called = self.context.language.say(MASTHEAD[field])
        return self._spoken(called) if field in IN_WORDS else called

    def _spoken(self, called: str) -> str:
        spoken = LANGUAGE_NAMES[self.spoken()]
        return self.context.language.say("{field} ({language})", field=called, language=spoken)

    def _all(self) -> Iterator[Choice]:
        told = self.outline()
        for field in MASTHEAD:
            text = told.fields.get(field)
            yield Choice(self._named(field), partial(self.ask, field), under=self._told(text, field) or "–")
        for symbol in told.documents:
            under = self._told(told.titles.get(symbol)) or self.context.language.say("no title yet")
            yield Choice(ltr(symbol), partial(self._ask_title, symbol), under=under)

    def _told(self, text: InLanguages | None, field: str = "") -> str:
        """What a text says in the language that is spoken, and whether that is not so any more."""
        say, code = self.context.language.say, self.spoken()
        if text is None:
            return ""
        now = self._now(text, field)
        if not now:
            return say("not translated: {text}", text=_in_a_line(text.first))
        return f"{now} · {say('older than the original')}" if text.behind(code) else now

    def _now(self, text: InLanguages, field: str = "") -> str:
        """What a text says in the language that is spoken; a symbol or a number is the same in all."""
        if field and field not in IN_WORDS:
            return _in_a_line(text.first)
        there = text.texts.get(self.spoken())
        return "" if there is None else _in_a_line(there.text)

    def _write(self, field: str, typed: str) -> None:
        lines = [line.strip() for line in typed.split(_BETWEEN.strip())]
        text = "\n".join(filter(None, lines))
        self.do("write_report", field=field, text=text, language=self.spoken())

    def _title(self, symbol: str, typed: str) -> None:
        self.do("title_document", symbol=symbol, title=typed, language=self.spoken())

    def _ask_title(self, symbol: str) -> None:
        text = self.outline().titles.get(symbol, InLanguages())
        self._ask(self._spoken(ltr(symbol)), self._now(text), text.first, partial(self._title, symbol))

    def _ask(self, words: str, now: str, first: str, put: Callable[[str], object]) -> None:
        """What is asked for stands there as it reads now, and dimly as it was first written."""

        def take(typed: str) -> None:
            self.prompt.leave()
            put(typed)
            self.open()

        self.prompt.ask(Question(words, take, text=now, hint=_in_a_line(first)))


def _in_a_line(text: str) -> str:
    return _BETWEEN.join(text.splitlines())
