"""The programme as a table for each day, and the list of speakers for their signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from facilitator.documents.office.book import Book, Cell, Column, Composed, Holds, Sheet
from facilitator.domain.attribution import Level
from facilitator.domain.people import Category, CategoryKey, Participant
from facilitator.domain.programme import Panel, Seat, SeatRole, Workshop
from facilitator.domain.requests import RequestState
from facilitator.domain.view import View
from facilitator.language.direction import isolate
from facilitator.language.groups import group_name
from facilitator.language.speech import Language, mark
from facilitator.language.wording import SEAT_ROLES

_BLANK_LINES = 12
_ASKING = ("?", "؟", "？")
_SEATED = {
    SeatRole.MODERATOR: mark("Moderation: {names}"),
    SeatRole.RAPPORTEUR: mark("Rapporteur of the panel: {names}"),
    SeatRole.PANELLIST: mark("At the panel’s table: {names}"),
}
_Through = Callable[[str], str]
_TO_SIGN = "\u00a0"
"""Holds a place open that somebody fills in by hand."""


def programme_book(views: Sequence[View], workshop: Workshop, language: Language) -> Book:
    """Return the panels in the order of time."""
    say = language.say
    columns = (
        Column("day", say("Day"), width=20, composed=True),
        Column("time", say("Time"), width=16, composed=True),
        Column("number", say("No."), Holds.WHOLE, 6),
        Column("panel", say("Panel"), width=44, said=True),
        Column("room", say("Room"), width=16),
        Column("table", say("At the table"), width=44, composed=True),
        Column("interpretation", say("Interpretation"), width=18, composed=True),
        Column("objective", say("Objective"), width=44),
        Column("questions", say("Guiding questions"), width=60, said=True, composed=True),
    )
    shown = [(view.panel, view) for view in views if view.panel is not None]
    shown.sort(key=lambda each: each[0].starts)
    rows = tuple(_panel(panel, view, language) for panel, view in shown)
    sheet = Sheet("programme", say("Programme"), columns, rows, grouped=True)
    return Book("programme", say("Programme"), workshop.title, (sheet,), workshop.notice)


def _panel(panel: Panel, view: View, language: Language) -> tuple[Cell, ...]:
    return (
        language.date(panel.starts, weekday=True),
        language.time_range(panel.starts, panel.ends),
        panel.number,
        panel.title,
        panel.room,
        Composed.of(lambda typed: _table(panel, view, language, typed)),
        language.names([group_name(code, language) for code in panel.interpretation]),
        panel.summary,
        Composed.of(lambda typed: _questions(panel, language, typed)),
    )


def _questions(panel: Panel, language: Language, typed: _Through) -> str:
    asked = [question.text for question in panel.questions]
    between = " " if all(text.endswith(_ASKING) for text in asked) else language.say("; ")
    return between.join(isolate(typed(text)) for text in asked)


def _table(panel: Panel, view: View, language: Language, typed: _Through) -> str:
    """Return who sits at the table, by what they do there, each with the office held."""
    roles = {
        role: [_seated(seat, view, language, typed) for seat in panel.seats if seat.role is role]
        for role in SeatRole
    }
    told = {role: language.say("; ").join(filter(None, names)) for role, names in roles.items()}
    return " · ".join(language.say(_SEATED[role], names=names) for role, names in told.items() if names)


def _seated(seat: Seat, view: View, language: Language, typed: _Through) -> str:
    """Return a name and an office; only what lists may tell of whoever sits there, else nothing."""
    who = view.people.get(seat.participant)
    if who is None or not who.name:
        return ""
    if view.ceilings.there(who.id) is not Level.NAME or not seat.capacity:
        return isolate(typed(who.name))
    return language.say("{name} ({capacity})", name=typed(who.name), capacity=typed(seat.capacity))


def speakers_book(
    views: Sequence[View], workshop: Workshop, categories: Sequence[Category], language: Language
) -> Book:
    """Return for each panel who is on its list, in its order, and blank lines for more."""
    say = language.say
    columns = (
        Column("panel", say("Panel"), Holds.WHOLE, 7),
        Column("place", say("No."), Holds.WHOLE, 6),
        Column("name", say("Name"), width=40),
        Column("delegation", say("Delegation"), width=34),
        Column("capacity", say("Capacity"), width=30),
        Column("category", say("Category"), width=26),
        Column("on_behalf_of", say("On behalf of"), width=24),
        Column("signature", say("Signature"), width=44),
    )
    labels = {category.key: category.brief for category in categories}
    rows = tuple(
        row for view in views if view.panel is not None for row in _listed(view, view.panel, labels, language)
    )
    sheet = Sheet("speakers", say("List of speakers"), columns, rows, grouped=True)
    return Book("speakers", say("List of speakers"), workshop.title, (sheet,), workshop.notice)


def _listed(
    view: View, panel: Panel, labels: dict[CategoryKey, str], language: Language
) -> Iterator[tuple[Cell, ...]]:
    """Yield those at the table, who have no place on the list, then the list itself."""
    gone = (RequestState.WITHDRAWN, RequestState.ABSENT)
    for seat in panel.seats:
        sits = view.people.get(seat.participant)
        if sits is not None and sits.name:
            told = (*_person(sits), _office(seat, view, language), labels.get(sits.category, ""), "")
            yield panel.number, None, *told, _TO_SIGN
    asked = () if view.floor is None else view.floor.queue.requests
    place = 0
    for request in asked:
        who = view.people.get(request.participant)
        if request.state in gone or who is None:
            continue
        place += 1
        category = request.category or who.category
        told = (*_person(who), "", labels.get(category, str(category)), request.on_behalf_of)
        yield panel.number, place, *told, _TO_SIGN
    for blank in range(place + 1, place + 1 + _BLANK_LINES):
        yield panel.number, blank, *(_TO_SIGN,) * 6


def _person(who: Participant) -> tuple[str, str]:
    """Return the name and the body, which is not said twice."""
    return who.name, "" if who.delegation == who.name else who.delegation


def _office(seat: Seat, view: View, language: Language) -> str:
    """Return the office held, where it may be told; without one what somebody does at the table."""
    named = view.ceilings.there(seat.participant) is Level.NAME
    return seat.capacity if named and seat.capacity else language.say(SEAT_ROLES[seat.role])
