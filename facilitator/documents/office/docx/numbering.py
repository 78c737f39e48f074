"""Numbers that count by themselves: headings, paragraphs through the document, and their parts."""

from __future__ import annotations

from facilitator.documents.office.docx.looks import HANGS_MM, NUMERAL_HANGS_MM, SUB_AT_MM, TEXT_AT_MM
from facilitator.documents.office.docx.markup import Element, element, twips, val
from facilitator.language.numerals import heading_numeral
from facilitator.language.speech import Language

HEADINGS, PARAGRAPHS, PARTS = 1, 2, 3
_FIRST_OWN = 10
_LEVELS = 3


class Numbering:
    """The lists of one document; each paragraph with parts starts a list of its own."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._own: list[Element] = []
        self._named: list[Element] = []

    def parts(self) -> int:
        """Return a new list of parts, counted from the first."""
        number = _FIRST_OWN + len(self._own)
        restart = element("w:lvlOverride", val("w:startOverride", 1), ilvl=0)
        self._own.append(element("w:num", val("w:abstractNumId", PARTS), restart, numId=number))
        return number

    def heading(self, level: int, number: int) -> int:
        """Return the list of a heading: Word cannot count أولاً and ألف, so each is its own."""
        if self._language.code != "ar" or level >= _LEVELS:
            return HEADINGS
        definition = _FIRST_OWN + len(self._named)
        text = heading_numeral("ar", level, number)
        self._named.append(
            element(
                "w:abstractNum",
                val("w:multiLevelType", "multilevel"),
                *(
                    self._level(n, "none", text if n == level - 1 else "", NUMERAL_HANGS_MM)
                    for n in range(level)
                ),
                abstractNumId=definition,
            )
        )
        number = _FIRST_OWN + len(self._own)
        self._own.append(element("w:num", val("w:abstractNumId", definition), numId=number))
        return number

    def root(self) -> Element:
        lists = (HEADINGS, PARAGRAPHS, PARTS)
        return element(
            "w:numbering",
            self._headings(),
            self._list(PARAGRAPHS, "decimal", "%1-" if self._language.code == "ar" else "%1.", TEXT_AT_MM),
            self._list(PARTS, *self._part(), SUB_AT_MM),
            *self._named,
            *(element("w:num", val("w:abstractNumId", each), numId=each) for each in lists),
            *self._own,
        )

    def _part(self) -> tuple[str, str]:
        if self._language.code == "ar":
            return "arabicAbjad", "(%1)"
        return "lowerLetter", "%1)" if self._language.code in ("fr", "es", "ru") else "(%1)"

    def _headings(self) -> Element:
        dash = "-" if self._language.code == "ar" else "."
        first = (
            ("chineseCountingThousand", "%1、")
            if self._language.code == "zh"
            else ("upperRoman", f"%1{dash}")
        )
        levels = (first, ("upperLetter", f"%2{dash}"), ("decimal", f"%3{dash}"))
        return element(
            "w:abstractNum",
            val("w:multiLevelType", "multilevel"),
            *(self._level(n, form, text, NUMERAL_HANGS_MM) for n, (form, text) in enumerate(levels)),
            abstractNumId=HEADINGS,
        )

    def _list(self, number: int, form: str, text: str, at_mm: float) -> Element:
        return element(
            "w:abstractNum",
            val("w:multiLevelType", "singleLevel"),
            self._level(0, form, text, HANGS_MM, at_mm),
            abstractNumId=number,
        )

    @staticmethod
    def _level(level: int, form: str, text: str, hangs_mm: float, at_mm: float = TEXT_AT_MM) -> Element:
        """A number that hangs only 3 mm ends there and grows towards the margin."""
        return element(
            "w:lvl",
            val("w:start", 1),
            val("w:numFmt", form),
            val("w:suff", "tab"),
            val("w:lvlText", text),
            val("w:lvlJc", "end" if hangs_mm == NUMERAL_HANGS_MM else "start"),
            element(
                "w:pPr",
                element("w:tabs", element("w:tab", val="num", pos=twips(at_mm))),
                element("w:ind", start=twips(at_mm), hanging=twips(hangs_mm)),
            ),
            ilvl=level,
        )
