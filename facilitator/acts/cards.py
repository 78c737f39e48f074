"""Badges and name plates of the participants, by category and in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from facilitator.acts.books import Asked
from facilitator.documents.cards import BADGES, NAME_PLATES, Card, Form, print_cards
from facilitator.documents.setting import Missing
from facilitator.domain.attribution import Level
from facilitator.domain.folding import alphabetical
from facilitator.domain.people import ParticipantId
from facilitator.domain.programme import Seat
from facilitator.domain.view import View


def _printed(form: Form, asked: Asked, target: Path, missing: Missing) -> None:
    workshop = asked.workshop
    print_cards(
        form,
        cards_of(asked),
        workshop.brief,
        workshop.notice,
        asked.language,
        target,
        original=workshop.language,
        moment=asked.now,
        missing=missing,
    )


def cards_of(asked: Asked) -> list[Card]:
    """Return a card for everybody whose name is known; of one panel those at its table come first."""
    reading = asked.desk.reading
    people = asked.views[0].people if asked.views else reading.people()
    categories = {category.key: category for category in asked.categories}
    order = {key: place for place, key in enumerate(categories)}
    named = [who for who in people.values() if who.name.strip() and not who.unnamed]
    seats = _seats(asked.views)
    table = seats if len(asked.views) == 1 else {}
    named.sort(
        key=lambda who: (
            table[who.id].number if who.id in table else len(table) + 1,
            order.get(who.category, len(order)),
            alphabetical(who.name),
            who.id,
        )
    )
    return [
        Card(
            who.name,
            who.delegation,
            categories[who.category].singular if who.category in categories else "",
            who.number,
            seats[who.id].capacity if who.id in seats else "",
        )
        for who in named
    ]


def _seats(views: Sequence[View]) -> dict[ParticipantId, Seat]:
    """Return where each sits, of several places the first with an office; only of whom lists may tell it."""
    found: dict[ParticipantId, Seat] = {}
    for view in views:
        for seat in () if view.panel is None else view.panel.seats:
            known = found.get(seat.participant)
            if view.ceilings.there(seat.participant) is Level.NAME and not (known and known.capacity):
                found[seat.participant] = seat
    return found


CARDS: Mapping[str, Callable[[Asked, Path, Missing], None]] = {
    "badges": partial(_printed, BADGES),
    "name-plates": partial(_printed, NAME_PLATES),
}
