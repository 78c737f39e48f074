"""What the secretariat writes for the report outside of its paragraphs: fields, and titles of documents."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from facilitator.acts.people import must_be_short
from facilitator.acts.registry import Work, act
from facilitator.domain.refusals import TextTooLong, UnknownReference
from facilitator.domain.renderings import InLanguages, Rendering
from facilitator.domain.report import FIELDS, IN_WORDS
from facilitator.domain.symbols import symbol_of
from facilitator.language.speech import LANGUAGES
from facilitator.store.reading import Reading

Row = Mapping[str, Any]
_FIELD, _DOCUMENT = "report", "document"


@act("secretariat", UnknownReference)
def write_report(work: Work, field: str, text: str, language: str | None = None) -> None:
    """The field of the report reads so: a line of its masthead, or a text with a paragraph a line.

    What is in words reads so in the language only; a symbol or a number in all of them.
    """
    if field not in FIELDS:
        raise UnknownReference(kind="report field", id=field)
    code = language_meant(work, language if field in IN_WORDS else None)
    _put(work, _FIELD, field, text, code)


@act("secretariat", UnknownReference, TextTooLong)
def title_document(work: Work, symbol: str, title: str, language: str | None = None) -> None:
    """The document of this symbol is called so in the language wherever the report lists its documents."""
    if symbol_of(symbol) is None:
        raise UnknownReference(kind="symbol", id=symbol)
    must_be_short("title", title)
    _put(work, _DOCUMENT, symbol.strip(), title.strip(), language_meant(work, language))


def language_meant(work: Work, language: str | None) -> str:
    """Return the language of a text, the workshop's if none is named; raises UnknownReference."""
    code = language or work.reading.workshop().language
    if code not in LANGUAGES:
        raise UnknownReference(kind="language", id=code)
    return code


def written(reading: Reading) -> dict[str, InLanguages]:
    """Return what the secretariat wrote, by field."""
    return _texts(reading, _FIELD)


def report_symbol(reading: Reading) -> str:
    """Return the symbol of the report; empty if it has none yet."""
    return written(reading).get("symbol", InLanguages()).first.strip()


def document_titles(reading: Reading) -> dict[str, InLanguages]:
    """Return what documents are called, by their symbols."""
    return _texts(reading, _DOCUMENT)


def _put(work: Work, kind: str, key: str, text: str, code: str) -> None:
    """The text reads so in the language, and knows the revision of the original that it was made of."""
    own = work.reading.workshop().language
    before = dict(_rows(work.reading, kind)).get(code, {}).get(key)
    there = _texts(work.reading, kind).get(key, InLanguages(code))
    first = there.texts.get(there.original)
    detail = {"revision": work.event}
    if first is not None and there.original != code:
        detail["of"] = first.revision
    elif first is not None and first.text == text:
        detail["revision"] = first.revision  # nothing that was translated has changed
    where = kind if code == own else f"{kind}/{code}"
    number = FIELDS.index(key) + 1 if kind == _FIELD else 0
    told = json.dumps(detail)
    id_ = f"{where}/{key}"
    row = {"id": id_, "kind": where, "number": number, "key": key, "label": text, "detail": told}
    if before is None:
        work.insert("background", row)
    else:
        known = {**row, "label": before["label"], "detail": before["detail"]}
        work.update("background", id_, known, row)
    work.subject = key


def _rows(reading: Reading, kind: str) -> Iterator[tuple[str, dict[str, Row]]]:
    """Yield the languages, the workshop's own first, with their rows by key."""
    own = reading.workshop().language
    for code in dict.fromkeys((own, *LANGUAGES)):
        where = kind if code == own else f"{kind}/{code}"
        yield code, {row["key"]: row for row in reading.background(where)}


def _texts(reading: Reading, kind: str) -> dict[str, InLanguages]:
    """Return what is not empty; the original is what was made of nothing else."""
    found: dict[str, dict[str, Rendering]] = {}
    firsts: dict[str, str] = {}
    for code, rows in _rows(reading, kind):
        for key, row in rows.items():
            if not row["label"].strip():
                continue
            detail = json.loads(row["detail"])
            made = Rendering(row["label"], detail.get("revision", ""), detail.get("of", ""))
            found.setdefault(key, {})[code] = made
            if "of" not in detail:
                firsts.setdefault(key, code)
    return {key: InLanguages(firsts.get(key) or next(iter(texts)), texts) for key, texts in found.items()}
