"""The styles of a text: one for each role, in the sizes of the printed page, with fonts a desktop has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.documents.blocks import Role
from facilitator.documents.colours import BLUE, GREY, INK
from facilitator.documents.office.docx.markup import Element, element, half_points, points, twips, val
from facilitator.language.speech import Language

FALLBACKS = {
    "Source Serif 4": "Times New Roman",
    "Amiri": "Traditional Arabic",
    "IBM Plex Sans": "Arial",
    "IBM Plex Sans Arabic": "Arial",
    "Noto Serif SC": "SimSun",
    "Noto Sans SC": "SimHei",
}
_SERIF, _SANS = (
    ("Source Serif 4", "Amiri", "Noto Serif SC"),
    ("IBM Plex Sans", "IBM Plex Sans Arabic", "Noto Sans SC"),
)
_LANGUAGES = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh": "zh-CN"}
_SMALLER = 0.88
"""The size of Latin letters beside the Arabic serif, whose letters are small for their size."""
TEXT_AT_MM, SUB_AT_MM, WIDE_AT_MM = 50.0, 60.0, 40.0
HANGS_MM, NUMERAL_HANGS_MM = 10.0, 3.0


@dataclass(frozen=True, slots=True)
class _Look:
    """Sizes are Latin, Arabic, Chinese; each has its leading. Indents in millimetres, spaces in points."""

    name: str
    sizes: tuple[float, float, float] = (10, 13, 10.5)
    leadings: tuple[float, float, float] = (13, 19.5, 16.25)
    faces: tuple[str, str, str] = _SERIF
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
    figures: bool = False
    """Figures run from left to right in every language."""


_LABEL = _Look("", (8.0, 9.0, 8.5), (9.75, 13.0, 13.0), faces=_SANS)
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
}
_LOOKS: dict[str, _Look] = {
    "Title": _Look("Title", (20, 22, 20.5), (26, 32.5, 26), bold=True, start_mm=0, after=13, keeps_next=True),
    "Subtitle": _Look("Subtitle", (14, 18, 14.5), (19.5, 26, 19.5), bold=True, start_mm=0, keeps_next=True),
    "Heading1": _Look(
        "heading 1",
        (14, 18, 14.5),
        (19.5, 26, 19.5),
        bold=True,
        before=13,
        outline=0,
    ),
    "Heading2": _Look(
        "heading 2",
        (12, 15.5, 12.5),
        (16.25, 19.5, 16.25),
        bold=True,
        before=13,
        outline=1,
    ),
    "Heading3": _Look("heading 3", bold=True, before=6.5, outline=2),
    "BodyText": _Look("Body Text"),
    "NumberedParagraph": _Look("Numbered paragraph", hanging_mm=HANGS_MM),
    "SubParagraph": _Look("Sub-paragraph", start_mm=SUB_AT_MM, hanging_mm=HANGS_MM, after=3.25),
    "Recommendation": _Look("Recommendation", bold=True, hanging_mm=HANGS_MM, based_on="NumberedParagraph"),
    "SubRecommendation": _Look(
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
    "Masthead": _Look("Masthead", after=0, start_mm=0),
    "Symbol": _Look("Symbol", (14, 18, 14.5), (19.5, 26, 19.5), bold=True, start_mm=0, after=0),
    "SummaryHeading": _Look(
        "Summary heading", bold=True, align="center", start_mm=WIDE_AT_MM, keeps_next=True, frame=True
    ),
    "Summary": _Look("Summary", start_mm=WIDE_AT_MM, frame=True),
    "Participant": _Look("Participant", (10, 12, 10.5), (13, 16.25, 16.25), after=0),
    "Explanation": replace(_LABEL, name="Explanation", colour=GREY, start_mm=0),
    "Fact": replace(_LABEL, name="Fact", start_mm=0, after=3),
    "TableHead": replace(
        _LABEL, name="Table head", bold=True, start_mm=0, before=3, after=3, keeps_next=True
    ),
    "TableText": _Look("Table text", (9, 11.5, 9.5), (11.5, 15, 13), start_mm=0, before=3, after=3),
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
    "FootnoteText": _Look("footnote text", (8.5, 10.5, 9), (9.75, 14.5, 13), after=0, hanging_mm=HANGS_MM),
    "Header": replace(_LABEL, name="header", start_mm=0, after=0),
    "Footer": _Look(
        "footer", (7.0, 8.0, 7.5), (9.75, 13.0, 13.0), faces=_SANS, colour=GREY, start_mm=0, after=0
    ),
    "PageNumber": replace(
        _LABEL, name="page number line", bold=True, start_mm=0, after=0, align="end", figures=True
    ),
    "Figure": _Look("Figure", start_mm=0, exact=False, figures=True),
    "ContentsHeading": _Look("TOC Heading", (12, 15.5, 12.5), (16.25, 19.5, 16.25), bold=True, before=13),
    "TOC1": _Look("toc 1", after=3.25),
    "TOC2": _Look("toc 2", start_mm=SUB_AT_MM, after=0),
}


class Styles:
    """The styles of one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.rtl = language.rtl

    def root(self) -> Element:
        return element(
            "w:styles",
            element("w:docDefaults", element("w:rPrDefault", self._defaults())),
            element(
                "w:style",
                val("w:name", "Normal"),
                element("w:qFormat"),
                element("w:pPr", self._bidi()),
                type="paragraph",
                styleId="Normal",
                w_default=1,
            ),
            *(self._style(id_, look) for id_, look in _LOOKS.items()),
            self._reference(),
            *self._tables(),
        )

    def _defaults(self) -> Element:
        code = _LANGUAGES[self._language.code]
        latin = "en-GB" if self._language.code in ("ar", "zh") else code
        return element(
            "w:rPr",
            _fonts(_SERIF),
            val("w:sz", 20),
            val("w:szCs", 26),
            element("w:lang", val=latin, eastAsia="zh-CN", bidi=_LANGUAGES["ar"]),
        )

    def _bidi(self) -> Element | None:
        return element("w:bidi") if self.rtl else None

    def _style(self, id_: str, look: _Look) -> Element:
        return element(
            "w:style",
            val("w:name", look.name),
            val("w:basedOn", look.based_on),
            element("w:qFormat"),
            self._paragraph(look),
            self._characters(look),
            type="paragraph",
            styleId=id_,
        )

    def _paragraph(self, look: _Look) -> Element:
        leading = look.leadings[self._script]
        indent = {"start": str(twips(look.start_mm)), "hanging": str(twips(look.hanging_mm))}
        return element(
            "w:pPr",
            element("w:keepNext") if look.keeps_next or look.outline is not None else None,
            element("w:widowControl"),
            _frame() if look.frame else None,
            val("w:bidi", 0) if look.figures and self.rtl else self._bidi(),
            element(
                "w:spacing",
                before=points(look.before),
                after=points(look.after),
                line=points(leading),
                lineRule="exact" if look.exact else "atLeast",
            ),
            element(
                "w:ind", **{name: value for name, value in indent.items() if value != "0" or name == "start"}
            ),
            val("w:jc", "start" if look.align == "end" and self.rtl else look.align),
            None if look.outline is None else val("w:outlineLvl", look.outline),
        )

    @property
    def _script(self) -> int:
        return {"ar": 1, "zh": 2}.get(self._language.code, 0)

    def _characters(self, look: _Look) -> Element:
        size = look.sizes[self._script]
        serif = look.faces is _SERIF
        latin = size * _SMALLER if self.rtl and serif else size
        arabic = size if self.rtl or not serif else size * 1.15
        return element(
            "w:rPr",
            _fonts(look.faces),
            *([element("w:b"), element("w:bCs")] if look.bold else []),
            val("w:color", look.colour.lstrip("#")),
            val("w:sz", half_points(latin)),
            val("w:szCs", half_points(arabic)),
        )

    @staticmethod
    def _reference() -> Element:
        return element(
            "w:style",
            val("w:name", "footnote reference"),
            element("w:rPr", val("w:vertAlign", "superscript")),
            type="character",
            styleId="FootnoteReference",
        )

    @staticmethod
    def _tables() -> Iterator[Element]:
        """Yield the looks of tables: ruled, of labels without a rule, and the masthead's with one."""
        head = element("w:tcPr", element("w:tcBorders", _rule("bottom", 4)))
        first = element("w:tblStylePr", head, type="firstRow")
        yield _table("RuledTable", "Ruled table", _rule("top", 8), _rule("bottom", 8), _hair(), first=first)
        yield _table("PlainTable", "Plain table")
        yield _table("MastheadTable", "Masthead table", _rule("bottom", 4))


