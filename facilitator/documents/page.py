"""The frame of every page: running head, foot, page of pages, and the notice of a sample."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.documents.colours import INK
from facilitator.documents.grid import MARGIN_COLUMN_PT, NUMBER_AT_PT, UPRIGHT, Paper
from facilitator.documents.notes import draw_notes
from facilitator.documents.pagination import Page
from facilitator.documents.setting import shielded
from facilitator.documents.styles import Roles
from facilitator.documents.surface import Surface
from facilitator.documents.typeset import Block, Span, Style, Typesetter

ROOM_PT = UPRIGHT.room
_HEAD_ABOVE_RULE_PT = 3.4
_FOOT_BELOW_PT = 1.2
_APART_PT = 12.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text: `panel` and `title` open the running head, `date` ends it."""

    panel: str
    title: str
    date: str
    foot: str
    notice: str = ""


def room_pt(roles: Roles, frame: Frame, paper: Paper = UPRIGHT) -> float:
    """Return the height of the text on a page; a notice above the foot takes a line of it."""
    return paper.room - (roles.small.leading_pt if frame.notice else 0.0)


class Pages:
    """Draws pages with their frame around them."""

    def __init__(self, typesetter: Typesetter, roles: Roles, frame: Frame, paper: Paper = UPRIGHT) -> None:
        self._paper = paper
        self._typesetter = typesetter
        self._roles = roles
        self._frame = frame

    def draw(self, surface: Surface, page: Page, number: int, of: int) -> None:
        """The page is drawn; the first one has no running head."""
        if number > 1:
            with surface.tags.artifact():
                self._head(surface)
        for item, top in page.items:
            item.draw(surface, self._paper.top + self._roles.sink / 2 + top)
        if page.notes:
            start = NUMBER_AT_PT if self._paper is UPRIGHT else 0.0
            draw_notes(surface, page.notes, start, self._paper.top + page.room)
        with surface.tags.artifact():
            self._foot(surface, f"\u2066{number}/{of}\u2069")

    def _head(self, surface: Surface) -> None:
        label = self._roles.label
        top = self._paper.head_rule - _HEAD_ABOVE_RULE_PT - label.leading_pt
        date = self._typesetter.set(self._frame.date, replace(label, align="end"), self._paper.type_width)
        room = self._paper.type_width - date.natural_width_pt - _APART_PT
        surface.block(self._one_line(label, room), 0, top)
        surface.block(date, 0, top)
        surface.rule(0, self._paper.type_width, self._paper.head_rule, thickness=0.5, colour=INK)

    def _one_line(self, label: Style, room: float) -> Block:
        """The panel and as many words of its title as the line holds."""
        words = self._frame.title.split(" ")
        title = self._frame.title
        while True:
            spans = [Span(self._frame.panel, bold=True), Span(f" {shielded(title, rtl=label.rtl)}")]
            block = self._typesetter.set(spans, label, room)
            if block.lines <= 1 or not words:
                return block.split(1)[0]
            words.pop()
            title = f"{' '.join(words)}…"

    def _foot(self, surface: Surface, number: str) -> None:
        small = self._roles.grey_small
        at = self._paper.height - self._paper.foot + _FOOT_BELOW_PT + (small.leading_pt - 9.75) * 0.4
        foot = self._typesetter.set(
            shielded(self._frame.foot, rtl=small.rtl), small, self._paper.type_width - MARGIN_COLUMN_PT / 2
        )
        end = self._typesetter.set(
            number, replace(self._roles.strong_label, align="end"), self._paper.type_width
        )
        surface.block(foot, 0, at - foot.first_baseline_pt)
        surface.block(end, 0, at - end.first_baseline_pt)
        if self._frame.notice:
            notice = self._fitting(self._frame.notice)
            surface.block(notice, 0, at - foot.first_baseline_pt - notice.height_pt)

    def _fitting(self, notice: str) -> Block:
        return self._typesetter.set([Span(notice, bold=True)], self._roles.small, self._paper.type_width)
