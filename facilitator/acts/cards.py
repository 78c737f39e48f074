"""Badges and name plates of the participants, by category and in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from facilitator.acts.books import Asked
from facilitator.documents.cards import BADGES, NAME_PLATES, Card, Form, print_cards
from facilitator.documents.setting import Missing
from facilitator.domain.folding import alphabetical


def _printed(form: Form, asked: Asked, target: Path, missing: Missing) -> None:
    workshop = asked.desk.reading.workshop()
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
    """Return a card for everybody whose name is known."""
    reading = asked.desk.reading
    people = asked.views[0].people if asked.views else reading.people()
    categories = {category.key: category for category in reading.categories()}
    order = {key: place for place, key in enumerate(categories)}
    named = [who for who in people.values() if who.name.strip() and not who.unnamed]
    named.sort(key=lambda who: (order.get(who.category, len(order)), alphabetical(who.name), who.id))
    return [
        Card(
            who.name,
            who.delegation,
            categories[who.category].singular if who.category in categories else "",
            who.number,
        )
        for who in named
    ]


CARDS: Mapping[str, Callable[[Asked, Path, Missing], None]] = {
    "badges": partial(_printed, BADGES),
    "name-plates": partial(_printed, NAME_PLATES),
}
