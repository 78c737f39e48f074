"""Whom tables and cards name: known before they are written, so that it can be told and thought over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from facilitator.documents.cards import Card
from facilitator.documents.office.book import Book
from facilitator.domain.naming import Names, once
from facilitator.language.direction import bare

_WHO = frozenset({"name", "delegation", "body", "on_behalf_of", "given", "suggested", "who"})
"""The columns in which people and bodies stand."""
_GROUP = "group"


def named_in_book(book: Book, bodies: Collection[str]) -> Names:
    """Return who stands in its tables; in a column of groups only those of them that are `bodies`."""
    return once(_of_book(book, bodies))


def named_on_cards(cards: Iterable[Card]) -> Names:
    return once(card.name for card in cards)


def _of_book(book: Book, bodies: Collection[str]) -> Iterator[str]:
    for sheet in book.sheets:
        for place, column in enumerate(sheet.columns):
            told = (bare(str(row[place] or "")) for row in sheet.rows if column.key in (*_WHO, _GROUP))
            yield from (who for who in told if column.key in _WHO or who in bodies)
