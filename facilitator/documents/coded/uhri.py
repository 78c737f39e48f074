"""Recommendations as the Universal Human Rights Index lists them, and what its words cannot tell.

The names of the fields are those of the index' own data; its words are English and narrower than ours.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from facilitator.documents.office.ledger_fields import FIELD_NAMES
from facilitator.documents.office.safe_text import xml_safe
from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import RecommendationId
from facilitator.domain.recommendation import Recommendation, Tagged, Told
from facilitator.domain.report_lint import Finding, Rule
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.direction import bare
from facilitator.language.speech import Language, language_for
from facilitator.language.vocabularies import label_of, vocabulary
from facilitator.language.wording import panel_title

_NO_PLACE = (
    *(Tagged.ADDRESSEES, Tagged.INSTRUMENTS, Tagged.DDPA, Tagged.AREAS, Tagged.MODALITIES),
    *(Tagged.LEVELS, Tagged.OBJECTIVES),
)
_USUAL = {Told.VOICE: "participants", Told.SENSITIVITY: "none"}
"""What a field says as long as nobody has said anything: nothing is lost with it."""


def write_uhri(
    rows: Sequence[Recommended],
    symbol: str,
    final: Mapping[RecommendationId, int],
    language: Language,
    target: Path,
    *,
    moment: int,
) -> tuple[Finding, ...]:
    """The target is a list of records of the index; returns what the index cannot tell.

    `symbol` is that of the report, "" as long as it has none; `final` are the paragraphs in it.
    """
    published = datetime.fromtimestamp(moment / 1000, UTC).date().isoformat()
    english = language_for("en", language.zone)
    records = [
        {**_record(row, symbol, published, english), "Paragraph": str(final.get(row.id, row.number))}
        for row in rows
    ]
    target.write_text(json.dumps(records, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
    return tuple(_lost([row.held for row in rows if row.held is not None], language))


def _record(row: Recommended, symbol: str, published: str, english: Language) -> dict[str, Any]:
    held = row.held
    return {
        "AnnotationId": row.id,
        "Symbol": symbol,
        "Paragraph": "",
        "Text": xml_safe(row.text),
        "PublicationDate": published,
        "AnnotationType": "Recommendation",
        "Countries": [],
        "AffectedPersons": [] if held is None else list(dict.fromkeys(_persons(held))),
        "Themes": [] if held is None else [_coded(VocabularyKey.THEMES, code) for code in held.themes],
        "Sdgs": [] if held is None else [_goal(code) for code in held.goals],
        "Regions": [],
        "Body": "",
        "SectionHeadings": [xml_safe(bare(panel_title(row.panel, english)))],
    }


def _persons(held: Recommendation) -> Iterator[str]:
    """Yield the index' words for those affected, whom we tell apart more finely."""
    yield from _groups(held)
    for code in held.persons:
        yield label_of(VocabularyKey.PERSONS, code, "en")


def _groups(held: Recommendation) -> Iterator[str]:
    for code in held.groups:
        concept = vocabulary(VocabularyKey.GROUPS).get(code)
        yield code if concept is None else concept.details["uhri"]


def _coded(key: VocabularyKey, code: str) -> str:
    label = label_of(key, code, "en")
    return label if label == code else f"{code} {label}"


def _goal(code: str) -> str:
    """Return a goal as the index writes it; of a target it has the number alone."""
    return code if "." in code else _coded(VocabularyKey.GOALS, code)


def _lost(held: Sequence[Recommendation], language: Language) -> Iterator[Finding]:
    """Yield what has no place in the index, and what has only a wider word there."""
    for name, entries in _without_place(held):
        if entries:
            yield Finding(Rule.LOST, subject=language.say(name), n=entries)
    shared = Counter(concept.details["uhri"] for concept in vocabulary(VocabularyKey.GROUPS).values())
    told = Counter(word for each in held for word in _groups(each) if shared[word] > 1)
    for word, entries in told.items():
        yield Finding(Rule.WIDER, subject=word, n=entries)


def _without_place(held: Sequence[Recommendation]) -> Iterator[tuple[str, int]]:
    """Yield what the index has no field for, and how many entries that is."""
    for tag in _NO_PLACE:
        yield FIELD_NAMES[tag.value], sum(len(getattr(each, tag.value)) for each in held)
    for field in Told:
        usual = _USUAL.get(field, "")
        yield FIELD_NAMES[field.value], sum(getattr(each, field.value) not in ("", usual) for each in held)
    yield FIELD_NAMES["translation"], sum(len(each.worded) for each in held)
