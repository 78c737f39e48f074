"""The rules of a panel: switched by a line of a menu, or given a number or a length."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from facilitator.domain.floor import Floor
from facilitator.domain.timing import SECOND
from facilitator.language.direction import isolate
from facilitator.language.durations import duration_typed
from facilitator.language.floor_rules import RULE_NAMES
from facilitator.ui.context import Context
from facilitator.ui.floor.offers import Ask, Offers
from facilitator.ui.floor.prompt import Prompt, Question
from facilitator.ui.floor.questions import Questions
from facilitator.ui.reading import plain

_MOST_PROTECTED = 4
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """A rule that is a number or a length, and whether there may be none."""

    rule: str
    none: bool = False

    @property
    def words(self) -> str:
        return RULE_NAMES[self.rule]


SWITCHES = {
    rule: RULE_NAMES[rule]
    for rule in ("first_timers_first", "several", "once", "only_present", "points_when_closed", "two_step")
}
PROTECTION = {rule: RULE_NAMES[rule] for rule in ("chatham_house", "consent_needed")}
GROUPS = {rule: RULE_NAMES[rule] for rule in ("counted", "exposed")}
NUMBERS = (
    Figure("most_waiting", none=True),
    Figure("batch"),
    Figure("overtakes_at_most"),
)
LENGTHS = (
    Figure("list_closes_after_ms", none=True),
    Figure("reserve_ms"),
    Figure("changeover_ms"),
    Figure("grace_ms"),
    Figure("least_allotment_ms"),
)


PROTECTED = RULE_NAMES["protected"]
EQUAL_PART = RULE_NAMES["equal_part"]
POINTS = RULE_NAMES["points_of_order"]


class RuleMenu(Offers):
    """Fills a menu for the rules of a panel, before it opens and while it sits."""

    def __init__(self, context: Context, ask: Ask, questions: Questions, prompt: Prompt) -> None:
        super().__init__(context, ask, questions)
        self._prompt = prompt

    def fill(self, menu: QMenu, floor: Floor) -> None:
        say, rules = self.context.language.say, floor.rules
        for rule, words in SWITCHES.items():
            on = getattr(rules, rule)
            self.check(self._rule(menu, say(words), floor, rule, not on), on=on)
        self._protection(menu, floor)
        protected = self.inner(menu, say(PROTECTED))
        for n in range(_MOST_PROTECTED):
            self.check(self._rule(protected, str(n), floor, "protected", n), on=rules.protected == n)
        menu.addSeparator()
        for figure in NUMBERS:
            self._figure(menu, figure, floor, str, number_typed)
        for figure in LENGTHS:
            self._figure(menu, figure, floor, self._length, duration_typed)
        self._equal_part(menu, floor)
        self.does(menu, say("Kinds of points of order…"), partial(self._points, floor))

    def _protection(self, menu: QMenu, floor: Floor) -> None:
        """What no document of the panel may tell, and of which categories."""
        say, rules = self.context.language.say, floor.rules
        kept = self.inner(menu, say("What documents show of speakers"))
        for rule, words in PROTECTION.items():
            on = getattr(rules, rule)
            self.check(self._rule(kept, say(words), floor, rule, not on), on=on)
        for rule, words in GROUPS.items():
            inner, now = self.inner(kept, say(words)), getattr(rules, rule)
            for category in self.context.desk.view().categories:
                key = str(category.key)
                rest = tuple(each for each in now if each != key)
                value = rest if key in now else (*now, key)
                self.check(self._rule(inner, isolate(category.label), floor, rule, value), on=key in now)

    def _rule(self, menu: QMenu, words: str, floor: Floor, rule: str, value: object) -> QAction:
        return self.offer(menu, words, "set_rule", rule=rule, value=value, panel=floor.panel)

    def _figure(
        self,
        menu: QMenu,
        figure: Figure,
        floor: Floor,
        shown: Callable[[int], str],
        read: Callable[[str], int | None],
    ) -> None:
        say, now = self.context.language.say, getattr(floor.rules, figure.rule)
        told = say("none") if now is None else shown(now)

        def take(typed: str) -> str | None:
            value = read(typed) if typed else None
            if value is None and (typed or not figure.none):
                return (
                    say("This is no time. Type minutes, such as 2 or 1:30.")
                    if figure in LENGTHS
                    else say("Type a number.")
                )
            self._ask("set_rule", rule=figure.rule, value=value, panel=floor.panel)
            return None

        words = say(figure.words)
        choices = ((say("none"), ""),) if figure.none else ()
        question = Question(words, take, "" if now is None else shown(now), choices=choices)
        self.does(menu, f"{words}  {told}", partial(self._prompt.ask, question))

    def _equal_part(self, menu: QMenu, floor: Floor) -> None:
        """How much of the time is planned equally for all groups; the rest by who is in the room."""
        say, language = self.context.language.say, self.context.language

        def take(typed: str) -> str | None:
            number = percent_typed(typed)
            if number is None:
                return say("Type a number from 0 to 100.")
            self._ask("set_rule", rule="equal_part", value=number, panel=floor.panel)
            return None

        words, now = say(EQUAL_PART), floor.rules.equal_part
        question = Question(words, take, str(round(now * _HUNDRED)))
        self.does(menu, f"{words}  {language.percent(now)}", partial(self._prompt.ask, question))

    def _points(self, floor: Floor) -> None:
        """The ranked kinds of points of order, the first heard first; none typed is no ranking."""
        say = self.context.language.say

        def take(typed: str) -> str | None:
            self._ask("set_rule", rule="points_of_order", value=kinds_typed(typed), panel=floor.panel)
            return None

        words = say(POINTS)
        self._prompt.ask(Question(words, take, ", ".join(floor.rules.points_of_order)))

    def _length(self, ms: int) -> str:
        return plain(self.context.language.duration(ms // SECOND * SECOND))


def kinds_typed(typed: str) -> tuple[str, ...]:
    """Return the kinds between the commas of whichever language."""
    kinds = [kind.strip() for kind in typed.replace("،", ",").replace("，", ",").split(",")]
    return tuple(kind for kind in kinds if kind)


def percent_typed(typed: str) -> float | None:
    """Return the part of a whole that is typed in hundredths, None if it is none."""
    number = number_typed(typed.rstrip("%٪ \u00a0"))
    return None if number is None or number > _HUNDRED else number / _HUNDRED


def number_typed(typed: str) -> int | None:
    return int(typed) if typed.isdecimal() and len(typed) <= len(str(_HUNDRED)) else None
