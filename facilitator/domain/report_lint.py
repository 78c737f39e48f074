"""What a reader of the Secretariat would mark in a report: each finding names its paragraph."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.attribution import Quantity
from facilitator.domain.notes import NoteId
from facilitator.domain.report import Head, Report, Stated, Statement, paragraphs
from facilitator.domain.symbols import misshapen

FEWEST = {Quantity.ONE: 1, Quantity.SOME: 2, Quantity.SEVERAL: 3, Quantity.MANY: 4, Quantity.MOST: 5}
"""Voices without which a word for a quantity is never true, however few spoke."""
_NEEDED = ("symbol", "session", "items", "author", "summary")
_SUMMARY = "summary"


class Rule(StrEnum):
    LONE_HEADING = "lone_heading"
    SEMICOLON = "semicolon"
    SYMBOL = "symbol"
    QUANTIFIER = "quantifier"
    ONE_CATEGORY = "one_category"
    UNAGREED = "unagreed"
    EMPTY_FIELD = "empty_field"
    OVER_BUDGET = "over_budget"
    UNTRANSLATED = "untranslated"
    BEHIND = "behind"
    OLDER = "older"
    LEFT_OUT = "left_out"
    LOST = "lost"
    WIDER = "wider"


@dataclass(frozen=True, slots=True)
class Finding:
    """`paragraph` is None for what concerns the whole product, 0 for the Summary, which has no numbers."""

    rule: Rule
    paragraph: int | None = None
    subject: str = ""
    n: int = 0


def findings(report: Report, quantities: Mapping[str, Quantity], language: str = "") -> tuple[Finding, ...]:
    """Return what is to be looked at, paragraph by paragraph; `quantities` are words and what they claim.

    What somebody wrote for a paragraph is looked at as it reads in the language.
    """
    whole = [
        Finding(Rule.EMPTY_FIELD, subject=name)
        for name in _NEEDED
        if not report.field_in(name, language).strip() and not (name == _SUMMARY and _in_hand(report))
    ]
    texts = [finding for item in report.stated for finding in _of(item, quantities, language)]
    quoted = [finding for item in report.stated for finding in _quoted(item, report.unagreed)]
    left_out = [Finding(Rule.LEFT_OUT, subject=row.number) for row in report.left_out]
    return (*whole, *_lone(report), *texts, *quoted, *left_out)


def _in_hand(report: Report) -> bool:
    """Say whether the secretariat has written the Summary paragraph by paragraph."""
    return bool(report.sections and report.sections[0].in_hand)


def _lone(report: Report) -> Iterator[Finding]:
    """Yield each heading that stands alone on its level within the one above."""
    heads = [item for item in report.items if isinstance(item, Head)]
    numbers = {id(item): n for n, item in enumerate(report.items)}
    for place, head in enumerate(heads):
        rest = heads[place + 1 :]
        after = next((other for other in rest if other.level <= head.level), None)
        if head.level > 1 and head.numeral == 1 and (after is None or after.level < head.level):
            following = report.items[numbers[id(head)] :]
            yield Finding(
                Rule.LONE_HEADING, next((i.number for i in following if isinstance(i, Stated)), None)
            )


def _of(item: Stated, quantities: Mapping[str, Quantity], language: str) -> Iterator[Finding]:
    claims = list(_claims(item, language))
    own = _own(item, language)
    parts = own[1:] if own else [part.text for part in item.parts]
    if any(";" in part.rstrip("; ") or "؛" in part.rstrip("؛ ") for part in parts):
        yield Finding(Rule.SEMICOLON, item.number)
    for text, _ in claims:
        for _, found, _ in misshapen(text):
            yield Finding(Rule.SYMBOL, item.number, found)
    for text, voices in claims:
        if voices is not None:
            yield from _quantified(item.number, text, voices, quantities)
    recommended = item.recommendation if item.statement is Statement.RECOMMENDATION else None
    if recommended is not None and len(recommended.categories) == 1:
        yield Finding(Rule.ONE_CATEGORY, item.number, recommended.number)


def _quoted(item: Stated, unagreed: Collection[NoteId]) -> Iterator[Finding]:
    """Yield that a paragraph has a quotation which nobody agreed to have published."""
    points = (*item.parts, *filter(None, [item.point]))
    if any(note in unagreed for point in points for note in point.notes):
        yield Finding(Rule.UNAGREED, item.number)


def _own(item: Stated, language: str) -> list[str]:
    """Return the lines that somebody wrote for the paragraph: they stand instead of what its sources say."""
    return paragraphs(item.texts.get(language) or item.own_text)


def _claims(item: Stated, language: str) -> Iterator[tuple[str, int | None]]:
    """Yield each text of a paragraph with the voices it rests on; None where it speaks of no voices."""
    own = _own(item, language)
    if own:
        yield from ((line, item.voices) for line in own)
        return
    yield item.text, item.voices if item.recommendation is not None else None
    for point in [*item.parts, *([item.point] if item.point is not None else [])]:
        yield point.text, point.voices


def _quantified(number: int, text: str, voices: int, quantities: Mapping[str, Quantity]) -> Iterator[Finding]:
    said = text.casefold()
    for words, claimed in quantities.items():
        if words.casefold() in said and voices < FEWEST[claimed]:
            yield Finding(Rule.QUANTIFIER, number, words, voices)
