"""Charts of a text: drawn by the program that shows it, so that they can be edited, and told in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.documents.blocks import Bars
from facilitator.documents.colours import BLUE, INK
from facilitator.documents.office.docx.markup import Element, element
from facilitator.documents.office.safe_text import xml_safe
from facilitator.language.direction import bare

_EMU_OF_A_MM = 36_000
_CHART_MM, _ROW_MM, _AROUND_MM = 166, 9, 26
_PALE, _PERCENT = "#D6E2EA", 100


def drawing(bars: Bars, relation: str, number: int) -> Element:
    """Return the place of a chart in the text, with its words for who cannot see it."""
    height = len(bars.labels) * _ROW_MM + _AROUND_MM
    address = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    return element(
        "w:drawing",
        element(
            "wp:inline",
            element("wp:extent", cx=_CHART_MM * _EMU_OF_A_MM, cy=height * _EMU_OF_A_MM),
            element("wp:docPr", id=number, name=f"Chart {number}", descr=bare(xml_safe(bars.alt))),
            element("wp:cNvGraphicFramePr"),
            element("a:graphic", element("a:graphicData", element("c:chart", r_id=relation), uri=address)),
        ),
    )


def chart(bars: Bars, *, rtl: bool) -> Element:
    """Return a chart as its program draws it: bars from the side at which lines begin."""
    fills = (BLUE, _PALE, "")
    return element(
        "c:chartSpace",
        element("c:roundedCorners", val="0"),
        element(
            "c:chart",
            element("c:autoTitleDeleted", val="1"),
            element(
                "c:plotArea",
                element("c:layout"),
                element(
                    "c:barChart",
                    element("c:barDir", val="bar"),
                    element("c:grouping", val="clustered"),
                    element("c:varyColors", val="0"),
                    *(
                        _series(place, name, figures, bars.labels, fill)
                        for place, ((name, figures), fill) in enumerate(zip(bars.series, fills, strict=False))
                    ),
                    element("c:gapWidth", val="60"),
                    element("c:axId", val="1"),
                    element("c:axId", val="2"),
                ),
                _axis("c:catAx", 1, 2, place="r" if rtl else "l", turned=True, crosses="autoZero"),
                _axis("c:valAx", 2, 1, place="b", turned=rtl, crosses="max"),
            ),
            element("c:legend", element("c:legendPos", val="b"), element("c:overlay", val="0")),
            element("c:plotVisOnly", val="1"),
        ),
        element("c:spPr", element("a:noFill"), element("a:ln", element("a:noFill"))),
        _letters(),
    )


def _letters() -> Element:
    """Figures of an axis run from left to right, whichever way the text around the chart does."""
    plain = element("a:pPr", element("a:defRPr", sz="800"), rtl="0")
    return element("c:txPr", element("a:bodyPr"), element("a:p", plain))


def _series(place: int, name: str, figures: Sequence[float], labels: Sequence[str], fill: str) -> Element:
    colour = (
        element("a:solidFill", element("a:srgbClr", val=fill.lstrip("#"))) if fill else element("a:noFill")
    )
    line = element("a:ln", element("a:solidFill", element("a:srgbClr", val=INK.lstrip("#"))), w="9525")
    return element(
        "c:ser",
        element("c:idx", val=str(place)),
        element("c:order", val=str(place)),
        element("c:tx", element("c:v", text=bare(xml_safe(name)))),
        element("c:spPr", colour, None if fill else line),
        element("c:invertIfNegative", val="0"),
        element("c:cat", element("c:strLit", *_points(labels))),
        element(
            "c:val",
            element(
                "c:numLit",
                element("c:formatCode", text="0"),
                *_points([str(round(figure * _PERCENT, 1)) for figure in figures]),
            ),
        ),
    )


def _points(texts: Sequence[str]) -> Iterator[Element]:
    yield element("c:ptCount", val=str(len(texts)))
    for place, text in enumerate(texts):
        yield element("c:pt", element("c:v", text=bare(xml_safe(text))), idx=str(place))


def _axis(kind: str, own: int, other: int, *, place: str, turned: bool, crosses: str) -> Element:
    ink = element("a:ln", element("a:solidFill", element("a:srgbClr", val=INK.lstrip("#"))), w="9525")
    return element(
        kind,
        element("c:axId", val=str(own)),
        element("c:scaling", element("c:orientation", val="maxMin" if turned else "minMax")),
        element("c:delete", val="0"),
        element("c:axPos", val=place),
        element("c:numFmt", formatCode="0", sourceLinked="0"),
        element("c:majorTickMark", val="none"),
        element("c:minorTickMark", val="none"),
        element("c:tickLblPos", val="nextTo"),
        element("c:spPr", ink),
        _letters(),
        element("c:crossAx", val=str(other)),
        element("c:crosses", val=crosses),
    )
