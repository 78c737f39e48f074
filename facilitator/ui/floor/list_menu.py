"""What can be done with the list as a whole and with the course of the panel."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu

from facilitator.domain.budgets import left_ms
from facilitator.domain.floor import Floor
from facilitator.domain.programme import PanelState
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.domain.view import View
from facilitator.language.wording import KINDS, PHASES
from facilitator.ui.context import Context
from facilitator.ui.floor.list_questions import ListQuestions
from facilitator.ui.floor.offers import Ask, Offers
from facilitator.ui.floor.phases import next_step
from facilitator.ui.floor.rule_menu import RuleMenu
from facilitator.ui.reading import plain
from facilitator.ui.type import Role


class ListMenu(Offers):
    """Fills a menu for the list."""

    questions: ListQuestions

    def __init__(self, context: Context, ask: Ask, questions: ListQuestions, rules: RuleMenu) -> None:
        super().__init__(context, ask, questions)
        self._rules = rules

    def fill(self, menu: QMenu, view: View, now: int) -> QMenu:
        menu.setFont(self.context.font(Role.BODY))
        floor = view.floor
        if floor is None:
            return menu
        if view.live:
            self._opening(menu, view, floor, now)
            self._order(menu, view, floor)
        menu.addSeparator()
        self._rules.fill(self.inner(menu, self.context.language.say("Rules of this panel")), floor)
        words = self.context.language.say("Plan of the phases…")
        self.does(menu, words, partial(self.questions.plan, view))
        if view.live:
            self._limits(menu, view, now)
            self._course(menu, floor, now)
            self._small_clock(menu, floor)
        return menu

    def _opening(self, menu: QMenu, view: View, floor: Floor, now: int) -> None:
        say, language = self.context.language.say, self.context.language
        is_open = view.list_open(now)
        if is_open:
            self.offer(menu, say("Close the list"), "close_list")
        else:
            self.offer(menu, say("Reopen the list"), "reopen_list")
        words = say("Close the list at…")
        if floor.list_closes_at is not None and is_open:
            words = say("Closes at {time}; change…", time=language.time_of_day(floor.list_closes_at))
        self.does(menu, words, partial(self.questions.closing_of_list, now))
        self.offer(menu, say("Put the last speaker back on the list"), "re_add_last")

    def _order(self, menu: QMenu, view: View, floor: Floor) -> None:
        say = self.context.language.say
        menu.addSeparator()
        drawn = self.offer(menu, say("Draw lots"), "draw_lots")
        letter = self.does(menu, say("Alphabetical from a letter…"), self.questions.letter)
        by_category = partial(self.questions.slots, view, "category")
        by_region = partial(self.questions.slots, view, "region")
        shared = (
            self.does(menu, say("Share places out by category…"), by_category),
            self.does(menu, say("Share places out by region…"), by_region),
        )
        for action in (drawn, letter, *shared):
            action.setEnabled(len(floor.waiting) > 1)

    def _limits(self, menu: QMenu, view: View, now: int) -> None:
        """Time by category and each group's budget."""
        floor, language = view.floor, self.context.language
        if floor is None:
            return
        menu.addSeparator()
        limits = self.inner(menu, language.say("Limits"))
        self._usual(limits, floor)
        budgets = self.inner(menu, language.say("Budgets"))
        warnings = self.inner(menu, language.say("Warning times"))
        left = left_ms(floor, now)
        for category in view.categories:
            limit = plain(language.duration(floor.allotment_for(category.key)))
            words = f"{category.brief}  {limit}"
            self.does(limits, words, partial(self.questions.allotment, category, limit))
            self.does(warnings, category.brief, partial(self.questions.warnings, category))
            ms = left.get(category.key)
            told = language.say("no budget") if ms is None else plain(language.duration(ms))
            self.does(budgets, f"{category.brief}  {told}", partial(self.questions.budget, category, ms))
        budgets.addSeparator()
        back = self.offer(budgets, language.say("Give the overdraft back"), "give_back_overdraft")
        back.setEnabled(any(ms < 0 for ms in left.values()))
        self._carry(budgets, view)

    def _usual(self, menu: QMenu, floor: Floor) -> None:
        """One limit for everybody, and those of the kinds that have their own."""
        language = self.context.language
        self.does(menu, language.say("Everybody…"), partial(self.questions.allotment_of, None, ""))
        menu.addSeparator()
        for kind, words in KINDS.items():
            ms = floor.kinds.get(kind)
            limit = "" if ms is None else plain(language.duration(ms))
            text = "  ".join(filter(None, (language.say(words), limit)))
            self.does(menu, text, partial(self.questions.allotment_of, kind, limit))
        menu.addSeparator()

    def _small_clock(self, menu: QMenu, floor: Floor) -> None:
        """The small clock is set, and changed while it runs."""
        say, clock = self.context.language.say, floor.side_clock
        inner = self.inner(menu, say("Small clock"))
        self.does(inner, say("Set…"), self.questions.side_clock)
        if clock is not None:
            self.offer(inner, say("1 minute more"), "add_to_side_clock", seconds=MINUTE / SECOND)
            self.offer(inner, say("1 minute less"), "add_to_side_clock", seconds=-MINUTE / SECOND)
            way = say("Count down from here") if clock.up else say("Count up from here")
            self.offer(inner, way, "turn_side_clock")

    def _carry(self, menu: QMenu, view: View) -> None:
        """What the groups have left in another panel can be carried over to this one."""
        say, here = self.context.language.say, view.panel
        inner = self.inner(menu, say("Carry over from"))
        for panel in view.panels:
            if here is not None and panel.id != here.id and view.states[panel.id] is PanelState.CLOSED:
                self.offer(inner, panel.brief, "carry_budgets", panel=panel.id)
        inner.setEnabled(not inner.isEmpty())

    def _course(self, menu: QMenu, floor: Floor, now: int) -> None:
        language = self.context.language
        menu.addSeparator()
        following = next_step(floor)
        if following is not None:
            words = language.say("Next phase: {phase}", phase=language.say(PHASES[following.phase]))
            minutes = "" if following.ms is None else language.duration(following.ms // MINUTE * MINUTE)
            text = "  ".join(filter(None, (words, plain(minutes))))
            self.offer(menu, f"{text}\tCtrl+F6", "enter_phase", phase=following.phase)
        if floor.state is PanelState.OPEN:
            self.does(menu, language.say("Break until…"), partial(self.questions.suspension, now))
        else:
            self.offer(menu, language.say("End the break"), "open_panel", panel=floor.panel)
