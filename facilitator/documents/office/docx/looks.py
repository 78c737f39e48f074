"""How each role of a text looks: in the sizes of the printed page, with fonts a desktop has."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.documents.blocks import Role
from facilitator.documents.colours import BLUE, GREY, INK

FALLBACKS = {
    "Source Serif 4": "Times New Roman",
    "Amiri": "Traditional Arabic",
    "IBM Plex Sans": "Arial",
    "IBM Plex Sans Arabic": "Arial",
    "Noto Serif SC": "SimSun",
    "Noto Sans SC": "SimHei",
}
SERIF, SANS = (
    ("Source Serif 4", "Amiri", "Noto Serif SC"),
    ("IBM Plex Sans", "IBM Plex Sans Arabic", "Noto Sans SC"),
)
TEXT_AT_MM, SUB_AT_MM, WIDE_AT_MM = 50.0, 60.0, 40.0
HANGS_MM, NUMERAL_HANGS_MM = 10.0, 3.0


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes are Latin, Arabic, Chinese; each has its leading. Indents in millimetres, spaces in points."""

    name: str
    sizes: tuple[float, float, float] = (10, 13, 10.5)
    leadings: tuple[float, float, float] = (13, 19.5, 16.25)
    faces: tuple[str, str, str] = SERIF
    bold: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 6.5
    start_mm: float = TEXT_AT_MM
    hanging_mm: float = 0.0
    align: str = "start"
    keeps_next: bool = False
    outline: int | None = None
    based_on: str = "Normal"
    frame: bool = False
    exact: bool = True
    page_at_end: bool = False
    """A tab leads to the end of the line, where the number of a page stands."""
    end_mm: float = 0.0
    figures: bool = False
    """Figures run from left to right in every language."""


