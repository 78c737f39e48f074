"""The file of a text: its parts, and how they refer to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from facilitator.documents.blocks import Document, Run
from facilitator.documents.office.docx.body import Body
from facilitator.documents.office.docx.chart import chart
from facilitator.documents.office.docx.logo import LOGO
from facilitator.documents.office.docx.markup import Element, as_bytes, element, val
from facilitator.documents.office.docx.runs import STAR, field_of, plain_run
from facilitator.documents.office.docx.styles import Styles, font_table
from facilitator.documents.office.safe_text import xml_safe
from facilitator.documents.office.whole_zip import write_parts
from facilitator.documents.printing import pages_of_headings
from facilitator.documents.progress import Progress, unheeded
from facilitator.documents.template import STANDARD, Template
from facilitator.language.direction import bare
from facilitator.language.speech import Language

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_PARTS = {
    "styles": "rIdStyles",
    "numbering": "rIdNumbering",
    "footnotes": "rIdFootnotes",
    "settings": "rIdSettings",
    "fontTable": "rIdFonts",
}


def write_docx(
    document: Document,
    language: Language,
    target: Path,
    *,
    moment: int,
    template: Template = STANDARD,
    progress: Progress = unheeded,
) -> None:
    """The text is written; the same content at the same moment gives the same bytes.

    `moment` is in UTC milliseconds; `progress` is told of the pages that its contents name.
    Raises OSError if the target cannot be written.
    """
    pages = partial(pages_of_headings, document, language, template, progress)
    write_parts(target, _Package(document, language, moment, template, pages).parts(), moment)


class _Package:
    def __init__(
        self,
        document: Document,
        language: Language,
        moment: int,
        template: Template,
        pages: Callable[[], Sequence[int | None]],
    ) -> None:
        self._document = document
        self._language = language
        self._moment = moment
        self._template = template
        self._body = Body(document, language, template, pages)

    def parts(self) -> Iterator[tuple[str, bytes]]:
        facing = self._document.facing
        text = self._body.root()  # its notes, lists and charts are known once it is made
        word: Mapping[str, Element] = {
            "document": text,
            "styles": Styles(self._language, self._template, self._body.abroad).root(),
            "numbering": self._body.numbering.root(),
            "footnotes": self._footnotes(),
            "settings": self._settings(),
            "fontTable": font_table(self._template),
            "header1": self._header(self._document.head, "FacingHeaderEnd" if facing else "Header"),
            "header2": self._header("", "Header"),
            **({"header3": self._header(self._document.head, "FacingHeader")} if facing else {}),
            "footer1": self._footer(),
        }
        yield "[Content_Types].xml", self._types(word)
        yield "_rels/.rels", _relations({"rIdText": ("officeDocument", "word/document.xml")}, core=True)
        yield "docProps/core.xml", self._about()
        for name, root in word.items():
            yield f"word/{name}.xml", as_bytes(root)
        yield "word/_rels/document.xml.rels", _relations(self._targets())
        for number, bars in enumerate(self._body.charts, 1):
            yield f"word/charts/chart{number}.xml", as_bytes(chart(bars, rtl=self._language.rtl))
        if (logo := self._template.logo) is not None:
            yield "word/media/logo.png", logo.picture.painted(logo.width)

    def _targets(self) -> dict[str, tuple[str, str]]:
        charts = {
            f"rIdChart{number}": ("chart", f"charts/chart{number}.xml")
            for number in range(1, len(self._body.charts) + 1)
        }
        return {
            **{id_: (name, f"{name}.xml") for name, id_ in _PARTS.items()},
            "rIdHeader": ("header", "header1.xml"),
            "rIdFirst": ("header", "header2.xml"),
            "rIdFooter": ("footer", "footer1.xml"),
            **({"rIdEven": ("header", "header3.xml")} if self._document.facing else {}),
            **({LOGO: ("image", "media/logo.png")} if self._template.logo else {}),
            **charts,
        }

    def _types(self, word: Mapping[str, Element]) -> bytes:
        overrides = {f"/word/{name}.xml": f"{_WORD}.{_kind(name)}+xml" for name in word}
        overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
        overrides |= {f"/word/charts/chart{n}.xml": _CHART for n in range(1, len(self._body.charts) + 1)}
        defaults = (
            f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
        )
        listed = "".join(
            f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
        )
        return _document(f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{listed}</Types>')

    def _about(self) -> bytes:
        made = f"{datetime.fromtimestamp(self._moment / 1000, UTC):%Y-%m-%dT%H:%M:%SZ}"
        return as_bytes(
            element(
                "cp:coreProperties",
                element("dc:title", text=_plain(self._document.title)),
                element("dc:subject", text=_plain(self._document.subject)),
                element("dc:creator", text=_plain(self._document.author)),
                element("dc:language", text=self._language.code),
                element("dcterms:created", text=made, xsi_type="dcterms:W3CDTF"),
                element("dcterms:modified", text=made, xsi_type="dcterms:W3CDTF"),
            )
        )

    def _footnotes(self) -> Element:
        rtl = self._language.rtl
        lines = (("separator", -1), ("continuationSeparator", 0))
        return element(
            "w:footnotes",
            *(
                element("w:footnote", element("w:p", element("w:r", element(f"w:{kind}"))), type=kind, id=id_)
                for kind, id_ in lines
            ),
            *(
                element("w:footnote", self._footnote(run, rtl=rtl), id=number)
                for number, run in enumerate(self._body.notes.noted, 1)
            ),
        )

    def _footnote(self, run: Run, *, rtl: bool) -> Element:
        style = element("w:rPr", val("w:rStyle", "FootnoteReference"), element("w:rtl") if rtl else None)
        sign = element("w:t", text=STAR) if run.starred else element("w:footnoteRef")
        mark = element("w:r", style, sign)
        return self._paragraph(
            "FootnoteText", mark, element("w:r", element("w:tab")), *plain_run(run.note, rtl=rtl)
        )

    def _paragraph(self, style: str, *kids: Element) -> Element:
        bidi = element("w:bidi") if self._language.rtl and style != "PageNumber" else None
        return element("w:p", element("w:pPr", val("w:pStyle", style), bidi), *kids)

    def _settings(self) -> Element:
        separators = (element("w:footnote", id=id_) for id_ in (-1, 0))
        return element(
            "w:settings",
            element("w:evenAndOddHeaders") if self._document.facing else None,
            element("w:footnotePr", *separators),
            element(
                "w:compat",
                element(
                    "w:compatSetting",
                    name="compatibilityMode",
                    uri="http://schemas.microsoft.com/office/word",
                    val=15,
                ),
            ),
        )

    def _header(self, head: str, style: str) -> Element:
        return element("w:hdr", self._paragraph(style, *plain_run(head, rtl=self._language.rtl)))

    def _footer(self) -> Element:
        rtl = self._language.rtl
        pages = [*field_of("PAGE"), element("w:r", element("w:t", text="/")), *field_of("NUMPAGES")]
        return element(
            "w:ftr",
            self._paragraph("Footer", *plain_run(self._document.foot, rtl=rtl)),
            self._paragraph("PageNumber", *pages),
        )


def _kind(name: str) -> str:
    return "document.main" if name == "document" else name.rstrip("123")


def _relations(targets: Mapping[str, tuple[str, str]], *, core: bool = False) -> bytes:
    listed = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for id_, (kind, target) in targets.items()
    )
    if core:
        kind = f"{_PACKAGE}/relationships/metadata/core-properties"
        listed += f'<Relationship Id="rIdAbout" Type="{kind}" Target="docProps/core.xml"/>'
    return _document(f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>')


def _document(text: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()


def _plain(text: str) -> str:
    return bare(xml_safe(text))
