"""The ledger with every field of each recommendation, to be filled in elsewhere and brought back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from facilitator.documents.office.book import Book, Column, Sheet
from facilitator.documents.office.safe_text import cell_text
from facilitator.domain.ledger import Recommended
from facilitator.domain.programme import Panel, Workshop
from facilitator.domain.recommendation import Recommendation, Status, Tagged, Told
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.speech import LANGUAGES, Language, mark
from facilitator.language.vocabularies import vocabulary

SIGN = "; "
"""What stands between the codes of one cell."""
_KEY = re.compile(r"\[([a-z_]+)\]\s*$")
_CLOSED: Mapping[str, VocabularyKey] = {
    Told.VERB.value: VocabularyKey.VERBS,
    Told.VOICE.value: VocabularyKey.VOICES,
    Told.AGREEMENT.value: VocabularyKey.AGREEMENTS,
    Told.SENSITIVITY.value: VocabularyKey.SENSITIVITIES,
}
_WIDE, _NARROW = 60, 16


def fields_book(rows: Sequence[Recommended], workshop: Workshop, language: Language) -> Book:
    """Return a row for each recommendation; codes stand as they are, names of columns end in keys."""
    held = [(row, row.held) for row in rows if row.held is not None]
    cells = tuple(tuple(fields_of(row.number, one, row.panel).values()) for row, one in held)
    columns = tuple(_column(key, language) for key in _keys())
    title = language.say("Recommendations with all fields")
    sheet = Sheet("recommendations", language.say("Recommendations"), columns, cells)
    return Book("ledger-fields", title, workshop.title, (sheet,), workshop.notice, len(cells))


def fields_of(number: str, held: Recommendation, panel: Panel) -> dict[str, str]:
    """Return what stands in each column, as a workbook holds it; "revision" is that of what was seen."""
    questions = {question.id: str(question.number) for question in panel.questions}
    asked = "" if held.question is None else questions.get(held.question, "")
    told = {
        "id": held.id,
        "number": number,
        "revision": revision_of(held),
        "panel": str(panel.number),
        "question": asked,
        "language": held.original,
        **dict(_texts(held)),
        **{tag.value: SIGN.join(getattr(held, tag.value)) for tag in Tagged},
        **{field.value: str(getattr(held, field.value)) for field in Told},
        "notes": SIGN.join(held.notes),
        "interventions": SIGN.join(held.interventions),
        "status": held.status.value,
        "reason": "",
    }
    return {key: cell_text(value) for key, value in told.items()}


def revision_of(held: Recommendation) -> str:
    """Return the revisions of all its texts in one word: another one means that a text was changed since."""
    others = (worded.revision for _, worded in sorted(held.worded.items()))
    return " ".join(filter(None, (held.revision, *others)))


def key_of(name: str) -> str:
    """Return the key at the end of a column's name, whatever language stands before it."""
    found = _KEY.search(name)
    return name.strip() if found is None else found[1]


def _texts(held: Recommendation) -> Iterator[tuple[str, str]]:
    for code in LANGUAGES:
        worded = held.worded.get(code)
        own = held.text if code == held.original else ""
        yield f"text_{code}", own if worded is None else worded.text
        yield f"translation_{code}", "" if worded is None else worded.translation.value


def _keys() -> Iterator[str]:
    yield from ("id", "number", "revision", "panel", "question", "language")
    for code in LANGUAGES:
        yield from (f"text_{code}", f"translation_{code}")
    yield from (tag.value for tag in Tagged)
    yield from (field.value for field in Told)
    yield from ("notes", "interventions", "status", "reason")


def _column(key: str, language: Language) -> Column:
    name, _, code = key.partition("_")
    words = FIELD_NAMES.get(key) or FIELD_NAMES.get(name, "")
    label = language.say(words) if words else key
    shown = f"{label} {code} [{key}]" if code in LANGUAGES else f"{label} [{key}]"
    choices: tuple[str, ...] = ()
    if key in _CLOSED:
        choices = tuple(vocabulary(_CLOSED[key]))
    elif key == "status":
        choices = tuple(status.value for status in Status)
    elif name == "translation":
        choices = tuple(vocabulary(VocabularyKey.TRANSLATIONS))
    return Column(key, shown, width=_WIDE if name == "text" else _NARROW, choices=choices)


FIELD_NAMES = {
    "number": mark("Number"),
    "panel": mark("Panel"),
    "question": mark("Guiding question"),
    "language": mark("Language"),
    "text": mark("Recommendation"),
    "translation": mark("Translation"),
    "addressees": mark("Addressed to"),
    "levels": mark("Level"),
    "themes": mark("Theme"),
    "ddpa": mark("Section of the DDPA"),
    "groups": mark("Groups"),
    "persons": mark("Persons affected"),
    "areas": mark("Areas"),
    "instruments": mark("Instruments"),
    "goals": mark("Sustainable Development Goals"),
    "modalities": mark("Way of cooperating"),
    "objectives": mark("Objectives"),
    "verb": mark("Operative verb"),
    "voice": mark("Who recommends"),
    "agreement": mark("Agreement"),
    "agreement_note": mark("On the agreement"),
    "attribution": mark("Attribution"),
    "sensitivity": mark("Sensitivity"),
    "indicator": mark("Indicator"),
    "timeline": mark("Timeline"),
    "responsible": mark("Responsible"),
    "remarks": mark("Remarks"),
    "reviewer": mark("Reviewer"),
    "notes": mark("Notes"),
    "interventions": mark("Interventions"),
    "status": mark("Status"),
    "reason": mark("Reason"),
}
"""What the fields of a recommendation are called."""
