"""The report as it is drafted: its sections and paragraphs in one language, its length, and its findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.acts.rendering import view_in
from facilitator.acts.report import drafted, views_of
from facilitator.documents.report_blocks import report_document
from facilitator.documents.report_findings import all_findings, told, word_count
from facilitator.documents.report_wording import ReportWording
from facilitator.domain.attribution import Level
from facilitator.domain.outline import Outline, Remark, Row
from facilitator.domain.report import Section
from facilitator.domain.report_lint import Finding, Rule
from facilitator.domain.symbols import gathered
from facilitator.domain.view import View
from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.store.reading import Reading


def outline(reading: Reading, now: int, language: Language, reader: Language | None = None) -> Outline:
    """Return the report as it reads in a language now; the structure is the same in all of them.

    What is to be looked at in it is told in the language of a reader of another one.
    """
    views = tuple(view_in(view, language.code) for view in views_of(reading))
    report = drafted(reading, views, Level.QUANTITY, now)
    wording, document = ReportWording(report, language), report_document(report, language)
    found = all_findings(report, document, language)
    return Outline(
        tuple(row for section in report.sections for row in _rows(section, wording, language)),
        word_count(document),
        tuple(_remark(finding, reader or language) for finding in found),
        report.written,
        report.titles,
        gathered(report.documents, *_noted(views)),
    )


def _remark(finding: Finding, language: Language) -> Remark:
    about = finding.subject if finding.rule is Rule.EMPTY_FIELD else ""
    return Remark(finding.paragraph, bare(told(finding, language)), about)


def _noted(views: Iterable[View]) -> Iterator[str]:
    """Yield what notes say that may be in a document."""
    return (note.text for view in views for note in view.notes if note.kind.leaves_the_team)


def _rows(section: Section, wording: ReportWording, language: Language) -> Iterator[Row]:
    yield Row(section.key, section.level, title=bare(wording.title(section.title)))
    for place, stated in enumerate(section.stated):
        lines = (wording.sentence(stated), *wording.parts(stated))
        text = "\n".join(bare(line) for line in lines)
        behind, foreign = stated.behind(language.code), not wording.is_translated(stated)
        yield Row(section.key, section.level, "", place, stated.number, text, stated.in_hand, behind, foreign)
