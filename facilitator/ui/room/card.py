"""What the room reads at a moment: every state of a panel has its card."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.programme import Panel, PanelState
from facilitator.domain.requests import Request
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.language.direction import isolate
from facilitator.language.speech import Language
from facilitator.language.wording import PHASES, capacity, capacity_line, panel_title
from facilitator.ui.reading import Reading, plain, read, ready
from facilitator.ui.shapes import Mode

_COUNTDOWN_MS = 15 * MINUTE  # before that the hour says more than the minutes left
_BAR_MS = 10 * MINUTE
_LUNCH_MS = 60 * MINUTE
_SAME_DAY_MS = 12 * 60 * MINUTE


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of the room from top to bottom; empty ones leave their place empty."""

    title: str = ""
    ends: str = ""
    over: str = ""  # a small line over the name
    name: str = ""
    detail: str = ""
    second: str = ""  # the name in the second language
    clock: Reading = field(default_factory=lambda: Reading(Mode.PENDING))
    beside: str = ""  # words beside the digits, where no phase is told
    label: str = ""
    last: str = ""
    strong: bool = False
    icon: str = ""
    tail: str = ""

    @property
    def tells_phase(self) -> bool:
        return not self.beside and bool(self.clock.digits)


def card(view: View, now: int, language: Language, message: str = "") -> Card:
    """Return what the room reads at `now`; a message takes the last line."""
    floor, panel = view.floor, view.panel
    if floor is None or panel is None:
        return _with(Card(title="", name=view.workshop.brief, detail=view.workshop.place), message)
    if floor.state is PanelState.PLANNED:
        made = _before(view, panel, now, language)
    elif floor.state is PanelState.SUSPENDED:
        made = _break(view, panel, floor.resumes_at, now, language)
    elif floor.state is PanelState.CLOSED:
        made = Card(title=view.workshop.brief, name=language.say("The panel is closed"), detail=panel.brief)
    elif floor.speaking is not None:
        made = _speech(view, panel, floor.speaking, now, language)
    elif floor.waiting:
        made = _called(view, panel, floor.waiting[0], language)
    else:
        made = _empty_floor(panel, floor, language)
    return _with(made, message)


def _with(made: Card, message: str) -> Card:
    if not message:
        return made
    texts = {name: getattr(made, name) for name in Card.__slots__}
    return Card(**{**texts, "label": "", "last": message, "strong": True, "icon": "", "tail": ""})


def _ends(panel: Panel, language: Language) -> str:
    return language.say("ends {time}", time=language.time_of_day(panel.hard_stop))


def _speech(view: View, panel: Panel, speaker: Intervention, now: int, language: Language) -> Card:
    who, floor = view.people[speaker.participant], view.floor
    waiting = () if floor is None else floor.waiting
    closed = floor is not None and not floor.list_open
    return Card(
        title=panel_title(panel, language),
        ends=_ends(panel, language),
        name=who.name,
        detail=_detail(view, speaker, language),
        second=isolate(who.second_name) if who.second_name != who.name else "",
        clock=read(speaker.clock, now, language),
        label=language.say("Next") if waiting else "",
        last=view.people[waiting[0].participant].name if waiting else "",
        tail=language.say("list closed") if closed else "",
    )


def _detail(view: View, turn: Intervention | Request, language: Language) -> str:
    """Return the hat worn for the turn: whom it speaks for says more than its category."""
    return capacity(turn, language) if turn.on_behalf_of else capacity_line(view, turn, language)


def _called(view: View, panel: Panel, request: Request, language: Language) -> Card:
    """The floor is empty and somebody waits: the room sees who is next and how long that will be."""
    floor, who = view.floor, view.people[request.participant]
    waiting = 0 if floor is None else len(floor.waiting)
    closed = floor is not None and not floor.list_open
    allotment = 0 if floor is None else floor.allotment_for(who.category)
    left = language.count("{n} still to speak", "{n} still to speak", waiting)
    return Card(
        title=panel_title(panel, language),
        ends=_ends(panel, language),
        over=language.say("Next to take the floor"),
        name=who.name,
        detail=_detail(view, request, language),
        clock=ready(allotment, language),
        last=_list_words(closed=closed, language=language),
        icon="lock" if closed else "lock-open",
        tail=left,
    )


def _list_words(*, closed: bool, language: Language) -> str:
    say = language.say
    return say("The list of speakers is closed") if closed else say("The list of speakers is open")


def _empty_floor(panel: Panel, floor: Floor, language: Language) -> Card:
    closed = not floor.list_open
    return Card(
        title=panel_title(panel, language),
        name=language.say(PHASES[floor.phase]),
        detail=panel.brief,
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
        detail=panel.brief,
        clock=Reading(Mode.PENDING, plain(digits), used),
        beside=language.say("Starting in") if counts else language.say("Starting at"),
        label=language.say("Then"),
        last=language.say("Opening and presentations"),
    )


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
