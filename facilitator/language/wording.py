"""How people, turns and acts are spoken of on screens and pages."""

from __future__ import annotations

from facilitator.domain.intervention import Intervention
from facilitator.domain.people import ParticipantId
from facilitator.domain.programme import Panel, Phase, SeatRole
from facilitator.domain.requests import Capacity, Kind, Request
from facilitator.domain.view import Done, View
from facilitator.language.direction import isolate
from facilitator.language.floor_rules import DIMENSION_WORDS, RULE_NAMES
from facilitator.language.motives import motive_words
from facilitator.language.speech import Language, mark

PHASES = {
    Phase.OPENING: mark("Opening"),
    Phase.PRESENTATIONS: mark("Presentations"),
    Phase.DISCUSSION: mark("Discussion"),
    Phase.REPLIES: mark("Replies"),
    Phase.SECOND_ROUND: mark("Second round"),
    Phase.CLOSING: mark("Closing"),
}

KINDS = {
    Kind.REPLY: mark("reply"),
    Kind.RIGHT_OF_REPLY: mark("right of reply"),
    Kind.POINT_OF_ORDER: mark("point of order"),
    Kind.INTERPOSED_QUESTION: mark("question"),
}

CAPACITIES = {
    Capacity.PANELLIST: mark("panellist"),
    Capacity.FLOOR: mark("from the floor"),
    Capacity.CHAIR: mark("moderator"),
}

SEAT_ROLES = {
    SeatRole.MODERATOR: mark("Moderation"),
    SeatRole.RAPPORTEUR: mark("Rapporteur of the panel"),
    SeatRole.PANELLIST: mark("At the panel’s table"),
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
    "raise_point_of_order": mark("Point of order: {subject}"),
    "speak_as": mark("Capacity: {subject}"),
    "end_intervention": mark("Ended: {subject}"),
    "pause": mark("Paused: {subject}"),
    "resume": mark("Resumed: {subject}"),
    "add_time": mark("Time changed: {subject}"),
    "set_allotment": mark("New limit for the next speakers"),
    "repair": mark("Put right: {subject}"),
    "add_speaker": mark("Added: {subject}"),
    "keep_place": mark("Place kept: {subject}"),
    "name_speaker": mark("Named: {subject}"),
    "skip": mark("Called and not there: {subject}"),
    "swap": mark("Places exchanged: {subject}"),
    "substitute": mark("Substitute: {subject}"),
    "receive_statement": mark("Statement received: {subject}"),
    "close_list_at": mark("Closing time of the list"),
    "draw_lots": mark("Lots drawn with the seed {subject}"),
    "rotate_alphabet": mark("Alphabetical from {subject}"),
    "share_slots": mark("Places shared out"),
    "set_limit": mark("Limit of its own: {subject}"),
    "set_allotments": mark("New limits for the next speakers"),
    "accommodate": mark("Accommodation: {subject}"),
    "interpret": mark("Consecutive interpretation: {subject}"),
    "leave_out": mark("Counted or left out: {subject}"),
    "yield_rest": mark("Rest of the time yielded to {subject}"),
    "hand_in": mark("Text handed in: {subject}"),
    "set_budget": mark("Budget: {subject}"),
    "add_to_budget": mark("Budget changed: {subject}"),
    "give_back_overdraft": mark("Overdraft given back"),
    "carry_budgets": mark("Budgets carried over"),
    "set_side_clock": mark("Small clock set"),
    "start_side_clock": mark("Small clock started"),
    "stop_side_clock": mark("Small clock stopped"),
    "reset_side_clock": mark("Small clock reset"),
    "add_to_side_clock": mark("Small clock changed"),
    "move_clocks": mark("Clocks set right"),
    "turn_side_clock": mark("Small clock turned round"),
    "set_plan": mark("Plan of the panel"),
    "set_thresholds": mark("Warning times: {subject}"),
    "take_suggestion": mark("Moved up as suggested: {subject}"),
    "state_motive": mark("Reason stated: {subject}"),
    "hide_dimension": mark("Hidden for good: {subject}"),
    "edit_panel": mark("Panel changed: {subject}"),
    "move_panel": mark("Panel moved: {subject}"),
    "remove_panel": mark("Panel removed: {subject}"),
    "set_title": mark("Title of the panel: {subject}"),
    "copy_rules": mark("Rules copied from {subject}"),
    "set_day": mark("Sittings of {subject}"),
    "remove_day": mark("Day removed: {subject}"),
    "add_objective": mark("Objective added: {subject}"),
    "edit_objective": mark("Objective changed: {subject}"),
    "move_objective": mark("Objective moved: {subject}"),
    "remove_objective": mark("Objective removed: {subject}"),
    "decide_anomaly": mark("Decided: {subject}"),
    "save_profile": mark("Profile saved: {subject}"),
    "apply_profile": mark("Rules of the profile {subject}"),
    "remove_profile": mark("Profile removed: {subject}"),
    "add_seat": mark("At the table: {subject}"),
    "edit_seat": mark("Seat changed: {subject}"),
    "move_seat": mark("Seat moved: {subject}"),
    "remove_seat": mark("No longer at the table: {subject}"),
    "set_rule": mark("Rule: {subject}"),
    "set_short_code": mark("Short code: {subject}"),
    "hand_over_floor": mark("Floor handed over to {subject}"),
    "take_over_floor": mark("Floor taken over by {subject}"),
}


