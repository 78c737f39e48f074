"""The programme as a table for each day, and the list of speakers for their signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.documents.office.book import Book, Cell, Column, Holds, Sheet
from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.programme import Panel, Workshop
from facilitator.domain.requests import RequestState
from facilitator.domain.view import View
from facilitator.language.direction import isolate
from facilitator.language.speech import Language

_BLANK_LINES = 12
_ASKING = ("?", "؟", "？")
_TO_SIGN = "\u00a0"
"""Holds a place open that somebody fills in by hand."""


def programme_book(panels: Sequence[Panel], workshop: Workshop, language: Language) -> Book:
    """Return the panels in the order of time."""
    say = language.say
    columns = (
        Column("day", say("Day"), width=20),
        Column("time", say("Time"), width=16),
        Column("number", say("No."), Holds.WHOLE, 6),
        Column("panel", say("Panel"), width=50),
        Column("room", say("Room"), width=18),
        Column("questions", say("Guiding questions"), width=70),
    )
    rows = tuple(_panel(panel, language) for panel in sorted(panels, key=lambda panel: panel.starts))
    sheet = Sheet("programme", say("Programme"), columns, rows, grouped=True)
    return Book("programme", say("Programme"), workshop.title, (sheet,), workshop.notice)


def _panel(panel: Panel, language: Language) -> tuple[Cell, ...]:
    asked = [question.text for question in panel.questions]
    between = " " if all(text.endswith(_ASKING) for text in asked) else language.say("; ")
    questions = between.join(map(isolate, asked))
    return (
        language.date(panel.starts, weekday=True),
        language.time_range(panel.starts, panel.ends),
        panel.number,
        panel.title,
        panel.room,
        questions,
    )


def speakers_book(
    views: Sequence[View], workshop: Workshop, categories: Sequence[Category], language: Language
) -> Book:
    """Return for each panel who is on its list, in its order, and blank lines for more."""
    say = language.say
    columns = (
        Column("panel", say("Panel"), Holds.WHOLE, 7),
        Column("place", say("No."), Holds.WHOLE, 6),
        Column("name", say("Name"), width=40),
        Column("delegation", say("Delegation"), width=40),
        Column("category", say("Category"), width=30),
        Column("on_behalf_of", say("On behalf of"), width=24),
        Column("signature", say("Signature"), width=44),
    )
    labels = {category.key: category.brief for category in categories}
    rows = tuple(row for view in views if view.panel is not None for row in _listed(view, view.panel, labels))
    sheet = Sheet("speakers", say("List of speakers"), columns, rows, grouped=True)
    return Book("speakers", say("List of speakers"), workshop.title, (sheet,), workshop.notice)


def _listed(view: View, panel: Panel, labels: dict[CategoryKey, str]) -> Iterator[tuple[Cell, ...]]:
    gone = (RequestState.WITHDRAWN, RequestState.ABSENT)
    asked = () if view.floor is None else view.floor.queue.requests
    place = 0
    for request in asked:
        who = view.people.get(request.participant)
        if request.state in gone or who is None:
            continue
        place += 1
        category = request.category or who.category
        body = "" if who.delegation == who.name else who.delegation
        told = (who.name, body, labels.get(category, str(category)), request.on_behalf_of)
        yield panel.number, place, *told, _TO_SIGN
    for blank in range(place + 1, place + 1 + _BLANK_LINES):
        yield panel.number, blank, *(_TO_SIGN,) * 4, _TO_SIGN
