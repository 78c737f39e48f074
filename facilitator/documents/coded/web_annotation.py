"""Notes and recommendations as annotations of the Web (W3C Web Annotation Data Model, 2017), in JSON-LD.

A note annotates what was said: its target is the intervention, from the second on in which it was begun, or
the panel. A code that is given to a span of it is an annotation of the note: its selectors count code points
and quote the words. A recommendation is an annotation of the notes that it rests on, its texts a choice by
language.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from facilitator.documents.coded.codes import Code, code_of, codes_of, guid_of, kind_code
from facilitator.documents.office.safe_text import xml_safe
from facilitator.domain.coded import CodedNote
from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import Coding, NoteKind
from facilitator.domain.people import CategoryKey
from facilitator.domain.programme import Workshop
from facilitator.domain.recommendation import Recommendation
from facilitator.language.direction import bare, first_strong_rtl
from facilitator.language.speech import Language
from facilitator.language.wording import panel_title

_OURS = "urn:facilitator:"
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/", "facilitator": _OURS}]
_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
_QUOTED_AROUND = 32
_MOTIVATIONS = {
    **dict.fromkeys((NoteKind.POINT, NoteKind.PROGRESS, NoteKind.NEW_FORM), "describing"),
    NoteKind.RECOMMENDATION: "assessing",
    NoteKind.QUESTION: "questioning",
    NoteKind.ANSWER: "replying",
    NoteKind.QUOTATION: "highlighting",
    NoteKind.DOCUMENT: "linking",
    NoteKind.FOLLOW_UP: "bookmarking",
    NoteKind.PROCEDURE: "moderating",
}
"""All other kinds class what was said."""
Labels = Mapping[CategoryKey, str]


def write_web_annotations(
    notes: Sequence[CodedNote],
    rows: Sequence[Recommended],
    workshop: Workshop,
    labels: Labels,
    language: Language,
    target: Path,
) -> None:
    """The target is a page of annotations; `labels` are the names of the categories."""
    items = [item for each in notes for item in _annotations(each, labels, language)]
    noted = {str(each.note.id) for each in notes}
    items += [_recommended(row, row.held, noted, language) for row in rows if row.held is not None]
    page = {
        "@context": _CONTEXT,
        "id": _urn(guid_of("page", workshop.title)),
        "type": "AnnotationPage",
        "schema:name": xml_safe(bare(workshop.title)),
        "items": items,
    }
    target.write_text(json.dumps(page, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _annotations(each: CodedNote, labels: Labels, language: Language) -> Iterator[dict[str, Any]]:
    whole = [coding for coding in each.codings if coding.begin is None]
    yield {
        "id": _urn(each.note.id),
        "type": "Annotation",
        "motivation": _MOTIVATIONS.get(each.note.kind, "classifying"),
        "created": datetime.fromtimestamp(each.note.at / 1000, UTC).isoformat(timespec="milliseconds"),
        "body": [
            _text(each),
            _tag(kind_code(each.note.kind, language), "classifying"),
            *(_tag(code_of(coding.code, language), "tagging") for coding in whole),
        ],
        "target": _moment(each, labels, language),
    }
    for coding in each.codings:
        if coding.begin is not None and coding.end is not None:
            yield {
                "id": _urn(coding.id),
                "type": "Annotation",
                "motivation": "tagging",
                "body": [_tag(code_of(coding.code, language), "tagging")],
                "target": {"source": _urn(each.note.id), "selector": _selectors(each.note.text, coding)},
            }


def _recommended(
    row: Recommended, held: Recommendation, noted: Collection[str], language: Language
) -> dict[str, Any]:
    """Where no note that is told stands behind it, it is about its panel."""
    sources = [_urn(note) for note in held.notes if note in noted] or [_urn(row.panel.id)]
    texts = [
        {**_plain(row.text_in(code)), "language": code}
        for code in dict.fromkeys(filter(None, (held.original, *row.texts)))
    ]
    text = {"type": "Choice", "items": texts} if len(texts) > 1 else (texts or [_plain(row.text)])[0]
    return {
        "id": _urn(held.id),
        "type": "Annotation",
        "motivation": ["assessing", "facilitator:recommending"],
        "facilitator:number": row.number,
        "body": [text, *(_tag(code, "tagging") for code in codes_of(held, language))],
        "target": sources if len(sources) > 1 else sources[0],
    }


def _text(each: CodedNote) -> dict[str, Any]:
    body = _plain(each.note.text)
    spoken = sorted({code for code in each.note.languages if code})
    return {**body, "language": spoken} if spoken else body


def _plain(text: str) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "value": xml_safe(text),
        "format": "text/plain",
        "textDirection": "rtl" if first_strong_rtl(text) else "ltr",
    }


def _tag(code: Code, purpose: str) -> dict[str, str]:
    return {
        "type": "SpecificResource",
        "source": f"{_OURS}{code.path}",
        "purpose": purpose,
        "schema:name": code.name,
    }


def _moment(each: CodedNote, labels: Labels, language: Language) -> dict[str, Any]:
    """What a note is about: an intervention from a second on, or a panel."""
    note = each.note
    about = {
        "panel": xml_safe(bare(panel_title(each.panel, language))),
        "speaker": xml_safe(each.speaker),
        "category": "" if each.category is None else xml_safe(labels.get(each.category, str(each.category))),
    }
    told = {f"facilitator:{key}": value for key, value in about.items() if value}
    if note.intervention is None:
        return {"source": _urn(each.panel.id), **told}
    selector = {
        "type": "FragmentSelector",
        "conformsTo": _FRAGMENTS,
        "value": f"t={(note.offset_ms or 0) / 1000:g}",
    }
    return {"source": _urn(note.intervention), "selector": selector, **told}


def _selectors(text: str, coding: Coding) -> list[dict[str, Any]]:
    begin, end = coding.begin or 0, coding.end or 0
    return [
        {"type": "TextPositionSelector", "start": begin, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": xml_safe(text[begin:end]),
            "prefix": xml_safe(text[max(0, begin - _QUOTED_AROUND) : begin]),
            "suffix": xml_safe(text[end : end + _QUOTED_AROUND]),
        },
    ]


def _urn(id_: str) -> str:
    return f"urn:uuid:{id_}"
