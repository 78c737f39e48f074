"""What is to be looked at in a report, told to the secretariat; and its paragraphs for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from facilitator.documents.attributing import quantity_words
from facilitator.documents.blocks import (
    Document,
    Heading,
    Numbered,
    Paragraph,
    SubParagraph,
    Table,
    Words,
)
from facilitator.documents.office.safe_text import xml_safe
from facilitator.documents.report_wording import ReportWording
from facilitator.domain.report import BUDGET, IN_WORDS, TEXTS, Report
from facilitator.domain.report_lint import Finding, Rule, findings
from facilitator.language.direction import bare
from facilitator.language.report_fields import NEEDED_FIELDS
from facilitator.language.speech import Language, mark

_SENTENCES = {
    Rule.LONE_HEADING: mark("Paragraph {paragraph}: the heading above has none beside it. An A needs a B."),
    Rule.SEMICOLON: mark("Paragraph {paragraph}: a sub-paragraph has a semicolon in it."),
    Rule.SYMBOL: mark("Paragraph {paragraph}: write the symbol {subject} in full, without spaces."),
    Rule.QUANTIFIER: mark("Paragraph {paragraph}: “{subject}” needs more voices than {n}."),
    Rule.ONE_CATEGORY: mark("Paragraph {paragraph}: recommendation {subject} rests on one category only."),
    Rule.UNAGREED: mark("Paragraph {paragraph}: nobody has agreed that the quotation in it is published."),
    Rule.EMPTY_FIELD: mark("The field “{subject}” is empty."),
    Rule.OVER_BUDGET: mark("The report has {n} words, more than the {subject} allowed."),
    Rule.BEHIND: mark("Paragraph {paragraph}: the original was changed after this translation."),
    Rule.OLDER: mark("{n} translations are older than their originals, which have been changed since."),
    Rule.LEFT_OUT: mark("Recommendation {subject} stands in no paragraph of the report."),
    Rule.LOST: mark("The index has no place for {subject}: {n} entries stay behind."),
    Rule.WIDER: mark("{n} entries have a wider word in the index: {subject}."),
    Rule.UNTRANSLATED: mark("{n} texts have no translation and stand in their own language."),
}
_IN_SUMMARY = {
    Rule.SEMICOLON: mark("Summary: a sub-paragraph has a semicolon in it."),
    Rule.SYMBOL: mark("Summary: write the symbol {subject} in full, without spaces."),
    Rule.QUANTIFIER: mark("Summary: “{subject}” needs more voices than {n}."),
    Rule.ONE_CATEGORY: mark("Summary: recommendation {subject} rests on one category only."),
    Rule.UNAGREED: mark("Summary: nobody has agreed that the quotation in it is published."),
}
"""The same of the Summary, whose paragraphs have no numbers."""
_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W_][\w'’./-]*")


def told(finding: Finding, language: Language) -> str:
    unnumbered = finding.paragraph == 0 and finding.rule in _IN_SUMMARY
    return language.say(
        (_IN_SUMMARY if unnumbered else _SENTENCES)[finding.rule],
        paragraph=finding.paragraph or 0,
        subject=_subject(finding, language),
        n=language.number(finding.n),
    )


def _subject(finding: Finding, language: Language) -> str:
    if finding.rule is Rule.OVER_BUDGET:
        return language.number(BUDGET)
    return (
        language.say(NEEDED_FIELDS[finding.subject]) if finding.rule is Rule.EMPTY_FIELD else finding.subject
    )


def finding_told(finding: Finding, language: Language) -> dict[str, Any]:
    """Return a finding for other programs, with its sentence."""
    return {
        "rule": finding.rule.value,
        "paragraph": finding.paragraph,
        "sentence": bare(told(finding, language)),
    }


def all_findings(report: Report, document: Document, language: Language) -> tuple[Finding, ...]:
    """Return the findings of the report, of its length, and of its language."""
    return (
        *findings(report, quantity_words(language), language.code),
        *_length(word_count(document)),
        *_untranslated(report, language),
    )


def _length(words: int) -> Iterator[Finding]:
    if words > BUDGET:
        yield Finding(Rule.OVER_BUDGET, n=words)


def _untranslated(report: Report, language: Language) -> Iterator[Finding]:
    wording = ReportWording(report, language)
    stated = report.stated
    foreign = sum(not wording.is_field_translated(name) for name in IN_WORDS - TEXTS)
    foreign += sum(not wording.is_title_translated(symbol) for symbol in report.documents)
    foreign += sum(not wording.is_translated(item) for item in stated)
    behind = [item for item in stated if item.behind(language.code)]
    yield from of_translations(foreign, len(behind) + _older(report, language))
    for item in behind:
        if item.number:
            yield Finding(Rule.BEHIND, item.number)


def of_translations(foreign: int, older: int) -> Iterator[Finding]:
    """Yield how many texts stand in their own language, and how many in an older translation."""
    if foreign:
        yield Finding(Rule.UNTRANSLATED, n=foreign)
    if older:
        yield Finding(Rule.OLDER, n=older)


def _older(report: Report, language: Language) -> int:
    """Return how many lines of the masthead and titles were translated from an older text."""
    masthead = [text for name, text in report.written.items() if name not in TEXTS]
    titles = [report.titles[symbol] for symbol in report.documents if symbol in report.titles]
    return sum(text.behind(language.code) for text in (*masthead, *titles))


def word_count(document: Document) -> int:
    """Return how many words a document has, its notes, headings and tables included.

    A Chinese character counts as a word.
    """
    return sum(map(_words_in, _texts(document)))


def _words_in(text: str) -> int:
    return len(_HAN.findall(text)) + len(_WORD.findall(_HAN.sub(" ", text)))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Heading(text) | Numbered(text) | SubParagraph(text) | Paragraph(text):
                yield from _of(text)
            case Table(_, rows):
                for row in rows:
                    for cell in row:
                        yield from _of(cell)
            case _:
                continue


def _of(text: Words) -> Iterator[str]:
    for run in text:
        yield bare(run.text)
        yield bare(run.note)


def write_report_json(report: Report, document: Document, language: Language, target: Path) -> None:
    """The report's paragraphs, its length and what is to be looked at are written as JSON."""
    found = {
        "what": "report",
        "language": language.code,
        "words": word_count(document),
        "budget": BUDGET,
        "held_back": report.held_back,
        "paragraphs": list(_paragraphs(document)),
        "findings": [finding_told(f, language) for f in all_findings(report, document, language)],
    }
    target.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _paragraphs(document: Document) -> Iterator[dict[str, Any]]:
    heading = ""
    for block in document.blocks:
        match block:
            case Heading(text):
                heading = _plain(text)
            case Numbered(text, number, recommendation):
                bold = {"number": number, "heading": heading, "recommendation": recommendation}
                yield {
                    **bold,
                    "text": _plain(text),
                    "notes": [xml_safe(bare(run.note)) for run in text if run.note],
                }
            case SubParagraph(text, number):
                yield {"part": number, "text": _plain(text)}
            case _:
                continue


def _plain(text: Words) -> str:
    return xml_safe(bare("".join(run.text for run in text)))
