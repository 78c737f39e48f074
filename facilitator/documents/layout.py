"""The blocks of a document as items down the page, each in the place that its kind has on the grid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby, zip_longest

from reportlab.lib.units import mm

from facilitator.documents import blocks
from facilitator.documents.bars import bar_charts
from facilitator.documents.blocks import Role, Words
from facilitator.documents.colours import RULE
from facilitator.documents.contents import Entry, Places
from facilitator.documents.flow import Bookmark, Item, Line, Placed, Row
from facilitator.documents.framed import framed
from facilitator.documents.grid import (
    MARGIN_COLUMN_PT,
    NUMBER_AT_PT,
    NUMBER_ENDS_PT,
    TEXT_AT_PT,
    UNIT_PT,
    UPRIGHT,
    Paper,
)
from facilitator.documents.laid_table import TableLayout
from facilitator.documents.listing import hung
from facilitator.documents.meeting import meet, style_of
from facilitator.documents.own_voice import OwnVoice
from facilitator.documents.pagination import PageBreak
from facilitator.documents.placing import INSET_PT, placed
from facilitator.documents.rich import RichText, spoken
from facilitator.documents.setting import Setter
from facilitator.documents.sign_key import SignKey
from facilitator.documents.styles import Roles
from facilitator.documents.surface import plain
from facilitator.documents.template.logo_item import picture_of
from facilitator.documents.typeset import Block, Style
from facilitator.language.numerals import heading_numeral, paragraph_numeral, sub_numeral
from facilitator.language.speech import Language

_SUB_PT = 10 * mm
_HAIR_PT = 0.4
_LONGEST_WHOLE = 6
_LISTED_LEVELS = 2
_MASTHEAD_PT = 106 * mm
_BOXED = frozenset({Role.BOXED_HEADING, Role.BOXED})
_MARGIN = frozenset({Role.LABEL, Role.SECOND_LABEL, Role.QUESTION_LABEL})


def _is_boxed(block: blocks.Block) -> bool:
    return isinstance(block, blocks.Paragraph) and block.role in _BOXED


class Layout:
    """Turns blocks into items; labels stand in the margin beside what follows them."""

    def __init__(
        self, setter: Setter, roles: Callable[[Language], Roles], language: Language, paper: Paper = UPRIGHT
    ) -> None:
        self._setter = setter
        self._voice = OwnVoice(roles, language)
        self._roles = roles(language)
        self._language = language
        self._paper = paper
        self._type_width = paper.type_width
        said = self._roles.numbered, self._roles.recommendation
        self._numerals = [self._roles.numerals[style] for style in said]
        """The styles of numbers, of paragraphs and of recommendations."""
        self._rich = RichText(setter, self._roles.note, rtl=language.rtl)
        self._labels: list[blocks.Paragraph] = []
        self._headings = 0
        self._titled = 0
        self._is_report = False
        self._tables = TableLayout(paper, self._rich, self._roles)
        self.places = Places()
        self.notes = self._rich.notes

    def items(self, document: blocks.Document) -> Iterator[Item]:
        """Yield the items of the document."""
        self._voice = replace(self._voice, original=document.original)
        self._is_report = document.facing
        self._titled = int(any(getattr(each, "role", None) is Role.TITLE for each in document.blocks))
        meet(document.blocks, self._setter, self._roles, self._language)
        for boxed, group in groupby(document.blocks, key=_is_boxed):
            if boxed:
                inside: list[Item] = [self._item(block) for block in group]
                start = self._start(NUMBER_AT_PT)
                yield from framed(inside, start, self._width(start), 2 * UNIT_PT)
            else:
                yield from hung(self._unboxed(group, document))

    def _unboxed(self, group: Iterable[blocks.Block], document: blocks.Document) -> Iterator[Item]:
        all_of_it = list(group)
        for block, following in zip_longest(all_of_it, all_of_it[1:]):
            match block:
                case blocks.Numbered():  # as most are
                    yield self._numbered(block, leads=isinstance(following, blocks.SubParagraph))
                case blocks.Bars():
                    yield from bar_charts(self._setter, self._roles, block)
                case blocks.Paragraph() if block.role in _MARGIN:
                    self._labels.append(block)
                case blocks.Contents():
                    yield from self._contents(block, document)
                case blocks.Figure():
                    yield picture_of(block.file, self._paper.type_width, block.alt)
                case blocks.PageBreak():
                    yield PageBreak()
                case _:
                    yield from self._ruled(block)

    def _ruled(self, block: blocks.Block) -> Iterator[Item]:
        """Yield a rule, the block's item, or both: a hair stays with its heading."""
        match block:
            case blocks.Rule():
                yield self._hair(0.0, UNIT_PT)
            case blocks.Heading(ruled=True):
                yield self._hair(NUMBER_AT_PT, 2 * UNIT_PT)
                yield replace(self._heading(block), space=UNIT_PT)
            case _:
                yield self._item(block)

    def _item(self, block: blocks.Block) -> Item:
        match block:
            case blocks.Heading():
                return self._heading(block)
            case blocks.Numbered():
                return self._numbered(block)
            case blocks.SubParagraph():
                return self._sub(block)
            case blocks.Table():
                return self._tables.set(block, self._voice)
            case blocks.Paragraph(role=Role.KEY):
                return SignKey(self._setter, self._roles, block.text)
            case blocks.Paragraph():
                return self._paragraph(block)
        raise TypeError(block)

    def _width(self, start: float) -> float:
        return self._type_width - start

    def _start(self, start: float) -> float:
        """On a landscape page there are no columns: all begins at the edge."""
        return start if self._paper.has_columns else 0.0

    def _heading(self, heading: blocks.Heading) -> Row:
        style = self._roles.headings[min(heading.level, 3) - 1]
        self._headings += 1
        name = f"heading-{self._headings}"
        numeral = self._numeral(heading)
        start = self._start(
            TEXT_AT_PT if numeral else NUMBER_AT_PT if heading.level > _LISTED_LEVELS else 0.0
        )
        text = self._rich.set(heading.text, style, self._width(start))
        said = f"{numeral} {plain(spoken(heading.text))}".strip()
        beside = self._beside(text)
        if numeral:
            block = self._setter.line(numeral, style)
            beside = (*beside, Placed(block, self._ends(block.width_pt, start), numeral=True, words=numeral))
        return Row(
            Placed(text, start, words=spoken(heading.text)),
            beside,
            space=2 * UNIT_PT,
            keeps_next=True,
            role=f"H{min(heading.level + self._titled, 6)}",
            bookmark=Bookmark(said, heading.level - 1 + self._titled, name),
        )

    def _numeral(self, heading: blocks.Heading) -> str:
        if heading.numeral is None:
            return ""
        return heading_numeral(self._language.code, heading.level, heading.numeral)

    @staticmethod
    def _ends(width: float, start: float) -> float:
        """Where a numeral begins that ends before its text, growing towards the margin."""
        return max(0.0, start - (TEXT_AT_PT - NUMBER_ENDS_PT) - width)

    def _hair(self, start: float, space: float) -> Line:
        start = self._start(start)
        return Line(self._width(start), _HAIR_PT, RULE, space, keeps_next=True, start=start)

    def _numbered(self, block: blocks.Numbered, *, leads: bool = False) -> Row:
        """A paragraph that leads to sub-paragraphs stays with the first of them."""
        text = self._stated(block, TEXT_AT_PT)
        numeral = paragraph_numeral(self._language.code, block.number)
        number = self._numeral_beside(block, numeral, text.block)
        whole = block.recommendation and text.block.lines <= _LONGEST_WHOLE
        number.start = self._ends(number.block.width_pt, TEXT_AT_PT)
        beside = (*self._beside(text.block), number)
        return Row(text, beside, space=UNIT_PT, keeps_next=leads, whole=whole)

    def _sub(self, sub: blocks.SubParagraph) -> Row:
        text = self._stated(sub, TEXT_AT_PT + _SUB_PT)
        number = self._numeral_beside(sub, sub_numeral(self._language.code, sub.number), text.block)
        return Row(text, (number,), space=UNIT_PT / 2)

    def _stated(self, block: blocks.Numbered | blocks.SubParagraph, start: float) -> Placed:
        """The text of a paragraph, in its own language's looks and direction."""
        said = spoken(block.text)
        roles, lang = self._voice.of(said)
        rich = self._rich.abroad if lang else self._rich
        text = rich.set(block.text, style_of(block, roles), self._width(start))
        return Placed(text, start, words=said, lang=lang)

    def _numeral_beside(
        self, block: blocks.Numbered | blocks.SubParagraph, numeral: str, text: Block
    ) -> Placed:
        """A numeral is of the document's language, and level with the first line of its text."""
        number = self._setter.line(numeral, self._numerals[block.recommendation])
        drop = text.first_baseline_pt - number.first_baseline_pt
        return Placed(number, TEXT_AT_PT, drop, numeral=True, words=numeral)

    def _paragraph(self, paragraph: blocks.Paragraph) -> Row:
        roles, lang = self._voice.of(spoken(paragraph.text))
        looks = placed(roles, title_with_text=self._is_report or not self._paper.has_columns)
        style, start, space = looks.get(paragraph.role, (roles.body, TEXT_AT_PT, UNIT_PT))
        end = INSET_PT if _is_boxed(paragraph) else self._free_of_masthead(paragraph)
        row = self._text(paragraph.text, style, start, space, end)
        if paragraph.role is Role.BOXED_HEADING:  # it stands in the middle of its frame
            row.text.start += max(0.0, self._width(start) - end - row.text.block.natural_width_pt) / 2
        title, listed = paragraph.role is Role.TITLE, paragraph.role is Role.PARTICIPANT
        bookmark = Bookmark(plain(spoken(paragraph.text)), 0) if title else None
        return replace(
            row,
            text=replace(row.text, lang=lang),
            role="H1" if title else "P",
            listed=listed,
            space=UNIT_PT if listed and row.beside else row.space,
            bookmark=bookmark,
            keeps_next=paragraph.keeps_next or title or paragraph.role is Role.BOXED_HEADING,
        )

    def _free_of_masthead(self, paragraph: blocks.Paragraph) -> float:
        """The lines of a masthead leave free what stands beside the name of the body above them."""
        return self._paper.type_width - _MASTHEAD_PT if paragraph.role is Role.MASTHEAD else 0.0

    def _text(self, text: Words, style: Style, start: float, space: float, end: float) -> Row:
        start = self._start(start)
        block = self._rich.set(text, style, self._width(start) - end)
        return Row(Placed(block, start, words=spoken(text)), self._beside(block), space=space)

    def _beside(self, text: Block) -> tuple[Placed, ...]:
        """The labels that wait, in the margin, level with the first line of the text."""
        if not self._labels:  # as beside most
            return ()
        labels, self._labels = self._labels, []
        placed: list[Placed] = []
        drop = 0.0
        for label in labels:
            block = self._rich.set(label.text, self._label_style(label.role), MARGIN_COLUMN_PT)
            if not placed:
                drop = text.first_baseline_pt - block.first_baseline_pt
            placed.append(Placed(block, 0, drop, self._roles.sink, words=spoken(label.text)))
            drop += block.height_pt
        return tuple(placed)

    def _label_style(self, role: Role) -> Style:
        if role is Role.QUESTION_LABEL:
            return self._roles.blue_label
        return self._roles.strong_label if role is Role.LABEL else self._roles.grey_label

    def _contents(self, contents: blocks.Contents, document: blocks.Document) -> Iterator[Item]:
        yield self._heading_of_contents(contents.title)
        number = self._headings
        for block in document.blocks:
            if isinstance(block, blocks.Heading):
                number += 1
                if block.level <= _LISTED_LEVELS:
                    yield self._entry(block, f"heading-{number}")

    def _heading_of_contents(self, title: str) -> Row:
        block = self._setter.text(title, self._roles.h2, self._paper.type_width)
        role = f"H{1 + self._titled}"
        return Row(Placed(block, 0, words=title), space=2 * UNIT_PT, keeps_next=True, role=role)

    def _entry(self, heading: blocks.Heading, target: str) -> Entry:
        style = self._roles.listed
        start = TEXT_AT_PT + (heading.level - 1) * _SUB_PT
        text = self._setter.text(spoken(heading.text), style, self._width(start) - _SUB_PT)
        numeral = self._numeral(heading)
        line = self._setter.line(numeral, style) if numeral else None
        return Entry(
            Placed(text, start, words=spoken(heading.text)),
            Placed(line, self._ends(line.width_pt, start)) if line else None,
            target,
            self.places,
            self._setter,
            replace(style, align="end"),
            (NUMBER_AT_PT, self._width(NUMBER_AT_PT)),
            space=UNIT_PT / 2,
        )
