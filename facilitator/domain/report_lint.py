"""What a reader of the Secretariat would mark in a report: each finding names its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.attribution import Quantity
from facilitator.domain.report import Head, Report, Stated, Statement

FEWEST = {Quantity.ONE: 1, Quantity.SOME: 2, Quantity.SEVERAL: 3, Quantity.MANY: 4, Quantity.MOST: 5}
"""Voices without which a word for a quantity is never true, however few spoke."""
_NEEDED = ("symbol", "session", "items", "author", "summary")
_SHORTENED = re.compile(r"(?<![/\w])(?<!/ )(?:HRC|RES|CONF|CERD|ECOSOC)(?:/[\w.]*\w)+")
_SPACED = re.compile(r"\b[AES]\s*/\s+\w+|\b[AES]\s+/\s*\w+")


class Rule(StrEnum):
    LONE_HEADING = "lone_heading"
    SEMICOLON = "semicolon"
    SYMBOL = "symbol"
    QUANTIFIER = "quantifier"
    ONE_CATEGORY = "one_category"
    EMPTY_FIELD = "empty_field"
    OVER_BUDGET = "over_budget"
    UNTRANSLATED = "untranslated"
    BEHIND = "behind"
    LEFT_OUT = "left_out"
    LOST = "lost"
    WIDER = "wider"


@dataclass(frozen=True, slots=True)
class Finding:
    """`paragraph` is None for what concerns the whole product."""

    rule: Rule
    paragraph: int | None = None
    subject: str = ""
    n: int = 0


def findings(report: Report, quantities: Mapping[str, Quantity]) -> tuple[Finding, ...]:
    """Return what is to be looked at, paragraph by paragraph; `quantities` are words and what they claim."""
    whole = [
        Finding(Rule.EMPTY_FIELD, subject=name)
        for name in _NEEDED
        if not report.written.get(name, "").strip()
    ]
    texts = [f for item in report.items if isinstance(item, Stated) for f in _of(item, quantities)]
    left_out = [Finding(Rule.LEFT_OUT, subject=row.number) for row in report.left_out]
    return (*whole, *_lone(report), *texts, *left_out)


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


def _of(item: Stated, quantities: Mapping[str, Quantity]) -> Iterator[Finding]:
    points = [*item.parts, *([item.point] if item.point is not None else [])]
    if any(";" in part.text.rstrip("; ") or "؛" in part.text.rstrip("؛ ") for part in item.parts):
        yield Finding(Rule.SEMICOLON, item.number)
    for text in [item.text, *(point.text for point in points)]:
        for match in [*_SHORTENED.finditer(text), *_SPACED.finditer(text)]:
            yield Finding(Rule.SYMBOL, item.number, match.group())
    for point in points:
        yield from _quantified(item.number, point.text, point.voices, quantities)
    if item.statement is Statement.RECOMMENDATION and item.recommendation is not None:
        yield from _quantified(item.number, item.text, item.recommendation.voices, quantities)
        if len(item.recommendation.categories) == 1:
            yield Finding(Rule.ONE_CATEGORY, item.number, item.recommendation.number)


def _quantified(number: int, text: str, voices: int, quantities: Mapping[str, Quantity]) -> Iterator[Finding]:
    said = text.casefold()
    for words, claimed in quantities.items():
        if words.casefold() in said and voices < FEWEST[claimed]:
            yield Finding(Rule.QUANTIFIER, number, words, voices)
