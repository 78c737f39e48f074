"""The record of a panel’s speaking time, on one page where it goes: figures, three charts, the order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from reportlab.lib.units import mm

from facilitator.documents import blocks
from facilitator.documents.bars import bar_charts
from facilitator.documents.charts import Explanation
from facilitator.documents.closer import closer, closer_roles
from facilitator.documents.colours import INK
from facilitator.documents.flow import Bookmark, Item, Line, Placed, Row
from facilitator.documents.grid import NUMBER_AT_PT, TYPE_PT, UNIT_PT
from facilitator.documents.headed_table import headed_table
from facilitator.documents.lengths import length_charts
from facilitator.documents.masthead import opening
from facilitator.documents.one_panel import Told, print_panel
from facilitator.documents.page import Frame
from facilitator.documents.plot import Chart
from facilitator.documents.progress import Progress, unheeded
from facilitator.documents.rich import RichText
from facilitator.documents.setting import Missing, Setter, untold
from facilitator.documents.styles import Roles
from facilitator.documents.tables import Table
from facilitator.documents.template import STANDARD, Template
from facilitator.documents.time_tables import TimeTables
from facilitator.documents.time_wording import TimeWording
from facilitator.documents.timeline import timelines
from facilitator.domain.attribution import Level
from facilitator.domain.speaking_time import SpeakingTime
from facilitator.language.direction import isolate
from facilitator.language.speech import Language

_FEW_ROWS = 12
"""Changes of order that stay together."""


def write_speaking_time(  # noqa: PLR0913 - what is printed, how it looks, and who is told of it
    found: SpeakingTime,
    language: Language,
    target: Path,
    *,
    moment: int,
    template: Template = STANDARD,
    missing: Missing = untold,
    progress: Progress = unheeded,
) -> None:
    """The record is written as a PDF, as `print_panel` writes it."""
    wording = TimeWording(found, language)
    summary = found.summary
    frame = Frame(
        panel=wording.panel_in_head(),
        title=isolate(summary.panel.brief),
        date=language.date(summary.begins),
        foot=wording.foot(moment),
        notice=summary.workshop.notice,
    )

    def content(setter: Setter, styles: Roles) -> Iterator[Item]:
        return Content(setter, styles, language, found).items()

    print_panel(
        content,
        frame,
        Told(wording.title(), wording.kind(), summary.workshop.title),
        language,
        target,
        moment=moment,
        template=template,
        missing=missing,
        progress=progress,
        narrower=lambda setter, styles: closer(content(setter, closer_roles(styles))),
    )


@dataclass(frozen=True)
class Content:
    """The record as items down the page."""

    setter: Setter
    roles: Roles
    language: Language
    found: SpeakingTime

    @cached_property
    def wording(self) -> TimeWording:
        return TimeWording(self.found, self.language)

    @cached_property
    def tables(self) -> TimeTables:
        return TimeTables(self.found, self.language)

    def items(self) -> Iterator[Item]:
        say, wording = self.language.say, self.wording
        yield from opening(self.setter, self.roles, self.found.summary.workshop.title, wording.kind())
        yield from self._title()
        yield self._table(self.tables.categories())
        yield Explanation(self.setter, self.roles, wording.below_target(), wording.explanation(), 0.0)
        if self.found.rows:
            yield from self._section(say("Share of speaking time"), wording.heard())
            yield from _close(bar_charts(self.setter, self.roles, self.tables.bars()))
        if self.found.summary.turns:
            yield from self._section(say("Who spoke when"), wording.early())
            yield from _close(timelines(self.setter, self.language, self.roles, self.found.summary))
        if self.found.lengths:
            yield from self._section(say("Length, from the floor"), wording.lengths())
            yield from self._lengths()
        yield from self._section(say("Changes of order"), wording.order())
        if self._tells_the_order:
            table = self._table(self.tables.order())
            yield replace(table, whole=len(table.rows) <= _FEW_ROWS)

    @property
    def _tells_the_order(self) -> bool:
        level = self.found.summary.level
        return bool(self.found.overrides) and level in (Level.NAME, Level.BODY)

    def _title(self) -> Iterator[Item]:
        width, said = self.setter.paper.type_width, self.wording.title()
        title = self.setter.text(said, self.roles.h1, width)
        yield Row(
            Placed(title, 0, words=said),
            space=UNIT_PT + 2,
            keeps_next=True,
            whole=True,
            role="H1",
            bookmark=Bookmark(said, 0),
        )
        held = self.wording.when_and_where()
        yield Row(Placed(self.setter.set(held, self.roles.label, width), 0, words=held))

    def _section(self, name: str, sentence: str) -> Iterator[Item]:
        """A rule, what is shown, and what it shows; a chart or a table follows."""
        yield Line(self.setter.paper.type_width, 0.8, INK, space=1.5 * UNIT_PT, keeps_next=True)
        text = self.setter.text(sentence, self.roles.label, self.setter.paper.wide)
        label = self.setter.margin(name, self.roles.strong_label)
        yield Row(
            Placed(text, NUMBER_AT_PT, words=sentence),
            (Placed(label, 0, words=name),),
            space=UNIT_PT / 2,
            keeps_next=True,
            role="P",
            bookmark=Bookmark(name, 1),
        )

    def _lengths(self) -> Iterator[Item]:
        categories = [row.heard.category for row in self.found.rows]
        yield from length_charts(self.setter, self.language, self.roles, categories, self.found.lengths)

    def _table(self, table: blocks.Table) -> Table:
        rich = RichText(self.setter, self.roles.note, rtl=self.language.rtl)
        scale = self.setter.paper.type_width / TYPE_PT
        widths = [column.width_mm * mm * scale for column in table.columns]
        return headed_table(table, widths, 0.0, rich, self.roles)


def _close(charts: Sequence[Chart]) -> Iterator[Chart]:
    """The first chart stands close to the sentence that says what it shows."""
    for number, chart in enumerate(charts):
        chart.space = chart.space if number else UNIT_PT / 2
        yield chart
