"""The rules of the floor of a panel: each with its value, changed here or for all panels at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from facilitator.domain.programme import Panel
from facilitator.domain.timing import SECOND
from facilitator.domain.view import View
from facilitator.language.direction import isolate
from facilitator.language.durations import duration_typed
from facilitator.language.floor_rules import DIMENSION_WORDS, RULE_NAMES
from facilitator.language.speech import Language, mark
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.dropping import drop
from facilitator.ui.floor.rule_menu import (
    EQUAL_PART,
    GROUPS,
    LENGTHS,
    NUMBERS,
    POINTS,
    PROTECTED,
    PROTECTION,
    SWITCHES,
    kinds_typed,
    number_typed,
    percent_typed,
)
from facilitator.ui.live_keys import hear
from facilitator.ui.setup.lines import field
from facilitator.ui.setup.panel_rules import RulesOfPanel
from facilitator.ui.type import Role

_Value = bool | int | float | tuple[str, ...] | None
_NO_NUMBER = mark("Type a number.")
_NO_TIME = mark("This is no time. Type minutes, such as 2 or 1:30.")
_NO_PART = mark("Type a number from 0 to 100.")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule: its words, how its value is told and typed, and what is said of one that is none.

    `read` gives None for what is no value; a rule that is `optional` has none where nothing is typed.
    """

    key: str
    words: str
    told: Callable[[Language, _Value], str]
    read: Callable[[str], _Value] | None = None
    wrong: str = ""
    optional: bool = False
    choices: Callable[[View], Mapping[str, str]] | None = None
    for_good: bool = False  # what is chosen stays so

    @property
    def typed(self) -> bool:
        """Say whether its value is typed, rather than turned or chosen from a menu."""
        return self.read is not None


def _dimensions(_: View) -> Mapping[str, str]:
    return DIMENSION_WORDS


def _categories(view: View) -> Mapping[str, str]:
    return {str(category.key): category.label for category in view.categories}


def _switch(language: Language, value: _Value) -> str:
    return language.say("yes") if value else language.say("no")


def _plain(_: Language, value: _Value) -> str:
    return "" if value is None else str(value)


def _length(_: Language, value: _Value) -> str:
    if not isinstance(value, int):
        return ""
    minutes, rest = divmod(value // SECOND, 60)
    return f"{minutes}:{rest:02}"


def _part(_: Language, value: _Value) -> str:
    return f"{round(value * 100)}%" if isinstance(value, float) else ""


def _kinds(_: Language, value: _Value) -> str:
    return ", ".join(value) if isinstance(value, tuple) else ""


RULES = (
    *(_Rule(key, words, _switch) for key, words in {**SWITCHES, **PROTECTION}.items()),
    _Rule("protected", PROTECTED, _plain, number_typed, _NO_NUMBER),
    *(_Rule(each.rule, each.words, _plain, number_typed, _NO_NUMBER, each.none) for each in NUMBERS),
    *(_Rule(each.rule, each.words, _length, duration_typed, _NO_TIME, each.none) for each in LENGTHS),
    _Rule("equal_part", EQUAL_PART, _part, percent_typed, _NO_PART),
    _Rule("points_of_order", POINTS, _kinds, kinds_typed),
    _Rule("dimensions", RULE_NAMES["dimensions"], _kinds, choices=_dimensions),
    _Rule("hidden", RULE_NAMES["hidden"], _kinds, choices=_dimensions, for_good=True),
    *(_Rule(key, words, _kinds, choices=_categories) for key, words in GROUPS.items()),
)


class FloorRuleLines(RulesOfPanel):
    """A line for each rule; by its button or Enter one is turned on and off, or opens what it can be."""

    name = mark("Rules of the floor")
    heads = (mark("Rule"), mark("Value"))
    widths = (0, 240)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.everywhere.clicked.connect(self._for_all)
        hear("Return", self.table, self.change.click)

    def inputs(self) -> Sequence[tuple[QWidget, int]]:
        context, say = self._context, self._context.language.say
        self.value = field(context, say("Value"))
        self.value.returnPressed.connect(self.change.click)
        self.everywhere = Button(context, say("So in all panels"))
        self.everywhere.setToolTip(say("Panels that have a value of their own keep it"))
        return (self.value, 1), (self.everywhere, 0)

    def lines(self, panel: Panel) -> list[tuple[str, ...]]:
        language, rules = self._context.language, self.floor(panel).rules
        return [
            (language.say(rule.words), isolate(self._told(rule, getattr(rules, rule.key)) or "–"))
            for rule in RULES
        ]

    def _told(self, rule: _Rule, value: _Value) -> str:
        """Return a rule's value in words; what is chosen, as the menu calls it."""
        language = self._context.language
        if rule.choices is None or not isinstance(value, tuple):
            return rule.told(language, value)
        named = rule.choices(self._context.desk.view())
        return language.names([language.say(named[key]) if key in named else key for key in value])

    def show_line(self, line: int | None) -> None:
        typed = line is not None and RULES[line].typed
        told = ""
        if line is not None and self.panel is not None and typed:
            rule = RULES[line]
            told = rule.told(self._context.language, getattr(self.floor(self.panel).rules, rule.key))
        self.value.setText(told)
        self.value.setEnabled(typed)
        self.complain("")

    def choices(self, panel: Panel, rule: _Rule) -> QMenu:
        """Return what a rule can be made of, each line on or off; what holds for good stays on."""
        menu, say = QMenu(self), self._context.language.say
        menu.setFont(self._context.font(Role.BODY))
        named = {} if rule.choices is None else rule.choices(self._context.desk.view())
        now = getattr(self.floor(panel).rules, rule.key)
        for key, words in named.items():
            line = menu.addAction(isolate(say(words)))
            line.setCheckable(True)
            line.setChecked(key in now)
            line.setEnabled(not (rule.for_good and key in now))
            value = tuple(each for each in now if each != key) if key in now else (*now, key)
            line.triggered.connect(partial(self._choose, rule, value, panel))
        return menu

    def _choose(self, rule: _Rule, value: _Value, panel: Panel, *_: object) -> None:
        self._set(rule, value, panel)

    def alter(self, panel: Panel, line: int) -> None:
        rule = RULES[line]
        if rule.choices is not None:
            drop(self.choices(panel, rule), self.change, rtl=self._context.rtl)
            return
        if rule.read is None:
            self._set(rule, not getattr(self.floor(panel).rules, rule.key), panel)
            return
        typed = self.value.text().strip()
        value = rule.read(typed) if typed or not rule.optional else None
        if value is None and not (rule.optional and not typed):
            self.complain(self._context.language.say(rule.wrong))
            return
        self._set(rule, value, panel)

    def _set(self, rule: _Rule, value: _Value, panel: Panel | None) -> None:
        where = {} if panel is None else {"panel": panel.id}
        self.do("set_rule", rule=rule.key, value=value, **where)

    def _for_all(self) -> None:
        """The workshop has the value that this panel has."""
        line = self.line()
        if line is not None and self.panel is not None:
            rule = RULES[line]
            self._set(rule, getattr(self.floor(self.panel).rules, rule.key), None)
