"""The ledger of recommendations as a table, with columns the secretariat fills in from lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.documents.blocks import Sign
from facilitator.documents.office.book import Book, Cell, Column, Holds, Sheet, without
from facilitator.documents.office.words import panel_words
from facilitator.domain.attribution import Level
from facilitator.domain.before import Follows
from facilitator.domain.ledger import Ledger, Recommended
from facilitator.domain.notes import RecommendationId
from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.programme import Workshop
from facilitator.domain.recommendation import Status
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.direction import ltr
from facilitator.language.groups import group_name
from facilitator.language.speech import Language, mark
from facilitator.language.vocabularies import called, label_of, vocabulary

_SOURCE = mark("{panel}, paragraph {n}")
_FOLLOWS = {
    Follows.FOLLOWS_UP: mark("follows up {symbol}"),
    Follows.REPEATS: mark("repeats {symbol}"),
    Follows.SUPERSEDES: mark("supersedes {symbol}"),
}
_TOLD = tuple(status for status in Status if status.stands or status is Status.NOT_RETAINED)
_MEANINGS = {
    Sign.DISC: mark("in the report: adopted and numbered"),
    Sign.RING_AND_DOT: mark("read back to the room"),
    Sign.RING: mark("consolidated or earlier: not read back yet"),
    Sign.DASH: mark("not retained: no agreement"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where recommendations stand: their paragraphs in the report, and what came before each of them."""

    paragraphs: Mapping[RecommendationId, int] = field(default_factory=dict)
    follows: Mapping[RecommendationId, Sequence[tuple[Follows, str]]] = field(default_factory=dict)


def ledger_book(  # noqa: PLR0913 - what the ledger is made of
    ledger: Ledger,
    workshop: Workshop,
    categories: Sequence[Category],
    language: Language,
    *,
    level: Level,
    addressees: tuple[str, ...] = (),
    standing: Standing,
) -> Book:
    """Return the ledger; `addressees` are the words offered in the column of that name.

    Whose voices a recommendation rests on is told down to A1, how many down to A3.
    """
    say = language.say
    labels = {category.key: category.brief for category in categories}
    sheet = Sheet(
        "recommendations",
        say("Recommendations"),
        _columns(language, addressees),
        tuple(_cells(row, labels, language, standing) for row in ledger.rows),
        meanings=tuple((sign, say(meaning)) for sign, meaning in _MEANINGS.items()),
    )
    shown = without(sheet, _hidden(level))
    title = say("Ledger of recommendations")
    texts = sum(language.code not in row.texts for row in ledger.rows)
    older = sum(row.behind(language.code) for row in ledger.rows)
    return Book("ledger", title, workshop.title, (shown,), workshop.notice, texts, older)


def _columns(language: Language, addressees: tuple[str, ...]) -> tuple[Column, ...]:
    say = language.say
    statuses = tuple(_status(status, language) for status in _TOLD)
    signs = tuple((_status(status, language), _sign(status)) for status in _TOLD)
    groups = tuple(concept.label(language.code) for concept in vocabulary(VocabularyKey.GROUPS).values())
    return (
        Column("number", say("Number"), width=15, strong=True),
        Column("text", say("Recommendation"), width=70, said=True),
        Column("addressees", say("Addressed to"), width=28, choices=addressees),
        Column("panel", say("Panel"), width=30, printed=False, composed=True),
        Column("source", say("Source"), width=22, composed=True),
        Column("questions", say("Guiding question"), width=12, printed=False),
        Column("voices", say("Voices"), Holds.WHOLE, 8, printed=False),
        Column("categories", say("Categories of the voices"), width=30, printed=False),
        Column("regions", say("Regions of the voices"), width=24, printed=False),
        Column("themes", say("Theme"), width=30),
        Column("groups", say("Groups"), width=26, choices=groups),
        Column("status", say("Status"), width=22, choices=statuses, signs=signs),
        Column("earlier", say("Earlier recommendation"), width=22, composed=True),
    )


def _status(status: Status, language: Language) -> str:
    return label_of(VocabularyKey.STATUSES, status.value, language.code)


def _sign(status: Status) -> Sign:
    if status is Status.NOT_RETAINED:
        return Sign.DASH
    if status.reported:
        return Sign.DISC
    return Sign.RING_AND_DOT if status in (Status.READ_BACK, Status.RETAINED) else Sign.RING


def _cells(
    row: Recommended, labels: Mapping[CategoryKey, str], language: Language, standing: Standing
) -> tuple[Cell, ...]:
    held = row.held
    return (
        row.number,
        row.text_in(language.code),
        _listed([called(name, language.code) for name in row.addressees], language),
        panel_words(row.panel, language),
        _source(row, language, standing),
        _listed([str(number) for number in row.questions], language),
        row.voices,
        _listed([labels.get(key, str(key)) for key in row.categories], language),
        _listed([group_name(key, language) for key in row.regions], language),
        _coded(VocabularyKey.THEMES, () if held is None else held.themes, language),
        _coded(VocabularyKey.GROUPS, () if held is None else held.groups, language),
        _status(Status.CAPTURED if held is None else held.status, language),
        _listed(
            [
                language.say(_FOLLOWS[how], symbol=ltr(symbol))
                for how, symbol in standing.follows.get(row.id, ())
            ],
            language,
        ),
    )


def _source(row: Recommended, language: Language, standing: Standing) -> str:
    panel = language.say("Panel {n}", n=row.panel.number)
    paragraph = standing.paragraphs.get(row.id)
    return panel if paragraph is None else language.say(_SOURCE, panel=panel, n=paragraph)


def _coded(key: VocabularyKey, codes: Sequence[str], language: Language) -> str:
    return _listed([label_of(key, code, language.code) for code in codes], language)


def _hidden(level: Level) -> frozenset[str]:
    if level in (Level.NAME, Level.BODY):
        return frozenset()
    whose = {"categories", "regions"}
    return frozenset(whose if level.names_anyone else {*whose, "voices"})


def _listed(items: Sequence[str], language: Language) -> str:
    return language.say("; ").join(items)
