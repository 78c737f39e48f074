"""The participants as a table: one by one, or as many as a level of attribution allows to be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facilitator.documents.office.book import Book, Cell, Column, Holds, Sheet
from facilitator.documents.office.words import (
    gender_of,
    gender_words,
    language_of,
    language_words,
    region_of,
    region_words,
)
from facilitator.domain.attribution import Level
from facilitator.domain.balance import total_ms
from facilitator.domain.folding import alphabetical
from facilitator.domain.intervention import Intervention
from facilitator.domain.people import Category, Participant, ParticipantId
from facilitator.domain.programme import Workshop
from facilitator.language.speech import Language

Spoken = Mapping[ParticipantId, Sequence[Intervention]]


def participants_book(  # noqa: PLR0913 - what the list is made of
    people: Sequence[Participant],
    spoken: Spoken,
    workshop: Workshop,
    categories: Sequence[Category],
    language: Language,
    *,
    level: Level,
    now: int,
) -> Book:
    """Return the participants by category, each in the order of the alphabet.

    At A1 bodies stand there without names, below it only how many there were.
    """
    order = {category.key: number for number, category in enumerate(categories)}
    listed = sorted(
        (who for who in people if who.delegation or (level is Level.NAME and who.name)),
        key=lambda who: (
            order.get(who.category, len(order)),
            alphabetical(who.delegation or who.name),
            who.id,
        ),
    )
    counted = _by_category(people, spoken, categories, language)
    sheets = {
        Level.NAME: (_by_name(listed, spoken, categories, language, now), counted),
        Level.BODY: (_by_body(listed, categories, language), counted),
    }
    title = language.say("Participants by category")
    return Book("participants", title, workshop.title, sheets.get(level, (counted,)), workshop.notice)


def _by_name(
    people: Sequence[Participant],
    spoken: Spoken,
    categories: Sequence[Category],
    language: Language,
    now: int,
) -> Sheet:
    say = language.say
    labels = {category.key: category.label for category in categories}
    columns = (
        Column("category", say("Category"), width=30, choices=tuple(labels.values())),
        Column("delegation", say("Delegation"), width=36),
        Column("name", say("Name"), width=36),
        Column("number", say("No."), Holds.WHOLE, 7),
        Column("region", say("Region"), width=24, choices=region_words(language)),
        Column("gender", say("Gender"), width=12, choices=gender_words(language)),
        Column("language", say("Language"), width=12, choices=language_words()),
        Column("registered", say("Registered"), Holds.FLAG, 9),
        Column("present", say("In the room"), Holds.FLAG, 9),
        Column("interventions", say("Interventions"), Holds.WHOLE, 13),
        Column("time", say("Time"), Holds.LENGTH, 10),
    )
    rows: Iterator[tuple[Cell, ...]] = (
        (
            labels.get(who.category, str(who.category)),
            who.delegation,
            who.name,
            who.number,
            region_of(who, language),
            gender_of(who, language),
            language_of(who),
            who.registered,
            who.present,
            len(spoken.get(who.id, ())),
            total_ms(spoken.get(who.id, ()), now),
        )
        for who in people
    )
    return Sheet("participants", say("Participants"), columns, tuple(rows), grouped=True)


def _by_body(people: Sequence[Participant], categories: Sequence[Category], language: Language) -> Sheet:
    labels = {category.key: category.label for category in categories}
    columns = (
        Column("category", language.say("Category"), width=30, choices=tuple(labels.values())),
        Column("delegation", language.say("Delegation"), width=50),
    )
    bodies = dict.fromkeys((labels.get(p.category, str(p.category)), p.delegation) for p in people)
    return Sheet("participants", language.say("Participants"), columns, tuple(bodies), grouped=True)


def _by_category(
    people: Sequence[Participant], spoken: Spoken, categories: Sequence[Category], language: Language
) -> Sheet:
    say = language.say
    columns = (
        Column("category", say("Category"), width=44),
        Column("invited", say("Invited"), Holds.WHOLE),
        Column("registered", say("Registered"), Holds.WHOLE),
        Column("present", say("In the room"), Holds.WHOLE),
        Column("bodies", say("Bodies"), Holds.WHOLE),
        Column("spoke", say("Took the floor"), Holds.WHOLE),
    )
    rows = []
    for category in categories:
        of_it = [who for who in people if who.category == category.key]
        bodies = {who.delegation or who.id for who in of_it}
        present = sum(who.present for who in of_it)
        spoke = sum(who.id in spoken for who in of_it)
        registered = sum(who.registered for who in of_it)
        rows.append((category.label, len(of_it), registered, present, len(bodies), spoke))
    return Sheet("categories", say("By category"), columns, tuple(rows))
