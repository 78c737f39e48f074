"""Outlines of an SVG as moves, straight lines and curves with absolute places."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

Command = tuple[str, tuple[float, ...]]
"""M, L, C or Z with its places, each a distance to the right and one downwards."""
Matrix = tuple[float, float, float, float, float, float]

_SPACE_THEN = re.compile(r"[\s,]*(?:([MmZzLlHhVvCcSsQqTtAa])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?))")
_FLAGS = (3, 4)
"""Of the numbers of an arc, those that say yes or no."""
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_MEASURES = {
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
}
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_ROUND = 0.5522847498
"""Where the handles of a quarter of a circle stand, from its ends."""


class NotAnOutline(Exception):
    """The element is no shape, or its path cannot be read."""


def times(outer: Matrix, inner: Matrix) -> Matrix:
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def turned(matrix: Matrix) -> float:
    """Return by how much a matrix makes lines thicker."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


def moved(commands: Iterable[Command], matrix: Matrix) -> Iterator[Command]:
    """Yield the commands with their places moved."""
    a, b, c, d, e, f = matrix
    for command, places in commands:
        pairs = zip(places[::2], places[1::2], strict=True)
        yield command, tuple(value for x, y in pairs for value in (a * x + c * y + e, b * x + d * y + f))


def outline(kind: str, given: Mapping[str, str]) -> Iterator[Command]:
    """Return the outline of an element; raises NotAnOutline, and ValueError for what is no number."""
    if kind == "path":
        return iter(_Path(given.get("d", "")).commands)
    if kind in ("polygon", "polyline"):
        numbers = [float(number) for number in _NUMBER.findall(given.get("points", ""))]
        return _polygon(numbers, closed=kind == "polygon")
    if kind not in _MEASURES:
        raise NotAnOutline(kind)
    measures = [float(given.get(name, "0").removesuffix("px")) for name in _MEASURES[kind]]
    return _measured(kind, measures)


def _measured(kind: str, measures: Sequence[float]) -> Iterator[Command]:
    x, y, *rest = measures
    if kind == "circle":
        return _ellipse(x, y, rest[0], rest[0])
    if kind == "ellipse":
        return _ellipse(x, y, *rest)
    if kind == "line":
        return _polygon([x, y, *rest], closed=False)
    width, height, rx, ry = rest
    if rx or ry:
        return _rounded(x, y, width, height, rx or ry)
    return _polygon(_corners(x, y, width, height), closed=True)


def _corners(x: float, y: float, width: float, height: float) -> list[float]:
    return [x, y, x + width, y, x + width, y + height, x, y + height]


def _polygon(numbers: Sequence[float], *, closed: bool) -> Iterator[Command]:
    for place, pair in enumerate(zip(numbers[::2], numbers[1::2], strict=True)):
        yield "L" if place else "M", pair
    if closed:
        yield "Z", ()


def _ellipse(x: float, y: float, rx: float, ry: float) -> Iterator[Command]:
    yield "M", (x + rx, y)
    for right, down in ((0, 1), (-1, 0), (0, -1), (1, 0)):
        before = down, -right  # where this quarter begins
        yield "C", _quarter(x, y, rx, ry, before, (right, down))
    yield "Z", ()


def _quarter(
    x: float, y: float, rx: float, ry: float, begins: tuple[int, int], ends: tuple[int, int]
) -> tuple[float, ...]:
    (bx, by), (ex, ey) = begins, ends
    return (
        x + rx * (bx + _ROUND * ex),
        y + ry * (by + _ROUND * ey),
        x + rx * (ex + _ROUND * bx),
        y + ry * (ey + _ROUND * by),
        x + rx * ex,
        y + ry * ey,
    )


def _rounded(x: float, y: float, width: float, height: float, r: float) -> Iterator[Command]:
    r = min(r, width / 2, height / 2)
    right, bottom = x + width, y + height
    yield "M", (x + r, y)
    for corner, straight, begins, ends in (
        ((right - r, y + r), (right - r, y), (0, -1), (1, 0)),
        ((right - r, bottom - r), (right, bottom - r), (1, 0), (0, 1)),
        ((x + r, bottom - r), (x + r, bottom), (0, 1), (-1, 0)),
        ((x + r, y + r), (x, y + r), (-1, 0), (0, -1)),
    ):
        yield "L", straight
        yield "C", _quarter(*corner, r, r, begins, ends)
    yield "Z", ()


