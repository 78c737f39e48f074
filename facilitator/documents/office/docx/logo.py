"""The logo of a template at the head of a text."""

from __future__ import annotations

from typing import Any

from facilitator.documents.office.docx.markup import Element, element
from facilitator.documents.office.safe_text import xml_safe
from facilitator.documents.template.template import Logo

LOGO = "rIdLogo"
_EMU_OF_A_POINT = 12_700
_NUMBER = 1_000
"""Charts are numbered from 1."""


def logo_drawing(logo: Logo) -> Element:
    """Return the place of the logo, with its words for who cannot see it."""
    size: dict[str, Any] = {
        "cx": round(logo.width * _EMU_OF_A_POINT),
        "cy": round(logo.height * _EMU_OF_A_POINT),
    }
    about: dict[str, Any] = {"id": _NUMBER, "name": "Logo", "descr": xml_safe(logo.says)}
    picture = element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", **about), element("pic:cNvPicPr")),
        element(
            "pic:blipFill",
            element("a:blip", r_embed=LOGO),
            element("a:stretch", element("a:fillRect")),
        ),
        element(
            "pic:spPr",
            element("a:xfrm", element("a:off", x=0, y=0), element("a:ext", **size)),
            element("a:prstGeom", element("a:avLst"), prst="rect"),
        ),
    )
    address = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return element(
        "w:drawing",
        element(
            "wp:inline",
            element("wp:extent", **size),
            element("wp:docPr", **about),
            element("wp:cNvGraphicFramePr"),
            element("a:graphic", element("a:graphicData", picture, uri=address)),
        ),
    )
