"""What the room reads at a moment: every state of a panel has its card."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.programme import Panel, PanelState
from facilitator.domain.requests import Kind, Request
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.language.direction import bare, isolate
from facilitator.language.speech import Language
from facilitator.language.wording import KINDS, PHASES, capacity, capacity_line, panel_title, speaker_name
from facilitator.ui.reading import Reading, mode_word, plain, read, ready
from facilitator.ui.shapes import Mode

_COUNTDOWN_MS = 15 * MINUTE  # before that the hour says more than the minutes left
_BAR_MS = 10 * MINUTE
_LUNCH_MS = 60 * MINUTE
_SAME_DAY_MS = 12 * 60 * MINUTE


@dataclass(frozen=True, slots=True)
class Wish:
    """What the moderator wants of the room: a second language, no next name, nothing below 0:00, words."""

    second: Language | None = None
    hides_next: bool = False
    stands_at_zero: bool = False
    message: str = ""
    second_message: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of the room from top to bottom; empty ones leave their place empty."""

    title: str = ""
    ends: str = ""
    over: str = ""  # a small line over the name
    name: str = ""
    detail: str = ""
    hat: str = ""  # the capacity alone, which can be told in another language, too
    second: str = ""  # the name, and with a second language what stands under it
    clock: Reading = field(default_factory=lambda: Reading(Mode.PENDING))
    beside: str = ""  # words beside the digits, where no phase is told
    second_word: str = ""  # the phase, or those words, in the second language
    label: str = ""
    last: str = ""
    second_last: str = ""
    strong: bool = False
    icon: str = ""
    tail: str = ""

    @property
    def tells_phase(self) -> bool:
        return not self.beside and bool(self.clock.digits)


def card(view: View, now: int, language: Language, wish: Wish = Wish()) -> Card:
    """Return what the room reads at `now`; a message takes the last line."""
    made = _card(view, now, language, wish)
    if wish.second is not None:
        other = _card(view, now, wish.second, wish)
        made = _in_two(made, other, language, wish.second)
    if not wish.message:
        return made
    told = replace(made, last=wish.message, second_last=wish.second_message)
    return replace(told, label="", strong=True, icon="", tail="")


def _card(view: View, now: int, language: Language, wish: Wish) -> Card:
    floor, panel = view.floor, view.panel
    if floor is None or panel is None:
        return Card(name=view.workshop.brief, detail=view.workshop.place)
    if floor.state is PanelState.PLANNED:
        return _before(view, panel, now, language)
    if floor.state is PanelState.SUSPENDED:
        return _break(view, panel, floor.resumes_at, now, language)
    if floor.state is PanelState.CLOSED:
        name = language.say("The panel is closed")
        return Card(title=view.workshop.brief, name=name, detail=panel.brief_in(language.code))
    return _sitting(view, panel, now, language, wish)


def _sitting(view: View, panel: Panel, now: int, language: Language, wish: Wish) -> Card:
    floor = view.floor
    if floor is None:
        return Card()
    if floor.speaking is not None:
        return _speech(view, panel, floor.speaking, now, language, wish)
    if floor.waiting and not wish.hides_next:
        return _called(view, panel, floor, now, language)
    return _empty_floor(view, panel, floor, now, language)


def _in_two(made: Card, other: Card, language: Language, second: Language) -> Card:
    """The card also says in the second language who or what it is about, and the phase of the clock."""
    about = made.second if made.hat else other.name if other.name != made.name else ""
    under = isolate(
        " · ".join(bare(text) for text in (about, other.hat) if text)
    )  # one phrase, one direction
    word = mode_word(made.clock.mode, second) if made.tells_phase else other.beside
    same = word == (mode_word(made.clock.mode, language) if made.tells_phase else made.beside)
    return replace(made, second=under, second_word="" if same else isolate(word))


def _ends(panel: Panel, language: Language) -> str:
    return language.say("ends {time}", time=language.time_of_day(panel.hard_stop))


def _speech(
    view: View, panel: Panel, speaker: Intervention, now: int, language: Language, wish: Wish
) -> Card:
    label, last = _following(view, speaker, language, wish)
    return Card(
        title=panel_title(panel, language),
        ends=_ends(panel, language),
        name=speaker_name(view, speaker.participant, language),
        detail=_detail(view, speaker, language),
        hat=_hat(speaker, language),
        second=_second_name(view, speaker),
        clock=_reading(speaker, now, language, wish),
        tail="" if view.list_open(now) else language.say("list closed"),
        label=label,
        last=last,
    )


def _reading(speaker: Intervention, now: int, language: Language, wish: Wish) -> Reading:
    """Return the speaker's clock; time beyond the limit is told by the phase alone if that is wished."""
    if speaker.clock_off:
        return Reading(Mode.PENDING)
    reading = read(speaker.clock, now, language)
    if wish.stands_at_zero and speaker.clock.remaining(now) < 0:
        return replace(reading, digits=plain(language.duration(0)))
    return reading


def _following(view: View, speaker: Intervention, language: Language, wish: Wish) -> tuple[str, str]:
    """Return the last line: the speaker who was interrupted goes on, else the next in the queue comes."""
    floor = view.floor
    if floor is not None and speaker.interrupts is not None:
        interrupted = floor.intervention(speaker.interrupts)
        return language.say("Then"), speaker_name(view, interrupted.participant, language)
    if floor is None or wish.hides_next or not floor.waiting:
        return "", ""
    return language.say("Next"), speaker_name(view, floor.waiting[0].participant, language)


