"""The text itself: blocks as paragraphs, tables and drawings, in the direction of the language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from reportlab.lib.units import mm

from facilitator.documents.blocks import (
    Bars,
    Block,
    Contents,
    Document,
    Figure,
    Heading,
    Numbered,
    PageBreak,
    Paragraph,
    Role,
    Rule,
    SubParagraph,
    Table,
    Words,
    words,
)
from facilitator.documents.grid import Paper
from facilitator.documents.office.docx.abroad import (
    Beside,
    beside_each_other,
    is_abroad,
    number_style,
    text_style,
)
from facilitator.documents.office.docx.chart import drawing
from facilitator.documents.office.docx.column_widths import ColumnWidths
from facilitator.documents.office.docx.logo import logo_drawing
from facilitator.documents.office.docx.looks import HANGS_MM, STYLE_OF, SUB_AT_MM, TEXT_AT_MM
from facilitator.documents.office.docx.markup import Element, element, twips, val
from facilitator.documents.office.docx.numbering import PARAGRAPHS, Numbering
from facilitator.documents.office.docx.runs import Notes, field_of, plain_run, runs, runs_rtl
from facilitator.documents.office.docx.tables import table
from facilitator.documents.template import Template
from facilitator.language.numerals import heading_numeral
from facilitator.language.speech import Language

_A4_MM = (210.0, 297.0)
_HEAD_ABOVE_RULE_MM = 4.0


class Body:
    """One document as markup; what is public of it its other parts are made of."""

    def __init__(
        self,
        document: Document,
        language: Language,
        template: Template,
        pages: Callable[[], Sequence[int | None]],
    ) -> None:
        """`pages` tells on which page each heading stands; it is asked only if there are contents."""
        self._pages = pages
        self._template = template
        self._document = document
        self._language = language
        self._rtl = language.rtl
        self._widths = ColumnWidths(language, template, landscape=document.landscape)
        self.notes = Notes()
        self.numbering = Numbering(language)
        self.charts: list[Bars] = []
        self.abroad: set[str] = set()
        self._parts: int | None = None
        self._bookmarks = 0

    def root(self) -> Element:
        against = partial(is_abroad, rtl=self._rtl)
        groups = groupby(self._document.blocks, key=against)
        blocks = [made for abroad, group in groups for made in self._group(group, abroad=abroad)]
        return element("w:document", element("w:body", *self._logo(), *blocks, self._section()))

    def _logo(self) -> Iterator[Element]:
        if self._template.logo is not None:
            run = element("w:r", logo_drawing(self._template.logo))
            yield element("w:p", self._properties("Logo", None), run)

    def _group(self, group: Iterable[Block], *, abroad: bool) -> Iterator[Element]:
        if abroad:
            rows = [self._row(block) for block in group if isinstance(block, Numbered | SubParagraph)]
            yield beside_each_other(rows, rtl=self._rtl, type_mm=self._paper.type_width / mm)
            yield self._paragraph((), "BetweenTables")  # two tables in a row would become one
            return
        for block in group:
            yield from self._block(block)

    def _row(self, block: Numbered | SubParagraph) -> Beside:
        """Return a text of the other direction and its number, which runs and counts as all others."""
        inner = isinstance(block, SubParagraph)
        if not inner:
            self._parts = None
        style, number = self._listed(block)
        to = (SUB_AT_MM if inner else TEXT_AT_MM) - _FREE_MM
        at = element("w:ind", start=twips(to), hanging=twips(HANGS_MM - _FREE_MM))
        properties = self._properties(number_style(style), number)
        properties.append(at)
        whole = sum(len(run.text) for run in block.text) <= _LONGEST_WHOLE
        return Beside(element("w:p", properties), self._paragraph(block.text, style), inner, whole)

    def _listed(self, block: Numbered | SubParagraph) -> tuple[str, tuple[int, int]]:
        """Return the style of a numbered text, and its place in its list."""
        if isinstance(block, Numbered):
            return ("Recommendation" if block.recommendation else "NumberedParagraph"), (0, PARAGRAPHS)
        if self._parts is None:
            self._parts = self.numbering.parts()
        return ("SubRecommendation" if block.recommendation else "SubParagraph"), (0, self._parts)

    def _block(self, block: Block) -> Iterator[Element]:
        if not isinstance(block, SubParagraph):
            self._parts = None
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph(text, role, keeps_next):
                style = _BELOW_MASTHEAD.get(role) if self._document.facing else None
                yield self._paragraph(text, style or STYLE_OF[role], keeps_next=keeps_next)
            case Numbered() | SubParagraph():
                style, number = self._listed(block)
                yield self._paragraph(block.text, style, number=number)
            case _:
                yield from self._apart(block)

    def _apart(self, block: Table | Bars | Figure | Contents | PageBreak | Rule) -> Iterator[Element]:
        match block:
            case Table():
                yield table(self._widths.fitted(block), self.notes, rtl=self._rtl)
                yield self._paragraph((), _NOTHING)  # two tables in a row would become one
            case Bars():
                yield self._chart(block)
            case Figure(_, alt):
                yield self._paragraph(words(alt), STYLE_OF[Role.SMALL])
            case Contents(title):
                yield from self._contents(title)
            case PageBreak():
                yield element("w:p", element("w:r", element("w:br", type="page")))
            case Rule():
                return  # the styles of a list part its groups by white

    def _paragraph(
        self, text: Words, style: str, *, number: tuple[int, int] | None = None, keeps_next: bool = False
    ) -> Element:
        rtl = runs_rtl(text, rtl=self._rtl) if style in _TEXTS else self._rtl
        if rtl is not self._rtl:
            self.abroad.add(style)
            style = text_style(style)
        properties = self._properties(style, number, keeps_next=keeps_next, rtl=rtl)
        return element("w:p", properties, *runs(text, rtl=rtl, notes=self.notes))

    def _properties(
        self,
        style: str,
        number: tuple[int, int] | None,
        *,
        keeps_next: bool = False,
        rtl: bool | None = None,
    ) -> Element:
        """Return a paragraph's style, list and direction: nothing else is said of a single paragraph."""
        listed = (
            None
            if number is None
            else element("w:numPr", val("w:ilvl", number[0]), val("w:numId", number[1]))
        )
        return element(
            "w:pPr",
            val("w:pStyle", style),
            element("w:keepNext") if keeps_next else None,
            listed,
            self._direction(self._rtl if rtl is None else rtl),
        )

    def _direction(self, rtl: bool) -> Element | None:  # noqa: FBT001 - a direction is one of two
        """Return what is said of a paragraph's direction; the styles of an Arabic text say it already."""
        if rtl:
            return element("w:bidi")
        return val("w:bidi", 0) if self._rtl else None

    def _heading(self, heading: Heading) -> Element:
        number = None
        if heading.numeral is not None:
            number = (heading.level - 1, self.numbering.heading(heading.level, heading.numeral))
        self._bookmarks += 1
        start = element("w:bookmarkStart", id=self._bookmarks, name=_bookmark(self._bookmarks))
        return element(
            "w:p",
            self._properties(f"Heading{heading.level}", number),
            start,
            *runs(heading.text, rtl=self._rtl, notes=self.notes),
            element("w:bookmarkEnd", id=self._bookmarks),
        )

    def _chart(self, bars: Bars) -> Element:
        self.charts.append(bars)
        number = len(self.charts)
        run = element("w:r", drawing(bars, f"rIdChart{number}", number))
        return element("w:p", element("w:pPr", val("w:pStyle", "Figure")), run)

    def _contents(self, title: str) -> Iterator[Element]:
        """Yield the field of the contents with its headings and pages; a program may make it anew."""
        pages = self._pages()
        yield self._paragraph_of(title, "ContentsHeading")
        headings = [b for b in self._document.blocks if isinstance(b, Heading)]
        listed = [(place, h) for place, h in enumerate(headings, 1) if h.level < _NOT_LISTED]
        opening = [
            element("w:r", element("w:fldChar", fldCharType="begin", dirty=1)),
            element("w:r", element("w:instrText", text='TOC \\o "1-2" \\h \\z \\u', xml_space="preserve")),
            element("w:r", element("w:fldChar", fldCharType="separate")),
        ]
        for place, heading in listed:
            text = "".join(run.text for run in heading.text)
            page = field_of(f"PAGEREF {_bookmark(place)} \\h", shown=str(pages[place - 1] or ""))
            place_of = [element("w:r", element("w:tab")), *page]
            shown = plain_run(f"{self._numeral(heading)}{text}", rtl=self._rtl)
            link = element("w:hyperlink", *shown, *place_of, anchor=_bookmark(place), history=1)
            yield element("w:p", self._properties(f"TOC{heading.level}", None), *opening, link)
            opening = []
        closing = element("w:r", element("w:fldChar", fldCharType="end"))
        yield element("w:p", self._properties("TOC1", None), *opening, closing)

    def _numeral(self, heading: Heading) -> str:
        """The numeral of a heading and the space behind it, as the program writes them."""
        if heading.numeral is None:
            return ""
        return f"{heading_numeral(self._language.code, heading.level, heading.numeral)} "

    def _paragraph_of(self, text: str, style: str) -> Element:
        return element("w:p", self._properties(style, None), *plain_run(text, rtl=self._rtl))

    @property
    def _paper(self) -> Paper:
        return self._template.paper(landscape=self._document.landscape)

    def _margins(self) -> dict[str, float]:
        """Return the distances from the edges, in millimetres: those of the printed page."""
        paper = self._paper
        side = paper.side / mm
        return {
            "top": round(paper.top / mm, 1),
            "right": side,
            "bottom": paper.bottom / mm,
            "left": side,
            "header": paper.head_rule / mm - _HEAD_ABOVE_RULE_MM,
            "footer": paper.foot / mm,
            "gutter": 0.0,
        }

    def _section(self) -> Element:
        wide = self._document.landscape
        width, height = reversed(_A4_MM) if wide else _A4_MM
        margins = {side: str(twips(far)) for side, far in self._margins().items()}
        facing = self._document.facing
        kinds = ("default", "first", "even") if facing else ("default", "first")
        return element(
            "w:sectPr",
            element("w:headerReference", type="default", r_id="rIdHeader"),
            element("w:headerReference", type="first", r_id="rIdFirst"),
            element("w:headerReference", type="even", r_id="rIdEven") if facing else None,
            *(element("w:footerReference", type=kind, r_id="rIdFooter") for kind in kinds),
            element("w:pgSz", w=twips(width), h=twips(height), orient="landscape" if wide else "portrait"),
            element("w:pgMar", **margins),
            element("w:titlePg"),
            element("w:bidi") if self._rtl else None,
        )


_TEXTS = frozenset(
    {"NumberedParagraph", "SubParagraph", "Recommendation", "SubRecommendation", *STYLE_OF.values()}
    | {"ReportTitle", "ReportSubtitle"}
) - {"MarginLabel", "SecondLabel", "QuestionLabel"}
"""Styles of what people wrote, which may be in another language than the document."""
_BELOW_MASTHEAD = {Role.TITLE: "ReportTitle", Role.SUBTITLE: "ReportSubtitle"}
"""A report has a masthead above its title, which then is smaller and stands with the text."""
_NOTHING = "Explanation"
_NOT_LISTED = 3
_FREE_MM = 1.0  # behind a number: a tab to the edge of its cell leads to the next line
_LONGEST_WHOLE = 480  # letters, about six lines


def _bookmark(number: int) -> str:
    return f"_Heading{number}"
