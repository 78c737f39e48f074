"""The roles of text on a printed page, in each script: serif for what was said, sans for what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property

from facilitator.documents.colours import BLUE, GREY, INK
from facilitator.documents.typeset import Style
from facilitator.documents.typeset.faces import Cut
from facilitator.language.speech import Language


@dataclass(frozen=True)
class Roles:
    """A style for each role, and how a paragraph's number is written.

    What is derived is one object each: the typesetter knows a style that it has met at once.
    """

    title: Style
    h1: Style
    h2: Style
    h3: Style
    body: Style
    listed: Style
    cell: Style
    note: Style
    label: Style
    small: Style
    figure: Style
    number: str
    fills: bool = False
    """The paragraphs of a report fill the line."""
    sink: float = 0.0
    """By how much a label beside the serif needs more room below: its lines hang deep in their leading."""

    @cached_property
    def numbered(self) -> Style:
        """Paragraphs of a report: Arabic and Chinese fill the line."""
        return replace(self.body, align="justify" if self.fills else "start")

    @cached_property
    def numerals(self) -> Mapping[Style, Style]:
        """The style of a paragraph's number, by that of its text."""
        return {style: replace(style, align="start") for style in (self.numbered, self.recommendation)}

    @property
    def headings(self) -> tuple[Style, ...]:
        """The styles of headings, from the first level down."""
        return self.h1, self.h2, self.h3

    @cached_property
    def strong_label(self) -> Style:
        return _bold(self.label)

    @cached_property
    def grey_label(self) -> Style:
        return replace(self.label, colour=GREY)

    @cached_property
    def blue_label(self) -> Style:
        return replace(self.label, colour=BLUE)

    @cached_property
    def strong_blue_label(self) -> Style:
        return replace(_bold(self.label), colour=BLUE)

    @cached_property
    def grey_small(self) -> Style:
        return replace(self.small, colour=GREY)

    @cached_property
    def strong_label_at_end(self) -> Style:
        return replace(self.strong_label, align="end")

    @property
    def recommendation(self) -> Style:
        return self.h3


def roles(language: Language) -> Roles:
    """Return the styles of a language's script."""
    return _BY_SCRIPT.get(language.code, _LATIN)


@cache
def figures_style(style: Style) -> Style:
    """Return a style for columns of figures: flush right in every language, units under units.

    It is one object for each style, as those of roles are.
    """
    return replace(style, align="right")


_SEMIBOLD = {
    "plex": "plex-semibold",
    "plex-arabic": "plex-arabic-semibold",
    "noto-sans-sc": "noto-sans-sc-bold",
}


def _bold(style: Style) -> Style:
    west = tuple(map(_bolder, style.first_choice_ltr))
    return replace(style, faces=tuple(map(_bolder, style.faces)), first_choice_ltr=west)


def _bolder(face: str | Cut) -> str | Cut:
    return _SEMIBOLD.get(face, face) if isinstance(face, str) else face.bold or face


def _latin(face: str, size_pt: float, leading_pt: float) -> Style:
    return Style((face,), size_pt, leading_pt, colour=INK)


def _arabic(face: str, west: str, size_pt: float, leading_pt: float, *, scale: float = 1.0) -> Style:
    return Style(
        (face,), size_pt, leading_pt, rtl=True, colour=INK, first_choice_ltr=(west,), ltr_scale=scale
    )


def _naskh(bold: bool, size_pt: float, leading_pt: float) -> Style:  # noqa: FBT001 - a private shorthand
    face, west = ("amiri-bold", "source-serif-bold") if bold else ("amiri", "source-serif")
    return _arabic(face, west, size_pt, leading_pt, scale=0.88)


def _chinese(face: str, west: str, size_pt: float, leading_pt: float) -> Style:
    return Style((face,), size_pt, leading_pt, colour=INK, first_choice_ltr=(west,))


_LATIN = Roles(
    title=_latin("source-serif-semibold", 20, 26),
    h1=_latin("source-serif-bold", 14, 19.5),
    h2=_latin("source-serif-bold", 12, 16.25),
    h3=_latin("source-serif-bold", 10, 13),
    body=_latin("source-serif", 10, 13),
    listed=_latin("source-serif", 10, 13),
    cell=_latin("source-serif", 9, 11.5),
    note=_latin("source-serif", 8.5, 9.75),
    label=_latin("plex", 8, 9.75),
    small=_latin("plex", 7, 9.75),
    figure=_latin("plex-light", 20, 26),
    number="{}.",
)
_ARABIC = Roles(
    title=_naskh(True, 22, 32.5),
    h1=_naskh(True, 18, 26),
    h2=_naskh(True, 15.5, 19.5),
    h3=_naskh(True, 13, 19.5),
    body=_naskh(False, 13, 19.5),
    listed=_naskh(False, 12, 16.25),
    cell=_naskh(False, 11.5, 15),
    note=_naskh(False, 10.5, 14.5),
    label=_arabic("plex-arabic", "plex", 9, 13),
    small=_arabic("plex-arabic", "plex", 8, 13),
    figure=_arabic("plex-arabic-light", "plex-light", 20, 26),
    number="{}-",
    fills=True,
    sink=2.0,
)
_CHINESE = Roles(
    title=_chinese("noto-serif-sc-bold", "source-serif-semibold", 20.5, 26),
    h1=_chinese("noto-serif-sc-bold", "source-serif-bold", 14.5, 19.5),
    h2=_chinese("noto-serif-sc-bold", "source-serif-bold", 12.5, 16.25),
    h3=_chinese("noto-serif-sc-bold", "source-serif-bold", 10.5, 16.25),
    body=_chinese("noto-serif-sc", "source-serif", 10.5, 16.25),
    listed=_chinese("noto-serif-sc", "source-serif", 10.5, 16.25),
    cell=_chinese("noto-serif-sc", "source-serif", 9.5, 14.5),
    note=_chinese("noto-serif-sc", "source-serif", 9, 13),
    label=_chinese("noto-sans-sc", "plex", 8.5, 13),
    small=_chinese("noto-sans-sc", "plex", 7.5, 13),
    figure=_chinese("noto-sans-sc", "plex-light", 20, 26),
    number="{}.",
    fills=True,
)
_BY_SCRIPT = {"ar": _ARABIC, "zh": _CHINESE}
