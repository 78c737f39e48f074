"""Text as runs: each in one direction, so that a program without isolates keeps their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.documents.blocks import Run, Sign, Words
from facilitator.documents.office.docx.markup import Element, element, val
from facilitator.documents.office.safe_text import xml_safe
from facilitator.documents.setting import shielded
from facilitator.language.direction import first_strong_rtl, is_isolate

_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"
_PARTS = re.compile(f"[{_OPENING}{_CLOSING}]")
_CONTROLS = re.compile("[\u202a-\u202e]")
_BREAKS = re.compile(r"(\n|\t)")
STAR = "*"
_SIGNS = {Sign.DISC: "●", Sign.RING_AND_DOT: "◉", Sign.RING: "○", Sign.DASH: "–", Sign.BELOW: "▼"}
_LRM, _RLM = "\u200e", "\u200f"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that runs one way, whatever its paragraph does."""

    text: str
    rtl: bool


def stretches(text: str, *, rtl: bool) -> tuple[Stretch, ...]:
    """Return a text cut where its direction changes; a stretch against the line is held by marks.

    Word processors know no isolates: the marks at its ends keep a range, a sign or a symbol in its order.
    """
    found: list[Stretch] = []
    for part, part_rtl in _cut(shielded(_CONTROLS.sub("", text), rtl=rtl), rtl=rtl):
        held = part if part_rtl is rtl else _held(part, rtl=part_rtl)
        if found and found[-1].rtl is part_rtl:
            found[-1] = Stretch(found[-1].text + held, part_rtl)
        elif held:
            found.append(Stretch(held, part_rtl))
    return tuple(_parting(stretch, found[place:]) for place, stretch in enumerate(found))


def _parting(stretch: Stretch, from_here: Sequence[Stretch]) -> Stretch:
    """Return what stands between two symbols with a mark, or they would run as one line."""
    lone = not any(letter.isalpha() for letter in stretch.text)
    if not lone or len(from_here) == 1 or _LRM in stretch.text or _RLM in stretch.text:
        return stretch
    return Stretch(f"{_RLM if stretch.rtl else _LRM}{stretch.text}", stretch.rtl)


def _cut(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the text between isolates with the direction that the innermost of them gives it."""
    directions = [rtl]
    place = 0
    for match in [*_PARTS.finditer(text), None]:
        end = len(text) if match is None else match.start()
        if end > place:
            yield text[place:end], directions[-1]
        if match is None:
            return
        place = match.end()
        sign = match.group()
        if sign == _CLOSING:
            directions = directions[:-1] or [rtl]
        elif sign == _OPENING[2]:
            rest = text[place:]
            directions.append(first_strong_rtl(rest[: _closes(rest)], otherwise=directions[-1]))
        else:
            directions.append(sign == _OPENING[1])


def _closes(text: str) -> int:
    """Return where the isolate that has just opened ends."""
    depth = 1
    for match in _PARTS.finditer(text):
        depth += -1 if match.group() == _CLOSING else 1
        if depth == 0:
            return match.start()
    return len(text)


def _held(part: str, *, rtl: bool) -> str:
    """Return a stretch between marks of its direction, where its ends are not letters of it already."""
    mark = _RLM if rtl else _LRM
    before = "" if part[:1].isalpha() else mark
    after = "" if part[-1:].isalpha() else mark
    return f"{before}{part}{after}"


def runs_rtl(words: Words, *, rtl: bool) -> bool:
    """Return whether a paragraph runs from right to left: one of a single text runs as that text does.

    So a text without a translation stands in its own direction.
    """
    text = "".join(run.text for run in words)
    own = text.startswith(_OPENING[2]) and is_isolate(text)
    return first_strong_rtl(text[1:-1], otherwise=rtl) if own else rtl


class Notes:
    """The footnotes of a document in their order: a run for each that has a note."""

    def __init__(self) -> None:
        self.noted: list[Run] = []

    def add(self, run: Run) -> int:
        self.noted.append(run)
        return len(self.noted)


def runs(words: Words, *, rtl: bool, notes: Notes | None = None) -> Iterator[Element]:
    """Yield the runs of a paragraph, each footnote's mark after what it belongs to."""
    for run in words:
        sign = "" if run.sign is None else f"{_SIGNS[run.sign]} "
        for stretch in stretches(f"{sign}{xml_safe(run.text)}", rtl=rtl):
            yield _run(run, stretch)
        if run.note and notes is not None:
            yield element(
                "w:r",
                element("w:rPr", val("w:rStyle", "FootnoteReference"), element("w:rtl") if rtl else None),
                *_reference(run, notes.add(run)),
            )


def _reference(run: Run, number: int) -> Iterator[Element]:
    """Yield the mark of a note: one with a sign of its own is not counted by the program."""
    if run.starred:
        yield element("w:footnoteReference", customMarkFollows=1, id=number)
        yield element("w:t", text=STAR)
    else:
        yield element("w:footnoteReference", id=number)


def _run(run: Run, stretch: Stretch) -> Element:
    properties = [
        *([element("w:b"), element("w:bCs")] if run.bold else []),
        *([element("w:rtl")] if stretch.rtl else []),
    ]
    return element(
        "w:r",
        element("w:rPr", *properties) if properties else None,
        *map(_piece, _BREAKS.split(stretch.text)),
    )


def _piece(text: str) -> Element | None:
    if text in ("\n", "\t"):
        return element("w:br" if text == "\n" else "w:tab")
    return element("w:t", text=text, xml_space="preserve") if text else None


def plain_run(text: str, *, rtl: bool) -> list[Element]:
    """Return the runs of a text that says nothing but itself."""
    return list(runs((Run(text),), rtl=rtl))


def field_of(code: str, shown: str = "1") -> Iterator[Element]:
    """Yield the runs of a number that the program fills in; `shown` stands there before it does."""
    for kind in ("begin", "separate", "end"):
        yield element("w:r", element("w:fldChar", fldCharType=kind))
        if kind == "begin":
            yield element("w:r", element("w:instrText", text=f" {code} ", xml_space="preserve"))
        elif kind == "separate" and shown:
            yield element("w:r", element("w:t", text=shown))
