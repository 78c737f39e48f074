"""The summary of a panel as blocks, for programs in which it is edited."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.documents.blocks import (
    Bars,
    Block,
    Document,
    Heading,
    Numbered,
    Paragraph,
    Role,
    Run,
    Table,
    TableColumn,
    words,
)
from facilitator.documents.charts import signed
from facilitator.documents.wording import Wording
from facilitator.domain.hearing import Heard
from facilitator.domain.summary import PanelSummary, Proposal, Section
from facilitator.language.direction import isolate
from facilitator.language.speech import Language

_FACTS_MM = (40.0, 126.0)
_HEARD_MM = (70.0, 24.0, 24.0, 24.0, 24.0)


def summary_document(summary: PanelSummary, language: Language, *, moment: int) -> Document:
    """Return the summary as it is handed over; `moment` is when, in UTC milliseconds."""
    wording = Wording(summary, language)
    title = isolate(summary.panel.title)
    return Document(
        f"{wording.panel()}: {title}",
        wording.kind(),
        summary.workshop.title,
        tuple(_Blocks(summary, language, wording).all()),
        head=f"{wording.panel_in_head()} {isolate(summary.panel.brief)}",
        foot=" ".join(filter(None, (wording.foot(moment), summary.workshop.notice))),
    )


class _Blocks:
    def __init__(self, summary: PanelSummary, language: Language, wording: Wording) -> None:
        self._summary = summary
        self._language = language
        self._wording = wording

    def all(self) -> Iterator[Block]:
        yield from self._masthead()
        for section in self._summary.sections:
            yield from self._section(section)
        if self._summary.proposals:
            yield Heading(words(self._language.say("Recommendations proposed")), 2)
            for proposal in self._summary.proposals:
                yield from self._proposal(proposal)
        if self._summary.heard:
            yield from self._who_was_heard()

    def _masthead(self) -> Iterator[Block]:
        wording, summary = self._wording, self._summary
        yield Paragraph(words(f"{isolate(summary.workshop.title)} · {wording.kind()}"), Role.SMALL)
        yield Paragraph(words(wording.panel()), Role.QUESTION_LABEL)
        yield Paragraph(words(isolate(summary.panel.title)), Role.TITLE)
        facts = [
            *wording.facts(),
            *(
                (what, self._language.say("{figure}, {more}", figure=n, more=of))
                for n, what, of in wording.key_figures()
            ),
        ]
        columns = tuple(TableColumn("", width) for width in _FACTS_MM)
        yield Table(columns, tuple((words(name), words(fact)) for name, fact in facts), rules=False)

    def _section(self, section: Section) -> Iterator[Block]:
        label = self._wording.section(section)
        if label:
            yield Paragraph(words(label), Role.QUESTION_LABEL)
        text = self._wording.other_points() if section.question is None else isolate(section.question.text)
        yield Heading(words(text), 3)
        for paragraph in section.paragraphs:
            yield from self._beside(self._wording.who(paragraph), self._wording.when(paragraph))
            yield Numbered(words(isolate(paragraph.text)), paragraph.number)
        if not section.paragraphs:
            yield Paragraph(words(self._language.say("Nothing noted.")), Role.SMALL)

    def _beside(self, who: str, more: str) -> Iterator[Block]:
        if who:
            yield Paragraph(words(who), Role.LABEL)
        if more:
            yield Paragraph(words(more), Role.SECOND_LABEL)

    def _proposal(self, proposal: Proposal) -> Iterator[Block]:
        yield from self._beside(self._wording.addressees(proposal), self._wording.source(proposal))
        yield Paragraph((Run(self._wording.proposed(proposal), bold=True),))

    def _who_was_heard(self) -> Iterator[Block]:
        rows, wording = self._summary.heard, self._wording
        yield Heading(words(self._language.say("Who was heard")), 2)
        sentence = f"{wording.heard()} {wording.unheard()}"
        yield Paragraph(words(sentence), Role.BODY)
        yield self._bars(rows, sentence)
        yield self._table(rows, sentence)
        yield Paragraph(words(wording.explanation()), Role.SMALL)

    def _bars(self, rows: tuple[Heard, ...], alt: str) -> Bars:
        say = self._language.say
        series = [
            (say("Speaking time"), tuple(row.share for row in rows)),
            (say("Share of the room"), tuple(row.room_share for row in rows)),
        ]
        if any(row.category.target_share is not None for row in rows):
            series.append((say("Target"), tuple(row.category.target_share or 0.0 for row in rows)))
        return Bars(tuple(row.category.brief for row in rows), tuple(series), alt)

    def _table(self, rows: tuple[Heard, ...], alt: str) -> Table:
        say, number = self._language.say, self._language.number
        heads = (say("Category"), say("Share, %"), say("Target, %"), say("Difference"), say("Turns"))
        columns = tuple(
            TableColumn(head, width, figures=place > 0)
            for place, (head, width) in enumerate(zip(heads, _HEARD_MM, strict=True))
        )
        cells = (
            (
                row.category.label,
                number(row.share * 100),
                "" if row.category.target_share is None else number(row.category.target_share * 100),
                "" if row.difference is None else signed(row.difference),
                number(row.turns),
            )
            for row in rows
        )
        return Table(columns, tuple(tuple(map(words, each)) for each in cells), alt)
