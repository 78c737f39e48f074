"""The ledger of recommendations as a table, with columns the secretariat fills in from lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.documents.office.book import Book, Cell, Column, Holds, Sheet, without
from facilitator.documents.office.words import panel_words
from facilitator.domain.attribution import Level
from facilitator.domain.ledger import Ledger, Recommended
from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.programme import Workshop
from facilitator.language.groups import group_name
from facilitator.language.speech import Language, mark

STATUSES = (
    mark("Proposed"),
    mark("Consolidated"),
    mark("Read back"),
    mark("In report"),
    mark("Not retained"),
)


def ledger_book(  # noqa: PLR0913 - what the ledger is made of
    ledger: Ledger,
    workshop: Workshop,
    categories: Sequence[Category],
    language: Language,
    *,
    level: Level,
    addressees: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
) -> Book:
    """Return the ledger; `addressees` and `groups` are the words offered in the columns of that name.

    Whose voices a recommendation rests on is told down to A1, how many down to A3.
    """
    say = language.say
    labels = {category.key: category.brief for category in categories}
    sheet = Sheet(
        "recommendations",
        say("Recommendations"),
        _columns(language, addressees, groups),
        tuple(_cells(row, labels, language) for row in ledger.rows),
    )
    shown = without(sheet, _hidden(level))
    title = say("Ledger of recommendations")
    texts = sum(language.code not in row.texts for row in ledger.rows)
    return Book("ledger", title, workshop.title, (shown,), workshop.notice, texts)


def _columns(language: Language, addressees: tuple[str, ...], groups: tuple[str, ...]) -> tuple[Column, ...]:
    say = language.say
    return (
        Column("number", say("Number"), width=15),
        Column("text", say("Recommendation"), width=70),
        Column("addressees", say("Addressed to"), width=28, choices=addressees),
        Column("panel", say("Panel"), width=30),
        Column("questions", say("Guiding question"), width=12),
        Column("voices", say("Voices"), Holds.WHOLE, 8),
        Column("categories", say("Categories of the voices"), width=30),
        Column("regions", say("Regions of the voices"), width=24),
        Column("group", say("Group"), width=24, choices=groups),
        Column("status", say("Status"), width=16, choices=tuple(say(status) for status in STATUSES)),
    )


def _cells(row: Recommended, labels: Mapping[CategoryKey, str], language: Language) -> tuple[Cell, ...]:
    """Return the cells of a recommendation: a proposal as long as nobody says more of it."""
    return (
        row.number,
        row.text_in(language.code),
        _listed(row.addressees, language),
        panel_words(row.panel, language),
        _listed([str(number) for number in row.questions], language),
        row.voices,
        _listed([labels.get(key, str(key)) for key in row.categories], language),
        _listed([group_name(key, language) for key in row.regions], language),
        "",
        language.say(STATUSES[0]),
    )


def _hidden(level: Level) -> frozenset[str]:
    if level in (Level.NAME, Level.BODY):
        return frozenset()
    whose = {"categories", "regions"}
    return frozenset(whose if level.names_anyone else {*whose, "voices"})


def _listed(items: Sequence[str], language: Language) -> str:
    return language.say("; ").join(items)
