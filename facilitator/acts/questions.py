"""The questions another program may ask, answered in JSON as the command line promises."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from facilitator.acts.advice_told import gaps_told, suggestion_told, verdict_told
from facilitator.acts.balance_told import share_told
from facilitator.acts.desk import Desk
from facilitator.acts.doubles import proposed
from facilitator.acts.instants import instant, seconds
from facilitator.acts.notes_told import note_told
from facilitator.acts.panels import find_panel
from facilitator.acts.time_told import terms_told, time_told
from facilitator.domain.intervention import Intervention
from facilitator.domain.programme import PanelId
from facilitator.domain.requests import Request
from facilitator.domain.turnout import turnout
from facilitator.domain.view import View
from facilitator.store.journal import from_json

Json = dict[str, Any]


def floor_now(desk: Desk, panel: PanelId | None = None) -> Json:
    """Return who has the floor, who waits, who has spoken, the balance and the forecast."""
    view, now = desk.view(panel), desk.now()
    if view.floor is None or view.panel is None:
        return {
            "panel": None,
            "phase": None,
            "list_open": False,
            "list_closes": None,
            "now": instant(now),
            "floor": None,
            "interrupted": [],
            "budgets": [],
            "side_clock": None,
            "queue": [],
            "spoken": [],
            "balance": [],
            "suggestion": None,
            "forecast": None,
        }
    return {
        "panel": view.panel.id,
        "state": view.floor.state.value,
        "phase": view.floor.phase.value,
        "list_open": view.list_open(now),
        "list_closes": None if view.floor.list_closes_at is None else instant(view.floor.list_closes_at),
        "now": instant(now),
        **time_told(view.floor, view.panel.starts, now),
        "queue": _queue(view),
        "spoken": [_spoken(intervention, now) for intervention in view.floor.spoken],
        "balance": [{"category": share.key, **share_told(share)} for share in view.balance(now)],
        "gaps": gaps_told(view, now),
        "suggestion": suggestion_told(view, now),
        "forecast": _forecast(view, now),
    }


def programme(desk: Desk) -> Json:
    """Return the panels in order, with their ids and states."""
    view = desk.view()
    expected = {each.panel.id: instant(each.begins) for each in view.ahead(desk.now())}
    return {
        "panels": [
            {
                "panel": panel.id,
                "number": number,
                "title": panel.title,
                "state": view.states[panel.id].value,
                "starts": instant(panel.starts),
                "expected_start": expected.get(panel.id),
                "ends": instant(panel.ends),
                "hard_stop": instant(panel.hard_stop),
                "questions": [
                    {"question": q.id, "number": q.number, "text": q.text} for q in panel.questions
                ],
            }
            for number, panel in enumerate(view.panels, 1)
        ]
    }


def people(desk: Desk) -> Json:
    """Return all participants with their ids."""
    return {
        "participants": [
            {
                "participant": who.id,
                "name": who.name,
                "category": who.category,
                "delegation": who.delegation,
                "region": who.region,
                "gender": who.gender,
                "language": who.language,
                "present": who.present,
                "number": who.number,
                "registered": who.registered,
            }
            for who in desk.view().people.values()
        ]
    }


def attendance(desk: Desk, panel: PanelId | None = None) -> Json:
    """Return how many are invited, registered, at the panel and heard; unsaid, in the whole workshop."""
    at = None if panel is None else find_panel(desk.reading, panel).id
    return {"panel": at, **asdict(turnout(desk.view(at), at))}


def duplicates(desk: Desk) -> Json:
    """Return who may be one person written twice, the surest first, and why."""
    return {
        "pairs": [
            {
                "one": pair.one.id,
                "other": pair.other.id,
                "names": [pair.one.name, pair.other.name],
                "why": pair.why.value,
            }
            for pair in proposed(desk.reading)
        ]
    }


def notes(desk: Desk, panel: PanelId | None = None) -> Json:
    """Return a panel's notes and recommendations."""
    view = desk.view(panel)
    return {
        "notes": [note_told(view, note) for note in view.notes],
        "recommendations": [
            {
                "recommendation": r.id,
                "number": r.number,
                "text": r.text,
                "addressees": list(r.addressees),
                "notes": list(r.notes),
            }
            for r in view.recommendations
        ],
    }


def journal(desk: Desk, last: int | None = None) -> Json:
    """Return the newest events, the newest last, with the rows each changed."""
    events = list(desk.file.journal())
    chosen = events if last is None else events[-last:] if last > 0 else []
    return {
        "events": [
            {
                "event": e.id,
                "seq": e.seq,
                "at": instant(e.at),
                "act": e.act,
                "desk": e.desk,
                "subject": e.subject,
                "arguments": e.arguments,
                "undoes": e.undoes,
                "changes": [[c.table, c.id, c.before, c.after] for c in from_json(e.changes)],
            }
            for e in chosen
        ]
    }


def _queue(view: View) -> list[Json]:
    waiting = () if view.floor is None else view.floor.waiting
    return [_asked(request, place, view) for place, request in enumerate(waiting, 1)]


def _asked(request: Request, place: int, view: View) -> Json:
    category = request.category or view.people[request.participant].category
    return {
        "request": request.id,
        "participant": request.participant,
        "category": category,
        "kind": request.kind.value,
        "place": place,
        "capacity": request.capacity.value,
        "on_behalf_of": request.on_behalf_of,
        "organisations": request.organisations,
        "note": request.note,
        "rank": request.rank,
        "answers": request.answers,
        "calls": request.calls,
        "overtaken": request.overtaken,
        "instead_of": request.instead_of,
        **({} if view.floor is None else terms_told(view.floor, request, category)),
    }


def _spoken(intervention: Intervention, now: int) -> Json:
    clock = intervention.clock
    return {
        "intervention": intervention.id,
        "participant": intervention.participant,
        "category": intervention.category,
        "begin": instant(clock.began),
        "end": None if clock.ended is None else instant(clock.ended),
        "seconds": seconds(clock.elapsed(now)),
        "suggested": intervention.suggested,
        "motive": intervention.motive,
    }


def _forecast(view: View, now: int) -> Json | None:
    rest = view.forecast(now)
    if rest is None:
        return None
    return {
        "ends": instant(rest.ends),
        "behind_s": seconds(rest.behind_ms),
        "changeover_s": seconds(rest.changeover_ms),
        "unheard": list(rest.unheard),
        "verdict": verdict_told(view.verdict(now)),
    }
