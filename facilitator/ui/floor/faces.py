"""What the floor strip shows at a moment: who speaks or is next, a clock, and the figures beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.domain.budgets import left_ms
from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.pace import pace
from facilitator.domain.people import CategoryKey
from facilitator.domain.programme import Panel, PanelState
from facilitator.domain.requests import Kind, Request, Terms
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.language.speech import Language, mark
from facilitator.language.wording import capacity_line, speaker_name
from facilitator.ui.reading import Reading, plain, read, ready
from facilitator.ui.shapes import Mode

_COUNTDOWN_MS = 90 * MINUTE
Figures = tuple[tuple[str, str], ...]

_ON_THE_FLOOR = mark("On the floor since {time}")
_LEADS = {
    Kind.REPLY: mark("Reply since {time}"),
    Kind.RIGHT_OF_REPLY: mark("Right of reply since {time}"),
    Kind.POINT_OF_ORDER: mark("Point of order since {time}"),
    Kind.INTERPOSED_QUESTION: mark("Interposed question since {time}"),
}


@dataclass(frozen=True, slots=True)
class Face:
    """What the strip shows: three lines, a clock, and the figures under its phase."""

    lead: str = ""
    name: str = ""
    detail: str = ""
    reading: Reading = field(default_factory=lambda: Reading(Mode.PENDING))
    figures: Figures = ()


@dataclass(frozen=True, slots=True)
class SideFace:
    """What the small clock shows."""

    digits: str
    runs: bool
    over: bool


def faces(view: View, now: int, language: Language) -> tuple[Face, ...]:
    """Return what the strip shows at `now`: one face, or the one interrupted before the one that speaks."""
    floor = view.floor
    if floor is None or floor.speaking is None or not floor.interrupted:
        return (face(view, now, language),)
    stilled = floor.interrupted[-1]
    lead = language.say("Interrupted; began {time}", time=_since(stilled, language))
    turn = _speech(view, stilled, now, language)
    return (Face(lead, turn.name, turn.detail, turn.reading), _speech(view, floor.speaking, now, language))


def face(view: View, now: int, language: Language) -> Face:
    """Return what the strip shows of the floor itself."""
    floor, panel, say = view.floor, view.panel, language.say
    if floor is None or panel is None:
        return Face(name=say("No panel yet"), detail=say("Make a programme first, or open another file."))
    if floor.speaking is not None:
        return _speech(view, floor.speaking, now, language)
    if floor.state is PanelState.OPEN:
        return _free(view, floor, language)
    if floor.state is PanelState.SUSPENDED:
        until = "" if floor.resumes_at is None else language.time_of_day(floor.resumes_at)
        told = say("until {time}", time=until) if until else ""
        return Face(panel.brief_in(language.code), say("Break"), told, Reading(Mode.PAUSED))
    if floor.state is PanelState.CLOSED:
        return Face(
            panel.brief_in(language.code),
            say("The panel is closed"),
            say("Choose another panel in the bar above."),
        )
    return _before(view, panel, now, language)


def side_face(view: View, now: int, language: Language) -> SideFace | None:
    """Return what the small clock shows at `now`, if one was set."""
    clock = None if view.floor is None else view.floor.side_clock
    if clock is None:
        return None
    ms = clock.reading(now)
    return SideFace(plain(language.duration(ms, down=not clock.up)), clock.since is not None, ms < 0)


def pace_words(terms: Terms, ms: int, language: Language) -> str:
    """Return what is to be said of a text that was handed in; nothing if it can be interpreted."""
    measured = pace(terms.words, ms, interpreted=terms.interpreted)
    if measured is None or not measured.too_fast:
        return ""
    needed = language.duration(measured.needed_ms)
    return language.say("text too long: needs {time}", time=needed)


def _speech(view: View, speaker: Intervention, now: int, language: Language) -> Face:
    say, floor = language.say, view.floor
    return Face(
        say(_LEADS.get(speaker.kind, _ON_THE_FLOOR), time=_since(speaker, language)),
        speaker_name(view, speaker.participant, language),
        capacity_line(view, speaker, language),
        Reading(Mode.PENDING) if speaker.clock_off else read(speaker.clock, now, language),
        () if speaker.clock_off or floor is None else _figures(floor, speaker, now, language),
    )


def _figures(floor: Floor, speaker: Intervention, now: int, language: Language) -> Figures:
    """Return limit and time used, then what matters of added time, accommodation and the group's budget."""
    say, duration, clock = language.say, language.duration, speaker.clock
    figures = [
        (say("limit"), plain(duration(clock.limit_ms))),
        (say("used"), plain(duration(clock.elapsed(now), down=False))),
    ]
    budget = left_ms(floor, now).get(speaker.category) if floor.budgets else None
    if budget is None or clock.added_ms:
        figures.append((say("added"), plain(duration(clock.added_ms))))
    if clock.extra_ms:
        figures.append((say("accommodation"), plain(duration(clock.extra_ms))))
    if budget is not None:
        word = say("overdraft") if budget < 0 else say("budget left")
        figures.append((word, plain(duration(abs(budget), down=budget >= 0))))
    return tuple(figures)


def _since(turn: Intervention, language: Language) -> str:
    return language.time_of_day(turn.clock.began, seconds=True)


def _free(view: View, floor: Floor, language: Language) -> Face:
    say = language.say
    if not floor.waiting:
        told = _here(view, say("F3 adds a speaker"), language)
        return Face(say("The panel is open"), say("Nobody has the floor"), told)
    request = floor.waiting[0]
    ms = floor.allotment_of(request, _category(view, request))
    reading = Reading(Mode.PENDING) if request.terms.clock_off else ready(ms, language)
    hint = pace_words(request.terms, ms, language) or _here(view, say("F9 gives the floor"), language)
    name, line = speaker_name(view, request.participant, language), capacity_line(view, request, language)
    return Face(say("Nobody has the floor. Next:"), name, line, reading, ((hint, ""),))


def _category(view: View, request: Request) -> CategoryKey:
    return request.category or view.people[request.participant].category


def _here(view: View, hint: str, language: Language) -> str:
    """Return what a key does, or which other laptop holds the floor: its keys do nothing here."""
    elsewhere = view.floor_elsewhere
    return language.say("{name} holds the floor.", name=elsewhere) if elsewhere else hint


def _before(view: View, panel: Panel, now: int, language: Language) -> Face:
    say, left = language.say, panel.starts - now
    counts = 0 < left <= _COUNTDOWN_MS
    title = say("Panel {number} starts in", number=panel.number) if counts else panel.brief_in(language.code)
    reading = ready(left, language) if counts else Reading(Mode.PENDING)
    hours = language.time_range(panel.starts, panel.hard_stop)
    detail = f"{hours} · {panel.brief_in(language.code)}" if counts else hours
    opens = _here(view, say("F9 opens the panel"), language)
    return Face(say("Nobody has the floor"), title, detail, reading, ((opens, ""),))
