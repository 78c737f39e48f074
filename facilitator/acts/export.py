"""What the secretariat hands over: a product of the workshop, as a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.acts.books import BOOKS, Asked
from facilitator.acts.cards import CARDS
from facilitator.acts.desk import Desk
from facilitator.acts.handing_on import HANDED_ON
from facilitator.acts.output import written_whole
from facilitator.acts.panels import find_panel
from facilitator.acts.phases import phases_entered, spans
from facilitator.acts.products import PRODUCTS, Product
from facilitator.acts.proof import named
from facilitator.acts.report import drafted
from facilitator.acts.workshops import UnknownLanguage
from facilitator.documents.blocks import Document
from facilitator.documents.office.book_blocks import book_document
from facilitator.documents.office.docx import write_docx
from facilitator.documents.office.lists import write_csv, write_json
from facilitator.documents.office.xlsx import write_xlsx
from facilitator.documents.printing import Progress, print_document, unheeded
from facilitator.documents.report_blocks import report_document
from facilitator.documents.report_findings import all_findings, finding_told, word_count, write_report_json
from facilitator.documents.summary import write_summary
from facilitator.documents.summary_blocks import summary_document
from facilitator.documents.template import STANDARD, Template, read_template
from facilitator.domain.attribution import Level
from facilitator.domain.refusals import Explained, UnknownReference
from facilitator.domain.report import BUDGET
from facilitator.domain.report_lint import Finding, Rule
from facilitator.domain.summary import panel_summary
from facilitator.domain.view import View
from facilitator.language.speech import LANGUAGES, Language, language_for


class UnknownProduct(Explained):
    """There is no product `name`; `known` lists those there are."""


class UnknownFormat(Explained):
    """The product cannot be made as a file that ends in `suffix`; `known` lists the endings."""


class LevelNotMade(Explained):
    """The product cannot be made at the `level` of attribution; `known` lists those it can."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What there is to tell: characters `missing` from all fonts, a report's words, and findings."""

    missing: str = ""
    words: int | None = None
    findings: tuple[Finding, ...] = ()

    def as_json(self, language: Language) -> dict[str, Any]:
        """Return it for other programs; the sentences are in the language."""
        return {
            "missing": self.missing,
            "words": self.words,
            "budget": BUDGET if self.words is not None else None,
            "findings": [finding_told(finding, language) for finding in self.findings],
        }


def export(
    desk: Desk,
    target: Path,
    *,
    what: str,
    panel: int | None = None,
    language: str | None = None,
    level: str | None = None,
    template: Path | None = None,
    progress: Progress = unheeded,
) -> Exported:
    """The target is the product as the workshop stands now, or is as it was; raises Explained.

    Without a `panel` it is of all of them, a panel's summary of the one at hand. Without a `level` it is at
    the product's own. `template` is a folder that says how its pages look, `progress` is told of each page.
    """
    product = _product(what)
    suffix = _suffix(target, product)
    code = language or desk.reading.workshop().language
    if code not in LANGUAGES:
        raise UnknownLanguage(language=code, known=", ".join(LANGUAGES))
    asked = Asked(
        desk,
        _views(desk, what, panel),
        _level(level, product),
        language_for(code, desk.reading.workshop().zone),
        desk.now(),
    )
    making = _Making(asked, STANDARD if template is None else read_template(template), progress)
    with written_whole(target) as part:
        making.write(what, suffix, part)
    return Exported(named(making.missing), making.words, making.findings)


def _product(what: str) -> Product:
    if what not in PRODUCTS:
        raise UnknownProduct(name=what, known=", ".join(PRODUCTS))
    return PRODUCTS[what]


def _suffix(target: Path, product: Product) -> str:
    suffix = product.ending_of(target.name)
    if suffix is None:
        raise UnknownFormat(suffix=target.suffix or target.name, known=", ".join(product.formats))
    return suffix


