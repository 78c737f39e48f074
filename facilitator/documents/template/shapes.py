"""The shapes of an SVG: paths, boxes, circles and lines in plain colours; all else is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from PIL import ImageColor

from facilitator.documents.template.outlines import (
    Command,
    Matrix,
    NotAnOutline,
    moved,
    outline,
    times,
    turned,
)

_SVG = "{http://www.w3.org/2000/svg}"
_SILENT = frozenset({"title", "desc", "metadata", "defs"})
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_LENGTH = re.compile(r"\s*([\d.]+)\s*(?:px|pt|mm|cm|in)?\s*")
_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")
_INHERITED: Mapping[str, str] = {
    "fill": "#000000",
    "stroke": "none",
    "stroke-width": "1",
    "fill-rule": "nonzero",
}
_STILL: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST = 50


class NotShapes(Exception):
    """The SVG has something other than plain shapes, or is none."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A path in the picture's units, y downwards; no colour is an empty text."""

    path: Sequence[Command]
    fill: str
    stroke: str
    line: float
    even_odd: bool


def read_shapes(data: bytes) -> tuple[tuple[float, float], tuple[Shape, ...]]:
    """Return the size of a picture and its shapes; raises NotShapes."""
    try:
        root = ET.fromstring(data)  # noqa: S314 - a file of the secretariat's own; expat bounds entities
        left, top, width, height = _box(root)
        if root.tag != f"{_SVG}svg" or width <= 0 or height <= 0:
            raise NotShapes
        place: Matrix = (1.0, 0.0, 0.0, 1.0, -left, -top)
        shapes = tuple(_inside(root, _INHERITED, place, 0))
    except (ET.ParseError, ValueError, KeyError, IndexError, NotAnOutline) as error:
        raise NotShapes from error
    if not shapes:
        raise NotShapes
    return (width, height), shapes


def _box(root: ET.Element) -> tuple[float, float, float, float]:
    if "viewBox" in root.attrib:
        left, top, width, height = map(float, _NUMBER.findall(root.attrib["viewBox"]))
        return left, top, width, height
    sides = [_LENGTH.fullmatch(root.attrib[name]) for name in ("width", "height")]
    if None in sides:
        raise NotShapes
    width, height = (float(side.group(1)) for side in sides if side)
    return 0.0, 0.0, width, height


def _inside(above: ET.Element, looks: Mapping[str, str], place: Matrix, depth: int) -> Iterator[Shape]:
    if depth > _DEEPEST:
        raise NotShapes
    mine = _looks(above, looks)
    for kid in above:
        kind = str(kid.tag).removeprefix(_SVG)
        if kind in _SILENT or not str(kid.tag).startswith(_SVG):
            continue
        at = times(place, _moves(kid.get("transform", "")))
        if kind == "g":
            yield from _inside(kid, mine, at, depth + 1)
        else:
            yield _shape(kid, kind, _looks(kid, mine), at)


def _looks(element: ET.Element, above: Mapping[str, str]) -> Mapping[str, str]:
    """Return the colours of an element, from its attributes or its style, else from those above it."""
    own = dict(part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part)
    own = {name.strip(): value.strip() for name, value in own.items()}
    if "class" in element.attrib or "filter" in element.attrib or "clip-path" in element.attrib:
        raise NotShapes
    return {name: own.get(name, element.get(name, usual)) for name, usual in above.items()}


def _shape(element: ET.Element, kind: str, looks: Mapping[str, str], place: Matrix) -> Shape:
    line = float(_NUMBER.findall(looks["stroke-width"])[0]) * turned(place)
    return Shape(
        tuple(moved(outline(kind, element.attrib), place)),
        _colour(looks["fill"]),
        _colour(looks["stroke"]),
        line,
        looks["fill-rule"] == "evenodd",
    )


def _colour(name: str) -> str:
    """Return a colour as six digits; a gradient is no colour."""
    if name in ("none", "transparent"):
        return ""
    if name == "currentColor":
        return "#000000"
    red, green, blue = ImageColor.getrgb(name)[:3]
    return f"#{red:02X}{green:02X}{blue:02X}"


def _moves(text: str) -> Matrix:
    place = _STILL
    for name, given in _TRANSFORM.findall(text):
        numbers = [float(number) for number in _NUMBER.findall(given)]
        place = times(place, _move(name, numbers))
    return place


def _move(name: str, numbers: Sequence[float]) -> Matrix:
    first, *rest = numbers
    match name:
        case "translate":
            return 1.0, 0.0, 0.0, 1.0, first, rest[0] if rest else 0.0
        case "scale":
            return first, 0.0, 0.0, rest[0] if rest else first, 0.0, 0.0
        case "matrix" if len(numbers) == len(_STILL):
            return first, rest[0], rest[1], rest[2], rest[3], rest[4]
    raise NotShapes
