"""What must be typed about the list as a whole, the time of groups and the course of the panel."""

from __future__ import annotations

from functools import partial

from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.programme import Phase
from facilitator.domain.requests import Kind
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.domain.view import View
from facilitator.language.durations import duration_typed
from facilitator.language.groups import group_name
from facilitator.language.wording import KINDS, PHASES
from facilitator.ui.floor.prompt import Question
from facilitator.ui.floor.questions import Questions
from facilitator.ui.reading import plain

_PAIR = 2


class ListQuestions(Questions):
    """Puts these questions beside those about one turn."""

    def suspension(self, now: int) -> None:
        """Until when the panel takes a break; nothing typed leaves it open."""
        say = self._context.language.say
        self.time(
            say("Break until: 11:15, or +15 for 15 minutes"),
            now,
            lambda until: self._ask("suspend_panel", until=until),
            choices=(*tuple((plain(self.minutes(n)), f"+{n}") for n in (10, 15, 30)), (say("open end"), "")),
        )

    def plan(self, view: View) -> None:
        """How many minutes each phase is planned to take; a phase with none is left out."""
        language, floor, panel = self._context.language, view.floor, view.panel
        if floor is None or panel is None:
            return
        phases, planned = tuple(Phase), {step.phase: step.ms // MINUTE for step in floor.plan}

        def take(typed: str) -> str | None:
            parts = typed.replace(",", " ").split()
            if len(parts) != len(phases) or not all(part.isdecimal() for part in parts):
                return language.say("Type one number of minutes for each phase.")
            pairs = [(phase, int(part)) for phase, part in zip(phases, parts, strict=True) if int(part)]
            self._ask("set_plan", panel=panel.id, phases=tuple(pairs))
            return None

        names = language.names([language.say(PHASES[phase]) for phase in phases])
        words = language.say("Minutes for {phases}; 0 leaves one out", phases=names)
        self._prompt.ask(Question(words, take, " ".join(str(planned.get(phase, 0)) for phase in phases)))

    def closing_of_list(self, now: int) -> None:
        """When the list closes by itself; nothing typed takes that back."""
        say = self._context.language.say
        self.time(
            say("The list closes at: 11:15, or +10 in 10 minutes"),
            now,
            lambda at: self._ask("close_list_at", closes=at),
            choices=(*tuple((plain(self.minutes(n)), f"+{n}") for n in (5, 10, 15)), (say("never"), "")),
        )

    def allotment(self, category: Category, now: str) -> None:
        """How long a category may speak, from the next speaker on."""
        self.length(
            self._context.language.say("Limit of {category}, in minutes", category=category.brief),
            partial(self._limit_of, category),
            now,
            choices=tuple((text, text) for text in ("1:30", "2:00", "3:00", "5:00")),
        )

    def allotment_of(self, kind: Kind | None, now: str) -> None:
        """How long a kind may speak, or everybody, from the next speaker on."""
        say = self._context.language.say
        words = say("Limit of everybody, in minutes")
        if kind is not None:
            words = say("Limit of a {kind}, in minutes", kind=say(KINDS[kind]))
        self.length(
            words,
            partial(self._limit_for, kind),
            now,
            choices=tuple((text, text) for text in ("1:00", "1:30", "2:00", "3:00")),
        )

    def _limit_for(self, kind: Kind | None, ms: int | None) -> None:
        if ms is not None:
            self._ask("set_allotment", seconds=ms / SECOND, kind=kind)

    def _limit_of(self, category: Category, ms: int | None) -> None:
        if ms is not None:
            self._ask("set_allotment", seconds=ms / SECOND, category=category.key)

    def budget(self, category: Category, left: int | None) -> None:
        """How much a group has left; with a sign, how much more or less; nothing takes the budget away."""
        say, language = self._context.language.say, self._context.language

        def take(typed: str) -> str | None:
            ms = duration_typed(typed.lstrip("+-−")) if typed else None
            if typed and ms is None:
                return say("This is no time. Type minutes, such as 2 or 1:30.")
            key, seconds = category.key, None if ms is None else ms / SECOND
            if seconds is not None and typed[0] in "+-−":
                signed = seconds if typed[0] == "+" else -seconds
                self._ask("add_to_budget", category=key, seconds=signed)
            else:
                self._ask("set_budget", category=key, seconds=seconds)
            return None

        words = say("Budget of {category}, in minutes; +2 adds two", category=category.brief)
        shown = "" if left is None else plain(language.duration(max(0, left)))
        self._prompt.ask(Question(words, take, shown, choices=((say("no budget"), ""),)))

    def letter(self) -> None:
        """From which letter on the list is called."""
        say = self._context.language.say

        def take(text: str) -> str | None:
            if not text:
                return say("Type a letter.")
            self._ask("rotate_alphabet", letter=text)
            return None

        self._prompt.ask(Question(say("Alphabetical order, beginning with the letter"), take))

    def slots(self, view: View, by: str) -> None:
        """How many places each group has, one number for all or one for each in the order of the groups."""
        language, groups = self._context.language, _groups(view, by)

        def take(typed: str) -> str | None:
            parts = typed.replace(",", " ").split()
            if not all(part.isdecimal() for part in parts) or len(parts) not in (1, len(groups)):
                return language.say("Type one number for all, or one for each group.")
            each = parts * len(groups) if len(parts) == 1 else parts
            numbers = map(int, each)
            self._ask("share_slots", slots=dict(zip(groups, numbers, strict=True)), by=by)
            return None

        names = language.names(
            [
                view.category(CategoryKey(g)).brief if by == "category" else group_name(g, language)
                for g in groups
            ]
        )
        self._prompt.ask(Question(language.say("Places for {groups}", groups=names), take, "1"))

    def warnings(self, category: Category) -> None:
        """How much time is left when a category is warned, and when its last seconds begin."""
        say = self._context.language.say

        def take(typed: str) -> str | None:
            parts = [duration_typed(part) for part in typed.split()]
            if not typed:
                self._ask("set_thresholds", category=category.key)
                return None
            if len(parts) != _PAIR or None in parts:
                return say("Type two times, such as 1:00 0:20.")
            warning, danger = (None if ms is None else ms / SECOND for ms in parts)
            self._ask("set_thresholds", category=category.key, warning_s=warning, danger_s=danger)
            return None

        words = say("{category}: time left at the warning and at the last seconds", category=category.brief)
        self._prompt.ask(Question(words, take, "1:00 0:20", choices=((say("the usual"), ""),)))


def _groups(view: View, by: str) -> list[str]:
    """Return the groups of those who wait, categories in their own order."""
    waiting = () if view.floor is None else view.floor.waiting
    people = [view.people[request.participant] for request in waiting]
    if by == "region":
        return sorted({who.region for who in people})
    waits = {str(who.category) for who in people}
    return [str(category.key) for category in view.categories if category.key in waits]
