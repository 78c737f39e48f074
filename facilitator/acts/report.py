"""The report as the workshop stands now, and the fields of it that the secretariat writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from facilitator.acts.people import must_be_short
from facilitator.acts.protection import ceilings_of
from facilitator.acts.registry import Work, act
from facilitator.domain.attribution import Level
from facilitator.domain.drafting import draft
from facilitator.domain.guarding import guarded
from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import RecommendationId
from facilitator.domain.recommendation import Recommendation
from facilitator.domain.refusals import TextTooLong, UnknownReference
from facilitator.domain.report import FIELDS, IN_WORDS, Background, Report
from facilitator.domain.symbols import symbol_of
from facilitator.domain.view import View
from facilitator.language.speech import LANGUAGES
from facilitator.store.reading import Reading

_KIND, _DOCUMENT = "report", "document"


@act("secretariat", UnknownReference)
def write_report(work: Work, field: str, text: str, language: str | None = None) -> None:
    """The field of the report reads so: a line of its masthead, or a text with a paragraph a line.

    What is in words reads so in the language only; a symbol or a number in all of them.
    """
    if field not in FIELDS:
        raise UnknownReference(kind="report field", id=field)
    code, own = language_meant(work, language), work.reading.workshop().language
    kind = _KIND if code == own or field not in IN_WORDS else f"{_KIND}/{code}"
    before = next((row for row in work.reading.background(kind) if row["key"] == field), None)
    number = FIELDS.index(field) + 1
    id_ = f"{kind}/{field}"
    row = {"id": id_, "kind": kind, "number": number, "key": field, "label": text, "detail": "{}"}
    if before is None:
        work.insert("background", row)
    else:
        work.update("background", id_, {**row, "label": before["label"]}, row)
    work.subject = field


def language_meant(work: Work, language: str | None) -> str:
    """Return the language of a text, the workshop's if none is named; raises UnknownReference."""
    code = language or work.reading.workshop().language
    if code not in LANGUAGES:
        raise UnknownReference(kind="language", id=code)
    return code


@act("secretariat", UnknownReference, TextTooLong)
def title_document(work: Work, symbol: str, title: str) -> None:
    """The document of this symbol is called so wherever the report lists its documents."""
    if symbol_of(symbol) is None:
        raise UnknownReference(kind="symbol", id=symbol)
    must_be_short("title", title)
    known = symbol.strip()
    before = next((row for row in work.reading.background(_DOCUMENT) if row["key"] == known), None)
    id_ = f"{_DOCUMENT}/{known}"
    row = {"id": id_, "kind": _DOCUMENT, "number": 0, "key": known, "label": title.strip(), "detail": "{}"}
    if before is None:
        work.insert("background", row)
    else:
        work.update("background", id_, {**row, "label": before["label"]}, row)
    work.subject = known


def drafted(reading: Reading, views: Sequence[View], level: Level, now: int) -> Report:
    """Return the report on the panels in view."""
    made = draft(
        views,
        _background(reading),
        written(reading),
        level,
        now,
        reading.paragraphs(),
        worded=worded(reading),
    )
    titles = {row["key"]: row["label"] for row in reading.background(_DOCUMENT)}
    return replace(made, titles=titles)


def views_of(reading: Reading) -> tuple[View, ...]:
    """Return a look at each panel, with all that a report is made of."""
    return tuple(
        guarded(
            View(
                workshop=reading.workshop(),
                categories=reading.categories(),
                people=reading.people(),
                panels=reading.panels(),
                states=reading.states(),
                panel=panel,
                floor=reading.floor(panel.id),
                notes=reading.notes(panel.id),
                recommendations=reading.recommendations(panel.id),
            ),
            ceilings_of(reading, panel.id),
        )
        for panel in reading.panels()
    )


def final_numbers(reading: Reading, rows: Sequence[Recommended], now: int) -> Mapping[RecommendationId, int]:
    """Return the paragraph of each that is in the report by its status; others have their working numbers."""
    return paragraphs_of(reading, [row.held for row in rows if row.held is not None], now)


def paragraphs_of(
    reading: Reading, held: Iterable[Recommendation], now: int
) -> Mapping[RecommendationId, int]:
    """As above, of recommendations as they are kept."""
    reported = {each.id for each in held if each.status.reported}
    if not reported:
        return {}
    report = drafted(reading, views_of(reading), Level.QUANTITY, now)
    return {
        stated.recommendation.id: stated.number
        for section in report.sections
        for stated in section.stated
        if stated.recommendation is not None and stated.number and stated.recommendation.id in reported
    }


def written(reading: Reading) -> Mapping[str, str]:
    """Return what the secretariat wrote, by field: in the workshop's language or, if need be, another."""
    own = {row["key"]: row["label"] for row in reading.background(_KIND)}
    others = {field: next(iter(texts.values())) for field, texts in worded(reading).items()}
    return {field: own.get(field, "") or others.get(field, "") for field in FIELDS if field in own | others}


def worded(reading: Reading) -> Mapping[str, Mapping[str, str]]:
    """Return what the secretariat wrote in other languages than the workshop's, by field and language."""
    found: dict[str, dict[str, str]] = {}
    for code in LANGUAGES:
        for row in reading.background(f"{_KIND}/{code}"):
            if row["label"].strip():
                found.setdefault(row["key"], {})[code] = row["label"]
    return found


def _background(reading: Reading) -> Background:
    def labels(kind: str) -> tuple[str, ...]:
        return tuple(row["label"] for row in reading.background(kind))

    earlier = [json.loads(row["detail"]) for row in reading.background("earlier_workshops")]
    return Background(
        labels("objectives"),
        labels("addressees"),
        labels("consultations"),
        labels("resolutions"),
        tuple((str(each["year"]), each["report"]) for each in earlier if "report" in each),
    )
