"""What the keys of the ledger do to what is chosen: each is one act, or one question and then an act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from facilitator.domain.notes import RecommendationId
from facilitator.domain.recommendation import Change, Recommendation, Status
from facilitator.domain.same_wish import likely_same_wish
from facilitator.language.speech import mark
from facilitator.ui.context import Context
from facilitator.ui.floor.prompt import Prompt, Question
from facilitator.ui.ledger.halves import TURN

Act = Callable[[str, Mapping[str, object]], object]
_PARTS = "//"
OF_ROWS = (
    ("Ctrl+Return", mark("Ledger: to the next step")),
    ("Ctrl+Shift+Return", mark("Ledger: to the next step, and say why")),
    ("Ctrl+Backspace", mark("Ledger: back by one step, and say why")),
    ("Ctrl+Delete", mark("Ledger: do not retain it, and say why")),
    ("Ctrl+J", mark("Ledger: the next two that may ask the same")),
    ("Ctrl+M", mark("Ledger: merge those that are chosen into the first")),
    ("Ctrl+D", mark("Ledger: split it")),
    ("Ctrl+B", mark("Ledger: another wording beside it")),
    ("Ctrl+P", mark("Ledger: propose a change")),
    ("Ctrl+I", mark("Ledger: accept the change that was proposed first")),
    ("Ctrl+R", mark("Ledger: reject the change that was proposed first")),
)
"""Keys that do something to what is chosen: they are not heard while another page covers the list."""
LEDGER_KEYS = (
    ("Ctrl+F", mark("Ledger: find by words")),
    ("Ctrl+Shift+W", mark("Ledger: who decides the steps from now on")),
    *OF_ROWS,
    TURN,
    ("Alt+Return", mark("Ledger: all its fields")),
    ("Ctrl+G", mark("Ledger: group by whom it asks")),
    ("Ctrl+T", mark("Ledger: sort by the column the keys are in; again: the other way round")),
    ("Ctrl+E", mark("Ledger: read back to the room")),
    ("Ctrl+Shift+B", mark("Ledger: what came before")),
    ("Ctrl+Shift+I", mark("Ledger: import a list, or carry over an earlier workshop")),
    ("Ctrl+Shift+X", mark("Ledger: export it")),
)
"""Keys of the ledger's list."""
SIGNED = frozenset(
    {"advance", "settle_recommendation", "send_back", "merge_recommendations", "split_recommendation"}
)
"""The acts that go a step, with the name of whoever decided it."""


class Chosen(Protocol):
    """What the gestures are about."""

    def chosen(self) -> Sequence[Recommendation]: ...

    def choose(self, ids: Sequence[RecommendationId]) -> None: ...

    def changes(self) -> Sequence[Change]: ...

    def every(self) -> Sequence[Recommendation]: ...

    def signer(self) -> str: ...

    def sign(self, who: str) -> None: ...


@dataclass
class Gestures:
    """Nothing is done while nothing is chosen; what is refused is told in the console's banner."""

    context: Context
    of: Chosen
    prompt: Prompt
    act: Act
    tell: Callable[[str], object]
    _pair: int = -1

    def of_rows(self) -> Sequence[Callable[[], object]]:
        """Return what the keys `OF_ROWS` do."""
        steps = (self.step, self.step_with_reason, self.back, self.strike, self.next_double)
        return *steps, self.merge, self.split, self.alternative, self.propose, self.accept, self.reject

    def step(self) -> None:
        for held in self.of.chosen():
            self.act("advance", {"recommendation": held.id})

    def step_with_reason(self) -> None:
        self._why(mark("Why does it go on?"), "advance")

    def back(self) -> None:
        self._why(mark("Why does it go back?"), "send_back")

    def strike(self) -> None:
        self._why(mark("Why is it not retained?"), "advance", to=Status.NOT_RETAINED)

    def who(self) -> None:
        """Whoever is named decided every step from now on, until another is; or nobody is named."""

        def take(who: str) -> None:
            self.of.sign(who)

        say = self.context.language.say
        self.prompt.ask(Question(say("Who decides the steps from now on?"), take, text=self.of.signer()))

    def next_double(self) -> None:
        """The next pair that may ask the same is chosen, the likeliest first, and round again; or none is."""
        pairs = likely_same_wish(self.of.every())
        if pairs:
            self._pair = (self._pair + 1) % len(pairs)
            self.of.choose((pairs[self._pair].one, pairs[self._pair].other))
        else:
            self.tell(self.context.language.say("No two recommendations are alike."))

    def merge(self) -> None:
        """All that are chosen go into the first; one alone is refused, and that is told."""
        held = self.of.chosen()
        if held:
            gone = tuple(each.id for each in held[1:] or held)
            self.act("merge_recommendations", {"recommendations": gone, "into": held[0].id})
            self._pair = -1

    def split(self) -> None:
        held = self._first()
        if held is None:
            return
        say = self.context.language.say

        def take(text: str) -> str | None:
            parts = tuple(part.strip() for part in text.split(_PARTS) if part.strip())
            if len(parts) < 2:
                return say("Write // where one ends and the next begins.")
            self.act("split_recommendation", {"recommendation": held.id, "texts": parts})
            self.of.choose([each.id for each in self.of.every() if each.split_from == held.id])
            return None

        self.prompt.ask(
            Question(say("Split it: write // between the parts"), take, text=held.text, worded=True)
        )

    def alternative(self) -> None:
        self._reword(mark("Another wording beside it"), "add_alternative")

    def propose(self) -> None:
        self._reword(mark("The text as it is proposed"), "propose_change")

    def accept(self) -> None:
        for change in self.of.changes()[:1]:
            self.act("accept_change", {"change": change.id})

    def reject(self) -> None:
        for change in self.of.changes()[:1]:
            self.act("reject_change", {"change": change.id})

    def _first(self) -> Recommendation | None:
        return next(iter(self.of.chosen()), None)

    def _why(self, words: str, act: str, **told: object) -> None:
        chosen, say = self.of.chosen(), self.context.language.say
        if not chosen:
            return

        def take(reason: str) -> str | None:
            if not reason:
                return say("Say why: the reason is kept with the step.")
            asked = Question(say("Who decided it?"), partial(signed, reason), text=self.of.signer())
            self.prompt.ask(asked)
            return None

        def signed(reason: str, who: str) -> None:
            self.of.sign(who)
            for held in chosen:
                self.act(act, {"recommendation": held.id, "reason": reason, **told})

        self.prompt.ask(Question(say(words), take))

    def _reword(self, words: str, act: str) -> None:
        held, say = self._first(), self.context.language.say
        if held is None:
            return

        def take(text: str) -> str | None:
            worded = " ".join(text.split())
            if not worded or worded == " ".join(held.text.split()):
                return say("Write what is to be different.")
            self.act(act, {"recommendation": held.id, "text": worded})
            return None

        self.prompt.ask(Question(say(words), take, text=held.text, worded=True))