def panel_title(panel: Panel, language: Language) -> str:
    return language.say("Panel {number} · {title}", number=panel.number, title=panel.brief_in(language.code))


def speaker_name(view: View, participant: ParticipantId, language: Language) -> str:
    """Return what somebody is called; one for whom a place was kept is called by the category."""
    who = view.people[participant]
    if not who.unnamed:
        return who.name
    return language.say("{category}, to be named", category=view.category(who.category).singular)


def capacity_line(view: View, turn: Request | Intervention, language: Language) -> str:
    """Return whom a turn belongs to and in which capacity: "State · on behalf of: GRULAC"."""
    category = view.category(turn.category or view.people[turn.participant].category).singular
    return f"{isolate(category)} · {isolate(office(view, turn) or capacity(turn, language))}"


def office(view: View, turn: Request | Intervention) -> str:
    """Return the office in which somebody speaks who sits at the table and speaks for nobody else."""
    seat = None if view.panel is None else view.panel.seat_of(turn.participant)
    own = turn.capacity is not Capacity.FLOOR and not turn.on_behalf_of and turn.organisations <= 1
    return seat.capacity if seat is not None and own else ""


def capacity(turn: Request | Intervention, language: Language) -> str:
    """Return the hat worn for a turn, with how many organizations it speaks for if there are several."""
    body, n = turn.on_behalf_of, turn.organisations
    if body and n > 1:
        return language.count(
            "on behalf of: {body} ({n} organization)",
            "on behalf of: {body} ({n} organizations)",
            n,
            body=body,
        )
    if n > 1:
        return language.count("on behalf of {n} organization", "on behalf of {n} organizations", n)
    if body:
        return language.say("on behalf of: {body}", body=body)
    return language.say(CAPACITIES[turn.capacity])


def _subject(what: Done, language: Language) -> str:
    """Return whom or what an act was about; what stands there by its key is said in words."""
    if what.act == "enter_phase":
        return language.say(PHASES[Phase(what.subject)])
    named = {"set_rule": RULE_NAMES, "hide_dimension": DIMENSION_WORDS}.get(what.act, {}).get(what.subject)
    if named is not None:
        return language.say(named)
    return motive_words(what.subject, language) if what.act == "state_motive" else what.subject


def done(what: Done, language: Language) -> str:
    """Return an act of the journal in words."""
    subject = _subject(what, language)
    if what.act in ("undo", "redo"):
        root = done(Done(what.at, what.undoes, what.subject), language) if what.undoes else ""
        words = mark("Taken back: {what}") if what.act == "undo" else mark("Brought back: {what}")
        return language.say(words, what=root)
    pattern = _DONE.get(what.act)
    return what.act if pattern is None else language.say(pattern, subject=subject)