_LABEL = Look("", (8.0, 9.0, 8.5), (9.75, 13.0, 13.0), faces=SANS)
STYLE_OF = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.BODY: "BodyText",
    Role.LABEL: "MarginLabel",
    Role.SECOND_LABEL: "SecondLabel",
    Role.QUESTION_LABEL: "QuestionLabel",
    Role.PARTICIPANT: "Participant",
    Role.MASTHEAD: "Masthead",
    Role.SYMBOL: "Symbol",
    Role.BOXED_HEADING: "SummaryHeading",
    Role.BOXED: "Summary",
    Role.SMALL: "Explanation",
    Role.KEY: "Explanation",
}
LOOKS: dict[str, Look] = {
    "Title": Look("Title", (20, 22, 20.5), (26, 32.5, 26), bold=True, start_mm=0, after=13, keeps_next=True),
    "Subtitle": Look("Subtitle", (14, 18, 14.5), (19.5, 26, 19.5), bold=True, start_mm=0, keeps_next=True),
    "Heading1": Look(
        "heading 1",
        (14, 18, 14.5),
        (19.5, 26, 19.5),
        bold=True,
        before=13,
        outline=0,
    ),
    "Heading2": Look(
        "heading 2",
        (12, 15.5, 12.5),
        (16.25, 19.5, 16.25),
        bold=True,
        before=13,
        outline=1,
    ),
    "Heading3": Look("heading 3", bold=True, before=6.5, outline=2),
    "BodyText": Look("Body Text"),
    "NumberedParagraph": Look("Numbered paragraph", hanging_mm=HANGS_MM),
    "SubParagraph": Look("Sub-paragraph", start_mm=SUB_AT_MM, hanging_mm=HANGS_MM, after=3.25),
    "Recommendation": Look("Recommendation", bold=True, hanging_mm=HANGS_MM, based_on="NumberedParagraph"),
    "SubRecommendation": Look(
        "Sub-recommendation",
        bold=True,
        start_mm=SUB_AT_MM,
        hanging_mm=HANGS_MM,
        after=3.25,
        based_on="SubParagraph",
    ),
    "MarginLabel": replace(_LABEL, name="Margin label", bold=True, before=6.5, after=0, keeps_next=True),
    "SecondLabel": replace(_LABEL, name="Second label", colour=GREY, after=1, keeps_next=True),
    "QuestionLabel": replace(_LABEL, name="Question label", colour=BLUE, before=13, after=0, keeps_next=True),
    "Masthead": Look("Masthead", after=0, start_mm=0),
    "MastheadName": Look("Masthead name", (20, 22, 20.5), (26, 32.5, 26), bold=True, start_mm=0, after=0),
    "Symbol": Look("Symbol", (12, 15.5, 12.5), (16.25, 19.5, 16.25), start_mm=0, after=0),
    "SymbolAtEnd": Look(
        "Symbol at the end", (12, 15.5, 12.5), (16.25, 19.5, 16.25), start_mm=0, after=0, align="end"
    ),
    "ReportTitle": Look(
        "Report title",
        (14, 18, 14.5),
        (19.5, 26, 19.5),
        bold=True,
        start_mm=WIDE_AT_MM,
        before=26,
        keeps_next=True,
    ),
    "ReportSubtitle": Look(
        "Report subtitle",
        (12, 15.5, 12.5),
        (16.25, 19.5, 16.25),
        bold=True,
        start_mm=WIDE_AT_MM,
        after=13,
        keeps_next=True,
    ),
    "SummaryHeading": Look(
        "Summary heading", bold=True, align="center", start_mm=WIDE_AT_MM, keeps_next=True, frame=True
    ),
    "Summary": Look("Summary", start_mm=WIDE_AT_MM, frame=True),
    "Participant": Look("Participant", (10, 12, 10.5), (13, 16.25, 16.25), after=0),
    "Explanation": replace(_LABEL, name="Explanation", colour=GREY, start_mm=0),
    "Fact": replace(_LABEL, name="Fact", start_mm=0, after=3),
    "TableHead": replace(
        _LABEL, name="Table head", bold=True, start_mm=0, before=3, after=3, keeps_next=True
    ),
    "TableText": Look("Table text", (9, 11.5, 9.5), (11.5, 15, 13), start_mm=0, before=3, after=3),
    "TableLabel": replace(_LABEL, name="Table label", start_mm=0, before=3, after=3),
    "TableStrong": replace(_LABEL, name="Table strong", bold=True, start_mm=0, before=3, after=3),
    "TableFigure": replace(
        _LABEL, name="Table figure", start_mm=0, before=3, after=3, align="right", figures=True
    ),
    "TableFigureHead": replace(
        _LABEL,
        name="Table figure head",
        bold=True,
        start_mm=0,
        before=3,
        after=3,
        align="right",
        keeps_next=True,
    ),
    "FootnoteText": Look("footnote text", (8.5, 10.5, 9), (9.75, 14.5, 13), after=0, hanging_mm=HANGS_MM),
    "Header": replace(_LABEL, name="header", start_mm=0, after=0),
    "FacingHeader": replace(_LABEL, name="Facing header", bold=True, start_mm=0, after=0),
    "FacingHeaderEnd": replace(
        _LABEL, name="Facing header at the end", bold=True, start_mm=0, after=0, align="end"
    ),
    "Footer": Look(
        "footer", (7.0, 8.0, 7.5), (9.75, 13.0, 13.0), faces=SANS, colour=GREY, start_mm=0, after=0
    ),
    "PageNumber": replace(
        _LABEL, name="page number line", bold=True, start_mm=0, after=0, align="end", figures=True
    ),
    "BetweenTables": Look("Between tables", (1, 1, 1), (1, 1, 1), after=0, start_mm=0),
    "Logo": Look("Logo", start_mm=0, exact=False),
    "Figure": Look("Figure", start_mm=0, exact=False, figures=True),
    "ContentsHeading": Look("TOC Heading", (12, 15.5, 12.5), (16.25, 19.5, 16.25), bold=True, before=13),
    "TOC1": Look("toc 1", after=3.25, page_at_end=True),
    "TOC2": Look("toc 2", start_mm=SUB_AT_MM, after=0, page_at_end=True),
}
