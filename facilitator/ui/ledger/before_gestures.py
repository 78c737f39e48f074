"""What the keys do to an earlier recommendation or a conclusion: one question, and then an act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from facilitator.domain.before import Before, Finding, lines_of
from facilitator.domain.programme import Panel
from facilitator.language.speech import mark
from facilitator.language.wording import panel_title
from facilitator.ui.context import Context
from facilitator.ui.floor.prompt import Prompt, Question
from facilitator.ui.ledger.before_rows import FINDINGS, FOLLOWS

BEFORE_KEYS = (
    ("Alt+1", mark("Record progress against it")),
    ("Alt+2", mark("Record a gap against it")),
    ("Alt+3", mark("Record a lesson against it")),
    ("Alt+4", mark("It is an input to a panel")),
    ("Alt+5", mark("Link it to a recommendation")),
    ("Alt+6", mark("Add what a consultation concluded")),
)
"""Keys of the list of what came before."""


class Chosen(Protocol):
    """What the gestures are about."""

    def chosen(self) -> Before | None: ...

    def all_chosen(self) -> Sequence[Before]: ...

    def panels(self) -> Sequence[Panel]: ...

    def panel_at_hand(self) -> Panel | None: ...


@dataclass
class BeforeGestures:
    """Nothing is done while nothing is chosen; what is refused is told in the console's banner."""

    context: Context
    of: Chosen
    prompt: Prompt
    act: Callable[[str, Mapping[str, object]], object]

    def progress(self) -> None:
        self._assess(Finding.PROGRESS)

    def gap(self) -> None:
        self._assess(Finding.GAP)

    def lesson(self) -> None:
        self._assess(Finding.LESSON)

    def to_panel(self) -> None:
        """The conclusions that are chosen are inputs to the panel whose number is typed or chosen."""
        rows = [row for row in self.of.all_chosen() if row.conclusion]

        def put(panel: Panel | None) -> None:
            if panel is not None:
                for row in rows:
                    self.act("use_conclusion", {"conclusion": row.id, "panel": panel.id})

        if rows:
            self._ask_panel(self.context.language.say("The number of the panel"), put)

    def to_recommendation(self) -> None:
        """It is linked to the recommendation whose number is typed; of an earlier one it is asked how."""
        row, say = self.of.chosen(), self.context.language.say
        if row is None:
            return

        def take(typed: str) -> str | None:
            found = self._numbered(typed)
            if found is None:
                return say("No recommendation has this number. Write it as in the ledger: R-P1-02.")
            if not row.conclusion:
                self._ask_how(row, found)
                return None
            for each in self.of.all_chosen():
                if each.conclusion:
                    self.act("use_conclusion", {"conclusion": each.id, "recommendation": found})
            return None

        self.prompt.ask(Question(say("The number of the recommendation"), take, hint="R-P1-02"))

    def add_conclusion(self) -> None:
        """A consultation, what it concluded, a line each, and the panel it is an input to are asked for."""
        say, row = self.context.language.say, self.of.chosen()
        last = row.source if row is not None and row.conclusion else ""

        def put(consultation: str, texts: tuple[str, ...], panel: Panel | None) -> None:
            told: dict[str, object] = {"consultation": consultation, "texts": texts}
            self.act("add_conclusions", told if panel is None else {**told, "panel": panel.id})

        def text_of(consultation: str, text: str) -> str | None:
            texts = lines_of(text)
            if not texts:
                return say("Write what it concluded.")
            words = self.context.language.count(
                "{n} conclusion. The number of the panel, or nothing",
                "{n} conclusions. The number of the panel, or nothing",
                len(texts),
            )
            self._ask_panel(words, partial(put, consultation, texts), needed=False)
            return None

        def take(consultation: str) -> str | None:
            if not consultation:
                return say("Write where or by whom it was held.")
            hint = say("Several lines can be pasted")
            asked = Question(say("What it concluded"), partial(text_of, consultation), hint=hint, worded=True)
            self.prompt.ask(asked)
            return None

        self.prompt.ask(Question(say("Which consultation?"), take, text=last))

    def _ask_panel(self, words: str, put: Callable[[Panel | None], object], *, needed: bool = True) -> None:
        """A panel is asked for by its number; nothing is answered with None unless one is `needed`."""
        numbers = {str(panel.number): panel for panel in self.of.panels()}

        def take(typed: str) -> str | None:
            if typed not in numbers and (needed or typed):
                return self.context.language.say("There is no panel of that number.")
            put(numbers.get(typed))
            return None

        told = "\n".join(panel_title(panel, self.context.language) for panel in numbers.values())
        choices = [(number, number) for number in numbers]
        self.prompt.ask(Question(words, take, choices=choices, about=told))

    def _assess(self, kind: Finding) -> None:
        row, say = self.of.chosen(), self.context.language.say
        if row is None or row.conclusion:
            return
        panel = self.of.panel_at_hand()

        def take(text: str) -> str | None:
            if not text:
                return say("Write what became of it.")
            told = {"earlier": row.id, "kind": kind, "text": text}
            self.act("assess_earlier", told | ({} if panel is None else {"panel": panel.id}))
            return None

        self.prompt.ask(Question(say(FINDINGS[kind]), take, worded=True))

    def _ask_how(self, row: Before, recommendation: str) -> None:
        say = self.context.language.say
        ways = {say(words).casefold(): way for way, words in FOLLOWS.items()}
        ways |= {str(number): way for number, way in enumerate(FOLLOWS, 1)}

        def take(typed: str) -> str | None:
            way = ways.get(typed.casefold())
            if way is None:
                return say("Choose one of the three, or type 1, 2 or 3.")
            told = {"recommendation": recommendation, "earlier": row.id, "kind": way}
            self.act("follow_earlier", told)
            return None

        choices = [(say(words), say(words)) for words in FOLLOWS.values()]
        self.prompt.ask(
            Question(say("How does the new one stand to it?"), take, hint="1 2 3", choices=choices)
        )

    def _numbered(self, typed: str) -> str | None:
        wanted = typed.strip().casefold()
        found = (row.id for row in self.context.desk.ledger() if row.number.casefold() == wanted)
        return next(found, None)
