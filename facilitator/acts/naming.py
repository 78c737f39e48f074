"""Whom tables and cards name: known before they are written, so that it can be told and thought over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from facilitator.documents.cards import Card
from facilitator.documents.office.book import Book
from facilitator.documents.office.words import who_of
from facilitator.domain.attribution import Level
from facilitator.domain.naming import Names, once
from facilitator.domain.speaking_time import SpeakingTime
from facilitator.language.direction import bare
from facilitator.language.speech import Language

_WHO = frozenset({"name", "delegation", "body", "on_behalf_of", "given", "suggested", "who"})
"""The columns in which people and bodies stand."""
_GROUP = "group"


def named_in_book(book: Book, bodies: Collection[str]) -> Names:
    """Return who stands in its tables; in a column of groups only those of them that are `bodies`."""
    return once(_of_book(book, bodies))


def named_on_cards(cards: Iterable[Card]) -> Names:
    return once(card.name for card in cards)


def named_in_order(found: SpeakingTime, language: Language) -> Names:
    """Return those to whom the floor was given out of turn, and those who waited, as the record has them."""
    level = found.summary.level
    if level not in (Level.NAME, Level.BODY):
        return ()
    whom = (who for each in found.overrides for who in (each.given, each.suggested) if who is not None)
    return once(who_of(who, level, {}, language) for who in whom if who.delegation)


def _of_book(book: Book, bodies: Collection[str]) -> Iterator[str]:
    for sheet in book.sheets:
        for place, column in enumerate(sheet.columns):
            cells = (str(row[place] or "") for row in sheet.rows if column.key in (*_WHO, _GROUP))
            told = (bare(cell).strip() for cell in cells)  # a line left to sign on names nobody
            yield from (who for who in told if column.key in _WHO or who in bodies)
