"""The masthead of the report and the titles of its documents: found by name, and filled in by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from facilitator.domain.outline import Outline
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
        told = self.outline()
        now, original = _in_a_line(told.fields, field), _in_a_line(told.written, field)
        self._ask(self._named(field), now, partial(self._write, field), original)

    def _named(self, field: str) -> str:
        """What a field is called, with the language if it reads otherwise in each."""
        say = self.context.language.say
        if field not in IN_WORDS:
            return say(MASTHEAD[field])
        spoken = LANGUAGE_NAMES[self.spoken()]
        return say("{field} ({language})", field=say(MASTHEAD[field]), language=spoken)

    def _all(self) -> Iterator[Choice]:
        say, told = self.context.language.say, self.outline()
        for field in MASTHEAD:
            now, original = _in_a_line(told.fields, field), _in_a_line(told.written, field)
            missing = say("not translated: {text}", text=original) if original else "–"
            yield Choice(self._named(field), partial(self.ask, field), under=now or missing)
        for symbol in told.documents:
            title = told.titles.get(symbol, "")
            ask = partial(self._ask, ltr(symbol), title, partial(self._title, symbol))
            yield Choice(ltr(symbol), ask, under=title or say("no title yet"))

    def _write(self, field: str, typed: str) -> None:
        lines = [line.strip() for line in typed.split(_BETWEEN.strip())]
        text = "\n".join(filter(None, lines))
        self.do("write_report", field=field, text=text, language=self.spoken())

    def _title(self, symbol: str, typed: str) -> None:
        self.do("title_document", symbol=symbol, title=typed)

    def _ask(self, words: str, text: str, put: Callable[[str], object], hint: str = "") -> None:
        def take(typed: str) -> None:
            self.prompt.leave()
            put(typed)
            self.open()

        self.prompt.ask(Question(words, take, text=text, hint=hint))


def _in_a_line(fields: Mapping[str, str], field: str) -> str:
    return _BETWEEN.join(fields.get(field, "").splitlines())