class _Path:
    """The commands of a path, read one after the other; raises NotAnOutline."""

    def __init__(self, text: str) -> None:
        self.commands: list[Command] = []
        self._at = self._begun = self._handle = (0.0, 0.0)
        self._last = ""
        for letter, numbers in _calls(text):
            self._take(letter, numbers)

    def _take(self, letter: str, numbers: Sequence[float]) -> None:
        kind = letter.upper()
        if not self.commands and kind != "M":
            raise NotAnOutline(letter)
        places = list(self._absolute(kind, numbers, relative=letter.islower()))
        match kind:
            case "M" | "L" | "H" | "V":
                self._straight("M" if kind == "M" else "L", (places[0], places[1]))
            case "C":
                self._curve(places)
            case "S":
                self._curve([*self._mirrored("CS"), *places])
            case "Q" | "T":
                middle = places[:2] if kind == "Q" else list(self._mirrored("QT"))
                self._arch((middle[0], middle[1]), (places[-2], places[-1]))
            case "A":
                self._arc(numbers, (places[-2], places[-1]))
            case _:
                self.commands.append(("Z", ()))
                self._at = self._begun
        self._last = kind

    def _absolute(self, kind: str, numbers: Sequence[float], *, relative: bool) -> Iterator[float]:
        x, y = self._at if relative else (0.0, 0.0)
        if kind == "H":
            yield from (numbers[0] + x, self._at[1])
        elif kind == "V":
            yield from (self._at[0], numbers[0] + y)
        else:
            for place, number in enumerate(numbers[5:] if kind == "A" else numbers):
                yield number + (y if place % 2 else x)

    def _straight(self, command: str, to: tuple[float, float]) -> None:
        self.commands.append((command, to))
        self._at = to
        if command == "M":
            self._begun = to

    def _curve(self, places: Sequence[float]) -> None:
        self.commands.append(("C", tuple(places)))
        self._handle, self._at = (places[2], places[3]), (places[4], places[5])

    def _mirrored(self, after: str) -> tuple[float, float]:
        """The handle of the curve before, on the other side."""
        if self._last not in after:
            return self._at
        return 2 * self._at[0] - self._handle[0], 2 * self._at[1] - self._handle[1]

    def _arch(self, middle: tuple[float, float], to: tuple[float, float]) -> None:
        (mx, my), (x, y), (ex, ey) = middle, self._at, to
        self._curve(
            [x + (mx - x) * 2 / 3, y + (my - y) * 2 / 3, ex + (mx - ex) * 2 / 3, ey + (my - ey) * 2 / 3, *to]
        )
        self._handle = middle

    def _arc(self, numbers: Sequence[float], to: tuple[float, float]) -> None:
        rx, ry, tilt, large, swept = abs(numbers[0]), abs(numbers[1]), *numbers[2:5]
        if not rx or not ry or to == self._at:
            self._straight("L", to)
            return
        for places in arc(self._at, to, (rx, ry), math.radians(tilt), large=bool(large), swept=bool(swept)):
            self._curve(places)


def arc(
    begins: tuple[float, float],
    ends: tuple[float, float],
    radii: tuple[float, float],
    tilt: float,
    *,
    large: bool,
    swept: bool,
) -> Iterator[list[float]]:
    """Yield the curves of an arc of an ellipse between two places, a quarter at most each.

    Its centre is found as the standard tells: in the ellipse's own direction, radii grown where too short.
    """
    (rx, ry), cos, sin = radii, math.cos(tilt), math.sin(tilt)
    half_x, half_y = (begins[0] - ends[0]) / 2, (begins[1] - ends[1]) / 2
    x, y = cos * half_x + sin * half_y, cos * half_y - sin * half_x
    grown = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grown, ry * grown
    off = (rx * y) ** 2 + (ry * x) ** 2
    far = math.sqrt(max(0.0, (rx * ry) ** 2 / off - 1)) * (-1 if large == swept else 1)
    cx, cy = far * rx * y / ry, -far * ry * x / rx
    first, last = math.atan2((y - cy) / ry, (x - cx) / rx), math.atan2((-y - cy) / ry, (-x - cx) / rx)
    turn = (last - first) % math.tau if swept else -((first - last) % math.tau)
    steps = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    middle = (begins[0] + ends[0]) / 2 + cos * cx - sin * cy, (begins[1] + ends[1]) / 2 + sin * cx + cos * cy
    reach = 4 / 3 * math.tan(turn / steps / 4)
    for step in range(steps):
        a, b = first + turn * step / steps, first + turn * (step + 1) / steps
        own = (
            (math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
            (math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
            (math.cos(b), math.sin(b)),
        )
        yield [
            value
            for u, v in own
            for value in (middle[0] + cos * rx * u - sin * ry * v, middle[1] + sin * rx * u + cos * ry * v)
        ]


def _calls(text: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; one that is not named again is the one before."""
    letter, numbers = "", list[float]()
    for named, number in _tokens(text):
        if named:
            if numbers:
                raise NotAnOutline(text)
            letter = named
            if letter in "Zz":
                yield letter, []
            continue
        if letter in ("", "Z", "z"):
            raise NotAnOutline(text)
        numbers.append(float(number))
        if len(numbers) == _TAKES[letter.upper()]:
            yield letter, numbers
            letter, numbers = {"M": "L", "m": "l"}.get(letter, letter), []
    if numbers:
        raise NotAnOutline(text)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield letters and numbers; a yes or no in an arc is one digit, the next number may follow at once."""
    in_arc, count, at = False, 0, 0
    while match := _SPACE_THEN.match(text, at):
        at = match.end()
        named, number = match.group(1) or "", match.group(2) or ""
        if named:
            in_arc, count = named in "Aa", 0
        elif in_arc and count % _TAKES["A"] in _FLAGS:
            at, number = match.start(2) + 1, number[0]
        count += bool(number)
        yield named, number
    if text[at:].strip(" ,\t\r\n"):
        raise NotAnOutline(text)
