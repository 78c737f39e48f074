"""How people, turns and acts are spoken of on screens and pages."""

from __future__ import annotations

from facilitator.domain.intervention import Intervention
from facilitator.domain.programme import Panel, Phase
from facilitator.domain.requests import Capacity, Kind, Request
from facilitator.domain.view import Done, View
from facilitator.language.direction import isolate
from facilitator.language.speech import Language, mark

PHASES = {
    Phase.OPENING: mark("Opening"),
    Phase.PRESENTATIONS: mark("Presentations"),
    Phase.DISCUSSION: mark("Discussion"),
    Phase.REPLIES: mark("Replies"),
    Phase.CLOSING: mark("Closing"),
}

KINDS = {
    Kind.REPLY: mark("reply"),
    Kind.RIGHT_OF_REPLY: mark("right of reply"),
    Kind.POINT_OF_ORDER: mark("point of order"),
    Kind.INTERPOSED_QUESTION: mark("question"),
}

_CAPACITIES = {
    Capacity.PANELLIST: mark("panellist"),
    Capacity.FLOOR: mark("from the floor"),
    Capacity.CHAIR: mark("moderator"),
}

_DONE = {
    "add_panel": mark("Panel added: {subject}"),
    "open_panel": mark("Panel opened: {subject}"),
    "enter_phase": mark("Phase: {subject}"),
    "close_list": mark("List closed"),
    "reopen_list": mark("List reopened"),
    "suspend_panel": mark("Break"),
    "close_panel": mark("Panel closed: {subject}"),
    "request_floor": mark("Added: {subject}"),
    "withdraw": mark("Withdrawn: {subject}"),
    "mark_absent": mark("Absent: {subject}"),
    "re_add_last": mark("Back on the list: {subject}"),
    "move": mark("Moved: {subject}"),
    "order": mark("New order of the list"),
    "give_floor": mark("Floor given to {subject}"),
    "end_intervention": mark("Ended: {subject}"),
    "pause": mark("Paused: {subject}"),
    "resume": mark("Resumed: {subject}"),
    "add_time": mark("Time changed: {subject}"),
    "set_allotment": mark("New limit for the next speakers"),
    "repair": mark("Put right: {subject}"),
}


def panel_title(panel: Panel, language: Language) -> str:
    return language.say("Panel {number} · {title}", number=panel.number, title=panel.brief)


def capacity_line(view: View, turn: Request | Intervention, language: Language) -> str:
    """Return whom a turn belongs to and in which capacity: "State · on behalf of GRULAC"."""
    category = view.category(view.people[turn.participant].category).singular
    return f"{isolate(category)} · {isolate(capacity(turn, language))}"


def capacity(turn: Request | Intervention, language: Language) -> str:
    if turn.on_behalf_of:
        return language.say("on behalf of {body}", body=turn.on_behalf_of)
    return language.say(_CAPACITIES[turn.capacity])


def done(what: Done, language: Language) -> str:
    """Return an act of the journal in words."""
    subject = language.say(PHASES[Phase(what.subject)]) if what.act == "enter_phase" else what.subject
    if what.act in ("undo", "redo"):
        root = done(Done(what.at, what.undoes, what.subject), language) if what.undoes else ""
        words = mark("Taken back: {what}") if what.act == "undo" else mark("Brought back: {what}")
        return language.say(words, what=root)
    pattern = _DONE.get(what.act)
    return what.act if pattern is None else language.say(pattern, subject=subject)
