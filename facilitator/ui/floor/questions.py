"""What must be typed before an act can be asked for: a time, a name, a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.people import ParticipantId
from facilitator.domain.requests import Request, RequestId
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.domain.view import View
from facilitator.language.durations import duration_typed
from facilitator.language.typed_times import instant_typed
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
        self.length(
            say("Limit of its own, in minutes"),
            lambda ms: self._ask(
                "set_limit", request=request.id, seconds=None if ms is None else ms / SECOND
            ),
            plain(self._context.language.duration(length)),
            choices=(("1:00", "1:00"), ("2:00", "2:00"), ("3:00", "3:00"), (say("the usual"), "")),
        )

    def accommodation(self, where: Mapping[str, object]) -> None:
        """Extra time that is charged to nobody and not shown to the room."""
        self.length(
            self._context.language.say("More time as an accommodation, not shown to the room"),
            lambda ms: self._ask("accommodate", seconds=(ms or 0) / SECOND, **where),
            "1:00",
        )

    def side_clock(self) -> None:
        """The small clock is set; from zero it counts up."""
        say = self._context.language.say
        self.length(
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

    def began(self, turn: Intervention) -> None:
        self._repair(turn, "begin", turn.clock.began, self._context.language.say("Began at"))

    def ended(self, turn: Intervention) -> None:
        ended = turn.clock.began if turn.clock.ended is None else turn.clock.ended
        self._repair(turn, "end", ended, self._context.language.say("Ended at"))

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

    def swap(self, request: RequestId, others: Sequence[Request]) -> None:
        """Whoever is named waits where the other did; of several entries of one person, the first does."""
        say = self._context.language.say

        def take(who: ParticipantId) -> str | None:
            other = next((r for r in others if r.participant == who), None)
            if other is None:
                return say("This person does not wait.")
            self._ask("swap", request=request, other=other.id)
            return None

        self._person(say("Exchange places with whom? A name, delegation or number"), take)

    def somebody_else(self, intervention: InterventionId) -> None:
        words = self._context.language.say("Who was it? A name, delegation or number")
        self._person(words, lambda who: self._ask("repair", intervention=intervention, participant=who))

    # the rest

    def behalf(self, turn: Request | Intervention, where: Mapping[str, object]) -> None:
        """On whose behalf somebody speaks; a number before it says for how many organizations."""
        n, body = turn.organisations, turn.on_behalf_of

        def take(typed: str) -> str | None:
            number, _, rest = typed.partition(" ")
            if number.isdecimal() and int(number) > 0:
                self._ask("speak_as", on_behalf_of=rest.strip(), organisations=int(number), **where)
            else:
                self._ask("speak_as", on_behalf_of=typed, organisations=1, **where)
            return None

        say = self._context.language.say
        words = say("On behalf of whom? A number before it says for how many organizations")
        shown = " ".join(filter(None, (str(n) if n > 1 else "", body)))
        nobody = (say("nobody else"), "")
        self._prompt.ask(Question(words, take, shown, say("12 organizations of the region"), (nobody,)))

    def words(self, request: RequestId) -> None:
        """How many words a text has that was handed in."""
        say = self._context.language.say

        def take(text: str) -> str | None:
            if not text.isdecimal():
                return say("Type a number of words.")
            self._ask("hand_in", request=request, words=int(text))
            return None

        self._prompt.ask(Question(say("Words of the text handed in"), take))

    def _repair(self, turn: Intervention, field: str, near: int, words: str) -> None:
        shown = plain(self._context.language.time_of_day(near, seconds=True))

        def take(at: int | None) -> None:
            if at is not None:
                self._ask("repair", intervention=turn.id, **{field: at})

        self.time(words, near, take, text=shown)

    def length(
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

    def time(
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

    def minutes(self, n: int) -> str:
        return self._context.language.count("in {n} minute", "in {n} minutes", n)

    def _person(self, words: str, take: Callable[[ParticipantId], str | None]) -> None:
        self._prompt.ask(Question(words, partial(self._found, take)))

    def _found(self, take: Callable[[ParticipantId], str | None], typed: str) -> str | None:
        who = self._find(typed) if typed else None
        if who is None:
            return self._context.language.say("Nobody of this workshop is called that.")
        return take(who)
