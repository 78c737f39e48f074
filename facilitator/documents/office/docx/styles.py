"""The styles of a text: one for each role, in each script."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reportlab.lib.units import mm

from facilitator.documents.colours import INK
from facilitator.documents.office.docx.abroad import number_look, number_style, text_look, text_style
from facilitator.documents.office.docx.looks import FALLBACKS, LOOKS, SANS, SERIF, Look
from facilitator.documents.office.docx.markup import Element, element, half_points, points, twips, val
from facilitator.documents.office.docx.table_styles import table_styles
from facilitator.documents.template import Template
from facilitator.documents.template.template import SCRIPTS
from facilitator.language.speech import Language, language_for

_LANGUAGES = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh": "zh-CN"}
_SMALLER = 0.88
"""The size of Latin letters beside the Arabic serif, whose letters are small for their size."""


class Styles:
    """The styles of one language."""

    def __init__(self, language: Language, template: Template, abroad: Collection[str] = ()) -> None:
        """`abroad` are those in which texts of the other direction stand, too."""
        self._abroad = sorted(abroad)
        self._language = language
        self._template = template
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
            *(self._style(id_, look) for id_, look in LOOKS.items()),
            *self._of_other_direction(),
            self._reference(),
            *table_styles(),
        )

    def _of_other_direction(self) -> Iterator[Element]:
        other = Styles(language_for("en" if self.rtl else "ar"), self._template)
        for style in self._abroad:
            yield other._style(text_style(style), text_look(style))
            if LOOKS[style].hanging_mm:
                yield self._style(number_style(style), number_look(style, script=other._script))

    def _defaults(self) -> Element:
        code = _LANGUAGES[self._language.code]
        latin = "en-GB" if self._language.code in ("ar", "zh") else code
        return element(
            "w:rPr",
            self._fonts(SERIF),
            val("w:sz", 20),
            val("w:szCs", 26),
            element("w:lang", val=latin, eastAsia="zh-CN", bidi=_LANGUAGES["ar"]),
        )

    def _aligned(self, look: Look) -> str:
        """Return a style's side: a side has its name from the direction in which the paragraph runs."""
        if self.rtl and look.figures:
            return "start" if look.align == "end" else look.align
        return "start" if self.rtl and look.align == "right" else look.align

    def _bidi(self) -> Element | None:
        return element("w:bidi") if self.rtl else None

    def _style(self, id_: str, look: Look) -> Element:
        return element(
            "w:style",
            val("w:name", look.name),
            val("w:basedOn", look.based_on) if look.based_on else None,
            element("w:qFormat"),
            self._paragraph(look),
            self._characters(look),
            type="paragraph",
            styleId=id_,
        )

    def _paragraph(self, look: Look) -> Element:
        leading = look.leadings[self._script] * self._template.scale
        indent = {
            "start": str(twips(look.start_mm)),
            "end": str(twips(look.end_mm)),
            "hanging": str(twips(look.hanging_mm)),
        }
        return element(
            "w:pPr",
            element("w:keepNext") if look.keeps_next or look.outline is not None else None,
            element("w:widowControl"),
            _frame() if look.frame else None,
            self._page_stop() if look.page_at_end else None,
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
            val("w:jc", self._aligned(look)),
            None if look.outline is None else val("w:outlineLvl", look.outline),
        )

    def _page_stop(self) -> Element:
        paper = self._template.paper(landscape=False)
        return element("w:tabs", element("w:tab", val="end", pos=twips(paper.type_width / mm)))

    @property
    def _script(self) -> int:
        return {"ar": 1, "zh": 2}.get(self._language.code, 0)

    def _characters(self, look: Look) -> Element:
        size = look.sizes[self._script] * self._template.scale
        serif = look.faces is SERIF
        latin = size * _SMALLER if self.rtl and serif else size
        arabic = size if self.rtl or not serif else size * 1.15
        return element(
            "w:rPr",
            self._fonts(look.faces),
            *([element("w:b"), element("w:bCs")] if look.bold else []),
            val("w:color", look.colour.lstrip("#")),
            val("w:sz", half_points(latin)),
            val("w:szCs", half_points(arabic)),
        )

    def _fonts(self, usual: tuple[str, str, str]) -> Element:
        latin, arabic, chinese = families(usual, self._template)
        return element("w:rFonts", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=arabic)

    @staticmethod
    def _reference() -> Element:
        return element(
            "w:style",
            val("w:name", "footnote reference"),
            element("w:rPr", val("w:vertAlign", "superscript")),
            type="character",
            styleId="FootnoteReference",
        )


def _frame() -> Element:
    edge = {"val": "single", "sz": "4", "space": "8", "color": INK.lstrip("#")}
    sides = ("top", "left", "bottom", "right")
    return element("w:pBdr", *(element(f"w:{side}", **edge) for side in sides))


def families(usual: tuple[str, str, str], template: Template) -> tuple[str, ...]:
    """Return how fonts are called: by the template's own names where it has any."""
    family = "serif" if usual is SERIF else "sans"
    own = (template.faces.get((script, family)) for script in SCRIPTS)
    return tuple(name if face is None else face.font.family for name, face in zip(usual, own, strict=True))


def font_table(template: Template) -> Element:
    """Return what to take where a font is not there: the file must be right on any desk."""
    others = {
        name: FALLBACKS[shipped]
        for usual in (SERIF, SANS)
        for name, shipped in zip(families(usual, template), usual, strict=True)
    }
    return element(
        "w:fonts", *(element("w:font", val("w:altName", other), name=name) for name, other in others.items())
    )
