"""A product in the making: first whom it names is known, then it is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from facilitator.acts.books import BOOKS, Asked
from facilitator.acts.cards import CARDS, cards_of
from facilitator.acts.handing_on import HANDED_ON
from facilitator.acts.naming import named_in_book, named_in_order, named_on_cards
from facilitator.acts.phases import phases_entered, spans
from facilitator.acts.report import drafted
from facilitator.documents.blocks import Document
from facilitator.documents.office.book import Book
from facilitator.documents.office.book_blocks import book_document
from facilitator.documents.office.docx import write_docx
from facilitator.documents.office.lists import write_csv, write_json
from facilitator.documents.office.xlsx import write_xlsx
from facilitator.documents.printing import print_document
from facilitator.documents.progress import Progress
from facilitator.documents.report_blocks import report_document
from facilitator.documents.report_findings import all_findings, of_translations, word_count, write_report_json
from facilitator.documents.speaking_time import write_speaking_time
from facilitator.documents.summary import write_summary
from facilitator.documents.summary_blocks import summary_document
from facilitator.documents.template import Template
from facilitator.domain.guarding import unsaid
from facilitator.domain.naming import Names, named_in_report, named_in_summary
from facilitator.domain.refusals import NoPanelYet
from facilitator.domain.report_lint import Finding
from facilitator.domain.speaking_time import SpeakingTime, speaking_time
from facilitator.domain.summary import PanelSummary, panel_summary
from facilitator.domain.view import View

Write = Callable[[Path], None]


class Making:
    """What there is to tell of a product besides its `names` is known once it is written."""

    def __init__(self, asked: Asked, template: Template, progress: Progress) -> None:
        self._asked = asked
        self._template = template
        self._progress = progress
        self.names: Names = ()
        self.missing = ""
        self.words: int | None = None
        self.findings: tuple[Finding, ...] = ()

    def ready(self, what: str, suffix: str) -> Write:
        """Return what writes the file; whom it will name is known from now on."""
        if what == "panel-summary":
            return self._summary(suffix)
        if what == "speaking-time":
            return self._speaking_time()
        if what == "report":
            return self._report(suffix)
        if what in CARDS:
            self.names = named_on_cards(cards_of(self._asked))
            return partial(self._print_cards, what)
        book = BOOKS[what](self._asked)
        if suffix in HANDED_ON:
            self.names = named_in_book(book, ())
            return partial(self._hand_on, suffix)
        people = (who for view in self._asked.views for who in view.people.values())
        self.names = named_in_book(book, {who.delegation for who in people})
        self.findings = self._translations(book.texts, book.older)
        return partial(self._write_book, book, suffix)

    def _print_cards(self, what: str, target: Path) -> None:
        CARDS[what](self._asked, target, self._note_missing)

    def _hand_on(self, suffix: str, target: Path) -> None:
        self.findings = HANDED_ON[suffix](self._asked, target)

    def _write_book(self, book: Book, suffix: str, target: Path) -> None:
        asked, language = self._asked, self._asked.language
        if suffix == ".csv":
            by_key = book.key == "codebook"
            write_csv(book, language, target, by_key=by_key, progress=self._progress)
        elif suffix == ".json":
            write_json(book, language, target, moment=asked.now, progress=self._progress)
        elif suffix == ".xlsx":
            write_xlsx(book, language, target, moment=asked.now, progress=self._progress)
        else:
            self._write_document(book_document(book, language, moment=asked.now), suffix, target)

    def _report(self, suffix: str) -> Write:
        asked = self._asked
        report = drafted(asked.desk.reading, asked.views, asked.level, asked.now)
        document = report_document(report, asked.language)
        self.names = named_in_report(report)
        self.words = word_count(document)
        self.findings = all_findings(report, document, asked.language)
        if suffix == ".json":
            return partial(write_report_json, report, document, asked.language)
        return partial(self._write_document, document, suffix)

    def _write_document(self, document: Document, suffix: str, target: Path) -> None:
        language, now = self._asked.language, self._asked.now
        if suffix == ".docx":
            write_docx(
                document,
                language,
                target,
                moment=now,
                template=self._template,
                progress=self._progress,
            )
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

    def _summary(self, suffix: str) -> Write:
        asked, now = self._asked, self._asked.now
        summary = self._summed_up(asked.views[0])
        foreign = sum(asked.language.code not in proposal.texts for proposal in summary.proposals)
        texts = sum(len(section.paragraphs) for section in summary.sections) + foreign
        self.names = named_in_summary(summary)
        older = sum(asked.language.code in proposal.older for proposal in summary.proposals)
        self.findings = self._translations(texts, older)
        if suffix == ".docx":
            document = summary_document(summary, asked.language, moment=now)
            return partial(self._write_document, document, suffix)
        return partial(self._print, write_summary, summary)

    def _summed_up(self, view: View) -> PanelSummary:
        """Return the panel in view as its summary has it; raises NoPanelYet without one."""
        asked = self._asked
        if view.panel is None:
            raise NoPanelYet
        phases = spans(view, phases_entered(asked.desk, [view.panel.id])[view.panel.id], asked.now)
        return panel_summary(view, asked.now, level=asked.level, phases=phases)

    def _speaking_time(self) -> Write:
        asked = self._asked
        view = unsaid(asked.views[0])
        found = speaking_time(view, self._summed_up(view), asked.now)
        self.names = named_in_order(found, asked.language)
        return partial(self._print, write_speaking_time, found)

    def _print(self, write: Callable[..., None], found: PanelSummary | SpeakingTime, target: Path) -> None:
        write(
            found,
            self._asked.language,
            target,
            moment=self._asked.now,
            template=self._template,
            missing=self._note_missing,
            progress=self._progress,
        )

    def _translations(self, texts: int, older: int) -> tuple[Finding, ...]:
        """Texts are in the workshop's language: in a document of another one they are counted."""
        own = self._asked.desk.reading.workshop().language
        return tuple(of_translations(0 if self._asked.language.code == own else texts, older))

    def _note_missing(self, characters: str) -> None:
        self.missing = characters