def _table(id_: str, name: str, *borders: Element, first: Element | None = None) -> Element:
    return element(
        "w:style",
        val("w:name", name),
        element(
            "w:tblPr",
            element("w:tblBorders", *borders) if borders else None,
            element(
                "w:tblCellMar",
                element("w:start", w=0, type="dxa"),
                element("w:end", w=twips(3), type="dxa"),
            ),
        ),
        first,
        type="table",
        styleId=id_,
    )


def _rule(side: str, eighths: int) -> Element:
    return element(f"w:{side}", val="single", sz=eighths, space=0, color=INK.lstrip("#"))


def _hair() -> Element:
    return element("w:insideH", val="single", sz=3, space=0, color="C4C4C4")


def _fonts(faces: tuple[str, str, str]) -> Element:
    latin, arabic, chinese = faces
    return element("w:rFonts", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=arabic)


def _frame() -> Element:
    edge = {"val": "single", "sz": "4", "space": "8", "color": INK.lstrip("#")}
    sides = ("top", "left", "bottom", "right")
    return element("w:pBdr", *(element(f"w:{side}", **edge) for side in sides))


def font_table() -> Element:
    """Return what to take where a font is not there: the file must be right on any desk."""
    return element(
        "w:fonts",
        *(element("w:font", val("w:altName", other), name=name) for name, other in FALLBACKS.items()),
    )