def _level(wanted: str | None, product: Product) -> Level:
    if wanted is None:
        return product.level
    if wanted not in set(Level):
        raise UnknownReference(kind="attribution", id=wanted)
    if wanted not in product.levels:
        raise LevelNotMade(level=wanted, known=", ".join(product.levels))
    return Level(wanted)


def _views(desk: Desk, what: str, panel: int | None) -> tuple[View, ...]:
    """Return the panels as the product may show them."""
    if panel is not None:
        return (desk.shown(find_panel(desk.reading, panel).id),)
    if what == "panel-summary":
        return (desk.shown(),)
    return tuple(desk.shown(each.id) for each in desk.reading.panels())


class _Making:
    """A product being written; what there is to tell of it is known afterwards."""

    def __init__(self, asked: Asked, template: Template, progress: Progress) -> None:
        self._asked = asked
        self._template = template
        self._progress = progress
        self.missing = ""
        self.words: int | None = None
        self.findings: tuple[Finding, ...] = ()

    def write(self, what: str, suffix: str, target: Path) -> None:
        if what == "panel-summary":
            self._write_summary(suffix, target)
        elif what == "report":
            self._write_report(suffix, target)
        elif suffix in HANDED_ON:
            self.findings = HANDED_ON[suffix](self._asked, target)
        elif what in CARDS:
            CARDS[what](self._asked, target, self._note_missing)
        else:
            self._write_book(what, suffix, target)

    def _write_book(self, what: str, suffix: str, target: Path) -> None:
        asked = self._asked
        book, language = BOOKS[what](asked), asked.language
        self.findings = self._untranslated(book.texts)
        if suffix == ".csv":
            write_csv(book, language, target)
        elif suffix == ".json":
            write_json(book, language, target, moment=asked.now)
        elif suffix == ".xlsx":
            write_xlsx(book, language, target, moment=asked.now)
        else:
            self._write_document(book_document(book, language, moment=asked.now), suffix, target)

    def _write_report(self, suffix: str, target: Path) -> None:
        asked = self._asked
        report = drafted(asked.desk.reading, asked.views, asked.level, asked.now)
        document = report_document(report, asked.language)
        self.words = word_count(document)
        self.findings = all_findings(report, document, asked.language)
        if suffix == ".json":
            write_report_json(report, document, asked.language, target)
        else:
            self._write_document(document, suffix, target)

    def _write_document(self, document: Document, suffix: str, target: Path) -> None:
        language, now = self._asked.language, self._asked.now
        if suffix == ".docx":
            write_docx(document, language, target, moment=now, template=self._template)
        else:
            print_document(
                document,
                language,
                target,
                moment=now,
                template=self._template,
                missing=self._note_missing,
                progress=self._progress,
            )

    def _write_summary(self, suffix: str, target: Path) -> None:
        asked, now = self._asked, self._asked.now
        view = asked.views[0]
        if view.panel is None:
            raise UnknownReference(kind="panel", id="")
        phases = spans(view, phases_entered(asked.desk, [view.panel.id])[view.panel.id], now)
        summary = panel_summary(view, now, level=asked.level, phases=phases)
        texts = sum(len(section.paragraphs) for section in summary.sections) + len(summary.proposals)
        self.findings = self._untranslated(texts)
        if suffix == ".docx":
            self._write_document(summary_document(summary, asked.language, moment=now), suffix, target)
        else:
            write_summary(
                summary,
                asked.language,
                target,
                moment=now,
                template=self._template,
                missing=self._note_missing,
            )

    def _untranslated(self, texts: int) -> tuple[Finding, ...]:
        """Texts are in the workshop's language: in a document of another one they are counted."""
        own = self._asked.desk.reading.workshop().language
        if not texts or self._asked.language.code == own:
            return ()
        return (Finding(Rule.UNTRANSLATED, n=texts),)

    def _note_missing(self, characters: str) -> None:
        self.missing = characters
