"""The frame of every page: running head, foot, page of pages, and the notice of a sample."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from facilitator.documents.colours import INK
from facilitator.documents.grid import MARGIN_COLUMN_PT, NUMBER_AT_PT, UPRIGHT, Paper
from facilitator.documents.notes import draw_notes
from facilitator.documents.pagination import Page
from facilitator.documents.setting import shielded
from facilitator.documents.styles import Roles
from facilitator.documents.surface import Surface
from facilitator.documents.typeset import Block, Span, Style, Typesetter
from facilitator.documents.typeset.sheet import Sheet
from facilitator.language.direction import ltr

ROOM_PT = UPRIGHT.room
_HEAD_ABOVE_RULE_PT = 3.4
_FOOT_BELOW_PT = 1.2
_APART_PT = 12.0
_LONGEST_TITLE = 200  # letters that may stand in a running head
_FOOT_LINES = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text: `panel` and `title` open the running head, `date` ends it."""

    panel: str
    title: str
    date: str
    foot: str
    notice: str = ""
    facing: bool = False
    """The head is bold and alone, at the outer edge of the page."""


def room_pt(roles: Roles, frame: Frame, paper: Paper = UPRIGHT) -> float:
    """Return the height of the text on a page; a notice above the foot takes a line of it."""
    return paper.room - (roles.small.leading_pt if frame.notice else 0.0)


class Pages:
    """Draws pages with their frame around them."""

    def __init__(
        self,
        typesetter: Typesetter,
        roles: Roles,
        frame: Frame,
        paper: Paper = UPRIGHT,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self._paper = paper
        self._progress = progress
        self._typesetter = typesetter
        self._roles = roles
        self._frame = frame

    def write(self, canvas: Sheet, surface: Surface, pages: Sequence[Page]) -> None:
        """The pages are in the file, with the tree of their parts and the outline."""
        numbers = [f"{number}/{len(pages)}" for number in range(1, len(pages) + 1)]
        self._typesetter.meet_marks(numbers, self._roles.strong_label_at_end)
        for number, page in enumerate(pages, 1):
            self.draw(surface, page, number, len(pages))
            canvas.showPage()
            if self._progress is not None:
                self._progress(number, len(pages))
        surface.close()
        canvas.save()

    def draw(self, surface: Surface, page: Page, number: int, of: int) -> None:
        """The page is drawn; the first one has no running head."""
        if number > 1:
            with surface.tags.artifact():
                self._head(surface, number)
        for item, top in page.items:
            item.draw(surface, self._paper.top + self._roles.sink / 2 + top)
        if page.notes:
            start = NUMBER_AT_PT if self._paper.has_columns else 0.0
            draw_notes(surface, page.notes, start, self._paper.top + page.room)
        with surface.tags.artifact():
            self._foot(surface, f"{number}/{of}", turned=self._frame.facing and number % 2 == 0)

    def _head(self, surface: Surface, number: int) -> None:
        top = self._paper.head_rule - _HEAD_ABOVE_RULE_PT - self._roles.label.leading_pt
        if self._frame.facing:
            surface.block(self._at_outer_edge[number % 2], 0, top)
        else:
            surface.block(self._opening, 0, top)
            surface.block(self._date, 0, top)
        surface.rule(0, self._paper.type_width, self._paper.head_rule, thickness=0.5, colour=INK)

    @cached_property
    def _at_outer_edge(self) -> tuple[Block, Block]:
        """The title on even pages, and on odd ones."""
        return self._outer(self._roles.strong_label), self._outer(self._roles.strong_label_at_end)

    def _outer(self, style: Style) -> Block:
        title = shielded(self._frame.title[:_LONGEST_TITLE], rtl=style.rtl)
        return self._typesetter.set(title, style, self._paper.type_width).split(1)[0]

    @cached_property
    def _date(self) -> Block:
        style = replace(self._roles.label, align="end")
        return self._typesetter.set(self._frame.date, style, self._paper.type_width)

    @cached_property
    def _opening(self) -> Block:
        """The panel and as many words of its title as the line holds."""
        label = self._roles.label
        room = self._paper.type_width - self._date.natural_width_pt - _APART_PT
        title = self._frame.title
        words = title[:_LONGEST_TITLE].split(" ")
        while True:
            spans = [Span(self._frame.panel, bold=True), Span(f" {shielded(title, rtl=label.rtl)}")]
            block = self._typesetter.set(spans, label, room)
            if block.lines <= 1 or not words:
                return block.split(1)[0]
            words.pop()
            title = f"{' '.join(words)}…"

    @cached_property
    def _closing(self) -> Block:
        return self._closing_in(self._roles.grey_small)

    @cached_property
    def _turned_closing(self) -> Block:
        return self._closing_in(replace(self._roles.grey_small, align="end"))

    def _closing_in(self, style: Style) -> Block:
        text = shielded(self._frame.foot, rtl=style.rtl)
        foot = self._typesetter.set(text, style, self._paper.type_width - MARGIN_COLUMN_PT / 2)
        return foot.split(_FOOT_LINES)[0]

    @cached_property
    def _notice(self) -> Block:
        spans = [Span(self._frame.notice, bold=True)]
        return self._typesetter.set(spans, self._roles.small, self._paper.type_width)

    def _foot(self, surface: Surface, number: str, *, turned: bool) -> None:
        """The page's number stands at the end, or at the start of a page that is `turned`."""
        leading = self._roles.grey_small.leading_pt
        at = self._paper.height - self._paper.foot + _FOOT_BELOW_PT + (leading - 9.75) * 0.4
        style = self._roles.strong_label if turned else self._roles.strong_label_at_end
        pages = self._typesetter.set(ltr(number) if style.rtl else number, style, self._paper.type_width)
        closing = self._turned_closing if turned else self._closing
        above = at - closing.first_baseline_pt
        surface.block(closing, self._paper.type_width - closing.width_pt if turned else 0, above)
        surface.block(pages, 0, at - pages.first_baseline_pt)
        if self._frame.notice:
            surface.block(self._notice, 0, above - self._notice.height_pt)
