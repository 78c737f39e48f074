"""The first page's head: workshop and kind of document, the panel's title, its facts and its key figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.units import mm

from facilitator.documents.colours import INK
from facilitator.documents.flow import Bookmark, Item, Line, Placed, Row
from facilitator.documents.grid import MARGIN_COLUMN_PT, NUMBER_AT_PT, UNIT_PT
from facilitator.documents.setting import Setter
from facilitator.documents.styles import Roles
from facilitator.documents.wording import Wording
from facilitator.domain.summary import PanelSummary
from facilitator.language.direction import isolate

_FIGURES_AT = tuple(place / 166 for place in (0.0, 52.9, 94.45, 136.0))  # of the type area
_FIGURES_APART_PT = 4 * mm
_APART_PT = 8 * mm


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the notes of a panel's summary."""

    setter: Setter
    roles: Roles
    wording: Wording
    summary: PanelSummary

    def items(self) -> Iterator[Item]:
        yield from opening(self.setter, self.roles, self.summary.workshop.title, self.wording.kind())
        yield from self._title()
        yield from self._facts()
        yield Line(self.setter.paper.type_width, 0.5, INK, space=UNIT_PT + 3.9, keeps_next=True)
        yield self._figures()
        yield Line(self.setter.paper.type_width, 0.5, INK, space=UNIT_PT + 1.2, below=-1.9)

    def _title(self) -> Iterator[Row]:
        title = self.summary.panel.title
        panel = self.setter.set(
            self.wording.panel(), self.roles.strong_blue_label, self.setter.paper.type_width
        )
        yield Row(Placed(panel, 0), space=11.5, keeps_next=True, bookmark=Bookmark(title, 0))
        block = self.setter.text(isolate(title), self.roles.title, self.setter.paper.type_width)
        yield Row(
            Placed(block, 0, words=title),
            space=3.5 + 1.5 * self.roles.sink,
            keeps_next=True,
            whole=True,
            role="H1",
        )

    def _facts(self) -> Iterator[Row]:
        for number, (name, fact) in enumerate(self.wording.facts()):
            label = self.setter.set(name, self.roles.grey_label, MARGIN_COLUMN_PT)
            text = self.setter.set(fact, self.roles.label, self.setter.paper.wide)
            space = UNIT_PT / 2 if number else 2 * UNIT_PT - 1.5 * self.roles.sink
            yield Row(Placed(text, NUMBER_AT_PT, words=fact), (Placed(label, 0),), space=space)

    def _figures(self) -> Row:
        wide = self.setter.paper.type_width
        starts = [place * wide for place in _FIGURES_AT]
        ends = (*starts[1:], wide + _FIGURES_APART_PT)
        placed: list[Placed] = []
        for start, end, texts in zip(starts, ends, self.wording.key_figures(), strict=True):
            styles = (self.roles.figure, self.roles.strong_label, self.roles.grey_label)
            drop = 0.0
            for text, style in zip(texts, styles, strict=True):
                block = self.setter.label(text, style, end - start - _FIGURES_APART_PT)
                placed.append(Placed(block, start, drop, words=text))
                drop += block.height_pt
        return Row(placed[-1], tuple(placed[:-1]), space=2.0, keeps_next=True, whole=True)


def opening(setter: Setter, roles: Roles, workshop: str, what: str) -> Iterator[Item]:
    """Yield the line that names the workshop and the kind of document, and the rule below it."""
    kind = setter.set(what, roles.strong_label_at_end, setter.paper.type_width)
    room = setter.paper.type_width - kind.natural_width_pt - _APART_PT
    title = setter.label(isolate(workshop), roles.label, room)
    yield Row(Placed(kind, 0), (Placed(title, 0, words=workshop),), keeps_next=True, whole=True)
    yield Line(setter.paper.type_width, 1.5, INK, space=1.85, keeps_next=True)
