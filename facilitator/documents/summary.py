"""The summary of a panel on paper: notes under their questions, recommendations, who was heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from facilitator.documents.charts import Explanation, share_charts
from facilitator.documents.flow import Bookmark, Item, Placed, Row
from facilitator.documents.grid import NUMBER_AT_PT, TEXT_AT_PT, UNIT_PT
from facilitator.documents.masthead import Masthead
from facilitator.documents.one_panel import Told, print_panel
from facilitator.documents.own_voice import OwnVoice
from facilitator.documents.page import Frame
from facilitator.documents.progress import Progress, unheeded
from facilitator.documents.setting import Missing, Setter, untold
from facilitator.documents.styles import Roles, roles
from facilitator.documents.template import STANDARD, Template
from facilitator.documents.timeline import timelines
from facilitator.documents.typeset import Block, Style
from facilitator.documents.wording import Wording
from facilitator.domain.summary import PanelSummary, Paragraph, Proposal, Section
from facilitator.language.direction import isolate
from facilitator.language.speech import Language

_LONGEST_WHOLE = 6
"""Lines up to which a recommendation is never parted."""


def write_summary(  # noqa: PLR0913 - what is printed, how it looks, and who is told of it
    summary: PanelSummary,
    language: Language,
    target: Path,
    *,
    moment: int,
    template: Template = STANDARD,
    missing: Missing = untold,
    progress: Progress = unheeded,
) -> None:
    """The summary is written as a PDF; `moment` is when it is exported, in UTC milliseconds.

    `missing` is told the characters that no font has. The same content at the same moment gives the same
    bytes. Raises OSError if the target cannot be written.
    """
    wording = Wording(summary, language)
    print_panel(
        lambda setter, styles: Content(setter, styles, language, summary, template).items(),
        _frame(summary, wording, language, moment),
        Told(f"{wording.panel()}: {summary.panel.title}", wording.kind(), summary.workshop.title),
        language,
        target,
        moment=moment,
        template=template,
        missing=missing,
        progress=progress,
    )


def _frame(summary: PanelSummary, wording: Wording, language: Language, moment: int) -> Frame:
    return Frame(
        panel=wording.panel_in_head(),
        title=isolate(summary.panel.brief),
        date=language.date(summary.begins),
        foot=wording.foot(moment),
        notice=summary.workshop.notice,
    )


@dataclass(frozen=True, slots=True)
class Content:
    """The summary as items down the page."""

    setter: Setter
    roles: Roles
    language: Language
    summary: PanelSummary
    template: Template = STANDARD

    @property
    def _voice(self) -> OwnVoice:
        return OwnVoice(
            lambda own: self.template.roles(roles(own)), self.language, self.summary.workshop.language
        )

    @property
    def wording(self) -> Wording:
        return Wording(self.summary, self.language)

    def items(self) -> Iterator[Item]:
        yield from Masthead(self.setter, self.roles, self.wording, self.summary).items()
        for section in self.summary.sections:
            yield self._question(section)
            yield from map(self._paragraph, section.paragraphs)
            if not section.paragraphs:
                yield self._nothing()
        if self.summary.proposals:
            yield self._heading(self.language.say("Recommendations proposed"))
            yield from map(self._proposal, self.summary.proposals)
        yield from self._who_was_heard()

    def _question(self, section: Section) -> Row:
        question = section.question
        text = self.wording.other_points() if question is None else question.text
        heading = self.setter.text(isolate(text), self.roles.h3, self.setter.paper.wide)
        label = self.setter.margin(self.wording.section(section), self.roles.blue_label)
        return Row(
            Placed(heading, NUMBER_AT_PT, words=text),
            (self._level(label, heading),),
            space=2 * UNIT_PT,
            keeps_next=True,
            role="H2",
            bookmark=Bookmark(text, 1),
        )

    def _paragraph(self, paragraph: Paragraph) -> Row:
        own, lang = self._voice.of(isolate(paragraph.text))
        setter = self.setter.abroad if lang else self.setter
        text = setter.text(isolate(paragraph.text), own.body, self.setter.paper.text_width)
        number, start = self.setter.number(self.roles.number.format(paragraph.number), self.roles.body)
        beside = self._beside(self.wording.who(paragraph), self.wording.when(paragraph), text)
        return Row(
            Placed(text, TEXT_AT_PT, words=paragraph.text, lang=lang),
            (*beside, replace(self._level(number, text), start=start, below=0.0, numeral=True)),
            space=UNIT_PT,
        )

    def _nothing(self) -> Row:
        text = self.setter.set(
            self.language.say("Nothing noted."), self.roles.grey_label, self.setter.paper.text_width
        )
        return Row(Placed(text, TEXT_AT_PT), space=UNIT_PT)

    def _proposal(self, proposal: Proposal) -> Row:
        said = self.wording.proposed(proposal)
        own, lang = self._voice.of(said)
        setter = self.setter.abroad if lang else self.setter
        text = setter.text(said, own.recommendation, self.setter.paper.wide)
        beside = self._beside(self.wording.addressees(proposal), self.wording.source(proposal), text)
        whole = text.lines <= _LONGEST_WHOLE
        placed = Placed(text, NUMBER_AT_PT, words=said, lang=lang)
        return Row(placed, beside, space=UNIT_PT, whole=whole)

    def _beside(self, who: str, more: str, text: Block) -> tuple[Placed, ...]:
        """Who, and below it in grey what else is to be said, level with the first line of the text."""
        strong = self.setter.margin(who, self.roles.strong_label)
        grey = self.setter.margin(more, self.roles.grey_label)
        first = replace(self._level(strong, text), words=who)
        return first, replace(first, block=grey, drop=first.drop + strong.height_pt, words=more)

    def _level(self, label: Block, text: Block) -> Placed:
        return Placed(label, 0, text.first_baseline_pt - label.first_baseline_pt, self.roles.sink)

    def _heading(self, text: str) -> Row:
        heading = self.setter.text(text, self.roles.h2, self.setter.paper.type_width)
        return Row(
            Placed(heading, 0), space=2 * UNIT_PT, keeps_next=True, role="H2", bookmark=Bookmark(text, 1)
        )

    def _who_was_heard(self) -> Iterator[Item]:
        rows = self.summary.heard
        if not rows:
            return
        yield self._heading(self.language.say("Who was heard"))
        yield self._sentence(f"{self.wording.heard()} {self.wording.unheard()}", self.roles.label)
        yield from share_charts(self.setter, self.language, self.roles, rows)
        yield Explanation(self.setter, self.roles, self.wording.below_target(), self.wording.explanation())
        if self.summary.turns:
            yield from timelines(self.setter, self.language, self.roles, self.summary)

    def _sentence(self, text: str, style: Style) -> Row:
        return Row(
            Placed(self.setter.set(text, style, self.setter.paper.type_width), 0, words=text),
            space=UNIT_PT,
            keeps_next=True,
        )