def _second_name(view: View, turn: Intervention | Request) -> str:
    who = view.people[turn.participant]
    return isolate(who.second_name) if who.second_name != who.name else ""


def _hat(turn: Intervention | Request, language: Language) -> str:
    """Return the capacity of a turn, and its kind if it is no plain statement."""
    kind = "" if turn.kind is Kind.STATEMENT else language.say(KINDS[turn.kind])
    return " · ".join(isolate(text) for text in (capacity(turn, language), kind) if text)


def _detail(view: View, turn: Intervention | Request, language: Language) -> str:
    """Return the hat worn for the turn: whom it speaks for says more than its category."""
    who = capacity(turn, language) if turn.on_behalf_of else capacity_line(view, turn, language)
    kind = "" if turn.kind is Kind.STATEMENT else language.say(KINDS[turn.kind])
    return f"{who} · {isolate(kind)}" if kind else who


def _called(view: View, panel: Panel, floor: Floor, now: int, language: Language) -> Card:
    """The floor is empty and somebody waits: the room sees who is next and how long that will be."""
    request = floor.waiting[0]
    category = request.category or view.people[request.participant].category
    allotment = floor.allotment_of(request, category)
    closed = not view.list_open(now)
    left = language.count("{n} still to speak", "{n} still to speak", len(floor.waiting))
    clock = Reading(Mode.PENDING) if request.terms.clock_off else ready(allotment, language)
    return Card(
        title=panel_title(panel, language),
        ends=_ends(panel, language),
        over=language.say("Next to take the floor"),
        name=speaker_name(view, request.participant, language),
        detail=_detail(view, request, language),
        hat=_hat(request, language),
        second=_second_name(view, request),
        clock=clock,
        last=_list_words(closed=closed, language=language),
        icon="lock" if closed else "lock-open",
        tail=left,
    )


def _list_words(*, closed: bool, language: Language) -> str:
    say = language.say
    return say("The list of speakers is closed") if closed else say("The list of speakers is open")


def _empty_floor(view: View, panel: Panel, floor: Floor, now: int, language: Language) -> Card:
    closed = not view.list_open(now)
    return Card(
        title=panel_title(panel, language),
        name=language.say(PHASES[floor.phase]),
        detail=panel.brief_in(language.code),
        clock=Reading(Mode.PENDING, plain(language.time_of_day(panel.hard_stop))),
        beside=language.say("The panel ends at"),
        last=_list_words(closed=closed, language=language),
        icon="lock" if closed else "lock-open",
    )


def _before(view: View, panel: Panel, now: int, language: Language) -> Card:
    """Before a panel: the countdown to it, or the break after another one of the same day."""
    left = panel.starts - now
    closed = [p for p in view.panels if view.states.get(p.id) is PanelState.CLOSED and p.ends <= panel.starts]
    before = max(closed, key=lambda p: p.ends, default=None)
    if (
        before is not None
        and _COUNTDOWN_MS < left < _SAME_DAY_MS
        and panel.starts - before.ends < _SAME_DAY_MS
    ):
        return _between(view, before, panel, now, language)
    counts = 0 < left <= _COUNTDOWN_MS
    digits = language.duration(left) if counts else language.time_of_day(panel.starts)
    used = 1 - min(left, _BAR_MS) / _BAR_MS if counts else 0.0
    return Card(
        title=view.workshop.brief,
        name=language.say("Panel {number}", number=panel.number),
        detail=panel.brief_in(language.code),
        clock=Reading(Mode.PENDING, plain(digits), used),
        beside=language.say("Starting in") if counts else language.say("Starting at"),
        label=language.say("At the table") if panel.seats else language.say("Then"),
        last=_table(view, panel, language) or language.say("Opening and presentations"),
    )


def _table(view: View, panel: Panel, language: Language) -> str:
    """Return who sits at the table, in their order."""
    return language.names([isolate(view.people[seat.participant].name) for seat in panel.seats])


def _between(view: View, before: Panel, panel: Panel, now: int, language: Language) -> Card:
    gap = panel.starts - before.ends
    used = min(1.0, max(0.0, (now - before.ends) / gap)) if gap > 0 else 0.0
    return Card(
        title=view.workshop.brief,
        name=language.say("Lunch break") if gap >= _LUNCH_MS else language.say("Break"),
        detail=time_left(panel.starts - now, language),
        clock=Reading(Mode.PENDING, plain(language.time_of_day(panel.starts)), used),
        beside=language.say("We resume at"),
        label=language.say("Then"),
        last=panel_title(panel, language),
    )


def _break(view: View, panel: Panel, resumes_at: int | None, now: int, language: Language) -> Card:
    soon = resumes_at is None or resumes_at <= now
    return Card(
        title=view.workshop.brief,
        name=language.say("Break"),
        detail=language.say("We resume shortly") if soon else time_left((resumes_at or now) - now, language),
        clock=Reading(Mode.PENDING, "" if resumes_at is None else plain(language.time_of_day(resumes_at))),
        beside="" if resumes_at is None else language.say("We resume at"),
        label=language.say("Then"),
        last=panel_title(panel, language),
    )


def time_left(ms: int, language: Language) -> str:
    """Return whole minutes left, rounded up, with hours before them if there are any."""
    hours, minutes = divmod(-(-max(0, ms) // MINUTE), 60)
    if hours:
        return language.say("{hours} h {minutes} min left", hours=hours, minutes=minutes)
    return language.count("{n} min left", "{n} min left", minutes)
