"""The markup of a text: elements by short names, measures, and bytes that do not change."""

from __future__ import annotations

from xml.etree import ElementTree as ET

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
for _prefix, _address in _SPACES.items():
    if _prefix != "xml":
        ET.register_namespace(_prefix, _address)

Element = ET.Element
Value = str | int
_TWIPS_OF_A_MM = 1440 / 25.4


def element(name: str, /, *kids: Element | None, text: str = "", **attributes: Value) -> Element:
    """Return an element, `w:p` for instance; an attribute without a prefix of its own has the element's.

    Attributes are written with an underscore for the colon: `w_val`, `xml_space`. A kid that is None is left
    out.
    """
    prefix = name.partition(":")[0]
    made = Element(
        qualified(name), {_attribute(key, prefix): str(value) for key, value in attributes.items()}
    )
    made.extend(kid for kid in kids if kid is not None)
    if text:
        made.text = text
    return made


def qualified(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def _attribute(key: str, prefix: str) -> str:
    """Drawings have attributes without a prefix, texts have none without."""
    before, _, local = key.partition("_")
    if local and before in _SPACES:
        return qualified(f"{before}:{local}")
    return qualified(f"{prefix}:{key}") if prefix == "w" else key


def switch(name: str, *, on: bool = True) -> Element | None:
    """Return a property that is there or not, `w:b` for instance."""
    return element(name) if on else None


def val(name: str, value: Value) -> Element:
    return element(name, val=value)


def twips(mm: float) -> int:
    return round(mm * _TWIPS_OF_A_MM)


def points(pt: float) -> int:
    """Return twentieths of a point."""
    return round(pt * 20)


def half_points(pt: float) -> int:
    return round(pt * 2)


def as_bytes(root: Element) -> bytes:
    text: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text
