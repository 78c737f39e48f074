"""What can be done with the list as a whole and with the course of the panel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from facilitator.domain.budgets import left_ms
from facilitator.domain.floor import Floor
from facilitator.domain.programme import PanelState
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.language.wording import PHASES
from facilitator.ui.context import Context
from facilitator.ui.floor.phases import next_step
from facilitator.ui.floor.questions import Questions
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

_MOST_PROTECTED = 4
Ask = Callable[..., None]


class ListMenu:
    """Fills a menu; what is chosen leaves through `ask`, what must be typed through `questions`."""

    def __init__(self, context: Context, ask: Ask, questions: Questions) -> None:
        self._context, self._ask, self._questions = context, ask, questions

    def fill(self, menu: QMenu, view: View, now: int) -> QMenu:
        menu.setFont(self._context.font(Role.BODY))
        floor = view.floor
        if floor is None:
            return menu
        if view.live:
            self._opening(menu, floor, now)
            self._order(menu, view, floor)
        self._rules(menu, floor)
        if view.live:
            self._limits(menu, view, now)
            self._course(menu, floor, now)
        return menu

    def _opening(self, menu: QMenu, floor: Floor, now: int) -> None:
        say, language = self._context.language.say, self._context.language
        if floor.list_open:
            self._offer(menu, say("Close the list"), "close_list")
        else:
            self._offer(menu, say("Reopen the list"), "reopen_list")
        words = say("Close the list at…")
        if floor.list_closes_at is not None and floor.list_open:
            words = say("Closes at {time}; change…", time=language.time_of_day(floor.list_closes_at))
        self._does(menu, words, partial(self._questions.closing_of_list, now))
        self._offer(menu, say("Put the last speaker back on the list"), "re_add_last")

    def _order(self, menu: QMenu, view: View, floor: Floor) -> None:
        say = self._context.language.say
        menu.addSeparator()
        drawn = self._offer(menu, say("Draw lots"), "draw_lots")
        letter = self._does(menu, say("Alphabetical from a letter…"), self._questions.letter)
        by_category = partial(self._questions.slots, view, "category")
        by_region = partial(self._questions.slots, view, "region")
        shared = (
            self._does(menu, say("Share places out by category…"), by_category),
            self._does(menu, say("Share places out by region…"), by_region),
        )
        for action in (drawn, letter, *shared):
            action.setEnabled(len(floor.waiting) > 1)

    def _rules(self, menu: QMenu, floor: Floor) -> None:
        """Rules of this panel that are switched while it sits."""
        say, rules = self._context.language.say, floor.rules
        menu.addSeparator()
        menu = menu.addMenu(say("Rules of this panel"))
        menu.setFont(self._context.font(Role.BODY))
        for words, rule, on in (
            (say("First-time speakers first"), "first_timers_first", rules.first_timers_first),
            (say("Several requests by the same speaker"), "several", rules.several),
            (say("Each speaker once in this panel"), "once", rules.once),
            (say("Only those in the room"), "only_present", rules.only_present),
            (say("Points of order when the list is closed"), "points_when_closed", rules.points_when_closed),
        ):
            self._check(self._rule(menu, words, floor, rule, not on), on=on)
        protected = menu.addMenu(say("Places nobody is put in before"))
        protected.setFont(menu.font())
        for n in range(_MOST_PROTECTED):
            action = self._rule(protected, str(n), floor, "protected", n)
            self._check(action, on=rules.protected == n)

    def _limits(self, menu: QMenu, view: View, now: int) -> None:
        """Time by category and each group's budget."""
        floor, language = view.floor, self._context.language
        if floor is None:
            return
        menu.addSeparator()
        limits = menu.addMenu(language.say("Limits by category"))
        budgets = menu.addMenu(language.say("Budgets"))
        for inner in (limits, budgets):
            inner.setFont(menu.font())
        left = left_ms(floor, now)
        for category in view.categories:
            limit = plain(language.duration(floor.allotment_for(category.key)))
            words = f"{category.brief}  {limit}"
            self._does(limits, words, partial(self._questions.allotment, category, limit))
            ms = left.get(category.key)
            told = language.say("no budget") if ms is None else plain(language.duration(ms))
            self._does(budgets, f"{category.brief}  {told}", partial(self._questions.budget, category, ms))
        budgets.addSeparator()
        back = self._offer(budgets, language.say("Give the overdraft back"), "give_back_overdraft")
        back.setEnabled(any(ms < 0 for ms in left.values()))
        self._carry(budgets, view)

    def _carry(self, menu: QMenu, view: View) -> None:
        """What the groups have left in another panel can be carried over to this one."""
        say, here = self._context.language.say, view.panel
        inner = menu.addMenu(say("Carry over from"))
        inner.setFont(menu.font())
        for panel in view.panels:
            if here is not None and panel.id != here.id and view.states[panel.id] is PanelState.CLOSED:
                self._offer(inner, panel.brief, "carry_budgets", panel=panel.id)
        inner.setEnabled(not inner.isEmpty())

    def _course(self, menu: QMenu, floor: Floor, now: int) -> None:
        language = self._context.language
        menu.addSeparator()
        following = next_step(floor)
        if following is not None:
            words = language.say("Next phase: {phase}", phase=language.say(PHASES[following.phase]))
            minutes = "" if following.ms is None else language.duration(following.ms // MINUTE * MINUTE)
            text = "  ".join(filter(None, (words, plain(minutes))))
            self._offer(menu, f"{text}\tCtrl+F6", "enter_phase", phase=following.phase)
        if floor.state is PanelState.OPEN:
            self._does(menu, language.say("Break until…"), partial(self._questions.suspension, now))
        else:
            self._offer(menu, language.say("End the break"), "open_panel", panel=floor.panel)

    def _rule(self, menu: QMenu, words: str, floor: Floor, rule: str, value: object) -> QAction:
        return self._offer(menu, words, "set_rule", rule=rule, value=value, panel=floor.panel)

    def _check(self, action: QAction, *, on: bool) -> None:
        action.setCheckable(True)
        action.setChecked(on)

    def _offer(self, menu: QMenu, words: str, act: str, **arguments: object) -> QAction:
        return self._does(menu, words, partial(self._ask, act, **arguments))

    def _does(self, menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _=False: act())
        return action
