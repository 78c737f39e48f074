"""What must be typed before an act can be asked for: a time, a name, a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.people import Category, CategoryKey, ParticipantId
from facilitator.domain.programme import Phase
from facilitator.domain.requests import Request, RequestId
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.domain.view import View
from facilitator.language.durations import duration_typed
from facilitator.language.groups import group_name
from facilitator.language.typed_times import instant_typed
from facilitator.language.wording import PHASES
from facilitator.ui.context import Context
from facilitator.ui.floor.prompt import Prompt, Question
from facilitator.ui.reading import plain

Ask = Callable[..., None]
Find = Callable[[str], ParticipantId | None]


class Questions:
    """Each puts one question; the answer leaves as an act, or what is wrong with it is told beside it."""

    def __init__(self, context: Context, ask: Ask, prompt: Prompt, find: Find) -> None:
        self._context, self._ask, self._prompt, self._find = context, ask, prompt, find

    # lengths

    def limit(self, request: Request, view: View) -> None:
        """How long one entry may speak; nothing typed means the usual."""
        say, terms = self._context.language.say, request.terms
        now = view.floor.allotment_for(view.people[request.participant].category) if view.floor else 0
        length = now if terms.allotment_ms is None else terms.allotment_ms
        self._length(
            say("Limit of its own, in minutes"),
            lambda ms: self._ask(
                "set_limit", request=request.id, seconds=None if ms is None else ms / SECOND
            ),
            plain(self._context.language.duration(length)),
            choices=(("1:00", "1:00"), ("2:00", "2:00"), ("3:00", "3:00"), (say("the usual"), "")),
        )

    def accommodation(self, where: Mapping[str, object]) -> None:
        """Extra time that is charged to nobody and not shown to the room."""
        self._length(
            self._context.language.say("More time as an accommodation, not shown to the room"),
            lambda ms: self._ask("accommodate", seconds=(ms or 0) / SECOND, **where),
            "1:00",
        )

    def side_clock(self) -> None:
        """The small clock is set; from zero it counts up."""
        say = self._context.language.say
        self._length(
            say("Small clock, in minutes; 0 counts up"),
            lambda ms: self._ask("set_side_clock", seconds=None if ms is None else ms / SECOND, up=ms == 0),
            "1:00",
            choices=(
                (say("1 minute of silence"), "1"),
                ("3:00", "3"),
                (say("count up"), "0"),
                (say("none"), ""),
            ),
        )

    def suspension(self, now: int) -> None:
        """Until when the panel takes a break; nothing typed leaves it open."""
        say = self._context.language.say
        self._time(
            say("Break until: 11:15, or +15 for 15 minutes"),
            now,
            lambda until: self._ask("suspend_panel", until=until),
            choices=(*tuple((plain(self._minutes(n)), f"+{n}") for n in (10, 15, 30)), (say("open end"), "")),
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
        self._time(
            say("The list closes at: 11:15, or +10 in 10 minutes"),
            now,
            lambda at: self._ask("close_list_at", closes=at),
            choices=(*tuple((plain(self._minutes(n)), f"+{n}") for n in (5, 10, 15)), (say("never"), "")),
        )

    def began(self, turn: Intervention) -> None:
        self._repair(turn, "begin", turn.clock.began, self._context.language.say("Began at"))

    def ended(self, turn: Intervention) -> None:
        ended = turn.clock.began if turn.clock.ended is None else turn.clock.ended
        self._repair(turn, "end", ended, self._context.language.say("Ended at"))

    def allotment(self, category: Category, now: str) -> None:
        """How long a category may speak, from the next speaker on."""
        self._length(
            self._context.language.say("Limit of {category}, in minutes", category=category.brief),
            partial(self._limit_of, category),
            now,
            choices=tuple((text, text) for text in ("1:30", "2:00", "3:00", "5:00")),
        )

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

    # people

    def name(self, participant: ParticipantId, request: str = "") -> None:
        """A place that was kept has a speaker: a known one by name or number, else the name as typed."""
        say = self._context.language.say

        def take(text: str) -> str | None:
            if not text:
                return say("Type a name.")
            known = self._find(text)
            named = {"known": known} if known is not None else {"name": text}
            self._ask("name_speaker", participant=participant, **named)
            return None

        self._prompt.ask(Question(say("Name of the speaker"), take))

    def substitute(self, request: RequestId) -> None:
        words = self._context.language.say("Who speaks instead? A name, delegation or number")
        self._person(words, lambda who: self._ask("substitute", request=request, participant=who))

    def somebody_else(self, intervention: InterventionId) -> None:
        words = self._context.language.say("Who was it? A name, delegation or number")
        self._person(words, lambda who: self._ask("repair", intervention=intervention, participant=who))

    # the rest

    def words(self, request: RequestId) -> None:
        """How many words a text has that was handed in."""
        say = self._context.language.say

        def take(text: str) -> str | None:
            if not text.isdecimal():
                return say("Type a number of words.")
            self._ask("hand_in", request=request, words=int(text))
            return None

        self._prompt.ask(Question(say("Words of the text handed in"), take))

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

    def _repair(self, turn: Intervention, field: str, near: int, words: str) -> None:
        shown = plain(self._context.language.time_of_day(near, seconds=True))

        def take(at: int | None) -> None:
            if at is not None:
                self._ask("repair", intervention=turn.id, **{field: at})

        self._time(words, near, take, text=shown)

    def _length(
        self,
        words: str,
        take: Callable[[int | None], None],
        text: str = "",
        choices: tuple[tuple[str, str], ...] = (),
    ) -> None:
        say = self._context.language.say

        def answer(typed: str) -> str | None:
            ms = duration_typed(typed) if typed else None
            if typed and ms is None:
                return say("This is no time. Type minutes, such as 2 or 1:30.")
            take(ms)
            return None

        self._prompt.ask(Question(words, answer, text, choices=choices))

    def _time(
        self,
        words: str,
        near: int,
        take: Callable[[int | None], None],
        text: str = "",
        choices: tuple[tuple[str, str], ...] = (),
    ) -> None:
        language = self._context.language

        def answer(typed: str) -> str | None:
            at = self._instant(typed, near)
            if typed and at is None:
                return language.say("This is no time of day. Type it like 11:15.")
            take(at)
            return None

        self._prompt.ask(Question(words, answer, text, choices=choices))

    def _instant(self, typed: str, near: int) -> int | None:
        if typed.startswith("+") and typed[1:].isdecimal():
            return near + int(typed[1:]) * MINUTE
        return instant_typed(typed, near, self._context.language.zone)

    def _minutes(self, n: int) -> str:
        return self._context.language.count("in {n} minute", "in {n} minutes", n)

    def _person(self, words: str, take: Callable[[ParticipantId], None]) -> None:
        self._prompt.ask(Question(words, partial(self._found, take)))

    def _found(self, take: Callable[[ParticipantId], None], typed: str) -> str | None:
        who = self._find(typed) if typed else None
        if who is None:
            return self._context.language.say("Nobody of this workshop is called that.")
        take(who)
        return None


def _groups(view: View, by: str) -> list[str]:
    """Return the groups of those who wait, categories in their own order."""
    waiting = () if view.floor is None else view.floor.waiting
    people = [view.people[request.participant] for request in waiting]
    if by == "region":
        return sorted({who.region for who in people})
    waits = {str(who.category) for who in people}
    return [str(category.key) for category in view.categories if category.key in waits]
