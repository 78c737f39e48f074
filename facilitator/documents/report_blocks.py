"""The report as blocks: masthead, summary, contents, chapters, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.documents.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    Numbered,
    PageBreak,
    Paragraph,
    Role,
    Rule,
    Run,
    SubParagraph,
    Table,
    TableColumn,
    Words,
    words,
)
from facilitator.documents.report_wording import ReportWording
from facilitator.domain.folding import alphabetical
from facilitator.domain.report import Head, Report, Stated, Statement, Title
from facilitator.language.direction import isolate, ltr
from facilitator.language.distribution import distribution_lines
from facilitator.language.known_texts import running
from facilitator.language.numerals import annex_numeral
from facilitator.language.speech import Language

_NOTE = re.compile(r"\s*\[\^([^\]]+)\]")
_MASTHEAD_MM, _PROGRAMME_MM = (110.0, 56.0), (60.0, 106.0)


def report_document(report: Report, language: Language) -> Document:
    """Return the report in one language; empty fields of its masthead show what belongs there."""
    blocks = _Blocks(report, language)
    return Document(
        report.workshop.brief,
        language.say("Report"),
        report.field_in("author", language.code) or report.workshop.title,
        tuple(blocks.all()),
        head=blocks.symbol,
        facing=True,
        original=report.workshop.language,
        foot=" ".join(filter(None, (report.field_in("job_number", language.code), report.workshop.notice))),
    )


def with_notes(text: str) -> Words:
    """Return a text in which `[^…]` is a footnote to what stands before it."""
    runs: list[Run] = []
    pieces = _NOTE.split(text)
    for before, note in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if before or note:
            runs.append(Run(before, note=note))
    return tuple(runs)


class _Blocks:
    def __init__(self, report: Report, language: Language) -> None:
        self._report = report
        self._language = language
        self._wording = ReportWording(report, language)
        self._annexes = 0

    @property
    def symbol(self) -> str:
        return ltr(self._field("symbol") or "A/HRC/…")

    def _field(self, name: str) -> str:
        return self._report.field_in(name, self._language.code).strip()

    def all(self) -> Iterator[Block]:
        yield from self._masthead()
        yield from self._summary()
        yield PageBreak()
        yield Contents(self._language.say("Contents"))
        yield PageBreak()
        for item in self._report.items:
            yield from self._heading(item) if isinstance(item, Head) else self._stated(item)
        yield from self._programme()
        yield from self._participants()
        yield from self._documents()

    def _masthead(self) -> Iterator[Block]:
        say, field = self._language.say, self._field
        columns = tuple(TableColumn("", width) for width in _MASTHEAD_MM)
        names: list[Words] = [(Run(say("General Assembly"), bold=True),)]
        told = distribution_lines(
            self._language.code, field("date"), field("original"), self._report.workshop.language
        )
        lines = [words(ltr(line)) for line in told]
        names += [()] * (len(lines) - len(names))
        nations = (words(say("United Nations")), (Run(self.symbol, bold=True),))
        yield Table(columns, (nations,), rules=False, role=Role.SYMBOL)
        yield Table(columns, tuple(zip(names, lines, strict=True)), rules=False, role=Role.MASTHEAD)
        yield Paragraph((Run(say("Human Rights Council"), bold=True),), Role.MASTHEAD)
        for line in (*self._wording.field_lines("session"), *self._wording.field_lines("session_dates")):
            yield Paragraph(words(line), Role.MASTHEAD)
        if field("items"):
            yield Paragraph(words(say("Agenda items {items}", items=field("items"))), Role.MASTHEAD)
        for line in self._wording.field_lines("agenda"):
            yield Paragraph((Run(line, bold=True),), Role.MASTHEAD)
        yield Paragraph(words(running(self._report.workshop.brief, self._language)), Role.TITLE)
        for line in self._wording.field_lines("author")[:1]:
            yield Paragraph((Run(line, note=field("note"), starred=True),), Role.SUBTITLE)

    def _summary(self) -> Iterator[Block]:
        yield Paragraph(words(self._language.say("Summary")), Role.BOXED_HEADING)
        for stated in self._report.summary:
            for text in (self._wording.sentence(stated), *self._wording.parts(stated)):
                yield Paragraph(with_notes(text), Role.BOXED)

    def _heading(self, head: Head) -> Iterator[Block]:
        ruled = isinstance(head.title, str) and not isinstance(head.title, Title)
        yield Heading(words(self._wording.title(head.title)), head.level, head.numeral, ruled)

    def _stated(self, stated: Stated) -> Iterator[Block]:
        recommendation = stated.statement is Statement.RECOMMENDATION
        text = with_notes(self._wording.sentence(stated))
        note = self._wording.note(stated)
        if note:
            text = (*text[:-1], Run(text[-1].text, note=note))
        yield Numbered(text, stated.number, recommendation)
        for number, part in enumerate(self._wording.parts(stated), 1):
            yield SubParagraph(with_notes(part), number, recommendation)

    def _annex(self, title: str) -> Iterator[Block]:
        yield PageBreak()
        self._annexes += 1
        numeral = annex_numeral(self._language.code, self._annexes)
        yield Heading(words(self._language.say("Annex {numeral}: {title}", numeral=numeral, title=title)), 1)

    def _programme(self) -> Iterator[Block]:
        language = self._language
        yield from self._annex(self._language.say("Programme"))
        columns = (
            TableColumn(self._language.say("When"), _PROGRAMME_MM[0]),
            TableColumn(self._language.say("Panel"), _PROGRAMME_MM[1], said=True),
        )
        rows = tuple(
            (
                words(
                    self._language.say(
                        "{date}, {range}",
                        date=language.date(panel.starts),
                        range=language.time_range(panel.starts, panel.ends),
                    )
                ),
                words(self._language.say("{n}. {title}", n=panel.number, title=panel.title)),
            )
            for panel in self._report.panels
        )
        yield Table(columns, rows, self._language.say("Programme"))

    def _participants(self) -> Iterator[Block]:
        yield from self._annex(self._language.say("List of participants"))
        named = self._report.level.names_anyone
        for category in self._report.categories:
            of_it = [who for who in self._report.people if who.category == category.key]
            bodies = sorted({who.delegation for who in of_it if who.delegation}, key=alphabetical)
            if not of_it:
                continue
            yield Rule()
            yield Paragraph(words(isolate(category.label)), Role.LABEL)
            count = self._language.count
            yield Paragraph(
                words(
                    self._wording.listed(
                        [
                            count("{n} body", "{n} bodies", len(bodies)),
                            count("{n} person", "{n} persons", len(of_it)),
                        ]
                    )
                ),
                Role.SECOND_LABEL,
            )
            for body in bodies if named else ():
                yield Paragraph(words(isolate(body)), Role.PARTICIPANT)

    def _documents(self) -> Iterator[Block]:
        if not self._report.documents:
            return
        yield from self._annex(self._language.say("Documents"))
        yield Rule()
        for symbol in self._report.documents:
            told = " · ".join(filter(None, (ltr(symbol), self._wording.titled(symbol))))
            yield Paragraph(words(told), Role.PARTICIPANT)
